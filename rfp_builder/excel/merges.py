"""Cells that merging has swallowed: only the top left one of a merged area holds a value."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from rfp_builder.excel.reading.values import Area


def swallowed(
    areas: Iterable[Area], rows: Sequence[int], columns: Iterable[int]
) -> Iterator[tuple[int, int, Area]]:
    """Each cell of `rows` × `columns` that lies in an area without being its top left one, with that area.

    `rows` are in ascending order. The areas may be as many, as large and as overlapping as a hostile file
    makes them: a cell is visited once.
    """
    by_top = sorted(areas)
    for column in columns:
        done = 0
        for area in by_top:
            if not area.left <= column <= area.right:
                continue
            top = area.top + 1 if column == area.left else area.top
            start = max(done, bisect_left(rows, top))
            end = bisect_left(rows, area.bottom + 1)
            for index in range(start, end):
                yield rows[index], column, area
            done = max(done, end)
