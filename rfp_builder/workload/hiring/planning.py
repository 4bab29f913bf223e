"""How many to hire for which month: the cheapest classes that meet the need, as whole numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from rfp_builder.text.business_days import add_business_days
from rfp_builder.workload.hiring.need import Need, add_months
from rfp_builder.workload.hiring.plan import Class, HiringPlan, Month
from rfp_builder.workload.hiring.terms import Terms
from rfp_builder.workload.staffing_solver import NO_LIMIT, Programme, minimise

EARLIEST = 36
"""Months before the start of service in which classes may end at the earliest."""

_TIME_LIMIT_S = 10.0
_GAP = 0.001
_ROUND = 1e-6


def hiring_plan(need: Need, terms: Terms) -> HiringPlan:
    """Classes that are ready on the first day of months of service, or of months before it; on business days.

    Expected numbers of those who stay count, at the end of each month. Of all plans that meet the need, it is
    the one with the fewest months of pay, training and hires included. Where the need cannot be met, it is
    the one that misses the fewest months of work, with the first start of service that could be met.
    Raises `Unworkable` for the values `Need` and `Terms` refuse.
    """
    slots = _slots(need, terms)
    hires = _hires(need, terms, slots, may_miss=False)
    if hires is not None:
        return _plan(need, terms, slots, hires, True, need.start)
    nearest = _hires(need, terms, slots, may_miss=True)
    return _plan(need, terms, slots, nearest or (0,) * len(slots), False, _first_start(need, terms))


def _slots(need: Need, terms: Terms) -> tuple[int, ...]:
    """Months, counted from the start of service, in which a class can be ready."""
    every = range(-EARLIEST, len(need.people))
    return tuple(month for month in every if terms.recruiting_from(need.day(month)) >= need.hiring_from)


def _first_start(need: Need, terms: Terms) -> date | None:
    """One month more of classes before service, until the need is met; service starts on a business day."""
    ready = terms.ready_from(need.hiring_from)
    for months in range(EARLIEST + 1):
        later = replace(need, start=add_business_days(_months_after(ready, months), 0))
        enough = later.start > need.start
        if enough and _hires(later, terms, _slots(later, terms), may_miss=False) is not None:
            return later.start
    return None


def _months_after(ready: date, months: int) -> date:
    """The first day that lies `months` months after `ready`, counted back: 1 March for 28 February."""
    day = add_months(ready, months)
    while add_months(day, -months) < ready:
        day += timedelta(days=1)
    return day


def _hires(need: Need, terms: Terms, slots: Sequence[int], *, may_miss: bool) -> tuple[int, ...] | None:
    """People to hire for each slot; None where the need cannot be met.

    Variables: people and classes for each slot and, with `may_miss`, people missing in each month.
    """
    count, months = len(slots), len(need.people)
    extra = months if may_miss else 0
    width = 2 * count + extra
    there = np.array([[_productive(terms, slot, month) for slot in slots] for month in range(months)])
    cover = np.hstack([there.reshape(months, count), np.zeros((months, count)), np.eye(months)[:, :extra]])
    seats = np.hstack([np.eye(count), -terms.class_size * np.eye(count), np.zeros((count, extra))])
    short = [people - need.experienced * terms.staying_on(month) for month, people in enumerate(need.people)]
    if not slots:
        return () if may_miss or max(short) <= _ROUND else None
    cost = np.concatenate(
        [
            [_months_paid(terms, slot, months) for slot in slots],
            np.full(count, _SMALL),
            np.full(extra, _DEAR),
        ]
    )
    most = np.concatenate(
        [np.full(count, NO_LIMIT), np.full(count, terms.classes_a_month), np.full(extra, NO_LIMIT)]
    )
    programme = Programme(
        cost,
        np.vstack([cover, seats]),
        np.concatenate([np.array(short) - _ROUND, np.full(count, -NO_LIMIT)]),
        np.concatenate([np.full(months, NO_LIMIT), np.zeros(count)]),
        most,
        np.arange(width) < 2 * count,
    )
    found = minimise(programme, _TIME_LIMIT_S, _GAP)
    return None if found is None else tuple(int(one) for one in found.values[:count])


_SMALL = 0.01
"""Months of pay that opening a class is taken to cost, so that no empty ones are opened."""
_DEAR = 1000.0


def _productive(terms: Terms, slot: int, month: int) -> float:
    """Fully productive people in a month of service for each one hired for a slot."""
    if slot > month:
        return 0.0
    since = slot if terms.learns_before_start else max(slot, 0)
    stay = (1 - terms.class_attrition) * terms.staying(month - slot)
    return stay * terms.productivity(month - since)


def _months_paid(terms: Terms, slot: int, months: int) -> float:
    """Months of pay for each one hired for a slot, until the last month looked at."""
    training = terms.training_weeks * 12 / 52
    stay = 1 - terms.class_attrition
    paid = stay * (1 + sum(terms.staying(month) for month in range(months - slot - 1)))
    return terms.hiring_months + training + paid


def _plan(
    need: Need, terms: Terms, slots: Sequence[int], hires: Sequence[int], met: bool, first: date | None
) -> HiringPlan:
    chosen = {slot: hired for slot, hired in zip(slots, hires, strict=True) if hired}
    start = min((0, *chosen))
    months = tuple(_month(need, terms, chosen, month) for month in range(start, len(need.people)))
    classes = tuple(_class(need, terms, slot, hired) for slot, hired in chosen.items())
    return HiringPlan(classes, months, met, first)


def _class(need: Need, terms: Terms, slot: int, hired: int) -> Class:
    needed = need.day(slot)
    return Class(
        hired=hired,
        groups=-(-hired // terms.class_size),
        recruiting_from=terms.recruiting_from(needed),
        class_from=terms.class_from(needed),
        on_floor=terms.on_floor(needed),
        finishing=hired * (1 - terms.class_attrition),
    )


def _month(need: Need, terms: Terms, hires: dict[int, int], month: int) -> Month:
    begun = {slot: hired * (1 - terms.class_attrition) for slot, hired in hires.items() if slot <= month}
    there = {slot: people * terms.staying(month - slot) for slot, people in begun.items()}
    before = {
        slot: people * (terms.staying(month - slot - 1) if slot < month else 1.0)
        for slot, people in begun.items()
    }
    old = need.experienced * terms.staying_on(month) if month >= 0 else 0.0
    old_before = need.experienced * terms.staying_on(month - 1) if month >= 0 else 0.0
    grown = sum(_productive(terms, slot, month) * hires[slot] for slot in begun)
    return Month(
        first_day=need.day(month),
        needed=need.people[month] if month >= 0 else 0.0,
        headcount=old + sum(there.values()),
        productive=old + grown,
        hired=hires.get(month, 0),
        left=old_before - old + sum(before.values()) - sum(there.values()),
    )
