"""Characters of ambiguous width, measured as the terminal draws them: rich knows but one width of each."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from itertools import groupby
from typing import Any
from unicodedata import east_asian_width

from rfp_builder.tui.repairs.lines import forget_lines

_CELLS: Any = import_module("rich.cells")
_SEGMENT: Any = import_module("rich.segment")
_load_table: Any = _CELLS.load_cell_table
_all_narrow: Any = _CELLS._is_single_cell_widths
_all_ascii = frozenset(map(chr, range(0x20, 0x7F))).issuperset
_AFTER_FIRST_PLANE = 0x10000


def draw_ambiguous_wide(wide: bool) -> None:
    """Measure ①, ○, … and box drawing as two cells from now on, or as one again."""
    _CELLS.load_cell_table = _wide_table if wide else _load_table
    for module in (_CELLS, _SEGMENT):
        module._is_single_cell_widths = _all_ascii if wide else _all_narrow
    _CELLS.get_character_cell_size.cache_clear()
    _CELLS.cached_cell_len.cache_clear()
    forget_lines()


@cache
def _wide_table(version: str = "auto") -> Any:
    """rich's own table with the ambiguous characters as wide ones. Those that combine stay without width."""
    table = _load_table(version)
    known = {point for start, end, _ in table.widths for point in range(start, end + 1)}
    ambiguous = [
        point
        for point in range(0x80, _AFTER_FIRST_PLANE)
        if east_asian_width(chr(point)) == "A" and point not in known
    ]
    # Neighbours share a row of the table: their distance to their place in the list is the same.
    runs = [
        [point for _, point in run]
        for _, run in groupby(enumerate(ambiguous), key=lambda pair: pair[1] - pair[0])
    ]
    widths = sorted([*table.widths, *((run[0], run[-1], 2) for run in runs)])
    return table._replace(widths=widths)
