"""The keys of a table that one needs first, in one line below it. Each can be clicked."""

from __future__ import annotations

from textual.content import Content
from textual.style import Style

from rfp_builder.tui.commands.table import DeleteRows, EditCell, NewRow, OpenRow
from rfp_builder.tui.widgets.said import Said

_SHOWN = (NewRow, EditCell, OpenRow, DeleteRows)


class Hints(Said):
    """Says how to add, edit and delete."""

    def __init__(self) -> None:
        super().__init__(classes="table-hints")

    def on_mount(self) -> None:
        """See Textual."""
        from rfp_builder.tui.app import Wizard

        assert isinstance(self.app, Wizard)
        parts: list[Content] = []
        for one in _SHOWN:
            click = Style.from_meta({"@click": f"table('{one.id()}')"})
            parts.append(Content.styled(f"{one.shown} ", "bold").stylize(click))
            parts.append(Content(f"{one.label.to(self.app.lang)}   ").stylize(click))
        self.update(Content.assemble(*parts))

    def action_table(self, name: str) -> None:
        """Run a command on the table above."""
        from rfp_builder.tui.table.field import TableField

        table = next(one for one in self.ancestors if isinstance(one, TableField))
        table.grid.focus()
        table.grid.action_table(name)
