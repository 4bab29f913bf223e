"""What a forecast is, and what one may tell it beforehand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.workload.history.values import Axis, Key

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Level(StrEnum):
    """How finely contacts are counted."""

    INTERVAL = "interval"
    DAY = "day"
    WEEK = "week"
    """Monday to Sunday."""
    MONTH = "month"
    YEAR = "year"
    """January to December."""

    def to(self, lang: Lang) -> str:
        """Its name."""
        return _LEVELS[self].to(lang)


_LEVELS = {
    Level.INTERVAL: Phrase("時間帯", "interval"),
    Level.DAY: Phrase("日", "day"),
    Level.WEEK: Phrase("週", "week"),
    Level.MONTH: Phrase("月", "month"),
    Level.YEAR: Phrase("年", "year"),
}


class Origin(StrEnum):
    """Where a forecast comes from."""

    MODEL = "model"
    """Learned from a history."""
    PROFILE = "profile"
    """Months from a history, days and intervals from a profile that is assumed."""
    IMPORTED = "imported"
    """Made elsewhere."""


@dataclass(frozen=True, slots=True)
class Special:
    """Days with a volume of their own: a campaign, a mailing, a day on which nothing is open."""

    first: date
    last: date
    factor: Fraction
    """Times the volume of an ordinary day; 0 is closed. Days of the history are learned without it."""
    name: str = ""
    """What it is: a campaign, an inspection of the system."""

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Spread:
    """How far volumes stray from the forecast beyond chance: standard deviation as a share of it."""

    by_level: Mapping[Level, float]
    assumed: bool
    """Too little history to measure it."""


@dataclass(frozen=True, slots=True, eq=False)
class Forecast:
    """Contacts to come by series, day and interval. The arrays are read-only."""

    origin: Origin
    first: date
    interval_minutes: int
    """1440 where only days are known."""
    axes: tuple[Axis, ...]
    keys: tuple[Key, ...]
    expected: NDArray[np.float64]
    """Mean of contacts: series × days × intervals of the day (the first starts at 0:00)."""
    calls: NDArray[np.int64]
    """The same in whole contacts, apportioned by largest remainder from the whole period to years, months,
    days, series and intervals: every level is exactly the sum of the one below. Weeks are sums of days."""
    spread: Spread
    assumptions: tuple[Phrase, ...]
    """What was assumed, left out or not to be learned."""

    @property
    def day_count(self) -> int:
        """Days from the first to the last."""
        return int(self.calls.shape[1])

    @property
    def last(self) -> date:
        """The last day."""
        return self.first + timedelta(days=self.day_count - 1)

    @property
    def total(self) -> int:
        """All contacts."""
        return int(self.calls.sum())


@dataclass(frozen=True, slots=True)
class Period:
    """The contacts of one period."""

    first: date
    last: date
    calls: int
    """Base."""
    low: int
    """One chance in ten that fewer come."""
    high: int
    """One chance in ten that more come."""
    p50: int
    p80: int
    """Four chances in five that no more come."""
