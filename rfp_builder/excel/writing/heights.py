"""How high a row must be for its wrapped texts to be seen in full."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rfp_builder.excel.writing.look import face
from rfp_builder.i18n import Lang
from rfp_builder.text.width import wrap_count

HIGHEST = 545
"""Pixels (409 points) that Excel allows for a row. What is longer is read in the formula bar."""

_PADDING = 4
_INDENT = 1
_WORD = re.compile("[!-~]+")
_IDEOGRAPH = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_TALL = 21
"""Pixels of a line of Japanese in a workbook whose own font is lower."""
_LOST = 5
"""Cells that may stay empty at the end of a line, before 「 or what must not be parted from 、。"""


def row_height(texts: Iterable[tuple[str, int]], lang: Lang, least: int = 1) -> int | None:
    """Pixels for a row of texts, each with the width of its column; None for a single line."""
    usual = face(lang).line
    lines, high, doubtful = least, least * usual, []
    for text, width in texts:
        # A unit of width is 7 pixels, a half-width character at 10 points 6.7: the rest is for the sides.
        room = max(width - _INDENT, 2)
        fewest, most = _bounds(text, room)
        line = max(usual, _TALL) if not text.isascii() and _IDEOGRAPH.search(text) else usual
        lines, high = max(lines, fewest), max(high, fewest * line)
        if most > fewest:
            doubtful.append((most * line, text, room, line))
    # Measuring to the character is for those texts only that might still make the row higher.
    for most_high, text, room, line in sorted(doubtful, reverse=True):
        if most_high <= high:
            break
        count = wrap_count(text, room)
        lines, high = max(lines, count), max(high, count * line)
    return None if lines == 1 else min(high + _PADDING, HIGHEST)


def _bounds(text: str, width: int) -> tuple[int, int]:
    """The fewest and the most lines that a text can take."""
    if "\n" in text:
        return 1, len(text) + 1
    narrow = len(text.encode("ascii", "ignore"))
    cells = 2 * len(text) - narrow
    if cells <= width:
        return 1, 1
    lost = _LOST
    if narrow:
        lost += max(map(len, _WORD.findall(text)), default=0)
    return -(-cells // width), -(-cells // max(width - lost, 1))
