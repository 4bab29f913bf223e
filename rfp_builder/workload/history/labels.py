"""Cells of a report as values: days, months, intervals, moments and counts; None where unreadable."""

from __future__ import annotations

import re
from datetime import date
from enum import IntEnum

from rfp_builder.text.dates import read_date, read_time
from rfp_builder.text.fold import fold
from rfp_builder.text.numbers import read_number
from rfp_builder.text.unreadable import Unreadable
from rfp_builder.workload.calendar import FIRST_YEAR, LAST_YEAR
from rfp_builder.workload.history.stamps import JAPAN, Zone, stamp_of
from rfp_builder.workload.history.words import BLANKS, CLOSED, TOTALS, UNITS

_MINUTES_A_DAY = 1440
_LARGEST = 10_000_000
_LONGEST = 64
"""Characters of a label; what is longer is none, and no pattern is tried on it."""
_ISO = re.compile(r"([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})", re.ASCII)
_PLAIN_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::([0-5][0-9])(?:\.0+)?)?", re.ASCII)
_HALF_DAYS = re.compile(
    r"(?P<h>0?[1-9]|1[0-2]):(?P<m>[0-9]{2})(?::(?P<s>[0-5][0-9]))? ?(?P<half>[ap])\.?m\.?",
    re.ASCII | re.IGNORECASE,
)
_NEXT_MINUTE = 58
"""Seconds from which a time is the next minute: fractions of a day are a little off."""
_SPAN = re.compile(r"(.+?) ?(?:-|~|〜|～|から|to) ?(.+)")
_BARE = re.compile(r"[0-9]{1,2}|[0-9]{3,4}", re.ASCII)
_HOUR_MARK = re.compile(r"([0-9]{1,2}) ?(?:時台|h)", re.ASCII)
_MOMENT = re.compile(r"(.*[^\s0-9:tT]|.*[0-9])(?: +|(?<=[0-9])[tT])([0-9午]\S*|[0-9]{1,2} ?[:：時].*)")
_HALF_WIDTH = str.maketrans("０１２３４５６７８９：／　", "0123456789:/ ")
_FRACTION = re.compile(r"\.0+$")
_MONTHS = (
    re.compile(r"(?P<y>[0-9]{4}) ?(?:年|[-/.]) ?(?P<m>[0-9]{1,2})(?: ?月(?:度|分)?)?", re.ASCII),
    re.compile(
        r"(?:令和|r) ?(?P<r>元|[0-9]{1,2}) ?(?:年|[-/.]) ?(?P<m>[0-9]{1,2})(?: ?月(?:度|分)?)?", re.ASCII
    ),
    re.compile(r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})", re.ASCII),
    re.compile(r"(?P<m>[0-9]{1,2})[-/.](?P<y>[0-9]{4})", re.ASCII),
    re.compile(r"(?P<name>[a-z]{3})[a-z]*\.?[ -](?P<y>[0-9]{4})", re.ASCII),
)
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BEFORE_REIWA = 2018


class Mark(IntEnum):
    """What stands in the place of a count."""

    BLANK = -1
    CLOSED = -2
    UNREADABLE = -3
    NEGATIVE = -4
    FRACTION = -5
    HUGE = -6


def day_of(text: str) -> date | None:
    """A day from 2000 to 2099; a midnight behind it is passed over."""
    if len(text) > _LONGEST:
        return None
    found = _ISO.fullmatch(text)
    try:
        day = date(int(found[1]), int(found[2]), int(found[3])) if found else read_date(text)
    except (Unreadable, ValueError):
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def month_of(text: str) -> str | None:
    """A month such as "2027-04"."""
    body = fold(text[: _LONGEST + 1])
    for form in _MONTHS:
        if found := form.fullmatch(body):
            parts = found.groupdict()
            if parts.get("r"):
                year = _BEFORE_REIWA + (1 if parts["r"] == "元" else int(parts["r"]))
            else:
                year = int(parts["y"])
            name = parts.get("name")
            if name is not None and name not in _NAMES:
                return None
            month = _NAMES.index(name) + 1 if name else int(parts["m"])
            if 1 <= month <= 12 and FIRST_YEAR <= year <= LAST_YEAR:
                return f"{year}-{month:02}"
    return None


def interval_of(text: str, bare: bool = False) -> tuple[int, int | None] | None:
    """Start and, if it is given, end of an interval in minutes since midnight.

    9:00, 9:00-9:30, 9時30分～10時, 9時台; with `bare` also 9 and 0900. Nothing starts at or after 24:00.
    """
    if len(text) > _LONGEST:
        return None
    start = _clock(text, bare)
    if start is not None:
        if _HOUR_MARK.fullmatch(text.strip()):
            return (start, start + 60) if start < _MINUTES_A_DAY else None
        return (start, None) if start < _MINUTES_A_DAY else None
    # 9-10時: what the end is, the start is, too.
    bare = bare or text.endswith("時")
    parts = _SPAN.fullmatch(text.strip())
    if not parts:
        return None
    start, end = _clock(parts[1], bare), _clock(parts[2], bare)
    if start is None or end is None:
        return None
    if end == 0:
        end = _MINUTES_A_DAY
    # 9:00-9:29 and 9:00-9:29:59 mean the same as 9:00-9:30.
    end += end % 5 == 4
    return (start, end) if start < end else None


def moment_of(text: str, zone: Zone = JAPAN, epoch: bool = False) -> tuple[date, int] | None:
    """Day and start of the interval: 2027/04/01 9:00, 2027-04-01T00:00:00Z, 2027/04/01 09:00-09:30.

    What names its distance from UTC is told in `zone`; so are seconds since 1970, if `epoch` allows them.
    """
    stamp = stamp_of(text, epoch)
    if stamp is not None:
        return zone.local(stamp)
    parts = split_moment(text)
    if parts is None:
        return None
    day, span = day_of(parts[0]), interval_of(parts[1])
    return None if day is None or span is None else (day, span[0])


def split_moment(text: str) -> tuple[str, str] | None:
    """The part of a moment that names the day, and the one that names the time."""
    if len(text) > _LONGEST:
        return None
    found = _MOMENT.fullmatch(_FRACTION.sub("", text.translate(_HALF_WIDTH).strip()))
    return None if found is None else (found[1].strip(), found[2])


def count_of(text: str, scale: int = 1) -> int:
    """A count of 0 or more, or the `Mark` (below 0) that stands in its place.

    With a `scale` above 1 it is counted in such parts, and fractions are rounded to them.
    """
    if text.isascii() and text.isdigit():
        return int(text) * scale if len(text) < 9 and int(text) <= _LARGEST else Mark.HUGE
    if len(text) > _LONGEST:
        return Mark.UNREADABLE
    folded = fold(text)
    if folded in BLANKS:
        return Mark.BLANK
    if folded in CLOSED:
        return Mark.CLOSED
    try:
        number = read_number(text, UNITS)
    except Unreadable:
        return Mark.UNREADABLE
    if number < 0:
        return Mark.NEGATIVE
    if number > _LARGEST:
        return Mark.HUGE
    if scale > 1:
        return int((number * scale).to_integral_value())
    return int(number) if number == number.to_integral_value() else Mark.FRACTION


def is_total(text: str) -> bool:
    """Whether a cell marks a row or column of sums or averages, not of counts."""
    folded = fold(text[: _LONGEST + 1])
    return folded in TOTALS or folded.endswith(("合計", "小計", "総計", "日計", "月計", " total"))


def _clock(text: str, bare: bool) -> int | None:
    text = text.strip()
    if found := _PLAIN_CLOCK.fullmatch(text) or _HALF_DAYS.fullmatch(text):
        hour, minute = int(found[1]), int(found[2])
        if "half" in found.re.groupindex:
            # Programs write noon as 12:00 PM and midnight as 12:00 AM.
            hour = hour % 12 + (12 if found["half"] in "pP" else 0)
        if minute < 60 and int(found[3] or 0) >= _NEXT_MINUTE:
            hour, minute = hour + (minute + 1) // 60, (minute + 1) % 60
    elif found := _HOUR_MARK.fullmatch(text):
        hour, minute = int(found[1]), 0
    elif bare and _BARE.fullmatch(text):
        hour, minute = (int(text), 0) if len(text) < 3 else (int(text[:-2]), int(text[-2:]))
    else:
        try:
            return read_time(text)
        except Unreadable:
            return None
    total = hour * 60 + minute
    return total if minute < 60 and total <= _MINUTES_A_DAY else None
