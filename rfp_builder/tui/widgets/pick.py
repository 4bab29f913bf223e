"""A choice of one among a few, all of them seen at once: a line of words, gone through with the arrows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.style import Style

from rfp_builder.tui.widgets.said import Said


class Pick(Said, can_focus=True):
    """Left and right go through the choices; each can be clicked. What is picked stands in brackets."""

    BINDINGS: ClassVar = [
        Binding("left", "move(-1)", show=False),
        Binding("right,space,ideographic_space", "move(1)", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]
    DEFAULT_CSS = """
    Pick { height: auto; padding: 0 1; }
    Pick:focus { background: $panel; }
    """

    class Picked(Message):
        """Another one is picked."""

        def __init__(self, sender: Pick) -> None:
            super().__init__()
            self.sender = sender

    def __init__(
        self,
        label: str,
        choices: Sequence[tuple[str, str]],
        picked: str,
        *,
        id: str,
        full: Mapping[str, str] | None = None,
    ) -> None:
        """`choices` are values with short labels; `full` are longer ones for what is picked."""
        super().__init__(id=id)
        self._full = full or {}
        self._label, self._choices = label, tuple(choices)
        self.picked = picked

    def on_mount(self) -> None:
        """See Textual."""
        self._show()

    def on_click(self, event: Click) -> None:
        """See Textual."""
        value = event.style.meta.get("pick")
        if isinstance(value, str):
            self._pick(value)

    def action_move(self, way: int) -> None:
        """To the next choice, or the one before; from the last to the first."""
        values = [value for value, _ in self._choices]
        self._pick(values[(values.index(self.picked) + way) % len(values)])

    def go(self, value: str) -> None:
        """Pick a value; what is none of the choices changes nothing."""
        if any(value == one for one, _ in self._choices):
            self._pick(value)

    def _pick(self, value: str) -> None:
        self.picked = value
        self._show()
        self.post_message(self.Picked(self))

    def _show(self) -> None:
        parts = [Content.styled(f"{self._label}  ", "bold")]
        for value, label in self._choices:
            meta = Style.from_meta({"pick": value})
            if value == self.picked:
                said = self._full.get(value, label)
                parts.append(Content.styled(f"[{said}]", "bold $accent").stylize(meta))
            else:
                parts.append(Content(f" {label} ").stylize(meta))
            parts.append(Content(" "))
        self.update(Content.assemble(*parts[:-1]))
