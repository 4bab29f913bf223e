"""How high a row must be for its wrapped texts to be seen in full."""

from __future__ import annotations

from collections.abc import Iterable

from rfp_builder.excel.writing.look import face
from rfp_builder.i18n import Lang
from rfp_builder.text.width import wrap_count

HIGHEST = 545
"""Pixels (409 points) that Excel allows for a row. What is longer is read in the formula bar."""

_PADDING = 4
_INDENT = 1


def row_height(texts: Iterable[tuple[str, int]], lang: Lang, least: int = 1) -> int | None:
    """Pixels for a row of texts, each with the width of its column; None for a single line."""
    lines = max((_lines(text, width - _INDENT) for text, width in texts), default=1)
    lines = max(lines, least)
    return None if lines == 1 else min(lines * face(lang).line + _PADDING, HIGHEST)


def _lines(text: str, width: int) -> int:
    # A unit of width is 7 pixels, a half-width character of a 10 point font 6.7: the rest is for the sides.
    # Most texts are short: measuring is only for those that might not fit.
    if 2 * len(text) <= width and "\n" not in text:
        return 1
    return wrap_count(text, max(width, 2))
