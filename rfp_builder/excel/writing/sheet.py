"""One sheet in the making. Rows and columns count from 1, as in `Cell`; what XlsxWriter refuses is raised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from rfp_builder.errors import Refused
from rfp_builder.excel.cells import LONGEST_TEXT
from rfp_builder.excel.reading.values import column_letters, ref
from rfp_builder.excel.writing import pages
from rfp_builder.excel.writing.heights import row_height
from rfp_builder.excel.writing.look import Look, face
from rfp_builder.i18n import Phrase
from rfp_builder.text.width import truncate

if TYPE_CHECKING:
    from rfp_builder.excel.writing.book import Book

_SPLITS_CHARACTERS = LONGEST_TEXT // 2
_HEADER_CELLS = 60
_TOO_LONG = (
    Phrase("文章が長すぎて、Excelのセルに入りません。", "A text is too long for a cell of Excel."),
    Phrase(
        "シート「{sheet}」のセル {cell} に{n}文字あります（上限は32,767文字）。",
        "Cell {cell} of sheet “{sheet}” would hold {n} characters; 32,767 fit.",
    ),
    Phrase("文章を分けるか、短くしてください。", "Please split or shorten it."),
)


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula in English function names without "=" and the result it has as the file is written."""

    text: str
    result: str | int | Decimal


CellValue = str | int | Decimal | bool | date | Formula | None


class SheetWriter:
    """Writes cells and remembers what the row heights need. Obtained from `Book.sheet`."""

    def __init__(self, book: Book, sheet: Any, name: str) -> None:
        self.book = book
        self.name = name
        self._sheet = sheet
        self._widths: dict[int, int] = {}
        self._heights: dict[int, int] = {}
        sheet.hide_gridlines(2)

    @property
    def quoted_name(self) -> str:
        """The sheet's name as formulas of other sheets spell it."""
        return "'" + self.name.replace("'", "''") + "'"

    def widths(self, widths: Sequence[int]) -> None:
        """Set the widths of the columns from the first on, in half-width characters."""
        for column, width in enumerate(widths, start=1):
            self._widths[column] = width
            _done(self._sheet.set_column(column - 1, column - 1, width))

    def put(
        self, row: int, column: int, value: CellValue, look: Look = Look.GUIDE, **changes: object
    ) -> None:
        """Write one cell. A text is written as a text whatever it begins with.

        Raises:
            Refused: a text is longer than a cell can hold.
        """
        style = self.book.format(look, quoted=isinstance(value, str), **changes)
        self.put_as(row, column, value, style)

    def put_as(self, row: int, column: int, value: CellValue, style: Any) -> None:
        """Write one cell in a format of `Book.format`."""
        sheet, at = self._sheet, (row - 1, column - 1)
        if value is None:
            code = sheet.write_blank(*at, None, style)
        elif isinstance(value, str):
            if len(value) > _SPLITS_CHARACTERS:
                self._refuse_too_long(row, column, value)
            code = sheet.write_string(*at, value, style)
        elif isinstance(value, bool):
            code = sheet.write_boolean(*at, value, style)
        elif isinstance(value, int | Decimal):
            # A number of a sheet is binary; sixteen digits keep every amount and every point exact.
            code = sheet.write_number(*at, value, style)
        elif isinstance(value, date):
            code = sheet.write_datetime(*at, datetime(value.year, value.month, value.day), style)
        else:
            result = value.result if isinstance(value.result, str) else float(value.result)
            code = sheet.write_formula(*at, f"={value.text}", style, result)
        _done(code)

    def merge(
        self, first: int, left: int, last: int, right: int, text: str, look: Look, **changes: object
    ) -> None:
        """Write a text over a rectangle of cells. The rows of such a sheet keep the heights they are given.

        Raises:
            Refused: the text is longer than a cell can hold.
        """
        if (first, left) != (last, right):
            style = self.book.format(look, quoted=False, **changes)
            _done(self._sheet.merge_range(first - 1, left - 1, last - 1, right - 1, "", style))
        self.put(first, left, text, look, **changes)

    def row(self, row: int, cells: Mapping[int, tuple[CellValue, Look]]) -> None:
        """Write several cells of a row and make it as high as they need."""
        for column, (value, look) in cells.items():
            self.put(row, column, value, look)
        self.fit(row, {column: value for column, (value, _) in cells.items() if isinstance(value, str)})

    def fit(self, row: int, texts: Mapping[int, str], *, least: int = 1) -> None:
        """Make a row high enough for the wrapped texts in its columns, and for `least` lines."""
        height = row_height(
            ((text, self._widths[column]) for column, text in texts.items()), self.book.lang, least
        )
        if height is not None:
            self.high(row, height)

    def high(self, row: int, pixels: int) -> None:
        """Set the height of a row."""
        self._heights[row] = pixels
        _done(self._sheet.set_row_pixels(row - 1, pixels))

    def link(self, row: int, column: int, target: SheetWriter, cell: str, text: str) -> None:
        """A text that leads to a cell of another sheet."""
        style = self.book.format(Look.LINK)
        _done(
            self._sheet.write_url(row - 1, column - 1, f"internal:{target.quoted_name}!{cell}", style, text)
        )

    def validate(self, area: str, rule: Mapping[str, object]) -> None:
        """Lay a rule of entry (XlsxWriter's options) over an area such as F5:F104."""
        _done(self._sheet.data_validation(area, dict(rule)))

    def when(self, area: str, formula: str, **props: object) -> None:
        """Change the format of the cells of an area wherever `formula`, written for its first cell, holds."""
        style = self.book.emphasis(**props)
        _done(
            self._sheet.conditional_format(
                area, {"type": "formula", "criteria": f"={formula}", "format": style}
            )
        )

    def put_chart(self, cell: str, chart: Any, **options: object) -> None:
        """Place a chart with its corner at a cell."""
        _done(self._sheet.insert_chart(cell, chart, options))

    def filter(self, area: str) -> None:
        """Offer to filter the table in `area`, heading row included."""
        _done(self._sheet.autofilter(area))

    def freeze(self, row: int, column: int) -> None:
        """Keep what is above `row` and left of `column` in sight."""
        self._sheet.freeze_panes(row - 1, column - 1)

    def start_at(self, cell: str) -> None:
        """Where the cursor stands when the sheet is opened."""
        self._sheet.set_selection(cell)

    def open_here(self) -> None:
        """Open the workbook on this sheet."""
        self._sheet.activate()
        self._sheet.set_first_sheet()

    def tab(self, colour: str) -> None:
        """Colour the sheet's tab."""
        self._sheet.set_tab_color(colour)

    def protect(self) -> None:
        """Lock all cells but the ones to fill in. Rows and columns may still be sized and rows filtered."""
        self._sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})

    def print_setup(
        self,
        *,
        header: str,
        marking: str,
        footer: str,
        repeat: tuple[int, int] | None = None,
        portrait: bool = False,
    ) -> None:
        """A4, one page wide; the running title left and its marking right, what it is and the page below.

        `repeat` are the first and last heading row, which stand on every page.
        """
        sheet = self._sheet
        sheet.set_paper(9)
        if not portrait:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
        if repeat is not None:
            sheet.repeat_rows(repeat[0] - 1, repeat[1] - 1)
        _done(sheet.set_header(f"&L{_plain(header)}&R{_plain(marking)}"))
        _done(sheet.set_footer(f"&L{_plain(footer)}&C{_plain(self.name)}&R&P / &N"))

    def print_whole(self, groups: Sequence[tuple[int, int]], right: int, head: int, least: int = 100) -> None:
        """Break pages between groups of rows (first, last) only, as far as a group fits on a landscape page.

        `right` is the last column on the paper, `head` the row that is repeated, `least` the per cent down to
        which the print is made smaller for the highest group to fit. Called after `print_setup`: Excel keeps
        to page breaks only where the size of the print is fixed.
        """
        font = face(self.book.lang)
        scale = pages.print_scale([self._widths[column] for column in range(1, right + 1)], font.digit)
        usual = font.line
        heights = [sum(self._heights.get(row, usual) for row in range(a, b + 1)) for a, b in groups]
        above = sum(self._heights.get(row, usual) for row in range(1, groups[0][0]))
        repeated = self._heights.get(head, usual)
        scale = pages.scale_of_whole(max(heights) + max(above, repeated), scale, least)
        begun = pages.begun_pages(heights, scale, above, repeated)
        self._sheet.set_print_scale(scale)
        self._sheet.set_h_pagebreaks([groups[place][0] - 1 for place in begun])

    def print_only(self, area: str) -> None:
        """Leave what lies outside `area` off the paper."""
        _done(self._sheet.print_area(area))

    def _refuse_too_long(self, row: int, column: int, text: str) -> None:
        units = len(text.encode("utf-16-le", "surrogatepass")) // 2
        if units > LONGEST_TEXT:
            what, why, remedy = _TOO_LONG
            raise Refused(what, why.fill(sheet=self.name, cell=ref(row, column), n=f"{units:,}"), remedy)


def area(first: int, left: int, last: int, right: int) -> str:
    """The name of a rectangle of cells: F5:F104."""
    return f"{ref(first, left)}:{ref(last, right)}"


def absolute(first: int, left: int, last: int, right: int) -> str:
    """The name of a rectangle that stays put when a formula is copied: $F$5:$F$104."""
    return f"${column_letters(left)}${first}:${column_letters(right)}${last}"


def _plain(text: str) -> str:
    """A text for a header or footer: one short line, in which & commands nothing."""
    return truncate(text, _HEADER_CELLS).replace("&", "&&")


def _done(code: object) -> None:
    """Raise what XlsxWriter reports by a number only."""
    if code:
        raise ValueError(f"XlsxWriter refused to write ({code})")
