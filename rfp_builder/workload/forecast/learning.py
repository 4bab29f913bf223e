"""Learning the volume by day: each factor in turn against all others; unusual days do not count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from rfp_builder.workload.calendar import DayKind, Days, Near
from rfp_builder.workload.forecast.daymodel import DayModel, pattern, years_before
from rfp_builder.workload.forecast.new_level import new_levels
from rfp_builder.workload.history.values import DayStatus

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ROUNDS = 12
_WEEK = 7
_LOOKS = (8, 4)
"""Rounds before the last after which days that are not usual are looked for."""
_UNUSUAL = 0.25
"""Deviation in the logarithm from the median of the days around: no season but a campaign, a breakdown."""
_SIGMAS = 4.5
_MEDIAN_TO_SIGMA = 0.6745
"""Of a normal distribution, the median absolute deviation over the standard deviation."""
_DAYS_AROUND = 28
_MOST_UNUSUAL = 0.3
"""Where more days are "unusual" than this share, the history is erratic as a whole."""
_LAST_DAYS = 56
_HALF_LIFE = 14.0
"""Days after which the past counts half for where the last weeks stand."""
_FEWEST_LAST = 7
"""Usable days that are needed to say so."""
_FEWEST_DAYS = 10
"""Usable days that a month needs for a level of its own."""
_FEWEST_PAIRS = 3
"""Months seen in two years that a trend needs."""
_PRIOR = {"weekday": 0.1, "special": 1.0, "near": 3.0}
"""Days' worth of "as usual" that are mixed into each factor: few days prove little."""


@dataclass(frozen=True, slots=True, eq=False)
class Learned:
    """A model, and the days that it was not learned from since they are far from the usual."""

    model: DayModel
    unusual: NDArray[np.bool_]
    new_levels: Mapping[int, float]
    """Day of the history, from 0, from which a new level lasts, and its factor over the one before."""


def learn(
    volume: NDArray[np.float64], status: NDArray[np.int8], use: NDArray[np.bool_], calendar: Days
) -> Learned:
    """Learn from contacts by day. `use` are the days to learn from; they must be open.

    Where a new level lasts, all that came before counts as if it had been at that level.
    """
    closed = _closed(status, calendar)
    end = calendar.first.toordinal() + len(calendar) - 1
    model = DayModel(np.ones(7), np.ones(len(DayKind)), np.ones(3), np.ones(32), closed, {}, 0.0, end, None)
    if not use.any() or volume[use].sum() <= 0:
        return Learned(model, np.zeros(len(volume), dtype=bool), {})
    week = (np.arange(len(volume)) - len(volume)) // _WEEK
    week = week - week[0]
    usual = use
    for again in reversed(range(_ROUNDS)):
        level = _weekly(volume, pattern(model, calendar), usual, week)[week]
        # Shrunk at the end only: what is taken from a day too early, the level of its week would take up.
        model = _with_factors(model, volume, level, usual, calendar, shrunk=not again)
        if again in _LOOKS:
            usual = use & ~_unusual(volume, pattern(model, calendar), use, calendar.kind)
    fit = pattern(model, calendar)
    steps = new_levels(_weekly(volume, fit, usual, week))
    for first, factor in steps.items():
        volume = np.where(week < first, volume * factor, volume)
    months = _months(volume, fit, usual, use, calendar)
    level = float(np.mean(_weekly(volume, fit, usual, week)))
    model = replace(model, months=months, usual=level, trend=trend_of(months))
    begun = {int(np.argmax(week == first)): factor for first, factor in steps.items()}
    return Learned(_with_last_weeks(model, volume, usual, calendar), use & ~usual, begun)


def _with_factors(
    model: DayModel,
    volume: NDArray[np.float64],
    level: NDArray[np.float64],
    use: NDArray[np.bool_],
    calendar: Days,
    shrunk: bool,
) -> DayModel:
    kind, plain = calendar.kind, calendar.kind <= DayKind.SUNDAY
    by_itself = (kind == DayKind.HOLIDAY) | (kind == DayKind.YEAR_END)

    def expected(
        weekday: NDArray[np.float64], special: NDArray[np.float64], near: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        base = np.where(by_itself, 1.0, weekday[calendar.weekday]) * special[kind]
        return np.asarray(level * base * near[calendar.near])

    month_day = model.in_month[calendar.day_of_month]
    weekday = np.ones(7)
    rest = expected(weekday, model.special, model.near) * month_day
    for one in range(7):
        weekday[one] = _factor(volume, rest, use & plain & (calendar.weekday == one), 1.0, _PRIOR["weekday"])
    is_open = ~model.closed[:7]
    if is_open.any():
        weekday /= weekday[is_open].mean()
    special = np.ones(len(DayKind))
    rest = expected(weekday, special, model.near) * month_day
    sunday = 1.0 if model.closed[DayKind.SUNDAY] else float(weekday[DayKind.SUNDAY])
    for one, prior in ((DayKind.HOLIDAY, sunday), (DayKind.OBON, 1.0)):
        special[one] = _factor(volume, rest, use & (kind == one), prior, _PRIOR["special"])
    special[DayKind.YEAR_END] = _factor(
        volume, rest, use & (kind == DayKind.YEAR_END), float(special[DayKind.HOLIDAY]), _PRIOR["special"]
    )
    near = np.ones(3)
    rest = expected(weekday, special, near) * month_day
    for side in (Near.BEFORE, Near.AFTER):
        near[side] = _factor(volume, rest, use & (calendar.near == side), 1.0, _PRIOR["near"])
    in_month = _days_of_month(volume, expected(weekday, special, near), use, calendar.day_of_month, shrunk)
    return replace(model, weekday=weekday, special=special, near=near, in_month=in_month)


def _factor(
    volume: NDArray[np.float64],
    rest: NDArray[np.float64],
    chosen: NDArray[np.bool_],
    prior: float,
    weight: float,
) -> float:
    """What the chosen days have over `rest`, drawn towards `prior` by `weight` days."""
    expected = rest[chosen]
    if not expected.sum() > 0:
        return prior
    usual = weight * float(expected.mean())
    return (float(volume[chosen].sum()) + prior * usual) / (float(expected.sum()) + usual)


def _days_of_month(
    volume: NDArray[np.float64],
    rest: NDArray[np.float64],
    use: NDArray[np.bool_],
    in_month: NDArray[np.int64],
    shrunk: bool,
) -> NDArray[np.float64]:
    """Factors by day of the month; `shrunk` by how far chance alone would scatter them (empirical Bayes)."""
    factors = np.ones(32)
    usable = use & (volume > 0) & (rest > 0)
    if usable.sum() < 2 * 31:
        return factors
    residual = np.log(volume[usable] / rest[usable])
    day = in_month[usable]
    count = np.bincount(day, minlength=32)
    mean = np.bincount(day, weights=residual, minlength=32) / np.maximum(count, 1)
    mean -= float(residual.mean())
    seen = count > 0
    chance = float(np.var(residual - mean[day])) / np.maximum(count, 1)
    true = max(0.0, float(np.var(mean[seen])) - float(chance[seen].mean()))
    weight = true / np.maximum(true + chance, 1e-12) if shrunk else np.ones(32)
    return np.asarray(np.exp(np.where(seen, mean * weight, 0.0)))


def _closed(status: NDArray[np.int8], calendar: Days) -> NDArray[np.bool_]:
    """Kinds of days that were mostly closed; one never seen is like the kind next to it."""
    closed = np.zeros(len(DayKind), dtype=bool)
    for kind in DayKind:
        here = (calendar.kind == kind) & (status != DayStatus.MISSING)
        if here.any():
            closed[kind] = bool((status[here] == DayStatus.CLOSED).mean() > 0.5)
        elif kind is DayKind.HOLIDAY:
            closed[kind] = closed[DayKind.SUNDAY]
        elif kind is DayKind.YEAR_END:
            closed[kind] = closed[DayKind.HOLIDAY]
    return closed


def _weekly(
    volume: NDArray[np.float64], fit: NDArray[np.float64], use: NDArray[np.bool_], week: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Level of each week; one without a usable day lies between its neighbours. 0 where none has any."""
    count = int(week[-1]) + 1
    actual = np.bincount(week[use], weights=volume[use], minlength=count)
    expected = np.bincount(week[use], weights=fit[use], minlength=count)
    seen = expected > 0
    if not seen.any():
        # The only contacts came on a kind of day that is mostly closed.
        return np.zeros(count)
    levels = np.divide(actual, expected, out=np.zeros(count), where=seen)
    places = np.arange(count)
    return np.asarray(np.interp(places, places[seen], levels[seen]))


def _unusual(
    volume: NDArray[np.float64], fit: NDArray[np.float64], use: NDArray[np.bool_], kind: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Days far from the median of the 28 before and after: campaigns and breakdowns of up to three weeks.

    Year end and Obon have a shape of their own and are left as they are.
    """
    places = np.flatnonzero(use & (volume > 0) & (fit > 0) & (kind <= DayKind.HOLIDAY))
    if len(places) <= _DAYS_AROUND:
        return np.zeros(len(volume), dtype=bool)
    unusual = use & (volume <= 0)
    logs = np.log(volume[places] / fit[places])
    around = sliding_window_view(np.pad(logs, _DAYS_AROUND, mode="reflect"), 2 * _DAYS_AROUND + 1)
    deviation = np.abs(logs - np.median(around, axis=1))
    bound = max(_UNUSUAL, _SIGMAS * float(np.median(deviation)) / _MEDIAN_TO_SIGMA)
    unusual[places[deviation > bound]] = True
    return unusual if unusual.sum() < _MOST_UNUSUAL * use.sum() else np.zeros(len(volume), dtype=bool)


def _months(
    volume: NDArray[np.float64],
    fit: NDArray[np.float64],
    usual: NDArray[np.bool_],
    use: NDArray[np.bool_],
    calendar: Days,
) -> dict[int, float]:
    months = {}
    for month in np.unique(calendar.month).tolist():
        here = calendar.month == month
        chosen = here & usual
        if chosen.sum() < _FEWEST_DAYS:
            chosen = here & use
        if chosen.sum() >= _FEWEST_DAYS and fit[chosen].sum() > 0:
            months[month] = float(volume[chosen].sum() / fit[chosen].sum())
    return months


def _with_last_weeks(
    model: DayModel, volume: NDArray[np.float64], use: NDArray[np.bool_], calendar: Days
) -> DayModel:
    """The model, with how far the last weeks are off the usual level, and off the months of years before."""
    place = np.arange(len(volume))
    last = use & (place >= len(volume) - _LAST_DAYS)
    weight = np.where(last, 0.5 ** ((len(volume) - 1 - place) / _HALF_LIFE), 0.0)
    fit = pattern(model, calendar)
    before = years_before(model, calendar, model.trend or 1.0)
    return replace(
        model,
        off_usual=_off(volume, fit * model.usual, weight),
        off_year=_off(volume, fit * before, np.where(before > 0, weight, 0.0)),
    )


def _off(volume: NDArray[np.float64], expected: NDArray[np.float64], weight: NDArray[np.float64]) -> float:
    """Logarithm of what came over what was expected, the last days counting most; 0 where too few tell."""
    if np.count_nonzero(weight) < _FEWEST_LAST:
        return 0.0
    came, due = float((volume * weight).sum()), float((expected * weight).sum())
    return float(np.log(came / due)) if came > 0 and due > 0 else 0.0


def trend_of(months: dict[int, float]) -> float | None:
    """Growth a year as a factor, from months a year apart; None where there are fewer than three pairs."""
    logs = [
        np.log(level / months[month - 12])
        for month, level in months.items()
        if level > 0 and months.get(month - 12, 0.0) > 0
    ]
    if len(logs) < _FEWEST_PAIRS:
        return None
    # Few months prove little: drawn towards no growth.
    return float(np.exp(np.median(logs) * len(logs) / (len(logs) + 2)))
