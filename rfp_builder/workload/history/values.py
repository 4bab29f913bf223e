"""A history of contacts as it was read: a dense block of counts, and what is known of each day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from rfp_builder.i18n import Lang, Phrase

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MINUTES_A_DAY = 1440


class Dimension(StrEnum):
    """By what a history is split."""

    PROGRAM = "program"
    CHANNEL = "channel"
    REASON = "reason"
    PRODUCT = "product"
    SEGMENT = "segment"
    OTHER = "other"
    """A column of names that none of the others describes."""

    def to(self, lang: Lang) -> str:
        """Its name."""
        return _DIMENSIONS[self].to(lang)


_DIMENSIONS = {
    Dimension.PROGRAM: Phrase("業務", "program"),
    Dimension.CHANNEL: Phrase("チャネル", "channel"),
    Dimension.REASON: Phrase("問い合わせ理由", "contact reason"),
    Dimension.PRODUCT: Phrase("商品", "product"),
    Dimension.SEGMENT: Phrase("顧客区分", "customer segment"),
    Dimension.OTHER: Phrase("その他の区分", "other split"),
}


class DayStatus(IntEnum):
    """What the history knows of a day."""

    OPEN = 0
    CLOSED = 1
    """Marked as closed, or without contacts like most days of its kind."""
    MISSING = 2
    """Without contacts although most days of its kind have some: lost, not closed."""


@dataclass(frozen=True, slots=True)
class Axis:
    """One way in which the history is split, with the heading of its column."""

    dimension: Dimension
    heading: str


Key = tuple[str, ...]
"""The names of one series, one for each axis."""


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """Contacts by series, day and interval. The arrays are read-only."""

    first: date
    interval_minutes: int
    """5 to 60, or 1440 where only whole days are known."""
    axes: tuple[Axis, ...]
    keys: tuple[Key, ...]
    """One for each series; a single empty key where nothing is split."""
    calls: NDArray[np.int64]
    """Series × days × intervals of the day (the first starts at 0:00); 0 where nothing is known."""
    known: NDArray[np.bool_]
    """Days × intervals: False where an interval of an open day is missing from the file."""
    status: NDArray[np.int8]
    """`DayStatus` of each day."""

    @property
    def day_count(self) -> int:
        """Days from the first to the last, closed and missing ones included."""
        return int(self.calls.shape[1])

    @property
    def slots(self) -> int:
        """Intervals of a day."""
        return int(self.calls.shape[2])

    @property
    def last(self) -> date:
        """The last day."""
        return self.first + timedelta(days=self.day_count - 1)

    @property
    def total(self) -> int:
        """All contacts."""
        return int(self.calls.sum())


@dataclass(frozen=True, slots=True)
class MonthlyTotals:
    """A history of which only the months are known."""

    months: Mapping[str, int]
    """Contacts by month, such as "2027-04", in order of time."""

    @property
    def total(self) -> int:
        """All contacts."""
        return sum(self.months.values())
