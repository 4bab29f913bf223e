"""One worksheet, cell by cell: the declared size is not believed, and no row or text is lost on the way.

Rows may come in any order and without numbers, cells without names; what cannot belong together is refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter

from rfp_builder.excel.gate import refusals
from rfp_builder.excel.gate.budget import Budget
from rfp_builder.excel.gate.limits import LIMITS
from rfp_builder.excel.gate.package import Package
from rfp_builder.excel.gate.refusals import Unfit
from rfp_builder.excel.gate.walk import Attributes, walk
from rfp_builder.excel.reading.book import SheetPlace
from rfp_builder.excel.reading.dates import from_iso, from_serial
from rfp_builder.excel.reading.names import sheet_tags
from rfp_builder.excel.reading.styles import Styles
from rfp_builder.excel.reading.texts import TextWalker, unescaped
from rfp_builder.excel.reading.values import (
    Area,
    Cell,
    CellError,
    Garbled,
    Row,
    Sheet,
    Value,
    column_letters,
    ref,
)

_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_STRAYS_NAMED = 20
_COLUMNS = {column_letters(column): column for column in range(1, LIMITS.columns + 1)}
_LETTERS = re.compile(r"[A-Z]{1,3}")
_AREA_NAME = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6}):\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_WHOLE = re.compile(r"[1-9][0-9]{0,6}")
_PLACE = re.compile(r"[0-9]{1,7}")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_LONGEST_NUMBER = 40
_SHOWN_DIGITS = 15
"""Excel shows and compares at most fifteen digits; the ones behind them are noise of binary arithmetic."""
_LARGEST_EXPONENT = 308
_RAW_SHOWN = 40
_CELL_BYTES = 112
"""Memory of a cell without its value: the tuple, and its place in the row."""
_by_column = attrgetter("column")


@dataclass(frozen=True, slots=True)
class Context:
    """What cells refer to outside their sheet. `texts` is None if the workbook has no list of texts."""

    texts: Sequence[str] | None
    styles: Styles
    starts_1904: bool
    columns: int = LIMITS.columns
    """Cells to the right of this column are strays."""


def read_sheet(package: Package, place: SheetPlace, context: Context, budget: Budget) -> Sheet:
    """Read the worksheet at `place`.

    Raises:
        Unfit: damaged, or larger than a workbook of ours can be.
    """
    walker = _SheetWalker(context, budget)
    walk(package.stream(place.part), walker)
    walker.rows.sort(key=lambda row: row.number)
    return Sheet(
        place.name,
        place.hidden,
        tuple(walker.rows),
        tuple(walker.merged),
        tuple(walker.strays),
        walker.stray_count,
    )


class _SheetWalker(TextWalker):
    """Follows rows, cells and merged ranges. Colours, validations and drawings are not looked at."""

    def __init__(self, context: Context, budget: Budget) -> None:
        super().__init__(budget)
        self.rows: list[Row] = []
        self.merged: list[Area] = []
        self.strays: list[str] = []
        self.stray_count = 0
        self._context = context
        self._row = 0
        self._row_text = ""
        self._in_row = False
        self._cells: list[Cell] = []
        self._met = 0
        self._column = 0
        self._in_cell = False
        self._type = "n"
        self._style = "0"
        self._raw: str | None = None
        self._formula = False
        self._serial: Decimal | None = None
        self._percent = False
        self.opens |= sheet_tags(
            {
                "row": self._open_row,
                "c": self._open_cell,
                "v": self._open_value,
                "f": self._open_formula,
                "mergeCell": self._merge,
            }
        )
        self.closes |= sheet_tags({"row": self._close_row, "c": self._close_cell, "v": self._close_value})

    def _open_row(self, attributes: Attributes) -> None:
        if self._in_row:
            raise Unfit(refusals.DAMAGED)
        number = attributes.get("r")
        if number is None:
            self._row += 1
        elif _WHOLE.fullmatch(number):
            self._row = int(number)
        else:
            raise Unfit(refusals.DAMAGED)
        if self._row > _LAST_ROW:
            raise Unfit(refusals.DAMAGED)
        self._row_text = str(self._row)
        self._in_row = True
        self._column = 0
        self._met = 0

    def _close_row(self) -> None:
        self._in_row = False
        self.budget.spend(cells=self._met)
        cells, self._cells = self._cells, []
        if cells:
            columns = {cell.column for cell in cells}
            if len(columns) < len(cells):
                raise Unfit(refusals.DAMAGED)
            cells.sort(key=_by_column)
            self.rows.append(Row(self._row, tuple(cells)))

    def _open_cell(self, attributes: Attributes) -> None:
        if self._in_cell or not self._in_row:
            raise Unfit(refusals.DAMAGED)
        name = attributes.get("r")
        if name is None:
            self._column += 1
        else:
            letters = name.removesuffix(self._row_text)
            self._column = _COLUMNS.get(letters) or _column(letters)
        if self._column > _LAST_COLUMN:
            raise Unfit(refusals.DAMAGED)
        self._in_cell = True
        self._met += 1
        self._type = attributes.get("t", "n")
        self._style = attributes.get("s", "0")
        self._raw = None
        self._formula = False
        self._serial = None
        self._percent = False

    def _open_value(self, attributes: Attributes) -> None:
        self.pieces.clear()
        self.listening = True

    def _close_value(self) -> None:
        self._raw = self.heard()

    def _open_formula(self, attributes: Attributes) -> None:
        self._formula = True

    def _close_cell(self) -> None:
        self._in_cell = False
        value = self._value()
        if value is None and not self._formula:
            return
        if self._row > LIMITS.rows or self._column > self._context.columns:
            self._stray()
            return
        cell = Cell(self._row, self._column, value, self._formula, self._serial, self._percent)
        # A text from the list was counted there, once.
        own = value if self._serial is None else self._serial
        self.budget.spend(held=_CELL_BYTES if self._type == "s" else _CELL_BYTES + own.__sizeof__())
        self._cells.append(cell)

    def _stray(self) -> None:
        self.stray_count += 1
        if self.stray_count > LIMITS.strays:
            raise Unfit(refusals.TOO_MUCH)
        if len(self.strays) < _STRAYS_NAMED:
            self.strays.append(ref(self._row, self._column))

    def _value(self) -> Value | None:
        """What the cell that just ended shows, or None for nothing (or nothing calculated yet)."""
        kind, raw = self._type, self._raw
        if kind == "inlineStr":
            return unescaped(self.heard()) or None
        if raw is None:
            return None
        if kind == "s":
            return self._shared(raw)
        if kind == "n":
            return self._number(raw)
        if kind == "str":
            # A formula may well have calculated an empty text; that is not the same as no result.
            return unescaped(raw) if raw or self._formula else None
        raw = raw.strip()
        if not raw:
            return None
        if kind == "e":
            return CellError(raw[:_RAW_SHOWN])
        if kind == "b":
            return {"1": True, "0": False, "true": True, "false": False}.get(raw, Garbled(raw[:_RAW_SHOWN]))
        if kind == "d":
            moment = from_iso(raw)
            return Garbled(raw[:_RAW_SHOWN]) if moment is None else moment
        return Garbled(raw[:_RAW_SHOWN])

    def _shared(self, raw: str) -> str | None:
        texts = self._context.texts
        if texts is None:
            raise Unfit(refusals.TEXTS_LOST)
        raw = raw.strip()
        if not raw:
            return None
        if not _PLACE.fullmatch(raw):
            raise Unfit(refusals.DAMAGED)
        place = int(raw)
        if place >= len(texts):
            raise Unfit(refusals.DAMAGED)
        return texts[place] or None

    def _number(self, raw: str) -> Value | None:
        raw = raw.strip()
        if not raw:
            return None
        if len(raw) > _LONGEST_NUMBER or not _NUMBER.fullmatch(raw):
            return Garbled(raw[:_RAW_SHOWN])
        number = Decimal(raw)
        if abs(number.adjusted()) > _LARGEST_EXPONENT:
            return Garbled(raw[:_RAW_SHOWN])
        if len(raw) > _SHOWN_DIGITS:
            number = _rounded(number)
        if self._style in self._context.styles.dates:
            moment = from_serial(number, self._context.starts_1904)
            if moment is not None:
                self._serial = number
                return moment
        self._percent = self._style in self._context.styles.percentages
        return number

    def _merge(self, attributes: Attributes) -> None:
        found = _AREA_NAME.fullmatch(attributes.get("ref", ""))
        if found is None:
            return
        if len(self.merged) >= LIMITS.merged:
            raise Unfit(refusals.TOO_MUCH)
        columns = sorted((_column(found[1]), _column(found[3])))
        rows = sorted((int(found[2]), int(found[4])))
        self.merged.append(Area(rows[0], columns[0], rows[1], columns[1]))


def _column(letters: str) -> int:
    """The column that `letters` name, counted from 1."""
    if not _LETTERS.fullmatch(letters):
        raise Unfit(refusals.DAMAGED)
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column


def _rounded(number: Decimal) -> Decimal:
    digits = len(number.as_tuple().digits)
    if digits <= _SHOWN_DIGITS:
        return number
    return round(number, _SHOWN_DIGITS - 1 - number.adjusted()).normalize()
