"""Reading a file of histories, whatever it is: a workbook through the gate, anything else as CSV."""

from __future__ import annotations

from collections.abc import Mapping

from rfp_builder.errors import Refused
from rfp_builder.excel.history.texts import text_of
from rfp_builder.excel.reader import Sheet, read_workbook
from rfp_builder.i18n import Phrase
from rfp_builder.workload.forecast.special_days import SpecialDays, specials_csv, specials_of
from rfp_builder.workload.history.oddities import Oddities, OddKind, called
from rfp_builder.workload.history.reading import Imported, Manner, Progress, read_csv, read_tables
from rfp_builder.workload.history.tables import Table, rows_table
from rfp_builder.workload.history.trial import Trial, trial_csv, trial_of
from rfp_builder.workload.history.words import Role

_PACKAGES = (b"PK", b"\xd0\xcf\x11\xe0", b"%PDF")
"""What the gate has a better word for than the CSV reader."""
_COLUMNS = 400
"""A day has 288 intervals of five minutes, a year 366 days; the columns of names stand before them."""
_REMEDY = Phrase(
    "Excelで開き、パスワードやマクロを外して「CSV UTF-8（コンマ区切り）」で保存し直してください。",
    "Please open it in Excel, take off any password and macros, and save it as “CSV UTF-8”.",
)


def read_history(
    data: bytes,
    file_name: str,
    progress: Progress | None = None,
    roles: Mapping[int, Role] | None = None,
    manner: Manner | None = None,
) -> Imported:
    """The history in a workbook (.xlsx) or a CSV file, told apart by content.

    `progress` is called with the rows done and the rows there are; `roles` overrule how columns are
    understood, by their place counted from 0; `manner` says that, the time zone, and whether the file is a
    forecast made elsewhere.

    Raises:
        Refused: the file is not safe to read, or nothing in it is a history.
    """
    if not data.startswith(_PACKAGES):
        return read_csv(data, file_name, progress, roles, manner)
    odd = Oddities()
    tables = _tables(data, file_name, odd)
    return read_tables(tables, file_name, odd, progress, roles, manner)


def read_trial(data: bytes, file_name: str) -> Trial:
    """The handling times of a trial run, one contact a row, in a workbook or a CSV file.

    Raises:
        Refused: the file is not safe to read, or holds no handling times.
    """
    if not data.startswith(_PACKAGES):
        return trial_csv(data, file_name)
    odd = Oddities()
    return trial_of(_tables(data, file_name, odd), file_name, odd)


def read_specials(data: bytes, file_name: str) -> SpecialDays:
    """Days with a volume of their own and their factors, in a workbook or a CSV file.

    Raises:
        Refused: the file is not safe to read, or no column of it holds days, or factors.
    """
    if not data.startswith(_PACKAGES):
        return specials_csv(data, file_name)
    odd = Oddities()
    return specials_of(_tables(data, file_name, odd), file_name, odd)


def _tables(data: bytes, file_name: str, odd: Oddities) -> list[Table]:
    """The tables of the sheets that are shown."""
    try:
        workbook = read_workbook(data, file_name, _COLUMNS)
    except Refused as refusal:
        raise Refused(refusal.what, refusal.why, _REMEDY) from None
    hidden = [sheet for sheet in workbook if sheet.hidden and sheet.rows]
    odd.add(OddKind.HIDDEN_SHEET, len(hidden), [called(sheet.name) for sheet in hidden])
    shown = [sheet for sheet in workbook if not sheet.hidden and sheet.rows]
    for sheet in shown:
        odd.add(OddKind.OUTSIDE, sheet.stray_count, [called(sheet.name)])
    return [_table(sheet) for sheet in shown]


def _table(sheet: Sheet) -> Table:
    rows = []
    for row in sheet.rows:
        # As wide as the row itself: one cell far to the right does not widen all the others.
        texts = [""] * row.cells[-1].column
        for cell in row.cells:
            texts[cell.column - 1] = text_of(cell)
        rows.append(texts)
    return rows_table(sheet.name, [row.number for row in sheet.rows], rows)
