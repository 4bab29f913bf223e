"""Widths of columns by what stands in them: enough for a word or four kanji, the rest where the text is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from math import isqrt

from rfp_builder.text.width import cell_width, wrap_count

TEXT_WIDTH = 9070
"""Room between the margins of an A4 page, in twentieths of a point (160 mm)."""

PADDING = 220
"""Left and right margin of a cell together."""

_CELL = 94
"""A half-width letter of the style Table Text (9 pt)."""
_FOUR_KANJI = 8
_LONGEST_WORD = 16
_LONGEST_DATE = 24
_LONGEST_LINE = 90
_WORD = re.compile(r"[!-~\u00a1-\u024f]+")
_WHOLE_WORD = re.compile(r"[!-~\u00a1-\u024f]+|[\u30a1-\u30fa\u30fc]+")
"""A word of letters, or one of katakana, which may be broken but reads badly so."""
_KANJI_OR_KANA = "\u3040-\u30ff\u3400-\u9fff"
_SEAM = re.compile(f"(?<=[0-9A-Za-z])(?=[{_KANJI_OR_KANA}])|(?<=[{_KANJI_OR_KANA}])(?=[0-9A-Za-z])")


@dataclass(frozen=True, slots=True)
class _Wish:
    """In cells: what a column needs at least, what it takes on one line, and how much text it carries."""

    least: int
    natural: int
    volume: int


def fitted(columns: Sequence[Sequence[str]], short: Sequence[bool]) -> tuple[int, ...] | None:
    """Widths that fill the page, for columns given as their texts with the heading first.

    `short` says which columns hold dates, choices and the like, which stay on one line where that
    does not make the table longer.
    None where the columns do not fit side by side.
    """
    wishes = [_wish(texts) for texts in columns]
    whole = [
        replace(wish, least=max(wish.least, _whole_words(texts)))
        for wish, texts in zip(wishes, columns, strict=True)
    ]
    for kept in (whole, wishes):
        firm = [
            replace(wish, least=max(wish.least, min(wish.natural + 1, _LONGEST_DATE))) if one else wish
            for wish, one in zip(kept, short, strict=True)
        ]
        found = [widths for widths in (_fitted(firm), _fitted(kept)) if widths is not None]
        if found:
            return min(found, key=lambda widths: sum(_lines(columns, widths)))
    return None


def holding(heading: str, texts: Iterable[str]) -> int:
    """Width of a column of short texts: their words stay whole, and the shorter of them on one line."""
    most = max((_set_width(text) for text in texts if text), default=0)
    cells = max(_set_width(heading), min(most, _LONGEST_WORD))
    return (cells + 1) * _CELL + PADDING


def _fitted(wishes: Sequence[_Wish], whole: int = TEXT_WIDTH) -> tuple[int, ...] | None:
    room = (whole - len(wishes) * PADDING) // _CELL
    spare = room - sum(wish.least for wish in wishes)
    if spare < 0:
        return None
    cells = [wish.least for wish in wishes]
    _share(cells, wishes, spare)
    widths = [cell * _CELL + PADDING for cell in cells]
    widths[_widest(wishes)] += whole - sum(widths)
    return tuple(widths)


def tallest(columns: Sequence[Sequence[str]], widths: Sequence[int]) -> int:
    """Lines of the tallest cell when the texts are set in columns of these widths."""
    return max(_lines(columns, widths))


def _lines(columns: Sequence[Sequence[str]], widths: Sequence[int]) -> list[int]:
    """Lines of each row, the heading first."""
    cells = [max((width - PADDING) // _CELL, 2) for width in widths]
    return [
        max(wrap_count(text, room) for text, room in zip(row, cells, strict=True))
        for row in zip_longest(*columns, fillvalue="")
    ]


def _share(cells: list[int], wishes: Sequence[_Wish], spare: int) -> None:
    """Give out the spare cells: first whole lines to those that lack little, then by the amount of text."""
    waiting = [i for i, wish in enumerate(wishes) if wish.natural > wish.least]
    while waiting:
        weights = {i: isqrt(wishes[i].volume) + 1 for i in waiting}
        total = sum(weights.values())
        content = [i for i in waiting if wishes[i].natural - cells[i] <= spare * weights[i] // total]
        if not content:
            for i in waiting:
                cells[i] += spare * weights[i] // total
            return
        for i in content:
            spare -= wishes[i].natural - cells[i]
            cells[i] = wishes[i].natural
            waiting.remove(i)
    text = [i for i, wish in enumerate(wishes) if wish.natural > 2 * _FOUR_KANJI] or list(range(len(wishes)))
    for i in text:
        cells[i] += spare // len(text)


def _wish(texts: Sequence[str]) -> _Wish:
    heading, *rest = texts
    words = (cell_width(word) for text in texts for word in _WORD.findall(text))
    longest = max(words, default=0)
    least = max(_FOUR_KANJI, min(longest + 1, _LONGEST_WORD))
    heading_line = min(cell_width(heading), _LONGEST_WORD)
    natural = max(least, heading_line, *(min(_set_width(text), _LONGEST_LINE) for text in rest or ("",)))
    return _Wish(least, natural, sum(min(len(text), 400) for text in rest))


def _whole_words(texts: Sequence[str]) -> int:
    words = (cell_width(word) for text in texts for word in _WHOLE_WORD.findall(text))
    return min(max(words, default=0) + 1, _LONGEST_WORD)


def _set_width(text: str) -> int:
    """Cells of a text on one line; between a letter or figure and a kanji stands a quarter of a kanji."""
    return cell_width(text) + (len(_SEAM.findall(text)) + 1) // 2


def _widest(wishes: Sequence[_Wish]) -> int:
    return max(range(len(wishes)), key=lambda i: (wishes[i].natural, -i))
