"""One case from calls to cost: agents, shifts, hiring and should-cost fit together."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import ceil

import numpy as np
import pytest

from rfp_builder.i18n import Phrase
from rfp_builder.workload.agents import Basis, Component, Goal, Requirement, Shrinkage, requirement
from rfp_builder.workload.hiring import Need, Terms, hiring_plan
from rfp_builder.workload.shifts import (
    Break,
    Contract,
    DaysOff,
    Limits,
    Shift,
    ShiftPlan,
    Week,
    cover_week,
    remarks,
)
from rfp_builder.workload.should_cost import (
    HourClass,
    Line,
    Volume,
    Volumes,
    hours_of_month,
    hours_of_week,
    should_cost,
    starting_assumptions,
)

HALF_HOUR_S, AHT_S, HOUR = 1800.0, 300.0, 60
ABSENCE = Shrinkage(
    (
        Component(Phrase("年次有給休暇", "annual leave"), Fraction(8, 100)),
        Component(Phrase("ミーティング", "meetings"), Fraction(5, 100), Basis.PRESENT),
    )
)
FULL = Contract(
    Phrase("フルタイム", "full-time"),
    Shift.at(range(8 * HOUR, 12 * HOUR + 1, 30), 9 * HOUR, (Break(4 * HOUR, HOUR),)),
)
PART = Contract(
    Phrase("パートタイム", "part-time"),
    Shift.at(range(8 * HOUR, 17 * HOUR + 1, HOUR), 5 * HOUR),
    days_a_week=4,
    days_off=DaysOff.ANY,
    is_part_time=True,
)


@pytest.fixture(scope="module")
def calls() -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """A week of half hours, open 8:00 to 22:00 on weekdays and to 18:00 at weekends."""
    hours = np.arange(48) / 2
    shape = np.exp(-(((hours - 11) / 3) ** 2)) + 0.6 * np.exp(-(((hours - 17) / 3) ** 2))
    days = np.array([1.2, 1.0, 0.95, 0.95, 1.05, 0.6, 0.5])[:, None]
    return np.round(60 * days * shape)


@pytest.fixture(scope="module")
def needed(calls: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> Requirement:
    hours = np.arange(48) / 2
    is_open = np.array([(hours >= 8) & (hours < (22 if day < 5 else 18)) for day in range(7)])
    goal = Goal(0.8, 20, patience_s=120, max_occupancy=0.85, minimum=2)
    return requirement(calls, HALF_HOUR_S, AHT_S, goal, ABSENCE, is_open)


@pytest.fixture(scope="module")
def plan(needed: Requirement) -> ShiftPlan:
    return cover_week(Week(needed.staff, (FULL, PART), Limits(part_time_most=Fraction(1, 2))))


def test_the_need(needed: Requirement) -> None:
    assert needed.agents.max() == 14 and needed.staff.max() == ceil(
        14 / (Fraction(92, 100) * Fraction(95, 100))
    )
    assert (needed.agents[:, :16] == 0).all() and (needed.agents[:5, 16:44] >= 2).all()


def test_the_shifts(plan: ShiftPlan) -> None:
    assert remarks(FULL) == () and not plan.under.any() and plan.gap <= 0.005
    assert plan.paid_hours < 1.15 * plan.needed.sum() / 2
    assert Fraction(plan.part_timers, plan.headcount) <= Fraction(1, 2)


def test_the_hiring_plan(plan: ShiftPlan) -> None:
    fte = plan.paid_hours / 40
    need = Need(date(2027, 10, 1), (fte,) * 6, date(2027, 4, 1))
    terms = Terms(6, 4, 15, 2, class_attrition=0.1, monthly_attrition=(0.05, 0.03))
    hiring = hiring_plan(need, terms)
    assert hiring.can_be_met and hiring.hired > fte
    assert hiring.classes[0].recruiting_from >= need.hiring_from
    soon = hiring_plan(Need(date(2027, 5, 1), (fte,) * 6, date(2027, 4, 1)), terms)
    assert not soon.can_be_met and soon.first_start is not None and soon.first_start > date(2027, 5, 1)


def test_the_should_cost(plan: ShiftPlan, calls: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> None:
    hours = hours_of_month(hours_of_week(plan))
    a_month = Fraction(365, 12 * 7) * int(calls.sum())
    volume = Volume(a_month, a_month * 5, a_month * 5, hours, Fraction(int(plan.present.max())))
    found = should_cost(starting_assumptions(), Volumes.around(volume, Fraction(9, 10), Fraction(12, 10)))
    agents = found.base.lines[Line.AGENTS]
    assert agents == pytest.approx(float(sum(hours.values(), Fraction(0))) * 1400, rel=0.02)
    assert HourClass.NIGHT not in hours
    assert 0.3 < agents / found.base.total < 0.6
    assert found.cheapest.total < found.base.total < found.spread.p80 < found.dearest.total
    assert found.base.per_minute * 5 == found.base.per_call
