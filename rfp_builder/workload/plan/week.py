"""The week that shifts are made for: a busy one, but an ordinary one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from rfp_builder.workload.agents import Shrinkage
from rfp_builder.workload.calendar import DayKind, days
from rfp_builder.workload.erlang.inputs import Flags, Integers
from rfp_builder.workload.forecast.values import Special
from rfp_builder.workload.plan.values import PlannedQueue, PlannedWeek

Number = TypeVar("Number", np.float64, np.int64)

BUSY = Fraction(9, 10)
"""Nine of ten ordinary weeks need no more agent hours than the week planned for.

The busiest of all would keep people idle for the rest of the year; peaks above it are for temporary staff
and overtime, and the months of the hiring plan show them.
"""
_DAYS = 7


def planned_week(
    queues: Sequence[PlannedQueue],
    is_open: Flags,
    first: date,
    window: slice,
    specials: Sequence[Special],
    shrinkage: Shrinkage,
) -> PlannedWeek:
    """The week at the 90th percentile of agent hours among the ordinary weeks of service.

    Ordinary is a whole week, Monday to Sunday, without a holiday, a special day, or a day closed that is open
    in most weeks. Where there is none, all whole weeks count; where no week is whole, the days there are.
    `shrinkage` is what the breaks of the shifts do not cover.
    """
    agents = sum((one.agents for one in queues), np.zeros(is_open.shape, dtype=np.int64))
    contacts = sum((np.where(is_open, one.planned, 0.0) for one in queues), np.zeros(is_open.shape))
    monday = _chosen(agents, is_open, first, window, specials)
    needed = _padded(agents, monday)
    return PlannedWeek(
        monday=first + timedelta(days=monday),
        contacts=_padded(contacts, monday),
        agents=needed,
        staff=shrinkage.staff_each(needed),
    )


def _chosen(agents: Integers, is_open: Flags, first: date, window: slice, specials: Sequence[Special]) -> int:
    """The place of its Monday in the forecast; before the first day where no week is whole."""
    start = window.start + (-(first + timedelta(days=window.start)).weekday()) % _DAYS
    mondays = list(range(start, window.stop - _DAYS + 1, _DAYS))
    if not mondays:
        return int(window.start) - (first + timedelta(days=window.start)).weekday()
    hours = {monday: int(agents[monday : monday + _DAYS].sum()) for monday in mondays}
    ordinary = [one for one in mondays if _is_ordinary(one, mondays, is_open, first, specials)]
    among = sorted(ordinary or mondays, key=lambda one: (hours[one], one))
    return among[min(len(among) - 1, int(BUSY * len(among)))]


def _is_ordinary(
    monday: int, mondays: Sequence[int], is_open: Flags, first: date, specials: Sequence[Special]
) -> bool:
    calendar = days(first + timedelta(days=monday), _DAYS)
    if (calendar.kind >= DayKind.HOLIDAY).any():
        return False
    dates = [first + timedelta(days=monday + place) for place in range(_DAYS)]
    if any(day in special for day in dates for special in specials):
        return False
    opened = [bool(one.any()) for one in is_open]
    for place in range(_DAYS):
        usual = 2 * sum(opened[one + place] for one in mondays) > len(mondays)
        if usual and not opened[monday + place]:
            return False
    return True


def _padded(values: NDArray[Number], monday: int) -> NDArray[Number]:
    """Seven days; those outside the forecast are empty."""
    found = np.zeros((_DAYS, values.shape[1]), dtype=values.dtype)
    for place in range(max(0, -monday), min(_DAYS, len(values) - monday)):
        found[place] = values[monday + place]
    return found
