"""Writing a table by the very columns that read it back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from rfp_builder.excel.columns import ColumnSpec, Kind
from rfp_builder.excel.reading.values import column_letters, ref
from rfp_builder.excel.writing.look import Look
from rfp_builder.excel.writing.sheet import CellValue, SheetWriter, absolute, area
from rfp_builder.i18n import Phrase
from rfp_builder.text.currency import minor_digits
from rfp_builder.text.width import cell_width

_GIVEN = {
    Kind.ID: Look.ID,
    Kind.TEXT: Look.TEXT,
    Kind.CHOICE: Look.CENTRED,
    Kind.AMOUNT: Look.NUMBER,
    Kind.NUMBER: Look.NUMBER,
    Kind.PERCENT: Look.PERCENT,
    Kind.DATE: Look.DATE,
    Kind.BOOL: Look.CENTRED,
}
_INPUT = {
    Kind.TEXT: Look.INPUT_TEXT,
    Kind.CHOICE: Look.INPUT_CHOICE,
    Kind.AMOUNT: Look.INPUT_NUMBER,
    Kind.NUMBER: Look.INPUT_NUMBER,
    Kind.PERCENT: Look.INPUT_PERCENT,
    Kind.DATE: Look.INPUT_DATE,
    Kind.BOOL: Look.INPUT_CHOICE,
}
_NUMERIC = frozenset({Kind.AMOUNT, Kind.NUMBER, Kind.PERCENT})
_CENTRED = 14
"""Cells of a choice that may stand in the middle; a column with longer ones begins at the left."""
_NAMED: Mapping[str, Any] = MappingProxyType({"align": "left", "indent": 1, "text_wrap": True})
YES_NO = {True: Phrase("はい", "yes"), False: Phrase("いいえ", "no")}

_CHECK_ENTRY = Phrase("入力内容の確認", "Please check")
_PICK = Phrase("一覧から選んでください。", "Please pick an entry of the list.")
_NUMBER = Phrase(
    "数値だけを入力してください（「円」などの単位は不要です）。",
    "Please enter the number alone, without a unit.",
)
_DATE = Phrase("日付を 2027/4/1 のように入力してください。", "Please enter a date like 2027-04-01.")


@dataclass(frozen=True, slots=True)
class TableLine:
    """One row to write: values by column key, amounts of money in the smallest unit of their currency."""

    values: Mapping[str, CellValue]
    opened: frozenset[str] = field(default_factory=frozenset)
    """Given columns that are to be filled in in this row."""
    closed: frozenset[str] = field(default_factory=frozenset)
    """Columns to fill in that do not apply to this row."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A table as written: where it stands, the number of each column, and what was put into its rows."""

    sheet: SheetWriter
    head: int
    first: int
    last: int
    columns: Mapping[str, int]
    lines: Sequence[TableLine]

    def cell(self, row: int, key: str) -> str:
        """The name of a cell: F7."""
        return ref(row, self.columns[key])

    def area(self, key: str, until: str | None = None) -> str:
        """The cells of a column (or of the columns up to `until`), for rules: F5:F104."""
        return area(self.first, self.columns[key], self.last, self.columns[until or key])

    def span(self, key: str, until: str | None = None) -> str:
        """The same for formulas of any sheet: 'Price'!$F$5:$F$104."""
        cells = absolute(self.first, self.columns[key], self.last, self.columns[until or key])
        return f"{self.sheet.quoted_name}!{cells}"

    @property
    def whole(self) -> str:
        """The table with its heading row."""
        return area(self.head, min(self.columns.values()), self.last, max(self.columns.values()))


def write_table(
    sheet: SheetWriter, columns: Sequence[ColumnSpec], lines: Iterable[TableLine], *, top: int, least: int = 1
) -> Placed:
    """Write headings into row `top` and the lines below, with formats, heights and rules of entry.

    Texts of answers that are choices are the choice's value; it is written as its label. `least`: lines of
    text that every row has room for. The widths of the columns are set too.

    Raises:
        Refused: a text is longer than a cell can hold.
    """
    sheet.widths([column.width for column in columns])
    lang = sheet.book.lang
    for number, column in enumerate(columns, start=1):
        look = Look.HEAD_NUMBER if column.kind in _NUMERIC else Look.HEAD
        sheet.put(top, number, column.heading.to(lang), look)
    sheet.fit(top, {n: column.heading.to(lang) for n, column in enumerate(columns, start=1)})
    pens = [_Pen(sheet, number, column) for number, column in enumerate(columns, start=1)]
    written = tuple(lines)
    for row, line in enumerate(written, start=top + 1):
        texts = {}
        for pen in pens:
            text = pen.write(row, line)
            if text:
                texts[pen.number] = text
        sheet.fit(row, texts, least=least)
    numbers = {column.key: n for n, column in enumerate(columns, start=1)}
    placed = Placed(sheet, top, top + 1, top + len(written), numbers, written)
    if written:
        for pen in pens:
            pen.lay_rules(placed)
    return placed


class _Pen:
    """Writes the cells of one column."""

    def __init__(self, sheet: SheetWriter, number: int, column: ColumnSpec) -> None:
        self.number = number
        self._sheet = sheet
        self._column = column
        book = sheet.book
        digits = minor_digits(column.currency) if column.kind is Kind.AMOUNT else 0
        fine: dict[str, Any] = {"num_format": f"#,##0.{'0' * digits}"} if digits else {}
        self._scale = Decimal(1).scaleb(-digits)
        given, to_fill = _GIVEN[column.kind], _INPUT.get(column.kind, Look.TEXT)
        usual = to_fill if column.is_answer else given
        self._labels = {choice.value: choice.label.to(book.lang) for choice in column.choices}
        long = any(cell_width(label) > _CENTRED for label in self._labels.values())
        side = _NAMED if long else {}
        self._plain: Any = book.format(usual, **fine, **side)
        self._plain_text: Any = book.format(usual, quoted=True, **side)
        self._input: Any = book.format(to_fill, **fine, **side)
        self._input_text: Any = book.format(to_fill, quoted=True, **side)
        self._closed: Any = book.format(Look.CLOSED)
        self._key = column.key
        self._is_worded = column.kind in (Kind.CHOICE, Kind.BOOL, Kind.AMOUNT)
        self._opened: list[int] = []

    def write(self, row: int, line: TableLine) -> str:
        """Write the cell of one line; gives back its text if it may have to be wrapped."""
        key = self._key
        value = line.values.get(key)
        if value is not None and self._is_worded:
            value = self._worded(value)
        is_text = isinstance(value, str)
        if line.closed and key in line.closed:
            style = self._closed
        elif line.opened and key in line.opened:
            style = self._input_text if is_text else self._input
            self._opened.append(row)
        else:
            style = self._plain_text if is_text else self._plain
        self._sheet.put_as(row, self.number, value, style)
        return value if isinstance(value, str) else ""

    def _worded(self, value: CellValue) -> CellValue:
        """A value of a column whose cells show something else."""
        if isinstance(value, bool):
            return YES_NO[value].to(self._sheet.book.lang)
        if isinstance(value, str):
            return self._labels[value] if self._labels else value
        return value * self._scale if isinstance(value, int) else value

    def lay_rules(self, placed: Placed) -> None:
        """Lay the rules of entry over the cells to fill in."""
        letters = column_letters(self.number)
        areas = [f"{letters}{row}" for row in self._opened]
        if self._column.is_answer:
            areas = [placed.area(self._column.key)]
        rule = self._rule()
        for place in areas:
            if rule:
                self._sheet.validate(place, rule)
            if self._column.kind is Kind.NUMBER:
                first = place.partition(":")[0]
                self._sheet.when(
                    place, f"AND(ISNUMBER({first}),{first}<>INT({first}))", num_format="#,##0.0###"
                )

    def _rule(self) -> dict[str, object]:
        column, lang = self._column, self._sheet.book.lang
        rule: dict[str, object] = {}
        message = None
        if column.kind in (Kind.CHOICE, Kind.BOOL):
            labels = list(self._labels.values()) or [label.to(lang) for label in YES_NO.values()]
            rule = {"validate": "list", "source": self._sheet.book.pick_list(labels)}
            message = _PICK
        elif column.kind in _NUMERIC:
            rule = {"validate": "decimal", "criteria": ">=", "value": -(10**15)}
            message = _NUMBER
        elif column.kind is Kind.DATE:
            rule = {"validate": "date", "criteria": ">=", "value": "=1"}
            message = _DATE
        elif column.prompt is not None:
            rule = {"validate": "any"}
        if message is not None:
            rule |= {"error_title": _CHECK_ENTRY.to(lang), "error_message": message.to(lang)}
        if column.prompt is not None:
            heading = column.heading.to(lang)
            rule |= {"input_title": heading[:32], "input_message": column.prompt.to(lang)[:255]}
        return rule
