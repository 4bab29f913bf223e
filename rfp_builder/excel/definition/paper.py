"""Sheets of forms: with a hidden column of keys, rows that fold away, and names for what lists pick from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rfp_builder.excel.definition import layout
from rfp_builder.excel.writing.book import Book
from rfp_builder.excel.writing.heights import row_height
from rfp_builder.excel.writing.look import ACCENT, GREY, Look, face
from rfp_builder.excel.writing.sheet import SheetWriter, absolute
from rfp_builder.text.width import cell_width

_NOT_FIRST = "、。，．）」』】〉》・ー！？"
_KEY_WIDTH = 4


class FormSheet(SheetWriter):
    """A sheet whose first column, hidden, says what each row is."""

    def columns(self, widths: Sequence[int]) -> None:
        """Set the widths of the visible columns, and hide the keys."""
        self.widths((_KEY_WIDTH, *widths))
        self._sheet.set_column(layout.KEYS - 1, layout.KEYS - 1, _KEY_WIDTH, None, {"hidden": True})
        # The sign that unfolds a row stands at the row above it.
        self._sheet.outline_settings(True, False, True, False)

    def key(self, row: int, key: str) -> None:
        """Say what a row is."""
        self.put(row, layout.KEYS, key, Look.ID)

    def size(
        self,
        row: int,
        texts: Mapping[int, str],
        *,
        least: int = 1,
        folded: bool = False,
        unfolds: bool = False,
    ) -> None:
        """Make a row as high as its texts need. `folded` rows are hidden; the row before `unfolds` them."""
        fitting = ((text, self._widths[column]) for column, text in texts.items() if text)
        height = row_height(fitting, self.book.lang, least) or face(self.book.lang).line
        options: dict[str, object] = {"level": 1, "hidden": True} if folded else {}
        if unfolds:
            options["collapsed"] = True
        self._sheet.set_row_pixels(row - 1, height, None, options)

    def band(self, row: int, text: str, last: int) -> None:
        """A heading across the columns up to `last`."""
        self.put(row, layout.LABELS, text, Look.SUBTITLE, font_color="#FFFFFF", bg_color=ACCENT)
        for column in range(layout.LABELS + 1, last + 1):
            self.put(row, column, None, Look.SUBTITLE, bg_color=ACCENT)
        self.high(row, face(self.book.lang).line + 8)

    def lines(
        self,
        row: int,
        text: str,
        last: int,
        *,
        look: Look = Look.GUIDE,
        bold: bool = False,
        grey: bool = False,
    ) -> int:
        """A paragraph over the empty cells up to column `last`, in as many rows as it needs.

        Gives the row behind it.
        """
        width = sum(self._widths[column] for column in range(layout.LABELS, last + 1)) - 2
        style: dict[str, object] = ({"bold": True} if bold else {}) | ({"font_color": GREY} if grey else {})
        for line in broken(text, width):
            self.key(row, layout.TEXT)
            self.put(row, layout.LABELS, line, look, **style)
            row += 1
        return row

    def large_print(self) -> None:
        """Print on A3: tables with two languages are wide."""
        self._sheet.set_paper(8)


class FormBook(Book):
    """A workbook of forms."""

    def form(self, name: str) -> FormSheet:
        """A new sheet of a form."""
        return FormSheet(self, self._book.add_worksheet(name), name)

    def name_area(self, name: str, sheet: SheetWriter, column: int, first: int, last: int) -> None:
        """Give cells a name that drop-down lists refer to; it grows when rows are inserted."""
        code = self._book.define_name(name, f"={sheet.quoted_name}!{absolute(first, column, last, column)}")
        if code:
            raise ValueError(f"XlsxWriter refused the name {name}")

    def hidden_lines(self, name: str, lines: Iterable[Sequence[str]]) -> None:
        """A very hidden sheet of texts."""
        sheet = self._book.add_worksheet(name)
        for row, line in enumerate(lines):
            for column, text in enumerate(line):
                sheet.write_string(row, column, text)
        sheet.protect()
        sheet.very_hidden()


def broken(text: str, width: int) -> list[str]:
    """The lines of a text of the catalogue in a column of `width` half-width characters."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for piece in _pieces(paragraph):
            if line and cell_width(line + piece.rstrip()) > width:
                lines.append(line.rstrip())
                line = piece.lstrip()
            else:
                line += piece
        lines.append(line.rstrip())
    return lines


def _pieces(text: str) -> list[str]:
    """What a line may be broken between: words with the space behind them, single Japanese characters."""
    pieces: list[str] = []
    for char in text:
        joins = bool(pieces) and (
            char in _NOT_FIRST or (char.isascii() and pieces[-1][-1].isascii() and pieces[-1][-1] != " ")
        )
        if joins:
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces
