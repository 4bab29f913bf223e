"""Screens of several panes: one in front, the others a digit, F8 or a click away."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.css.query import NoMatches
from textual.style import Style
from textual.widget import Widget
from textual.widgets import ContentSwitcher

from rfp_builder.tui.documents.pane import Pane
from rfp_builder.tui.screens.screen import WizardScreen
from rfp_builder.tui.widgets.said import Said

if TYPE_CHECKING:
    from rfp_builder.workspace.document.step import Change


class PanedScreen(WizardScreen):
    """Subclasses name the panes and say which one comes first. Digits lead to them by `action_pane`."""

    PANES: ClassVar[tuple[tuple[str, type[Pane]], ...]]
    FIRST_NUMBER: ClassVar[int] = 1
    """What the first pane is called by."""
    ROOM: ClassVar[str] = " "
    """What stands around the name of a pane, where the line has room for it."""

    def __init__(self) -> None:
        super().__init__()
        self._at: int | None = None

    def first(self) -> str:
        """The name of the pane where the work is."""
        raise NotImplementedError

    def above(self) -> Iterable[Widget]:
        """What stands between the names of the panes and the pane in front."""
        return ()

    def body(self) -> Iterable[Widget]:
        """See `WizardScreen`."""
        if self._at is None:
            self._at = self._place_of(self.first())
        yield Said(id="panes")
        yield from self.above()
        made = (kind(name) for name, kind in self.PANES)
        yield ContentSwitcher(*made, initial=f"pane-{self.PANES[self._at][0]}")

    def show(self) -> None:
        """See `WizardScreen`."""
        self.query_one("#panes", Said).update(self._tabs())
        self.front_pane().show()

    def document_changed(self, change: Change) -> None:
        """See `WizardScreen`: only what the project holds can be different."""
        self.show_front()

    def report_changed(self) -> None:
        """See `WizardScreen`."""
        self.show_front()

    def show_front(self) -> None:
        """Bring the pane in front up to the project.

        A check or a plan may end while the panes are being made, or made anew in another language: they show
        themselves after that.
        """
        with contextlib.suppress(NoMatches):
            self.front_pane().show()

    def action_pane(self, at: int) -> None:
        """Bring a pane to the front, by its place from 0 on."""
        self._at = at % len(self.PANES)
        self.query_one(ContentSwitcher).current = f"pane-{self.PANES[self._at][0]}"
        self.show()
        self.front_pane().take_focus()

    def open_pane(self, name: str) -> None:
        """Bring the pane called `name` to the front, as soon as there is one."""
        self._at = self._place_of(name)
        if self.query(f"#pane-{name}"):
            self.action_pane(self._at)

    def turn(self, steps: int) -> None:
        """The next pane, or one before."""
        self.action_pane((self._at or 0) + steps)

    def arrive(self) -> None:
        """See `WizardScreen`."""
        self.later(lambda: self.action_pane(self._at or 0))

    def welcome_keys(self) -> None:
        """See `WizardScreen`: behind what `arrive` does later."""
        self.later(super().welcome_keys)

    def front_pane(self) -> Pane:
        """The pane that is seen."""
        return self.query_one(f"#pane-{self.PANES[self._at or 0][0]}", Pane)

    def _place_of(self, name: str) -> int:
        return [one for one, _ in self.PANES].index(name)

    def _tabs(self) -> Content:
        parts: list[Content] = []
        for place, (_, kind) in enumerate(self.PANES):
            label = f"{self.ROOM}{place + self.FIRST_NUMBER} {self.say(kind.TITLE)}{self.ROOM}"
            click = Style.from_meta({"@click": f"screen.pane({place})"})
            # Brackets, since a terminal without colours may have no reverse either.
            here = place == self._at
            text = Content.styled(f"[{label}]", "bold reverse") if here else Content(f" {label} ")
            parts += [text.stylize(click), Content(self.ROOM)]
        return Content.assemble(*parts)
