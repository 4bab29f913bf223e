"""The average ordinary week of a history: which days it is made of, and what comes in on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

import numpy as np

from rfp_builder.model.annex import LeftOut
from rfp_builder.workload.calendar import DayKind, days
from rfp_builder.workload.forecast.model import fit, special_factors
from rfp_builder.workload.forecast.values import Special
from rfp_builder.workload.history.values import MINUTES_A_DAY, DayStatus, History

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FINEST = (30, 60)
"""Minutes: finer intervals are drawn together, as no page holds them and chance rules in them."""
_TENTH = Decimal("0.1")
_WEEK = 7

Week = tuple[tuple[Decimal, ...], ...]


@dataclass(frozen=True, slots=True)
class OrdinaryWeek:
    """Average contacts of each interval, Monday first, of several groups of series."""

    interval_minutes: int
    opens: int
    """Where the first interval begins, in minutes after midnight."""
    weeks: tuple[Week, ...]
    """One for each group, days × intervals, to a tenth."""
    averaged: int
    left_out: LeftOut


def ordinary_week(
    history: History, specials: Sequence[Special], groups: Sequence[Sequence[int]]
) -> OrdinaryWeek:
    """The mean of all days that are open and like any other of their weekday; `groups` are places of series.

    Intervals that the history lacks do not count as empty. Before the first and behind the last interval in
    which anything comes in, nothing is shown.
    """
    use, left_out = _ordinary(history, specials)
    minutes = _minutes(history.interval_minutes)
    weekday = days(history.first, history.day_count).weekday
    step = minutes // history.interval_minutes
    means = np.stack([_means(history, list(group), use, weekday, step) for group in groups])
    tenths = [[[_tenth(one) for one in day] for day in week] for week in means.tolist()]
    first, end = _shown(tenths)
    return OrdinaryWeek(
        minutes,
        first * minutes,
        tuple(tuple(tuple(day[first:end]) for day in week) for week in tenths),
        int(use.sum()),
        left_out,
    )


def _ordinary(history: History, specials: Sequence[Special]) -> tuple[NDArray[np.bool_], LeftOut]:
    calendar = days(history.first, history.day_count)
    is_open = history.status == DayStatus.OPEN
    special = is_open & (special_factors(calendar, specials) != 1.0)
    holiday = is_open & ~special & (calendar.kind > DayKind.SUNDAY)
    unusual = is_open & ~special & ~holiday & fit(history, specials).unusual
    left_out = LeftOut(
        closed=int((history.status == DayStatus.CLOSED).sum()),
        missing=int((history.status == DayStatus.MISSING).sum()),
        special=int(special.sum()),
        holidays=int(holiday.sum()),
        unusual=int(unusual.sum()),
    )
    return is_open & ~special & ~holiday & ~unusual, left_out


def _minutes(interval: int) -> int:
    """The interval shown: of a half or a whole hour where the history is finer, else the history's own."""
    return next((one for one in _FINEST if one >= interval and one % interval == 0), interval)


def _means(
    history: History, group: list[int], use: NDArray[np.bool_], weekday: NDArray[np.int64], step: int
) -> NDArray[np.float64]:
    """Weekdays × intervals shown."""
    calls = history.calls[group].sum(axis=0)
    means = np.zeros((_WEEK, history.slots))
    for day in range(_WEEK):
        here = use & (weekday == day)
        known = history.known[here]
        sums = (calls[here] * known).sum(axis=0)
        means[day] = np.divide(sums, known.sum(axis=0), out=np.zeros(history.slots), where=known.any(axis=0))
    return np.asarray(
        means.reshape(_WEEK, MINUTES_A_DAY // (history.interval_minutes * step), step).sum(axis=2)
    )


def _tenth(mean: float) -> Decimal:
    # Nine digits first: what is a half but for the last bits of a float is a half.
    return Decimal(f"{mean:.9f}").quantize(_TENTH, ROUND_HALF_UP)


def _shown(weeks: Sequence[Sequence[Sequence[Decimal]]]) -> tuple[int, int]:
    filled = [at for week in weeks for day in week for at, mean in enumerate(day) if mean]
    return (min(filled), max(filled) + 1) if filled else (0, 0)
