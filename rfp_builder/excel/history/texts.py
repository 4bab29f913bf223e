"""Cells of a workbook as the texts that a CSV file would hold."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from rfp_builder.excel.reader import Cell, CellError, Garbled

_HALF_A_MINUTE = timedelta(seconds=30)
_END_OF_DAY = Decimal(1)
_SECONDS_A_DAY = 86_400
_FIRST_YEAR_ENDS = 366
"""Days counted from the start of the calendar: a "date" before is a length of time above 24 hours."""


def text_of(cell: Cell) -> str:
    """A day as 2027-04-01, a time as 9:00:00, a moment as both; 24:00 ends a day; nothing for none.

    Excel counts in fractions of a day, so that 9:30 may be a little off: moments are rounded to minutes.
    Times keep their seconds, as they may be lengths of time; above 24 hours they read 30:15:00.
    """
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, date) and cell.serial is not None and _END_OF_DAY < cell.serial < _FIRST_YEAR_ENDS:
        return _length(round(cell.serial * _SECONDS_A_DAY))
    if isinstance(value, datetime):
        moment = value + _HALF_A_MINUTE
        return f"{moment:%Y-%m-%d} {moment.hour}:{moment.minute:02}"
    if isinstance(value, date):
        return "24:00" if cell.serial == _END_OF_DAY else value.isoformat()
    if isinstance(value, time):
        return _length(value.hour * 3600 + value.minute * 60 + value.second)
    if isinstance(value, CellError):
        return value.code
    if isinstance(value, Garbled):
        return value.raw
    return f"{value * 100:f}%" if cell.percent else f"{value:f}"


def _length(seconds: int) -> str:
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
