"""Shifts for the planned week: from the groups that are set, or from usual full-time and part-time."""

from __future__ import annotations

from fractions import Fraction
from math import gcd, lcm

import numpy as np

from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.choices import Employment, Role
from rfp_builder.model.project import Project
from rfp_builder.model.staffing import ShiftGroup
from rfp_builder.workload.agents import Shrinkage
from rfp_builder.workload.erlang.inputs import Integers
from rfp_builder.workload.plan.ledger import Ledger, Offer, percent
from rfp_builder.workload.plan.values import Origin, PlannedWeek
from rfp_builder.workload.shifts import (
    Break,
    Contract,
    DaysOff,
    Limits,
    NoShiftPlan,
    Shift,
    ShiftPlan,
    Week,
    cover_week,
)

USUAL_PART_TIME = Fraction(1, 2)
_DAY_MIN = 1440
_HOUR = 60
_FULL_MIN, _LUNCH_MIN = 9 * _HOUR, _HOUR
_LUNCH_AFTER_MIN = (3 * _HOUR, 4 * _HOUR, 5 * _HOUR)
_PART_MIN = (4 * _HOUR, 5 * _HOUR, 6 * _HOUR)
_LONG_DAY_MIN = 10 * _HOUR
_FULL = Phrase("フルタイム", "Full-time")
_PART = Phrase("パートタイム", "Part-time")
_GROUPS = Phrase("勤務形態", "Kinds of contract")
_USUAL_GROUPS = Phrase(
    "フルタイム（実働8時間・休憩1時間・週5日）とパートタイム（4〜6時間・週4日）",
    "full-time (8 hours of work, 1 hour of break, 5 days a week) and part-time (4 to 6 hours, 4 days)",
)
_SET_GROUPS = Phrase("{n}種類", "{n} kinds")
_PART_TIME = Phrase("パートタイムの割合の上限", "Largest share of part-time")
_SEATS = Phrase("席数の上限", "Seats")
_SEATS_SHOWN = Phrase("{n}席", "{n} seats")


def contracts_of(
    project: Project, needed: Integers, interval_minutes: int, ledger: Ledger
) -> tuple[Contract, ...]:
    """The contracts to make shifts from; `needed` are the agents of a week, 7 days × intervals."""
    groups = project.staffing.groups
    ledger.look("staffing.groups")
    if groups:
        ledger.note(_GROUPS, _SET_GROUPS.fill(n=len(groups)), Origin.SETTING, "staffing.groups")
        return tuple(_contract(one) for one in groups)
    ledger.note(_GROUPS, _USUAL_GROUPS, Origin.ASSUMED)
    return _usual(needed, interval_minutes)


def limits_of(project: Project, contracts: tuple[Contract, ...], ledger: Ledger) -> Limits:
    """Seats, and how many may be in part-time (the setting, or else 3.5) where there are both kinds."""
    seats = project.staffing.seats
    ledger.look("staffing.seats")
    if seats is not None:
        ledger.note(_SEATS, _SEATS_SHOWN.fill(n=seats), Origin.SETTING, "staffing.seats")
    if len({one.is_part_time for one in contracts}) < 2:
        return Limits(seats=seats)
    held = project.staffing.part_time_most
    most = ledger.first(
        _PART_TIME,
        percent,
        USUAL_PART_TIME,
        Offer(None if held is None else Fraction(held) / 100, "staffing.part_time_most", Origin.SETTING),
        Offer(_part_time(project), "people.employment.terms"),
    )
    return Limits(seats=seats, part_time_most=most)


def beside_breaks(shrinkage: Shrinkage, contracts: tuple[Contract, ...]) -> Shrinkage:
    """The shrinkage that paid breaks of the shifts do not cover; unpaid breaks are no part of it."""
    paid = [
        Fraction(sum(one.length_min for one in shift.breaks if one.is_paid), shift.paid_min)
        for contract in contracts
        for shift in contract.shifts
        if shift.paid_min
    ]
    covered = min(paid, default=Fraction(0))
    if not covered:
        return shrinkage
    return Shrinkage.of(max(Fraction(0), 1 - (1 - shrinkage.total) / (1 - covered)))


def shifts_for(
    week: PlannedWeek, contracts: tuple[Contract, ...], limits: Limits, time_limit_s: float
) -> ShiftPlan | NoShiftPlan:
    """Shifts that cover the staff of the week, on a grid fine enough for them; or why there are none."""
    interval = _DAY_MIN // week.staff.shape[1]
    grid = gcd(interval, *(minute for one in contracts for minute in _minutes(one)))
    needed = np.repeat(week.staff, interval // grid, axis=1)
    try:
        return cover_week(Week(needed, contracts, limits), time_limit_s=time_limit_s)
    except NoShiftPlan as none:
        return none


def _contract(group: ShiftGroup) -> Contract:
    breaks = tuple(Break(one.after, one.length, one.paid) for one in group.rests)
    starts = tuple(start % _DAY_MIN for start in dict.fromkeys(group.starts))
    return Contract(
        group.name,
        Shift.at(starts, group.length, breaks),
        group.days_a_week,
        DaysOff.TOGETHER if group.days_off_together else DaysOff.ANY,
        group.part_time,
        group.people,
    )


def _usual(needed: Integers, interval_minutes: int) -> tuple[Contract, ...]:
    """Shifts that begin every hour of a long day, or half hour of a shorter one, while anybody is needed."""
    places = np.flatnonzero((needed > 0).any(axis=0))
    opens = int(places[0]) * interval_minutes if len(places) else 9 * _HOUR
    closes = (int(places[-1]) + 1) * interval_minutes if len(places) else 18 * _HOUR
    step = lcm(interval_minutes, _HOUR if closes - opens > _LONG_DAY_MIN else 30)
    full = tuple(
        Shift(start, _FULL_MIN, (Break(after, _LUNCH_MIN),))
        for start in _starts(opens, closes, _FULL_MIN, step)
        for after in _LUNCH_AFTER_MIN
    )
    part = tuple(
        Shift(start, length) for length in _PART_MIN for start in _starts(opens, closes, length, step)
    )
    return (
        Contract(_FULL, full),
        Contract(_PART, part, days_a_week=4, days_off=DaysOff.ANY, is_part_time=True),
    )


def _starts(opens: int, closes: int, length: int, step: int) -> range:
    """From the opening on, so that the last shift ends with the day; round the clock where it never ends."""
    if closes - opens >= _DAY_MIN:
        return range(0, _DAY_MIN, step)
    last = max(opens, closes - length)
    return range(opens, last + step, step) if (last - opens) % step else range(opens, last + 1, step)


def _minutes(contract: Contract) -> list[int]:
    return [
        minute
        for shift in contract.shifts
        for minute in (
            shift.start_min,
            shift.length_min,
            *(value for one in shift.breaks for value in (one.after_min, one.length_min)),
        )
    ]


def _part_time(project: Project) -> Fraction | None:
    """The share of agents in part-time (3.5)."""
    rows = known(project.definition.people.employment.terms) or ()
    agents = [one for one in rows if known(one.role) is Role.CSR and known(one.share) is not None]
    if not agents:
        return None
    share = sum(known(one.share) or 0 for one in agents if known(one.form) is Employment.PART_TIME)
    return min(Fraction(1), Fraction(share) / 100)
