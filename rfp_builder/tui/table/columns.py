"""How wide the columns of a table are, and how their headings break."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rfp_builder.tui.table.cells import Cells
from rfp_builder.tui.widths import cells_of, cut, lines_of

LEAST = 8
"""Four kanji."""
_MOST, _FIRST_MOST = 30, 36
"""At most; what is longer is read in full below the table."""
_MEASURED = 200
"""Rows that are measured; a wider cell further down is cut."""
_HEADING_LINES = 2
_UNBROKEN = 14
"""Headings up to this width stand on one line."""
_WORD = re.compile(r"[!-~]+")
"""What a heading must not be broken within."""
PADDING = 2
"""One cell before, for the mark of a finding, and one behind."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths in cells with padding, and the lines of each heading."""

    widths: tuple[int, ...]
    headings: tuple[tuple[str, ...], ...]
    gutter: int

    @property
    def heading_height(self) -> int:
        """Lines of the tallest heading."""
        return max((len(lines) for lines in self.headings), default=1)

    @property
    def starts(self) -> tuple[int, ...]:
        """Where each column begins, from the left edge of the table."""
        starts = [self.gutter]
        for width in self.widths[:-1]:
            starts.append(starts[-1] + width)
        return tuple(starts)

    @property
    def total(self) -> int:
        """Width of all."""
        return self.gutter + sum(self.widths)

    @property
    def fixed(self) -> int:
        """Width of what stays in view: the number of the row and the first column."""
        return self.gutter + (self.widths[0] if self.widths else 0)

    def at(self, x: int) -> int:
        """The column that covers the cell `x`."""
        return max((at for at, start in enumerate(self.starts) if start <= x), default=0)


def measured(cells: Cells, room: int) -> Columns:
    """Columns as wide as what stands in them, within reason and within `room` cells for the whole table.

    Room that is left over goes to the columns that are cut, from the left. Where little is lacking, the
    widest give way, so that the table need not be scrolled.
    """
    gutter = len(str(max(cells.count, 1))) + 2
    labels, wanted, widths = [], [], []
    shown = [cells.widths(at) for at in range(min(cells.count, _MEASURED))]
    for at, column in enumerate(cells.columns):
        label = column.label.to(cells.lang) + (" *" if column.required else "")
        content = max((row[at] for row in shown), default=0)
        most = min(_FIRST_MOST, room // 2) if at == 0 else min(_MOST, room // 3)
        labels.append(label)
        wanted.append(max(content, _heading_width(label)))
        widths.append(min(wanted[at], max(most, _UNBROKEN)))
    spare = room - gutter - sum(width + PADDING for width in widths)
    for at, width in enumerate(widths):
        more = max(min(wanted[at] - width, spare), 0)
        widths[at] += more
        spare -= more
    if spare < 0 <= spare + sum(max(width - _UNBROKEN, 0) for width in widths):
        for _ in range(-spare):
            widths[widths.index(max(widths))] -= 1
    headings = tuple(_lines(label, width) for label, width in zip(labels, widths, strict=True))
    return Columns(tuple(width + PADDING for width in widths), headings, gutter)


def _heading_width(label: str) -> int:
    """Room for the heading on two lines."""
    whole = cells_of(label)
    if whole <= _UNBROKEN:
        return max(whole, LEAST)
    word = max((len(one) for one in _WORD.findall(label)), default=0)
    least = max(min(word, _UNBROKEN), LEAST)
    return next(
        (width for width in range(least, whole) if len(lines_of(label, width)) <= _HEADING_LINES),
        whole,
    )


def _lines(label: str, width: int) -> tuple[str, ...]:
    lines = lines_of(label, width)
    if len(lines) <= _HEADING_LINES:
        return lines
    rest = "".join(lines[_HEADING_LINES - 1 :])
    return (*lines[: _HEADING_LINES - 1], cut(rest, width))
