"""How large an untrusted workbook may be, in every direction it can grow."""

from __future__ import annotations

from dataclasses import dataclass

MEBI = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that keep reading one file under 256 MiB of memory and ten seconds.

    They are an order of magnitude above the largest workbook the product writes itself.
    """

    file_bytes: int = 25 * MEBI
    part_bytes: int = 64 * MEBI
    """One part, inflated; counted while inflating, whatever the headers say."""
    total_bytes: int = 128 * MEBI
    """All parts together, inflated."""
    ratio: int = 200
    """Inflated to compressed size, for parts above `ratio_from` bytes."""
    ratio_from: int = 1 * MEBI
    parts: int = 2_000
    name_length: int = 255

    rows: int = 20_000
    """Cells below this row are strays."""
    columns: int = 256
    """Cells to the right of this column are strays."""
    cells: int = 1_000_000
    """Cells of the whole workbook, the empty but formatted ones included."""
    strays: int = 10_000
    """Cells outside `rows` and `columns` of one sheet; more than this is not a slip of the mouse."""
    merged: int = 20_000
    """Merged ranges of one sheet."""
    held_bytes: int = 120 * MEBI
    """What all cells and texts may take in memory."""

    tags: int = 6_000_000
    """XML tags of the whole workbook, counted as "<"."""
    depth: int = 64
    """XML elements inside one another."""
    token_bytes: int = 1 * MEBI
    """One XML tag, comment or instruction."""


LIMITS = Limits()
