"""Reading a history file, whatever it is: a workbook through the gate, anything else as CSV."""

from __future__ import annotations

from collections.abc import Mapping

from rfp_builder.errors import Refused
from rfp_builder.excel.history.texts import text_of
from rfp_builder.excel.reader import Sheet, read_workbook
from rfp_builder.i18n import Phrase
from rfp_builder.workload.history.oddities import Oddities, OddKind, called
from rfp_builder.workload.history.reading import Imported, Progress, read_csv, read_tables
from rfp_builder.workload.history.tables import Table, rows_table
from rfp_builder.workload.history.words import Role

_PACKAGES = (b"PK", b"\xd0\xcf\x11\xe0", b"%PDF")
"""What the gate has a better word for than the CSV reader."""
_REMEDY = Phrase(
    "Excelで開き、パスワードやマクロを外して「CSV UTF-8（コンマ区切り）」で保存し直してください。",
    "Please open it in Excel, take off any password and macros, and save it as “CSV UTF-8”.",
)


def read_history(
    data: bytes,
    file_name: str,
    progress: Progress | None = None,
    roles: Mapping[int, Role] | None = None,
) -> Imported:
    """The history in a workbook (.xlsx) or a CSV file, told apart by content.

    `progress` is called with the rows done and the rows there are; `roles` overrule how columns are
    understood, by their place counted from 0.

    Raises:
        Refused: the file is not safe to read, or nothing in it is a history.
    """
    if not data.startswith(_PACKAGES):
        return read_csv(data, file_name, progress, roles)
    try:
        workbook = read_workbook(data, file_name)
    except Refused as refusal:
        raise Refused(refusal.what, refusal.why, _REMEDY) from None
    odd = Oddities()
    hidden = [sheet for sheet in workbook if sheet.hidden and sheet.rows]
    odd.add(OddKind.HIDDEN_SHEET, len(hidden), [called(sheet.name) for sheet in hidden])
    shown = [sheet for sheet in workbook if not sheet.hidden and sheet.rows]
    for sheet in shown:
        odd.add(OddKind.OUTSIDE, sheet.stray_count, [called(sheet.name)])
    return read_tables([_table(sheet) for sheet in shown], file_name, odd, progress, roles)


def _table(sheet: Sheet) -> Table:
    width = max((row.cells[-1].column for row in sheet.rows), default=0)
    rows = []
    for row in sheet.rows:
        texts = [""] * width
        for cell in row.cells:
            texts[cell.column - 1] = text_of(cell)
        rows.append(texts)
    return rows_table(sheet.name, [row.number for row in sheet.rows], rows)
