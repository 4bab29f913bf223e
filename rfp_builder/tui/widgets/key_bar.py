"""The last line of every screen: at most six keys and what they do. Each can be clicked."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.style import Style

from rfp_builder.i18n import Lang
from rfp_builder.tui.commands.command import Command
from rfp_builder.tui.widgets.said import Said

MOST = 6


class KeyBar(Said):
    """Shows the keys of some commands."""

    def __init__(self, commands: Sequence[type[Command]], lang: Lang) -> None:
        super().__init__(_line(commands[:MOST], lang), id="key-bar")


def _line(commands: Sequence[type[Command]], lang: Lang) -> Content:
    parts: list[Content] = []
    for one in commands:
        click = Style.from_meta({"@click": f"app.command('{one.id()}')"})
        key = Content.styled(f" {one.shown} ", "bold $accent").stylize(click)
        parts += [key, Content(f"{one.label.to(lang)}  ").stylize(click)]
    return Content.assemble(*parts)
