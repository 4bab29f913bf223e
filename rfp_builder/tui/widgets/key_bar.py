"""The last line of every screen: at most six keys and what they do. Each can be clicked."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import RenderResult
from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from rfp_builder.i18n import Lang
from rfp_builder.text.width import cell_width
from rfp_builder.tui.commands.command import Command

MOST = 6


class KeyBar(Widget):
    """Shows the keys of some commands, closer together where there is little room."""

    def __init__(self, commands: Sequence[type[Command]], lang: Lang) -> None:
        super().__init__(id="key-bar")
        self._commands, self._lang = commands[:MOST], lang

    def render(self) -> RenderResult:
        """See Textual."""
        labels = [(one.shown, one.label.to(self._lang)) for one in self._commands]
        used = sum(cell_width(key, ambiguous=1) + cell_width(label, ambiguous=1) + 1 for key, label in labels)
        gaps = max(len(labels) - 1, 1)
        between = " " * max(1, min(3, (self.size.width - 2 - used) // gaps))
        parts: list[Content] = []
        for one, (key, label) in zip(self._commands, labels, strict=True):
            click = Style.from_meta({"@click": f"app.command('{one.id()}')"})
            parts += [
                Content(between if parts else " "),
                Content.styled(key, "bold $accent").stylize(click),
                Content(f" {label}").stylize(click),
            ]
        return Content.assemble(*parts)
