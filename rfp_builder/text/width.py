"""Measuring text in cells: the room of one half-width letter on a terminal or in a column of a worksheet."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import accumulate
from unicodedata import category, east_asian_width

from rfp_builder.text import invisible

_NO_ROOM = re.compile(f"[{invisible.HIDDEN}{invisible.CONTROL}]")
# 行頭禁則, 行末禁則: what may not begin and what may not end a line.
_NOT_FIRST = frozenset(
    "、。，．,.・：；:;？！?!」』）)】］]〕｝}〉》〙〗’”ヽヾーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎゕゖ々〻‐〜～…‥％%℃ﾞﾟ｡､｣"
)
_NOT_LAST = frozenset("「『（(【［[〔｛{〈《〘〖‘“￥¥＄$＃#№｢")
_WITHIN_WORD = re.compile(r"[!-~\u00a1-\u02af\u0370-\u058f\uff61-\uff9f]{2}")


@lru_cache(maxsize=8192)
def char_width(char: str, ambiguous: int = 2) -> int:
    """Cells of one character: 2 for East Asian wide and full-width ones (UAX #11), 0 if it combines or hides.

    `ambiguous` is the width of characters such as ①, ○ and …: 2 in the fonts of Japanese Office files. The
    accented latin letters among them are narrow in every font.
    """
    if " " <= char <= "~":
        return 1
    if category(char) in ("Mn", "Me") or _NO_ROOM.match(char):
        return 0
    kind = east_asian_width(char)
    if kind == "A":
        return 1 if char < "\u0250" and char.isalpha() else ambiguous
    return 2 if kind in "WF" else 1


def cell_width(text: str, ambiguous: int = 2) -> int:
    """Cells that a text needs side by side; of several lines the longest counts."""
    if text.isascii() and text.isprintable():
        return len(text)
    return max(sum(char_width(char, ambiguous) for char in line) for line in text.split("\n"))


def wrap_count(text: str, width: int, ambiguous: int = 2) -> int:
    """Lines that a text takes in a column of `width` cells, at least 1.

    Breaks between words of spaced scripts and between any two Japanese characters, but not before 、。）ー
    and the like nor after 「（; a word longer than the line is cut. Raises `ValueError` for a width below 2.
    """
    if width < 2:
        raise ValueError("a line must hold at least one full-width character")
    return sum(_lines_of(line, width, ambiguous) for line in text.split("\n"))


def wrap(text: str, width: int, ambiguous: int = 2) -> tuple[str, ...]:
    """The lines that a text takes in a column of `width` cells, broken where `wrap_count` counts a break.

    Spaces at the end of a line are left out. Raises `ValueError` for a width below 2.
    """
    if width < 2:
        raise ValueError("a line must hold at least one full-width character")
    return tuple(part for line in text.split("\n") for part in _parts_of(line, width, ambiguous))


def line_starts(
    line: str, width: int, measure: Callable[[str], int] = char_width, *, hanging: bool = True
) -> tuple[int, ...]:
    """Where in `line`, which holds no line end, lines after the first begin in a column of `width` cells.

    `measure` gives the cells of one character. With `hanging`, spaces may hang over the end of a line;
    without, they are room like any other, as an editor needs it whose caret must be seen behind them.
    Raises `ValueError` for a width below 2.
    """
    if width < 2:
        raise ValueError("a line must hold at least one full-width character")
    reach = [0, *accumulate(map(measure, line))]
    starts: list[int] = []
    start = 0
    while reach[-1] - reach[start] > width:
        full = max(bisect_right(reach, reach[start] + width, start) - 1, start + 1)
        start = _next_line(line, start, full, hanging)
        if start < len(line):
            starts.append(start)
    return tuple(starts)


def truncate(text: str, width: int, ellipsis: str = "…", ambiguous: int = 2) -> str:
    """The text if it fits into `width` cells, else its beginning and the ellipsis, together no wider.

    Line ends become spaces. Where not even the ellipsis fits, the text is cut without one.
    """
    text = " ".join(text.split("\n"))
    if cell_width(text, ambiguous) <= width:
        return text
    tail = ellipsis if cell_width(ellipsis, ambiguous) <= width else ""
    return "".join(_fitting(text, width - cell_width(tail, ambiguous), ambiguous)) + tail


def _fitting(text: str, width: int, ambiguous: int) -> Iterator[str]:
    for char in text:
        width -= char_width(char, ambiguous)
        if width < 0:
            return
        yield char


def _lines_of(line: str, width: int, ambiguous: int) -> int:
    return 1 + len(line_starts(line, width, lambda char: char_width(char, ambiguous)))


def _parts_of(line: str, width: int, ambiguous: int) -> Iterator[str]:
    start = 0
    for following in line_starts(line, width, lambda char: char_width(char, ambiguous)):
        yield line[start:following].rstrip()
        start = following
    rest = line[start:]
    yield rest if cell_width(rest, ambiguous) <= width else rest.rstrip()


def _next_line(line: str, start: int, full: int, hanging: bool = True) -> int:
    """Where the line after this one begins, if the characters from `start` to `full` fill this one."""
    if hanging and line[full].isspace():
        # Spaces hang over the end of a line and do not open the next one.
        return full + len(line[full:]) - len(line[full:].lstrip())
    for place in range(full, start, -1):
        if _may_break(line[place - 1], line[place]):
            return place
    return full


def _may_break(before: str, after: str) -> bool:
    if before.isspace():
        return True
    if after.isspace() or after in _NOT_FIRST or before in _NOT_LAST or not char_width(after):
        return False
    return not _WITHIN_WORD.match(before + after)
