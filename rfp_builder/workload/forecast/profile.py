"""A profile for when only months or days are known: an assumption, and said to be one wherever it is used.

Working days with a Monday peak, weekends at about half, a peak in the morning and a smaller one in the
afternoon: the usual shape of daytime service lines. Days on which nothing is open get nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from rfp_builder.workload.calendar import DayKind, Days, days
from rfp_builder.workload.forecast.daymodel import DayModel, pattern
from rfp_builder.workload.forecast.learning import trend_of
from rfp_builder.workload.history.values import MINUTES_A_DAY, MonthlyTotals

if TYPE_CHECKING:
    from numpy.typing import NDArray

_WEEKDAYS = (1.20, 1.05, 1.00, 0.98, 1.00, 0.60, 0.50)
_HOLIDAY = 0.50
_PEAKS = ((10.5, 1.5, 1.0), (14.5, 2.5, 0.8))
"""Hour, width in hours and height of the peaks; the rest of the day lies at `_GROUND`."""
_GROUND = 0.4


@dataclass(frozen=True, slots=True)
class Hours:
    """When the centre is open, as far as the history does not show it."""

    opens: int = 9 * 60
    """Minutes since midnight."""
    closes: int = 18 * 60
    """Minutes since midnight; 1440 is the end of the day."""
    interval_minutes: int = 30
    closed_weekdays: frozenset[int] = frozenset()
    """0 is Monday."""
    closed_on_holidays: bool = False
    """On national holidays, and from 29 December to 3 January."""


def profile_model(totals: MonthlyTotals, hours: Hours) -> DayModel:
    """A model of days that gives each month what it had."""
    closed = np.zeros(len(DayKind), dtype=bool)
    closed[list(hours.closed_weekdays)] = True
    closed[[DayKind.HOLIDAY, DayKind.YEAR_END]] = hours.closed_on_holidays
    special = np.ones(len(DayKind))
    special[[DayKind.HOLIDAY, DayKind.YEAR_END]] = _HOLIDAY
    names = sorted(totals.months)
    last = _month(names[-1])
    end = date((last + 1) // 12, (last + 1) % 12 + 1, 1).toordinal() - 1
    empty = DayModel(np.array(_WEEKDAYS), special, np.ones(3), np.ones(32), closed, {}, 0.0, end, None)
    months = {}
    for name in names:
        month = _month(name)
        first, after = _first(month), _first(month + 1)
        volume = float(pattern(empty, days(first, (after - first).days)).sum())
        if volume > 0:
            months[month] = totals.months[name] / volume
    usual = float(np.mean([months[month] for month in sorted(months)[-3:]])) if months else 0.0
    return DayModel(
        np.array(_WEEKDAYS), special, np.ones(3), np.ones(32), closed, months, usual, end, trend_of(months)
    )


def day_shares(hours: Hours, calendar: Days) -> NDArray[np.float64]:
    """Share of each interval, days × intervals of the day; each row adds up to 1."""
    slots = MINUTES_A_DAY // hours.interval_minutes
    middle = (np.arange(slots) + 0.5) * hours.interval_minutes
    shape = np.full(slots, _GROUND)
    for hour, width, height in _PEAKS:
        shape += height * np.exp(-(((middle / 60 - hour) / width) ** 2))
    shape = np.where((middle >= hours.opens) & (middle < hours.closes), shape, 0.0)
    return np.asarray(np.broadcast_to(shape / shape.sum(), (len(calendar), slots)))


def _month(name: str) -> int:
    year, month = name.split("-")
    return int(year) * 12 + int(month) - 1


def _first(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)
