"""Draws lines of a table: headings and rows, cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from rfp_builder.tui.table.cells import NUMBERS, Cells, Look
from rfp_builder.tui.table.columns import PADDING, Columns
from rfp_builder.tui.widths import cut

FOUND = "!"
MORE_LEFT, MORE_RIGHT = "<", ">"


@dataclass(frozen=True, slots=True)
class Block:
    """The cell with the cursor, and the corner that a selection began in."""

    row: int
    column: int
    from_row: int
    from_column: int

    @property
    def rows(self) -> range:
        """The rows it covers."""
        return range(min(self.row, self.from_row), max(self.row, self.from_row) + 1)

    @property
    def columns(self) -> range:
        """The columns it covers."""
        return range(min(self.column, self.from_column), max(self.column, self.from_column) + 1)

    @property
    def single(self) -> bool:
        """Whether it is one cell."""
        return (self.row, self.column) == (self.from_row, self.from_column)


Styles = Callable[[str], Style]
"""The style of a part by its name: `cursor`, `heading` ..."""


def heading(columns: Columns, line: int, style: Styles) -> list[Segment]:
    """One line of the headings; short ones stand at the bottom."""
    own = style("heading")
    segments = [Segment(" " * columns.gutter, own)]
    for lines, width in zip(columns.headings, columns.widths, strict=True):
        at = line - (columns.heading_height - len(lines))
        segments.append(Segment(set_cell_size(f" {lines[at] if at >= 0 else ''}", width), own))
    return segments


def row(cells: Cells, at: int, columns: Columns, block: Block, style: Styles) -> list[Segment]:
    """One row."""
    return [_number(cells, at, columns, block, style), *_row_cells(cells, at, columns, block, style)]


def _number(cells: Cells, at: int, columns: Columns, block: Block, style: Styles) -> Segment:
    found = cells.row_finding(at) is not None
    mark = FOUND if found else " "
    number = str(at + 1) if at < len(cells.rows) else "*"
    name = "found" if found else "current" if at == block.row else "gutter"
    return Segment(f"{mark}{number:>{columns.gutter - 2}} ", style(name))


def _row_cells(cells: Cells, at: int, columns: Columns, block: Block, style: Styles) -> Iterator[Segment]:
    for column, width in enumerate(columns.widths):
        cell = cells.cell(at, column)
        unread = cell.look is Look.UNREAD
        found = unread or cells.finding(at, column) is not None
        inner = width - PADDING
        text = cut(cell.text, inner)
        aligned = _right(text, inner) if cells.columns[column].kind in NUMBERS else set_cell_size(text, inner)
        own = style(_part(cell.look, at, column, block))
        yield Segment(FOUND if found else " ", own + style("found") if found else own)
        yield Segment(aligned + " ", own)


def _part(look: Look, at: int, column: int, block: Block) -> str:
    if (at, column) == (block.row, block.column):
        return "cursor"
    if at in block.rows and column in block.columns:
        return "selected"
    return look.value if look is not Look.PLAIN else "current" if at == block.row else "plain"


def _right(text: str, width: int) -> str:
    return set_cell_size(text[::-1], width)[::-1]


def in_view(
    segments: list[Segment],
    columns: Columns,
    left: int,
    width: int,
    style: Styles,
    *,
    head: bool,
    marks: bool = False,
) -> Strip:
    """The part of a line that is seen: the fixed columns, and of the others what is scrolled to."""
    line = Strip(segments)
    fixed = min(columns.fixed, width)
    if left == 0:
        shown = line.crop(0, width)
    else:
        shown = Strip.join([line.crop(0, fixed), line.crop(fixed + left, left + width)])
    plain = style("heading" if head else "plain")
    shown = shown.adjust_cell_length(width, plain)
    if marks and left > 0:
        shown = Strip.join(
            [shown.crop(0, fixed - 1), Strip([Segment(MORE_LEFT, plain)]), shown.crop(fixed, width)]
        )
    if marks and columns.total - left > width:
        shown = Strip.join([shown.crop(0, width - 1), Strip([Segment(MORE_RIGHT, plain)])])
    return shown
