"""Which groups of rows begin a new page, so that no text is cut: for A4 landscape and our margins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_WIDE, _HIGH = 1020, 640
"""Pixels within the margins at full size."""
_SIDES = 6
"""Pixels a column has beside its characters."""
_SPARE = 0.97
"""Printers measure fonts a little differently from screens."""


def print_scale(widths: Iterable[int], digit: int) -> int:
    """Per cent at which columns of these widths, in digits of `digit` pixels, share a page."""
    wide = sum(width * digit + _SIDES for width in widths)
    return max(10, min(100, int(_WIDE * _SPARE * 100 / wide)))


def scale_of_whole(highest: int, scale: int, least: int) -> int:
    """Per cent, `scale` at most and `least` in any case, at which `highest` pixels of rows share a page."""
    return max(min(least, scale), min(scale, int(_HIGH * _SPARE * 100 / max(highest, 1))))


def begun_pages(heights: Sequence[int], scale: int, above: int, head: int) -> list[int]:
    """The places of the groups before which a page breaks.

    `heights` are those of the groups in pixels, `above` that of what stands before the first of them, and
    `head` that of the rows repeated on every page. A group higher than a page begins one, too.
    """
    room = int(_HIGH * _SPARE * 100 / scale)
    begun, used = [], above
    for place, height in enumerate(heights):
        if place and used + height > room:
            begun.append(place)
            used = head
        used += height
    return begun
