"""Amounts in a text, however they are written.

12,300,000, １２３０万円, 1億2,000万, 0.123億, 12300千円, 1.23E7, 千二百三十万円.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from rfp_builder.text import invisible
from rfp_builder.text.remember import remembered

SMALLEST_AMOUNT = 10_000
"""Amounts below this are too common to search for."""

_UNSEEN = f"{invisible.HIDDEN}{invisible.CONTROL}"
_HIDDEN = re.compile(f"[{_UNSEEN}]+")
_SPACE = re.compile(r"\s+")
_KANJI = "一二三四五六七八九壱弐参"
_UNITS = "十拾百千万億兆"
# Most of a text has nothing to do with numbers: what might hold one is cut out first.
_STRETCH = re.compile(rf"[\d{_KANJI}{_UNITS}][\d{_KANJI}{_UNITS}〇零,.，．'’eEｅＥ+＋\s{_UNSEEN}]+")
_UNIT = re.compile(f"[{_UNITS}]")
_FEWEST = 5

_DIGITS = str.maketrans("〇零一二三四五六七八九壱弐参拾’", "00123456789123十'")
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "億": 10**8, "兆": 10**12}
_NUMBER = r"\d[\d,]*(?:\.\d+)?(?:[eE]\+?\d{1,2}(?!\d))?"
_RUN = re.compile(rf"(?:{_NUMBER}|[十百千万億兆])+")
_PIECE = re.compile(rf"{_NUMBER}|[十百千万億兆]")
# Thousands set apart; they are told from a number of a list before them: 「1.12,300,000円」.
_GROUPED = re.compile(r"(?<!\d)\d{1,3}([,.' ])\d{3}(?:\1\d{3})*(?!\d)")
_ROUNDED = Decimal("0.000001")


@remembered
def amounts_in(text: str) -> frozenset[Decimal]:
    """Every amount of 10,000 and more that the text may be read to hold; some others come along."""
    stretches = {match[0] for match in _STRETCH.finditer(text)}
    return frozenset(
        amount
        for stretch in stretches
        if len(stretch) >= _FEWEST or _UNIT.search(stretch)
        for amount in _in_stretch(stretch)
    )


def _in_stretch(stretch: str) -> Iterator[Decimal]:
    shown = _HIDDEN.sub("", unicodedata.normalize("NFKC", stretch)).translate(_DIGITS).strip()
    yield from _read(shown)
    # A space may stand between two numbers, or inside of one.
    closed = _SPACE.sub("", shown)
    if closed != shown:
        yield from _read(closed)


def _read(text: str) -> Iterator[Decimal]:
    for match in _GROUPED.finditer(text):
        yield Decimal("".join(char for char in match[0] if char.isdecimal()))
    for run in _RUN.findall(text):
        pieces = _PIECE.findall(run)
        if len(pieces) == 1 and run.isdecimal():
            yield Decimal(run)
        else:
            yield from _values(pieces)


def _values(pieces: list[str]) -> Iterator[Decimal]:
    """Each number by itself, and what the pieces make together."""
    total, group, current = Decimal(0), Decimal(0), None
    for piece in pieces:
        if piece in _SMALL:
            group, current = group + (Decimal(1) if current is None else current) * _SMALL[piece], None
        elif piece in _LARGE:
            total += (group + (current or 0) or 1) * _LARGE[piece]
            group, current = Decimal(0), None
        else:
            current = Decimal(piece.replace(",", ""))
            yield _whole(current)
    yield _whole(total + group + (current or 0))


def _whole(value: Decimal) -> Decimal:
    """Without what floating point left behind: 12299999.999999998 in a cell is 12,300,000."""
    nearest = value.to_integral_value()
    return nearest if abs(value - nearest) < _ROUNDED else value
