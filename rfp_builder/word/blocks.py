"""Paragraphs and tables as finished XML. How they look is up to the styles of the template."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import repeat

from markupsafe import Markup

from rfp_builder.word.styles import Styles
from rfp_builder.word.widths import PADDING, TEXT_WIDTH
from rfp_builder.word.xml import text_element

Cell = str
"""Plain text, or finished paragraphs (`Markup`)."""

_LABEL_WIDTH = 2300
_CARD_LABEL = 1700
_CELL_END = "</w:r></w:p></w:tc>"
_KEPT_ROWS = 2
"""So many rows at the end of a table stay on one page."""
_WHOLE = "<w:trPr><w:cantSplit/></w:trPr>"
_KEPT_LINES = 8
"""A row with more lines may go on on the next page; shorter ones leave no hole worth breaking them."""
_FULL_WIDTH = 180
"""A full-width letter of the style Table Text, in twentieths of a point."""
_TAG = re.compile(r"<[^>]+>")


class Shade(Enum):
    """Background of a row; its meaning always stands in words as well."""

    NONE = ""
    GROUP = "EEF2F7"
    ATTENTION = "FDF1E3"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `width` in twentieths of a point."""

    heading: str
    width: int
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row that differs from the others."""

    cells: Sequence[Cell]
    shade: Shade = Shade.NONE
    style: str = "Table Text"
    """Paragraph style of the columns that hold no numbers."""
    numbers: str = "Table Number"
    """That of the others."""
    fills: Sequence[str] = ()
    """Background of each cell, in place of the row's."""
    with_next: bool = False
    """Stays on one page with the row below it."""


def run(text: str, style: str = "") -> Markup:
    """A run of text; `style` is the id of a character style."""
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return Markup(f"<w:r>{look}{text_element(text)}</w:r>")


def paragraph(style: str, text: str, *, lead: str = "") -> Markup:
    """A paragraph in the style with the id `style`; `lead` is finished runs before its text."""
    return Markup(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{lead}{run(text) if text else ""}</w:p>')


def table(
    styles: Styles,
    columns: Sequence[Column],
    rows: Iterable[Row | Sequence[Cell]],
    *,
    on_one_page: bool = False,
) -> Markup:
    """A table with the gap after it. Its heading row is repeated; rows stay whole unless they are tall.

    `on_one_page`: it begins a new page rather than go on in one.
    """
    pieces = [_begin(styles["RFP Table"], [column.width for column in columns], heading=True)]
    pieces.append("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
    for column in columns:
        style = styles["Table Head Number" if column.numeric else "Table Head"]
        pieces.append(_cell_begin(column.width, style) + text_element(column.heading) + _CELL_END)
    pieces.append("</w:tr>")
    # The heading row has set the widths; thousands of rows need not repeat them.
    begins = [
        f"<w:tc>{_paragraph_begin(styles['Table Number' if column.numeric else 'Table Text'])}"
        for column in columns
    ]
    before = len(pieces)
    limits = [_most_letters(column.width) for column in columns]
    for row in rows:
        if isinstance(row, Row):
            pieces.append(_odd_row(styles, columns, row, limits))
        else:
            pieces.append(_row(begins, columns, row, limits))
    kept = 1 if on_one_page else max(before, len(pieces) - _KEPT_ROWS)
    for position in range(kept, len(pieces) - 1):
        may_split = not on_one_page and not pieces[position].startswith(_WHOLE, len("<w:tr>"))
        if not may_split and "<w:keepNext/>" not in pieces[position]:
            pieces[position] = _with_next(pieces[position])
    pieces.append(_end(styles))
    return Markup("".join(pieces))


def facts(styles: Styles, rows: Iterable[tuple[Cell, Cell]], label_width: int = _LABEL_WIDTH) -> Markup:
    """A table of labels and what belongs to them, with the gap after it."""
    widths = (label_width, TEXT_WIDTH - label_width)
    labels, texts = styles["Table Label"], styles["Table Text"]
    pieces = [_begin(styles["RFP Facts"], widths, heading=False)]
    limits = [_most_letters(width) for width in widths]
    for label, text in rows:
        pieces.append(
            f"<w:tr>{_hold((label, text), limits)}"
            f"{_cell(widths[0], labels, label)}{_cell(widths[1], texts, text)}</w:tr>"
        )
    pieces.append(_end(styles))
    return Markup("".join(pieces))


def card(styles: Styles, title: str, pairs: Sequence[tuple[str, Cell, bool]]) -> Markup:
    """One thing with its facts, on one page, two side by side; a fact marked True takes the whole line."""
    labels, texts = styles["Table Label"], styles["Table Text"]
    half = (_CARD_LABEL, TEXT_WIDTH // 2 - _CARD_LABEL)
    whole = TEXT_WIDTH - _CARD_LABEL
    rows = [_cell(TEXT_WIDTH, styles["Table Head"], title, Shade.GROUP.value, span=4)]
    waiting = ""
    for label, text, wide in pairs:
        name = _cell(half[0], labels, label)
        if wide:
            rows += [waiting + _cell(TEXT_WIDTH - sum(half), texts, "", span=2)] if waiting else []
            rows.append(name + _cell(whole, texts, text, span=3))
            waiting = ""
        elif waiting:
            rows.append(waiting + name + _cell(half[1], texts, text))
            waiting = ""
        else:
            waiting = name + _cell(half[1], texts, text)
    if waiting:
        rows.append(waiting + _cell(TEXT_WIDTH - sum(half), texts, "", span=2))
    kept = [_with_next(row) for row in rows[:-1]]
    inner = "".join(f"<w:tr>{_WHOLE}{row}</w:tr>" for row in (*kept, rows[-1]))
    return Markup(_begin(styles["RFP Table"], (*half, *half), heading=False) + inner + _end(styles))


def _with_next(cells: str) -> str:
    return cells.replace("</w:pPr>", "<w:keepNext/></w:pPr>")


def _most_letters(width: int) -> int:
    """Full-width letters that a cell of this width holds in a row that stays whole."""
    return (width - PADDING) // _FULL_WIDTH * _KEPT_LINES


def _hold(cells: Sequence[Cell], limits: Sequence[int]) -> str:
    """What keeps a row whole; nothing for a row so tall that it would leave a hole in the page above."""
    for cell, limit in zip(cells, limits, strict=False):
        if len(cell) > limit and _tall(cell, limit):
            return ""
    return _WHOLE


def _tall(cell: Cell, limit: int) -> bool:
    """Whether a cell has more lines than it should; `limit` is what these hold of full-width letters."""
    if isinstance(cell, Markup):
        cell = _TAG.sub("", cell)
    return len(cell) > (limit * 2 if cell.isascii() else limit)


def _row(
    begins: Sequence[str], columns: Sequence[Column], cells: Sequence[Cell], limits: Sequence[int]
) -> str:
    inner = "".join(
        _finished(column.width, cell) if isinstance(cell, Markup) else begin + text_element(cell) + _CELL_END
        for begin, column, cell in zip(begins, columns, cells, strict=True)
    )
    return f"<w:tr>{_hold(cells, limits)}{inner}</w:tr>"


def _odd_row(styles: Styles, columns: Sequence[Column], row: Row, limits: Sequence[int]) -> str:
    inner = "".join(
        _cell(
            column.width,
            styles[row.numbers if column.numeric else row.style],
            cell,
            fill,
        )
        for column, cell, fill in zip(columns, row.cells, row.fills or repeat(row.shade.value), strict=False)
    )
    made = f"<w:tr>{_WHOLE if row.with_next else _hold(row.cells, limits)}{inner}</w:tr>"
    return _with_next(made) if row.with_next else made


def _cell(width: int, style: str, cell: Cell, fill: str = "", span: int = 1) -> str:
    if isinstance(cell, Markup):
        return _finished(width, cell, fill, span)
    return _cell_begin(width, style, fill, span) + text_element(cell) + _CELL_END


def _finished(width: int, cell: Markup, fill: str = "", span: int = 1) -> str:
    return f"<w:tc>{_properties(width, fill, span)}{cell}</w:tc>"


def _cell_begin(width: int, style: str, fill: str = "", span: int = 1) -> str:
    return f"<w:tc>{_properties(width, fill, span)}{_paragraph_begin(style)}"


def _paragraph_begin(style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r>'


def _properties(width: int, fill: str, span: int) -> str:
    cells = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{cells}{shade}</w:tcPr>'


def _begin(style: str, widths: Sequence[int], *, heading: bool) -> str:
    first_row, first_column = ("1", "0") if heading else ("0", "1")
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0{"620" if heading else "680"}"'
        f' w:firstRow="{first_row}" w:lastRow="0"'
        f' w:firstColumn="{first_column}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def _end(styles: Styles) -> str:
    # Word draws two tables together that follow each other without a paragraph between.
    return f'</w:tbl><w:p><w:pPr><w:pStyle w:val="{styles["Table After"]}"/></w:pPr></w:p>'
