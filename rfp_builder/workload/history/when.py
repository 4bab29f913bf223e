"""The texts of dates and times as numbers; each different text is read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from rfp_builder.text.fold import fold
from rfp_builder.workload.history.codes import Codes
from rfp_builder.workload.history.labels import (
    day_of,
    interval_of,
    is_total,
    moment_of,
    month_of,
    split_moment,
)
from rfp_builder.workload.history.stamps import JAPAN, Zone, stamp_of
from rfp_builder.workload.history.words import BLANKS, Role

if TYPE_CHECKING:
    from numpy.typing import NDArray

NO_DAY, TOTAL_DAY, BLANK_DAY = -1, -2, -3
"""Not readable; of a row of sums; empty."""


@dataclass(frozen=True, slots=True, eq=False)
class Days:
    """Day and minute of each row."""

    day: NDArray[np.int64]
    """Ordinals, months as year × 12 + month − 1; below 0 stands `NO_DAY`, `TOTAL_DAY` or `BLANK_DAY`."""
    minute: NDArray[np.int64]
    """Where both stand in one cell; -1 elsewhere."""
    converted: NDArray[np.bool_] | None = None
    """Rows whose clock was not that of the time zone; None where there are none."""


def days_of(when: Role | None, dates: Codes, count: int, zone: Zone = JAPAN) -> Days:
    """Day of each row, and its minute where both stand in one cell; moments of UTC and the like in `zone`."""
    nothing = np.full(count, -1, dtype=np.int64)
    if when is None:
        return Days(nothing.copy(), nothing)
    codes = dates.codes()
    if when is Role.MONTH:
        return Days(dates.read(_month)[codes], nothing)
    if when is Role.DATE:
        return Days(dates.read(_day)[codes], nothing)
    # A year has 105,120 moments of five minutes, but only 365 days and 288 times.
    day, clock = cache(_day), cache(_minute)
    stamps = [stamp_of(text, epoch=True) for text in dates.texts]
    certain = [stamp for stamp in stamps if stamp is not None]
    # Nothing but midnights are days: they cannot be cut anew.
    by_day = all(stamp.is_midnight for stamp in certain)
    by_code = np.empty(len(stamps), dtype=np.int64)
    minutes = np.zeros(len(stamps), dtype=np.int64)
    converted = np.zeros(len(stamps), dtype=bool)
    for at, (text, stamp) in enumerate(zip(dates.texts, stamps, strict=True)):
        if stamp is None:
            first, second = split_moment(text) or (text, "")
            by_code[at], minutes[at] = day(first), clock(second)
        elif by_day:
            by_code[at] = stamp.written_day
        else:
            local = zone.local(stamp)
            by_code[at] = NO_DAY if local is None else local[0].toordinal()
            minutes[at] = 0 if local is None else local[1]
            converted[at] = zone.differs(stamp)
    return Days(by_code[codes], minutes[codes], converted[codes] if converted.any() else None)


def _day(text: str) -> int:
    text = text.strip()
    day = day_of(text)
    if day is None:
        both = moment_of(text) if text else None
        day = None if both is None else both[0]
    if day is not None:
        return day.toordinal()
    if fold(text) in BLANKS:
        return BLANK_DAY
    # A month among days is a subtotal.
    return TOTAL_DAY if is_total(text) or month_of(text) is not None else NO_DAY


def _month(text: str) -> int:
    month = month_of(text.strip())
    if month is None:
        day = day_of(text.strip())
        month = None if day is None or day.day != 1 else f"{day:%Y-%m}"
    if month is not None:
        year, number = month.split("-")
        return int(year) * 12 + int(number) - 1
    if fold(text) in BLANKS:
        return BLANK_DAY
    return TOTAL_DAY if is_total(text) else NO_DAY


def _minute(text: str) -> int:
    span = interval_of(text) if text else (0, None)
    return NO_DAY if span is None else span[0]


def minutes_of(times: Codes) -> tuple[NDArray[np.int64], int | None]:
    """Start of each row in minutes, or `NO_DAY` or `TOTAL_DAY`; and the usual length, where labels say so."""
    bare = sum(interval_of(text, True) is not None for text in times.texts) > sum(
        interval_of(text) is not None for text in times.texts
    )
    spans = [interval_of(text.strip(), bare) for text in times.texts]
    marks = [TOTAL_DAY if is_total(text) else NO_DAY for text in times.texts]
    starts = [mark if span is None else span[0] for span, mark in zip(spans, marks, strict=True)]
    lengths = [span[1] - span[0] for span in spans if span is not None and span[1] is not None]
    usual = max(set(lengths), key=lengths.count) if lengths else None
    return np.array(starts, dtype=np.int64)[times.codes()], usual
