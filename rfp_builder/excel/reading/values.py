"""What a workbook holds once it is read: sheets of typed cells that remember where they stood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import NamedTuple

from rfp_builder.text.fold import fold


@dataclass(frozen=True, slots=True)
class CellError:
    """An error value such as #N/A."""

    code: str


@dataclass(frozen=True, slots=True)
class Garbled:
    """A cell whose content does not fit its own type, such as a number cell holding letters."""

    raw: str


Value = str | Decimal | bool | date | time | CellError | Garbled
"""What a cell shows. A date with a time of day is a `datetime`."""


class Cell(NamedTuple):
    """One cell that holds something.

    A formula whose result was never calculated has `formula` set and no value.
    """

    row: int
    column: int
    """Counted from 1."""
    value: Value | None
    formula: bool = False
    serial: Decimal | None = None
    """The number behind a date. A number may be shown as a date by its format alone."""
    percent: bool = False
    """The number is shown a hundred times as large, with a percent sign."""

    @property
    def ref(self) -> str:
        """The cell's name in the sheet, such as B7."""
        return ref(self.row, self.column)


class Row(NamedTuple):
    """The cells of one row that hold something, from left to right."""

    number: int
    cells: tuple[Cell, ...]


class Area(NamedTuple):
    """A rectangle of cells, its corners included."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def ref(self) -> str:
        """The area's name in the sheet, such as D2:D4."""
        return f"{ref(self.top, self.left)}:{ref(self.bottom, self.right)}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet. Rows are in the order of their numbers; one that the file gives twice is there twice."""

    name: str
    hidden: bool
    rows: tuple[Row, ...]
    merged: tuple[Area, ...] = ()
    strays: tuple[str, ...] = ()
    """Names of the first cells found far outside any table; they are not in `rows`."""
    stray_count: int = 0


@dataclass(frozen=True, slots=True)
class Workbook:
    """All worksheets of a file, in the order of their tabs, and the names it defines."""

    sheets: tuple[Sheet, ...]
    names: Mapping[str, str]
    """What each defined name stands for, as written."""

    def __iter__(self) -> Iterator[Sheet]:
        return iter(self.sheets)

    def sheet(self, *names: str) -> Sheet | None:
        """The first sheet called by one of `names`, differences of width, case and blanks aside."""
        wanted = {fold(name) for name in names}
        return next((sheet for sheet in self.sheets if fold(sheet.name) in wanted), None)


def column_letters(column: int) -> str:
    """The letters of a column counted from 1: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def ref(row: int, column: int) -> str:
    """The name of a cell: row 7, column 2 is B7."""
    return f"{column_letters(column)}{row}"
