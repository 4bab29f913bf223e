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


@dataclass(frozen=True, slots=True)
class Measured:
    """Handling time of some contacts, as a telephone system summed it up."""

    contacts: float
    """Those that the time is of: answered ones, where the file counts them; whole but in a forecast."""
    seconds: float
    """All their handling time."""

    @property
    def mean_s(self) -> float | None:
        """Average handling time in seconds, weighted by contacts; None without any."""
        return self.seconds / self.contacts if self.contacts > 0 else None


@dataclass(frozen=True, slots=True, eq=False)
class Handling:
    """Handling times by series, day and interval. The arrays are read-only."""

    contacts: NDArray[np.float64]
    """Series × days × intervals: contacts with a time; 0 where the file states none."""
    seconds: NDArray[np.float64]
    """Of the same shape: all their handling time."""

    @property
    def whole(self) -> Measured:
        """All contacts together."""
        return Measured(float(self.contacts.sum()), float(self.seconds.sum()))

    @property
    def by_series(self) -> tuple[Measured, ...]:
        """One for each series."""
        sums = (one.sum(axis=(1, 2)).tolist() for one in (self.contacts, self.seconds))
        return tuple(Measured(contacts, seconds) for contacts, seconds in zip(*sums, strict=True))


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
    handling: Handling | None = None
    """None where the file has no handling times."""
    exact: NDArray[np.float64] | None = None
    """The counts with their fractions, of the shape of `calls`, where a forecast made elsewhere was read."""

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

    def handling_by(self, dimension: Dimension) -> dict[str, Measured]:
        """Handling time by the names of one way in which the history is split, in their order in the file.

        Empty where there are no handling times, or no such split.
        """
        at = next((place for place, axis in enumerate(self.axes) if axis.dimension is dimension), None)
        if self.handling is None or at is None:
            return {}
        found: dict[str, Measured] = {}
        for key, one in zip(self.keys, self.handling.by_series, strict=True):
            before = found.get(key[at], Measured(0, 0))
            found[key[at]] = Measured(before.contacts + one.contacts, before.seconds + one.seconds)
        return found


@dataclass(frozen=True, slots=True)
class MonthlyTotals:
    """A history of which only the months are known."""

    months: Mapping[str, int]
    """Contacts by month, such as "2027-04", in order of time."""
    handling: Measured | None = None
    """None where the file has no handling times."""

    @property
    def total(self) -> int:
        """All contacts."""
        return sum(self.months.values())
