"""From the question to the answer, or to why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from rfp_builder.workload.erlang.inputs import Flags, Integers
from rfp_builder.workload.shifts.model import model_of
from rfp_builder.workload.shifts.plan import ShiftPlan, plan_of
from rfp_builder.workload.shifts.refusal import Cause, NoShiftPlan, Reason
from rfp_builder.workload.shifts.week import Limits, Week
from rfp_builder.workload.staffing_solver import minimise

NEAR_ENOUGH = 0.005
"""A plan whose hours are proven to lie within this share of the fewest is taken."""


def cover_week(week: Week, *, missing_hour: float | None = None, time_limit_s: float = 20.0) -> ShiftPlan:
    """The shifts with the fewest paid hours that cover what the week needs.

    Shrinkage other than the breaks in the shifts (leave, absence, training) belongs into the need. Where
    agents may be missing, `missing_hour` says how many paid hours one missing hour is as bad as; with None
    nobody may be missing. The plan says its gap to the best possible.

    Raises:
        NoShiftPlan: no shifts cover the week; it says in which interval and why.
    """
    if not (week.needed > 0).any():
        model = model_of(week, None)
        return plan_of(week, model.blocks, np.zeros(model.programme.cost.shape), 0.0)
    model = model_of(week, missing_hour, may_idle=False)
    found = minimise(model.programme, time_limit_s, NEAR_ENOUGH)
    if found is None and not model.programme.most.all():
        # Where seats are scarce, days on which nobody is needed may be the only ones left.
        model = model_of(week, missing_hour)
        found = minimise(model.programme, time_limit_s, NEAR_ENOUGH)
    if found is None:
        raise NoShiftPlan(tuple(_reasons(week, time_limit_s)))
    return plan_of(week, model.blocks, found.values, found.gap)


def _reasons(week: Week, time_limit_s: float) -> Iterator[Reason]:
    """What stands in the way: first what no plan can mend, then which limit."""
    reach = model_of(week, None).programme.matrix[: int((week.needed > 0).sum())].any(axis=1)
    unreached = np.zeros(week.needed.shape, dtype=np.bool_)
    unreached[week.needed > 0] = ~reach
    if unreached.any():
        yield _reason(week, Cause.NO_SHIFT, np.where(unreached, week.needed, 0))
    seats = week.limits.seats
    if seats is not None and (week.needed > seats).any():
        yield _reason(week, Cause.SEATS, np.maximum(week.needed - seats, 0))
    elif not unreached.any():
        yield _limit(week, time_limit_s)


def _limit(week: Week, time_limit_s: float) -> Reason:
    missing = _missing(week, time_limit_s)
    if missing is None or not missing.any():
        return _reason(week, Cause.TIME, np.zeros_like(week.needed))
    for cause, freer in _freer(week):
        left = _missing(freer, time_limit_s)
        if left is not None and not left.any():
            return _reason(week, cause, missing)
    return _reason(week, Cause.TOGETHER, missing)


def _freer(week: Week) -> Iterator[tuple[Cause, Week]]:
    """The week without each of its limits in turn."""
    limits = week.limits
    if limits.headcount is not None:
        yield Cause.HEADCOUNT, replace(week, limits=replace(limits, headcount=None))
    if any(one.people is not None for one in week.contracts):
        contracts = tuple(replace(one, people=None) for one in week.contracts)
        yield Cause.CONTRACT, replace(week, contracts=contracts)
    if limits.seats is not None:
        yield Cause.SEATS, replace(week, limits=replace(limits, seats=None))
    if limits.part_time_least is not None or limits.part_time_most is not None:
        free = Limits(seats=limits.seats, headcount=limits.headcount)
        yield Cause.PART_TIME, replace(week, limits=free)


def _missing(week: Week, time_limit_s: float) -> Integers | None:
    """The fewest missing agents that the limits allow, by interval; None where no time was left to see."""
    model = model_of(week, 1.0, hours_count=False)
    found = minimise(model.programme, time_limit_s, 0.0)
    if found is None:
        return None
    needy: Flags = week.needed > 0
    missing = np.zeros_like(week.needed)
    missing[needy] = found.values[model.missing].astype(np.int64)
    return missing


def _reason(week: Week, cause: Cause, missing: Integers) -> Reason:
    """Worst first; among equals the earliest."""
    days, intervals = np.nonzero(missing)
    worst = np.argsort(-missing[days, intervals], kind="stable")
    places = tuple((int(days[one]), int(intervals[one])) for one in worst)
    return Reason(cause, places, int(missing.max(initial=0)), week.interval_min)
