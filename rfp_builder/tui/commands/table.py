"""What can be done with the table that has the focus.

The keys belong to the table and not to the screen: Delete in a line of text is the line's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.command import CommandPalette

from rfp_builder.i18n import Phrase
from rfp_builder.tui.commands.command import Command

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.tui.table.field import TableField


def table_in_front(wizard: Wizard) -> TableField | None:
    """The table with the focus, on the screen below the palette if that is open."""
    from rfp_builder.tui.table.field import TableField

    screen = next(one for one in reversed(wizard.screen_stack) if not isinstance(one, CommandPalette))
    focused = screen.focused
    if focused is None:
        return None
    return next((one for one in focused.ancestors_with_self if isinstance(one, TableField)), None)


class TableCommand(Command):
    """Possible while a table has the focus. `keys` are those of the table."""

    keys: ClassVar[str] = ""
    for_cells: ClassVar[bool] = False
    """Whether its keys mean something on the screen as well, which is meant while there is no cell."""

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`."""
        table = table_in_front(wizard)
        return table is not None and self.fits(table)

    def fits(self, table: TableField) -> bool:
        """Whether it can be done with this table now."""
        return True

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        table = table_in_front(wizard)
        if table is not None and self.fits(table):
            self.do(table)

    def do(self, table: TableField) -> None:
        """Do it."""
        raise NotImplementedError


class _OnRows(TableCommand):
    def fits(self, table: TableField) -> bool:
        """See `TableCommand`."""
        return table.cells.count > 0


class NewRow(TableCommand):
    """An empty row."""

    keys, shown = "insert,ctrl+n", "Insert"
    label = Phrase("行の追加", "New row")
    help = Phrase("いまの行の下に、空の行を追加します（Ctrl+N でも同じ）。", "Add a row below (or Ctrl+N).")

    def do(self, table: TableField) -> None:
        """See `TableCommand`."""
        table.new_row()


class OpenRow(_OnRows):
    """The row as a form."""

    keys, shown = "enter", "Enter"
    label = Phrase("行の編集", "Edit row")
    help = Phrase(
        "いまの行を、1列ずつの入力欄で編集します。", "Edit the row as a form, one field per column."
    )

    def do(self, table: TableField) -> None:
        """See `TableCommand`."""
        table.open_row()


class EditCell(_OnRows):
    """The cell, where it is."""

    keys, shown, for_cells = "f4", "F4", True
    label = Phrase("セルの編集", "Edit cell")
    help = Phrase(
        "セルの中身をその場で書き換えます。文字を打ち始めても編集できます。",
        "Edit the cell in place; you can also just start typing.",
    )

    def do(self, table: TableField) -> None:
        """See `TableCommand`."""
        table.edit_cell()


class DeleteRows(_OnRows):
    """Rows away."""

    keys, shown = "ctrl+k,ctrl+delete", "Ctrl+K"
    label = Phrase("行の削除", "Delete row")
    help = Phrase(
        "選んだ行を削除します（Ctrl+Delete でも同じ）。Ctrl+Z で元に戻せます。",
        "Delete the selected rows (or Ctrl+Delete). Ctrl+Z brings them back.",
    )

    def do(self, table: TableField) -> None:
        """See `TableCommand`."""
        table.delete_rows()


class ClearCells(_OnRows):
    """Cells empty."""

    keys, shown = "delete,backspace", "Delete"
    label = Phrase("セルを空にする", "Clear cells")
    help = Phrase("選んだセルの中身を消します。行は残ります。", "Empty the selected cells; the rows stay.")

    def do(self, table: TableField) -> None:
        """See `TableCommand`."""
        table.clear_cells()


class DuplicateRows(_OnRows):
    """Rows once more."""

    keys, shown = "ctrl+d", "Ctrl+D"
    label = Phrase("行の複製", "Duplicate row")
    help = Phrase("選んだ行を、すぐ下に複製します。", "Copy the selected rows to just below.")

    def fits(self, table: TableField) -> bool:
        """See `TableCommand`."""
        return table.can_duplicate

    def do(self, table: TableField) -> None:
        """See `TableCommand`."""
        table.duplicate_rows()


class MoveUp(_OnRows):
    """Rows up."""

    keys, shown = "alt+up", "Alt+Up"
    label = Phrase("行を上へ", "Move row up")
    help = Phrase("選んだ行を1つ上へ移します。", "Move the selected rows up by one.")

    def do(self, table: TableField) -> None:
        """See `TableCommand`."""
        table.move_rows(-1)


class MoveDown(_OnRows):
    """Rows down."""

    keys, shown = "alt+down", "Alt+Down"
    label = Phrase("行を下へ", "Move row down")
    help = Phrase("選んだ行を1つ下へ移します。", "Move the selected rows down by one.")

    def do(self, table: TableField) -> None:
        """See `TableCommand`."""
        table.move_rows(1)


class CopyCells(_OnRows):
    """Cells to the clipboard."""

    keys, shown = "ctrl+c", "Ctrl+C"
    label = Phrase("セルのコピー", "Copy cells")
    help = Phrase(
        "選んだセルをコピーします。Excel に貼り付けられます。",
        "Copy the selected cells, to paste into Excel.",
    )

    def do(self, table: TableField) -> None:
        """See `TableCommand`."""
        table.copy_cells()


class PasteCells(TableCommand):
    """Cells from the clipboard of the wizard."""

    keys, shown = "ctrl+v", "Ctrl+V"
    label = Phrase("セルの貼り付け", "Paste cells")
    help = Phrase(
        "ここでコピーしたセルを貼り付けます。Excel からは、端末の貼り付け操作を使ってください。",
        "Paste cells copied here. From Excel, use your terminal's paste.",
    )

    def do(self, table: TableField) -> None:
        """See `TableCommand`."""
        table.paste(table.app.clipboard)


class NextChoice(_OnRows):
    """The cell's next choice."""

    keys, shown = "space", "Space"
    label = Phrase("次の選択肢", "Next choice")
    help = Phrase(
        "選択式のセルを、次の選択肢に替えます。ほかのセルでは編集を始めます。",
        "Set the cell to its next choice; other cells open for editing.",
    )

    def do(self, table: TableField) -> None:
        """See `TableCommand`."""
        table.next_choice()


class SelectRow(_OnRows):
    """The whole row."""

    keys, shown = "ctrl+a,shift+space", "Ctrl+A"
    label = Phrase("行を選ぶ", "Select row")
    help = Phrase("いまの行のセルをすべて選びます。", "Select all cells of the row.")

    def do(self, table: TableField) -> None:
        """See `TableCommand`."""
        table.grid.select_row()


class CellUndecided(_OnRows):
    """未定 or 該当なし for a cell."""

    keys, shown, for_cells = "f5", "F5", True
    label = Phrase("セルの未定・該当なし", "Cell: TBD, N/A")
    help = Phrase(
        "このセルに今は答えられないことを、担当と期限、または理由とともに記録します。",
        "Say who will decide this cell and when, or why it does not apply.",
    )

    def do(self, table: TableField) -> None:
        """See `TableCommand`."""
        table.say_undecided()


class SortUp(_OnRows):
    """Sort by the column of the cursor."""

    label = Phrase("この列で並べ替え（昇順）", "Sort by this column")
    help = Phrase("いまの列の小さい順に行を並べ替えます。", "Sort the rows by this column.")

    def do(self, table: TableField) -> None:
        """See `TableCommand`."""
        table.sort(table.grid.column, descending=False)


class SortDown(_OnRows):
    """Sort by the column of the cursor, the greatest first."""

    label = Phrase("この列で並べ替え（降順）", "Sort by this column, descending")
    help = Phrase("いまの列の大きい順に行を並べ替えます。", "Sort the rows by this column, largest first.")

    def do(self, table: TableField) -> None:
        """See `TableCommand`."""
        table.sort(table.grid.column, descending=True)


class ImportRows(TableCommand):
    """Rows from a file."""

    keys, shown = "ctrl+o", "Ctrl+O"
    label = Phrase("ファイルから取り込み", "Rows from a file")
    help = Phrase(
        "Excel または CSV ファイルの表を、この表の行として取り込みます。",
        "Take rows for this table from an Excel or CSV file.",
    )

    def do(self, table: TableField) -> None:
        """See `TableCommand`."""
        from rfp_builder.tui.table.importing import import_rows

        import_rows(table)


class AddUsualRows(TableCommand):
    """A row for each usual choice."""

    label = Phrase("よくある行をまとめて追加", "Add the usual rows")
    help = Phrase(
        "1列目の選択肢のうち、まだないものを1行ずつ追加します。",
        "Add a row for each choice of the first column that has none yet.",
    )

    def fits(self, table: TableField) -> bool:
        """See `TableCommand`."""
        return table.has_usual_rows

    def do(self, table: TableField) -> None:
        """See `TableCommand`."""
        table.add_usual_rows()


class ChooseHours(_OnRows):
    """The weekly calendar of a row."""

    keys, shown = "ctrl+t", "Ctrl+T"
    label = Phrase("曜日と時間帯", "Days and hours")
    help = Phrase(
        "この行の曜日と時間帯を、1週間の図で選びます。",
        "Set the row's days and hours in a weekly plan.",
    )

    def fits(self, table: TableField) -> bool:
        """See `TableCommand`."""
        return table.has_hours

    def do(self, table: TableField) -> None:
        """See `TableCommand`."""
        table.choose_hours()


class CloseEditor(TableCommand):
    """Escape in a cell leaves the cell, not the screen."""

    shown = "Esc"
    label = Phrase("入力をやめる", "Leave the cell")
    help = Phrase("セルの入力をやめ、元の値に戻します。", "Leave the cell as it was.")

    @classmethod
    def id(cls) -> str:
        """See `Command`: Escape is bound to the command of this name."""
        return "Back"

    def fits(self, table: TableField) -> bool:
        """See `TableCommand`."""
        return table.editing

    def do(self, table: TableField) -> None:
        """See `TableCommand`."""
        table.drop_editor()


TABLE_COMMANDS: tuple[type[TableCommand], ...] = (
    *(NewRow, OpenRow, EditCell, DeleteRows, ClearCells, DuplicateRows, MoveUp, MoveDown),
    *(CopyCells, PasteCells, NextChoice, SelectRow, CellUndecided, SortUp, SortDown),
    *(ImportRows, AddUsualRows, ChooseHours, CloseEditor),
)
"""In the order of the palette. A screen with tables has them among what it `DOES`."""
