"""A forecast summed to days, weeks, months and years, with the range it may lie in."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from rfp_builder.workload.calendar import days
from rfp_builder.workload.forecast.chance import quantile
from rfp_builder.workload.forecast.values import Forecast, Level, Period

if TYPE_CHECKING:
    from numpy.typing import NDArray

_DAYS_A_MONTH = 30.4375
_WIDENS = 12.0
"""Months after which the variance of a level has doubled: what lies further ahead is known less well."""


def periods(forecast: Forecast, level: Level) -> tuple[Period, ...]:
    """The forecast by day, week, month or year; the first and last period may be cut off.

    Raises:
        ValueError: for intervals, which `interval_quantile` is for.
    """
    calendar = days(forecast.first, forecast.day_count)
    if level is Level.DAY:
        group = np.arange(forecast.day_count)
    elif level is Level.WEEK:
        group = (np.arange(forecast.day_count) + int(calendar.weekday[0])) // 7
    elif level is Level.MONTH:
        group = calendar.month
    elif level is Level.YEAR:
        group = calendar.month // 12
    else:
        raise ValueError("intervals are in the arrays of the forecast")
    calls = forecast.calls.sum(axis=(0, 2))
    mean = forecast.expected.sum(axis=(0, 2))
    found = []
    for one in np.unique(group).tolist():
        places = np.flatnonzero(group == one)
        spread = _spread(forecast, level, float(places.mean()))
        total = np.array([float(mean[places].sum())])
        low, p50, p80, high = (
            int(np.floor(quantile(total, spread, share)[0] + 0.5)) for share in (0.1, 0.5, 0.8, 0.9)
        )
        found.append(
            Period(
                _day(forecast.first, places[0]),
                _day(forecast.first, places[-1]),
                int(calls[places].sum()),
                low,
                high,
                p50,
                p80,
            )
        )
    return tuple(found)


def interval_quantile(forecast: Forecast, share: float) -> NDArray[np.float64]:
    """Contacts of each interval below which `share` (0.1, 0.5, 0.8 or 0.9) of all cases lie.

    Series × days × intervals. Staffing at the mean fails in about half of all intervals: see P80.
    """
    return quantile(forecast.expected, forecast.spread.by_level[Level.INTERVAL], share)


def together(forecast: Forecast, share: float) -> NDArray[np.float64]:
    """The same for all series together, days × intervals: less than the sum over the series."""
    return quantile(forecast.expected.sum(axis=0), forecast.spread.by_level[Level.INTERVAL], share)


def _spread(forecast: Forecast, level: Level, ahead: float) -> float:
    own = forecast.spread.by_level[level]
    month = forecast.spread.by_level[Level.MONTH]
    # What a level is off by itself stays; what months are off by grows.
    return float((own**2 + month**2 * ahead / _DAYS_A_MONTH / _WIDENS) ** 0.5)


def _day(first: date, place: int) -> date:
    return first + timedelta(days=int(place))
