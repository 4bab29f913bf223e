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
    recent: float
    """Level of the last weeks."""
    end: int
    """Ordinal of the last day of the history."""
    trend: float | None
    """Growth a year as a factor; None where the history is too short to tell."""


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
    levels = np.zeros(len(calendar))
    first = calendar.first.toordinal()
    for month in np.unique(calendar.month).tolist():
        here = np.flatnonzero(calendar.month == month)
        middle = first + float(here.mean())
        levels[here] = _level(model, month, middle, trend)
    return levels * pattern(model, calendar)


def _level(model: DayModel, month: int, middle: float, trend: float) -> float:
    """The level of a month: that of the same month in years before, or else of the last weeks."""
    found = [
        (_YEARS_WEIGHT ** (back - 1), np.log(model.months[month - 12 * back]) + back * np.log(trend))
        for back in range(1, 11)
        if model.months.get(month - 12 * back, 0.0) > 0
    ]
    if not found:
        ahead = max(0.0, middle - model.end) / _DAYS_A_YEAR
        return model.recent * float(trend**ahead)
    weights = sum(weight for weight, _ in found)
    return float(np.exp(sum(weight * log for weight, log in found) / weights))
