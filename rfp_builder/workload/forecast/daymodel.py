"""Contacts a day as level × day of the week × holiday × day of the month, keyed on the Japanese calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from rfp_builder.workload.calendar import DayKind, Days

if TYPE_CHECKING:
    from numpy.typing import NDArray

_YEARS_WEIGHT = 0.6
"""Weight of a year before against the one after it, when a month was seen in several."""
_DAYS_A_YEAR = 365.25
_DAYS_A_WEEK = 7
_OFF_USUAL, _OFF_USUAL_STAYS = 0.5, 0.5
"""What is taken of the distance to the usual level, and what is left of it a week later. Months differ by
themselves, so that with less than a year the last weeks say little of those that come."""
_OFF_YEAR, _OFF_YEAR_STAYS = 0.7, 0.9
"""The same of the distance to years before, in which the months are accounted for."""


@dataclass(frozen=True, slots=True, eq=False)
class DayModel:
    """What was learned of the volume by day. All factors are around 1."""

    weekday: NDArray[np.float64]
    """Seven factors, Monday first."""
    special: NDArray[np.float64]
    """By `DayKind`: 1 for days of the week; holidays and year end in their place, Obon on top of them."""
    near: NDArray[np.float64]
    """By `Near`."""
    in_month: NDArray[np.float64]
    """By day of the month; place 0 is not used."""
    closed: NDArray[np.bool_]
    """By `DayKind`: nothing comes in."""
    months: Mapping[int, float]
    """Level (contacts on a day whose factors are all 1) by month since year 0, as far as seen."""
    usual: float
    """Level of all weeks on average: what a month that was never seen is taken for."""
    end: int
    """Ordinal of the last day of the history."""
    trend: float | None
    """Growth a year as a factor; None where the history is too short to tell."""
    off_usual: float = 0.0
    """Logarithm of what the last weeks had over the usual level."""
    off_year: float = 0.0
    """Logarithm of what the last weeks had over the same months of years before; 0 where none was seen."""


def pattern(model: DayModel, calendar: Days) -> NDArray[np.float64]:
    """Volume of each day at level 1."""
    kind = calendar.kind
    by_itself = (kind == DayKind.HOLIDAY) | (kind == DayKind.YEAR_END)
    base = np.where(by_itself, 1.0, model.weekday[calendar.weekday])
    factors = base * model.special[kind] * model.near[calendar.near] * model.in_month[calendar.day_of_month]
    return np.asarray(np.where(model.closed[kind], 0.0, factors))


def daily(model: DayModel, calendar: Days, growth: float | None = None) -> NDArray[np.float64]:
    """Expected contacts of each day. `growth` a year, as a factor, takes the place of what was learned."""
    trend = growth if growth is not None else (model.trend or 1.0)
    ahead = np.maximum(0, calendar.first.toordinal() + np.arange(len(calendar)) - model.end)
    weeks = ahead / _DAYS_A_WEEK
    before = years_before(model, calendar, trend)
    by_year = before * np.exp(_OFF_YEAR * _OFF_YEAR_STAYS**weeks * model.off_year)
    off_usual = _OFF_USUAL * _OFF_USUAL_STAYS**weeks * model.off_usual
    by_usual = model.usual * np.exp(off_usual) * trend ** (ahead / _DAYS_A_YEAR)
    return np.where(before > 0, by_year, by_usual) * pattern(model, calendar)


def years_before(model: DayModel, calendar: Days, trend: float) -> NDArray[np.float64]:
    """Level of each day as the same month of years before has it; 0 where that was never seen."""
    levels = np.zeros(len(calendar))
    for month in np.unique(calendar.month).tolist():
        found = [
            (_YEARS_WEIGHT ** (back - 1), np.log(model.months[month - 12 * back]) + back * np.log(trend))
            for back in range(1, 11)
            if model.months.get(month - 12 * back, 0.0) > 0
        ]
        if found:
            weights = sum(weight for weight, _ in found)
            levels[calendar.month == month] = np.exp(sum(weight * log for weight, log in found) / weights)
    return levels
