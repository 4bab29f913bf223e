"""The keys of a table that one needs first, in one line below it. Each can be clicked."""

from __future__ import annotations

from textual.content import Content
from textual.style import Style

from rfp_builder.i18n import Lang
from rfp_builder.tui.commands.table import DeleteRows, EditCell, NewRow, OpenRow
from rfp_builder.tui.widgets.said import Said

_SHOWN = (NewRow, EditCell, OpenRow, DeleteRows)
_SHOWN_EMPTY = (NewRow,)


class Hints(Said):
    """Says how to add, edit and delete."""

    def __init__(self) -> None:
        super().__init__(classes="table-hints")

    def bring_up(self, rows: int, lang: Lang) -> None:
        """What can be done with a table of so many rows; an empty one says itself what else there is."""
        parts: list[Content] = []
        for one in _SHOWN if rows else _SHOWN_EMPTY:
            click = Style.from_meta({"@click": f"table('{one.id()}')"})
            parts.append(Content.styled(f"{one.shown} ", "bold").stylize(click))
            parts.append(Content(f"{one.label.to(lang)}  ").stylize(click))
        self.update(Content.assemble(*parts))

    def action_table(self, name: str) -> None:
        """Run a command on the table above."""
        from rfp_builder.tui.table.field import TableField

        table = next(one for one in self.ancestors if isinstance(one, TableField))
        table.grid.focus()
        table.grid.action_table(name)
