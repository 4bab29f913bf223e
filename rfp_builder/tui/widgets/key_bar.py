"""The last line of every screen: at most six keys and what they do. Each can be clicked."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import RenderResult
from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from rfp_builder.i18n import Lang
from rfp_builder.tui.commands.command import Command
from rfp_builder.tui.widths import cells_of

MOST = 6
_ALL = "F10"
"""The key of the palette."""


class KeyBar(Widget):
    """Shows the keys of some commands, closer together where there is little room."""

    def __init__(self, commands: Sequence[type[Command]], lang: Lang) -> None:
        super().__init__(id="key-bar")
        self._commands, self._lang = commands[:MOST], lang

    def bring_up(self, commands: Sequence[type[Command]]) -> None:
        """Show other commands, where what has the focus has keys of its own."""
        if tuple(commands[:MOST]) != tuple(self._commands):
            self._commands = commands[:MOST]
            self.refresh()

    def render(self) -> RenderResult:
        """See Textual."""
        commands = self._fitting()
        gaps = max(len(commands) - 1, 1)
        between = " " * max(1, min(3, (self.size.width - 2 - self._used(commands)) // gaps))
        parts: list[Content] = []
        for one in commands:
            click = Style.from_meta({"@click": f"app.command('{one.id()}')"})
            parts += [
                Content(between if parts else " "),
                Content.styled(one.shown, "bold $accent").stylize(click),
                Content(f" {one.label.to(self._lang)}").stylize(click),
            ]
        return Content.assemble(*parts)

    def _fitting(self) -> list[type[Command]]:
        """As many as fit, from the left; the one that leads to all others stays."""
        commands = list(self._commands)
        while len(commands) > 1 and self._used(commands) + len(commands) > self.size.width:
            commands.remove([one for one in commands if one.shown != _ALL][-1])
        return commands

    def _used(self, commands: Sequence[type[Command]]) -> int:
        labels = [f"{one.shown} {one.label.to(self._lang)}" for one in commands]
        return sum(cells_of(label) for label in labels)
