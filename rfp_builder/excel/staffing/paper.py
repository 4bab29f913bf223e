"""Sheets of the staffing workbook: their top, sections, shades, and numbers as cells hold them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from rfp_builder.excel.evaluation.places import at
from rfp_builder.excel.staffing import names
from rfp_builder.excel.writing.book import Book
from rfp_builder.excel.writing.heights import row_height
from rfp_builder.excel.writing.look import WARM, WARM_FILL, Look, face
from rfp_builder.excel.writing.sheet import CellValue, Formula, SheetWriter
from rfp_builder.excel.writing.sheet import area as rectangle
from rfp_builder.i18n import Lang, Phrase, Speakable

ONE_DIGIT = "#,##0.0"
TWO_DIGITS = "#,##0.00"
LONG_DATES = MappingProxyType(
    {Lang.JA: '[$-411]yyyy"年"m"月"d"日（"aaa"）"', Lang.EN: "[$-409]ddd d mmmm yyyy"}
)
"""Number formats that show a date as `show_date` writes it."""
_CALM, _DENSE = "#FFFFFF", "#E3A15F"
_ABOVE = "#8FB3D9"
_WIDER = 11
"""The part of a sheet's width that is left free on the paper."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell that others point to, and what it shows."""

    cell: str
    """With the name of its sheet."""
    result: int | Decimal | str

    @property
    def pointed(self) -> Formula:
        """A formula that shows the same."""
        return Formula(self.cell, self.result)


class StaffingSheet(SheetWriter):
    """A sheet with shades of colour under its numbers, hidden columns, and rows that stay together."""

    def __init__(self, book: Book, sheet: Any, name: str) -> None:
        super().__init__(book, sheet, name)
        self.left = 1
        """The first column that is seen."""
        self.groups: list[tuple[int, int]] = []
        """First and last rows that a page break does not part."""
        self.repeated: tuple[int, int] | None = None
        """First and last heading row that stands on every page from there on."""
        self.least_scale = 100
        """Per cent down to which the print is made smaller so that rows that stay together fit on a page."""
        self._printed: int | None = None

    def keep(self, first: int, last: int) -> None:
        """Keep rows on one page as far as they fit; called from top to bottom."""
        self.groups.append((first, last))

    def keep_each(self, first: int, last: int) -> None:
        """Let pages break between any two rows."""
        self.groups += [(row, row) for row in range(first, last + 1)]

    def say(self, text: Speakable) -> str:
        """A text in the language of the workbook."""
        return text.to(self.book.lang)

    def top(self, title: Phrase, line: Phrase) -> None:
        """The first three rows: what the sheet is called, whom it is for, and what it is."""
        self.put(1, self.left, self.say(title), Look.TITLE)
        self.high(1, 34)
        self.put(2, self.left, self.say(names.KEEP_IN), Look.WARNING)
        self.put(3, self.left, self.say(line), Look.GUIDE)

    def section(self, row: int, title: Speakable) -> int:
        """A heading within the sheet; gives back the row below."""
        self.put(row, self.left, self.say(title), Look.SUBTITLE)
        self.high(row, 28)
        return row + 1

    def note(self, row: int, text: Speakable, right: int) -> int:
        """A remark over the columns up to `right`; gives back the row below."""
        said = self.say(text)
        self.merge(row, self.left, row, right, said, Look.PARAGRAPH)
        self.fit_wide(row, [(said, sum(self.width(column) for column in range(self.left, right + 1)))])
        return row + 1

    def head(self, row: int, cells: Sequence[tuple[Speakable, Look]], first: int | None = None) -> int:
        """A row of headings; gives back the row below."""
        start = self.left if first is None else first
        texts = {}
        for column, (text, look) in enumerate(cells, start=start):
            texts[column] = self.say(text)
            self.put(row, column, texts[column], look)
        self.fit(row, texts)
        return row + 1

    def print_part(self, last: int, right: int) -> None:
        """Print no more than down to a row and to a column."""
        self.print_only(rectangle(1, self.left, last, right))
        self._printed = right

    @property
    def printed(self) -> int:
        """The last column that is printed."""
        return self._printed or max(self._widths)

    def break_pages(self) -> None:
        """Break pages between groups of rows only. Called after `print_setup`."""
        if not self.groups:
            return
        right, widths = self.printed, self._widths
        head = self.repeated[0] if self.repeated else 1
        if self.book.lang is Lang.JA:
            self.print_whole(self.groups, right, head, self.least_scale)
            return
        # Fonts that stand in for Arial are wider: what no longer fits would be a page of its own.
        beyond = -(-sum(widths[column] for column in range(1, right + 1)) // _WIDER)
        self._widths = {**widths, right + 1: beyond}
        self.print_whole(self.groups, right + 1, head, self.least_scale)
        self._widths = widths

    def fit_wide(self, row: int, texts: Sequence[tuple[str, int]]) -> None:
        """Make a row high enough for wrapped texts, each with the width of its cells, merged or not."""
        self.high(row, row_height(texts, self.book.lang) or self.line)

    def width(self, column: int) -> int:
        """Of a column, in half-width characters."""
        return self._widths[column]

    @property
    def line(self) -> int:
        """Pixels of a row with one line of text."""
        return face(self.book.lang).line

    def show(self, row: int, column: int, value: CellValue, look: Look, **changes: object) -> Shown:
        """Write a number that formulas elsewhere point to."""
        self.put(row, column, value, look, **changes)
        result = value.result if isinstance(value, Formula) else value
        if isinstance(result, bool) or not isinstance(result, int | Decimal | str):
            raise TypeError("formulas point to numbers and texts")
        return Shown(at(self, row, column), result)

    def hide(self, column: int) -> None:
        """Keep a column out of sight."""
        self._sheet.set_column(column - 1, column - 1, None, None, {"hidden": True})

    def shade(self, area: str) -> None:
        """Shade an area from the smallest number to the largest."""
        self._sheet.conditional_format(
            area, {"type": "2_color_scale", "min_color": _CALM, "max_color": _DENSE}
        )

    def shade_difference(self, area: str) -> None:
        """Shade what is above nothing, the more the darker, and mark what is below."""
        self._sheet.conditional_format(
            area,
            {
                "type": "2_color_scale",
                "min_type": "num",
                "min_value": 0,
                "min_color": _CALM,
                "max_color": _ABOVE,
            },
        )
        first = area.partition(":")[0]
        self.when(area, f"{first}<0", bg_color=WARM_FILL, font_color=WARM, bold=True)


class StaffingBook(Book):
    """A workbook of such sheets."""

    def page(self, name: Phrase) -> StaffingSheet:
        """A new sheet."""
        said = name.to(self.lang)
        return StaffingSheet(self, self._book.add_worksheet(said), said)


def quoted(text: str) -> str:
    """A text as a formula holds it."""
    return '"' + text.replace('"', '""') + '"'
