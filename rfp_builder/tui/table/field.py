"""A table as a field of a form: rows come, go, move, are copied, pasted and sorted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rfp_builder.forms import row_editing as editing
from rfp_builder.forms.headings import headings_in
from rfp_builder.forms.hours import Hours, as_changes, hours_of
from rfp_builder.forms.rows import read_block
from rfp_builder.forms.tsv import cells_of
from rfp_builder.i18n import Phrase
from rfp_builder.model.shape import Kind
from rfp_builder.tui.commands.table import EditCell, NextChoice, OpenRow
from rfp_builder.tui.table.copying import as_tsv
from rfp_builder.tui.table.editor import CellLine
from rfp_builder.tui.table.grid import Grid
from rfp_builder.tui.table.typed_over import TypedOver

_ADDED = Phrase("{n}行を追加しました。", "Rows added: {n}.")
_COPIED = Phrase(
    "{n}行をコピーしました。Excel などに貼り付けられます。",
    "Rows copied: {n}. You can paste them into Excel.",
)
_DELETED = Phrase(
    "{n}行を削除しました。Ctrl+Z で元に戻せます。", "Rows deleted: {n}. Ctrl+Z brings them back."
)
_TAKEN = Phrase("{n}行を貼り付けました。Ctrl+Z で元に戻せます。", "Rows pasted: {n}. Ctrl+Z takes them back.")
_CYCLED = frozenset({Kind.CHOICE, Kind.YES_NO})
_HOURS = frozenset({"days", "opens", "closes"})


class TableField(TypedOver):
    """What can be done with the rows of a table: each is one change of the document."""

    @property
    def can_duplicate(self) -> bool:
        """Whether there may be two rows alike."""
        return self.cells.count > 0 and editing.has_ids(self.question)

    def new_row(self) -> None:
        """Add an empty row below the cursor and go there."""
        if self.refused():
            return
        at = min(self.grid.row + 1, len(self.cells.rows))
        added: list[int] = []
        if self.wizard.attempt(lambda: added.append(self.edits.new_row(at))):
            self.again()
            self.grid.go_to(added[0], 0)

    def delete_rows(self) -> None:
        """Delete the selected rows."""
        rows = self.grid.block.rows
        for column in range(len(self.cells.columns)):
            self.edits.forget_typed(rows, range(column, column + 1))
        if self._attempt(lambda: self.edits.delete(rows)):
            self.grid.go_to(rows[0], self.grid.column)
            self.wizard.tell(_DELETED.fill(n=len(rows)))

    def clear_cells(self) -> None:
        """Empty the selected cells."""
        self._attempt(lambda: self.edits.clear(self.grid.block.rows, self.grid.block.columns))

    def duplicate_rows(self) -> None:
        """Copy the selected rows below, and go to the copies."""
        rows = self.grid.block.rows
        if self._attempt(lambda: self.edits.duplicate(rows)):
            self.grid.go_to(rows[-1] + 1, self.grid.column)

    def move_rows(self, way: int) -> None:
        """Move the selected rows; they stay selected."""
        block = self.grid.block
        rows = self.cells.rows
        if self._attempt(lambda: self.edits.move(block.rows, way)) and rows != self.cells.rows:
            self.grid.go_to(block.from_row + way, block.from_column)
            self.grid.go_to(block.row + way, block.column, extend=True)

    def copy_cells(self) -> None:
        """Put the selected cells on the clipboard."""
        rows = self.grid.block.rows
        self.app.copy_to_clipboard(as_tsv(self.cells, rows, self.grid.block.columns))
        self.wizard.tell(_COPIED.fill(n=len(rows)))

    def paste(self, text: str) -> None:
        """Put a block of cells where the cursor stands; what cannot be read is shown."""
        if not text.strip() or self.refused():
            return
        lines = cells_of(text)
        headed = headings_in(self.question, lines[0], alone=len(lines) == 1) is not None
        if self.grid.row >= len(self.cells.rows) and self.cells.count and not headed:
            row, column = self.grid.row, self.grid.column
            if self._attempt(lambda: self.edits.fill_begun(row, column, lines)):
                self.wizard.tell(_TAKEN.fill(n=len(lines)))
            return
        at = self.grid.row if self.cells.count else None
        first = self.cells.columns[self.grid.column].name
        block = read_block(self.question, text, self.cells.rows, self.setting, first=first, at=at)
        taken = len(block.rows) + len(block.begun)
        # A notice would lie over the button of the dialog, which says the same.
        if self._attempt(lambda: self.edits.place(block)) and taken and not block.remarks:
            self.wizard.tell(_TAKEN.fill(n=taken))
        if block.remarks:
            from rfp_builder.tui.table.remarks import RemarksDialog

            self.wizard.push_screen(RemarksDialog(block.remarks, taken))

    def take_rows(self, rows: Sequence[Any], *, replacing: bool) -> None:
        """Rows from a file: behind those that are there, or instead of them."""
        # Others may have changed the table while its dialog was in front.
        self.show()
        self._attempt(lambda: self.edits.take(rows, replacing=replacing))

    def sort(self, column: int, *, descending: bool) -> None:
        """Sort the rows."""
        self._attempt(lambda: self.edits.sort(column, descending=descending))

    def add_usual_rows(self) -> None:
        """Add the rows that such a table usually has."""
        added: list[int] = []
        if not self.refused() and self._attempt(lambda: added.append(self.edits.add_usual())):
            self.wizard.tell(_ADDED.fill(n=added[0]))

    def next_choice(self) -> None:
        """Put the next choice into the cell; any other cell is edited."""
        at, column = self.grid.row, self.grid.column
        question = self.cells.columns[column]
        if question.kind in _CYCLED:
            value = editing.next_choice(question, self.cells.value(at, column))
            self._attempt(lambda: self.edits.put(at, column, value))
        elif question.name in _HOURS and self.has_hours:
            self.choose_hours()
        else:
            self.edit_cell()

    def choose_hours(self) -> None:
        """Show the days and hours of the row as a week."""
        from rfp_builder.tui.table.week import WeekDialog

        at, key = self.grid.row, self.cells.key(self.grid.row)
        before = hours_of(self.cells.rows[at])

        def take(hours: Hours | None) -> None:
            # Others may have changed the table meanwhile.
            self.show()
            now = self.cells.row_at(key, at)
            if hours is not None and now is not None:
                self._attempt(lambda: self.edits.change_row(now, as_changes(before, hours)))

        name = Phrase(*[self.cells.cell(at, 0).text] * 2)
        self.wizard.push_screen(WeekDialog(name, before), take)

    def say_undecided(self) -> None:
        """Ask for 未定 or 該当なし of the cell."""
        question = self.cells.columns[self.grid.column]
        if question.answerable and self.grid.row < len(self.cells.rows) and not self.refused():
            from rfp_builder.tui.dialogs.undecided import UndecidedDialog

            path = self.cells.cell_path(self.grid.row, self.grid.column)
            self.wizard.push_screen(UndecidedDialog(question, path), lambda _: self.again())

    def on_cell_line_block_pasted(self, event: CellLine.BlockPasted) -> None:
        """See `CellLine`."""
        event.stop()
        self.drop_editor()
        self.paste(event.text)

    async def on_grid_wanted(self, event: Grid.Wanted) -> None:
        """See `Grid`."""
        event.stop()
        self.show()
        command = event.command()
        if command.fits(self):
            command.do(self)
        elif self.has_usual_rows and not self.cells.count and event.command in (NextChoice, EditCell):
            self.add_usual_rows()
        elif event.command is OpenRow and not self.cells.count:
            self.new_row()

    def on_grid_heading_clicked(self, event: Grid.HeadingClicked) -> None:
        """See `Grid`: upwards, and on the second click downwards."""
        event.stop()
        before = self.cells.rows
        self.sort(event.column, descending=False)
        if self.cells.rows == before:
            self.sort(event.column, descending=True)

    def on_grid_pasted(self, event: Grid.Pasted) -> None:
        """See `Grid`."""
        event.stop()
        self.paste(event.text)
