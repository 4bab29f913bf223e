"""Handling times as reports write them: 200, 3:20, 0:03:20, 3分20秒, 3m20s."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from rfp_builder.text.fold import fold
from rfp_builder.text.numbers import read_number
from rfp_builder.text.unreadable import Unreadable

_LONGEST = 40
_MINUTE, _HOUR = 60, 3600
_CLOCK = re.compile(r"([0-9]{1,5}):([0-5][0-9])(?:\.[0-9]+)?", re.ASCII)
_LONG_CLOCK = re.compile(r"([0-9]{1,5}):([0-5][0-9]):([0-5][0-9](?:\.[0-9]+)?)", re.ASCII)
_PRIMES = re.compile(r"([0-9]{1,4})['’′] ?([0-9]{1,2})(?:\"|”|″|'')?", re.ASCII)
_NUMBER = r"[0-9]{1,7}(?:\.[0-9]+)?"
_WORDED = re.compile(
    rf"(?:(?P<h>{_NUMBER}) ?(?:時間|hours?|hrs?|h) ?)?"
    rf"(?:(?P<m>{_NUMBER}) ?(?:分間?|minutes?|mins?|m) ?)?"
    rf"(?:(?P<s>{_NUMBER}) ?(?:秒間?|seconds?|secs?|s))?",
    re.ASCII,
)
_UNITS = (
    (1.0, re.compile(r"秒|\b(?:seconds?|secs?|s)\b")),
    (float(_MINUTE), re.compile(r"分|\b(?:minutes?|mins?|m)\b")),
    (float(_HOUR), re.compile(r"時間|\b(?:hours?|hrs?|h)\b")),
)
_IN_BRACKETS = re.compile(r"[(\[（［]([^()\[\]（）［］]{1,20})[)\]）］]\s*$")
_BEHIND = re.compile(r"[_ ](seconds?|secs?|s|minutes?|hours?)$", re.IGNORECASE)


class Notation(IntEnum):
    """How a time is written."""

    BARE = 0
    """A number; the unit is that of the column."""
    CLOCK = 1
    """3:20, read as minutes and seconds."""
    LONG_CLOCK = 2
    """0:03:20: hours, minutes and seconds."""
    WORDED = 3
    """3分20秒, 200 s: with its unit."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A time and how it is written."""

    seconds: float
    """For `Notation.BARE` the number alone, whatever it counts."""
    notation: Notation


def duration_of(text: str) -> Duration | None:
    """The time in a cell; None if it is none, or less than nothing."""
    if len(text) > _LONGEST:
        return None
    body = fold(text)
    if found := _LONG_CLOCK.fullmatch(body):
        seconds = int(found[1]) * _HOUR + int(found[2]) * _MINUTE + float(found[3])
        return Duration(seconds, Notation.LONG_CLOCK)
    if found := _CLOCK.fullmatch(body) or _PRIMES.fullmatch(body):
        return Duration(float(int(found[1]) * _MINUTE + int(found[2])), Notation.CLOCK)
    if (found := _WORDED.fullmatch(body)) and any(found.groups()):
        hours, minutes, seconds = (float(found[name] or 0) for name in "hms")
        return Duration(hours * _HOUR + minutes * _MINUTE + seconds, Notation.WORDED)
    try:
        number = read_number(text)
    except Unreadable:
        return None
    return Duration(float(number), Notation.BARE) if number >= 0 else None


def unit_of(heading: str) -> float | None:
    """Seconds of the unit that a heading names in brackets or at its end: 平均処理時間（分）, aht_sec."""
    found = _IN_BRACKETS.search(heading) or _BEHIND.search(heading)
    named = "" if found is None else fold(found[1])
    if ":" in named:
        return None
    return next((seconds for seconds, words in _UNITS if words.search(named)), None)


def without_unit(heading: str) -> str:
    """A heading without the unit or the form of its times: (分), (mm:ss)."""
    found = _IN_BRACKETS.search(heading)
    if found is not None and (unit_of(heading) is not None or ":" in fold(found[1])):
        return heading[: found.start()].rstrip()
    return heading
