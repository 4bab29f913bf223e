"""Days as they matter for the volume of contacts in Japan: weekday, holiday, what lies around one, month end.

National holidays come from the `holidays` package (the Act on National Holidays, 国民の祝日に関する法律, with
substitute holidays and days between two holidays).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

FIRST_YEAR, LAST_YEAR = 2000, 2099
"""Days outside these years are taken for slips of the pen."""


class DayKind(IntEnum):
    """What kind of day the volume follows. 0 to 6 are plain days of the week."""

    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6
    HOLIDAY = 7
    """A national holiday from Monday to Saturday; one on a Sunday is a Sunday."""
    YEAR_END = 8
    """29 December to 3 January."""
    OBON = 9
    """13 to 16 August, where no holiday and no weekend."""


class Near(IntEnum):
    """Whether a working day (Monday to Friday) stands next to a holiday."""

    NEITHER = 0
    BEFORE = 1
    AFTER = 2
    """Also where it stands between two."""


@dataclass(frozen=True, slots=True, eq=False)
class Days:
    """A run of days without a gap; every array has one entry a day."""

    first: date
    weekday: NDArray[np.int64]
    """0 is Monday."""
    month: NDArray[np.int64]
    """Months since year 0: year × 12 + month − 1."""
    day_of_month: NDArray[np.int64]
    kind: NDArray[np.int64]
    """`DayKind`."""
    near: NDArray[np.int64]
    """`Near`."""

    def __len__(self) -> int:
        return len(self.weekday)

    def day(self, number: int) -> date:
        """The day at a place, counted from 0."""
        return self.first + timedelta(days=number)


def days(first: date, count: int) -> Days:
    """The `count` days from `first` on."""
    start = np.datetime64(first, "D")
    stamps = start + np.arange(-1, count + 1)
    months = stamps.astype("datetime64[M]")
    weekday = (stamps.astype(np.int64) + 3) % 7
    month = months.astype(np.int64) + 1970 * 12
    in_month = (stamps - months).astype(np.int64) + 1
    kind = _kinds(stamps, weekday, month % 12 + 1, in_month)
    off = (kind == DayKind.HOLIDAY) | (kind == DayKind.YEAR_END)
    near = np.where(off[:-2], Near.AFTER, np.where(off[2:], Near.BEFORE, Near.NEITHER))
    near[kind[1:-1] > DayKind.FRIDAY] = Near.NEITHER
    inner = slice(1, -1)
    return Days(first, weekday[inner], month[inner], in_month[inner], kind[inner], near.astype(np.int64))


def is_holiday(day: date) -> bool:
    """Whether `day` is a national holiday of Japan."""
    return day in _holidays(day.year)


def _kinds(
    stamps: NDArray[np.datetime64],
    weekday: NDArray[np.int64],
    month: NDArray[np.int64],
    in_month: NDArray[np.int64],
) -> NDArray[np.int64]:
    holiday = np.array([is_holiday(day) for day in stamps.tolist()], dtype=bool)
    kind = weekday.copy()
    kind[(month == 8) & (in_month >= 13) & (in_month <= 16) & (weekday < DayKind.SATURDAY)] = DayKind.OBON
    kind[holiday & (weekday != DayKind.SUNDAY)] = DayKind.HOLIDAY
    year_end = ((month == 12) & (in_month >= 29)) | ((month == 1) & (in_month <= 3))
    kind[year_end] = DayKind.YEAR_END
    return kind


@cache
def _holidays(year: int) -> frozenset[date]:
    # Loaded on use: the library is large.
    from holidays import country_holidays

    return frozenset(country_holidays("JP", years=year))
