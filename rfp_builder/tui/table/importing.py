"""The way of a file into a table: chosen, read beside the screen, looked at, taken."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rfp_builder.errors import Problem, Refused
from rfp_builder.i18n import Phrase

if TYPE_CHECKING:
    from rfp_builder.tui.dialogs.import_table import Taking
    from rfp_builder.tui.table.field import TableField
    from rfp_builder.workspace.table_import import Understood

_CHOOSE = Phrase("取り込む Excel または CSV ファイル", "Excel or CSV file to take rows from")
_SUFFIXES = (".xlsx", ".xlsm", ".csv", ".tsv", ".txt")
_UNREADABLE = Phrase("「{file}」を開けません。", "“{file}” cannot be opened.")
_WHY = Phrase("ファイルがないか、読み取りが許可されていません。", "It is not there, or may not be read.")
_REMEDY = Phrase("場所と権限を確かめてください。", "Please check where it is and who may read it.")
_DONE = Phrase("{n}行を取り込みました。Ctrl+Z で元に戻せます。", "Took {n} rows. Ctrl+Z takes them back.")


def import_rows(table: TableField) -> None:
    """Ask for a file and take rows from it."""
    from rfp_builder.tui.dialogs.files import FileDialog

    def read(file: Path | None) -> None:
        if file is not None:
            table.run_worker(lambda: _read(table, file), thread=True, group="import", exclusive=True)

    table.wizard.push_screen(FileDialog(_CHOOSE, table.document.folder.parent, suffixes=_SUFFIXES), read)


def _read(table: TableField, file: Path) -> None:
    """Read the file in a thread; the answer comes back to the screen."""
    from rfp_builder.workspace.table_import import read_file, understand

    try:
        found = understand(table.question, read_file(file), table.cells.rows, table.setting)
    except Problem as problem:
        table.app.call_from_thread(table.wizard.show_problem, problem)
    except OSError:
        refused = Refused(_UNREADABLE.fill(file=file.name), _WHY, _REMEDY)
        table.app.call_from_thread(table.wizard.show_problem, refused)
    else:
        table.app.call_from_thread(_offer, table, found)


def _offer(table: TableField, found: Understood) -> None:
    from rfp_builder.tui.dialogs.import_table import ImportTable

    def take(taking: Taking | None) -> None:
        if taking is not None:
            table.take_rows(found.block.rows, replacing=taking == "replace")
            table.wizard.tell(_DONE.fill(n=len(found.block.rows)))

    table.wizard.push_screen(ImportTable(table.question, found), take)
