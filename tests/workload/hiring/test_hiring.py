"""Hiring backwards from the start: dates, attrition in class too, ramp, the first date that can be met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rfp_builder.text.business_days import is_business_day
from rfp_builder.workload.erlang import Unworkable
from rfp_builder.workload.hiring import PUBLISHED_RAMP, HiringPlan, Need, Terms, hiring_plan
from rfp_builder.workload.hiring.need import add_months
from tests.workload.references import reference

START = date(2027, 10, 1)
SIMPLE = Terms(lead_weeks=6, training_weeks=4, class_size=20, ramp=(1.0,))
NEED = Need(START, (30.0,) * 6, date(2027, 4, 1))


def test_the_ramp_is_the_published_one() -> None:
    published = reference("planning")["ccplanning_ramp"]
    low, high = published["weeks_5_8"]
    assert low <= PUBLISHED_RAMP[0] <= high
    low, high = published["weeks_9_16"]
    assert all(low <= one <= high for one in PUBLISHED_RAMP[1:])
    terms = replace(SIMPLE, ramp=PUBLISHED_RAMP)
    assert terms.productivity(len(PUBLISHED_RAMP)) == published["after_16"]


def test_months_are_counted_by_the_calendar() -> None:
    assert add_months(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert add_months(date(2028, 1, 31), 1) == date(2028, 2, 29)
    assert add_months(date(2027, 1, 15), -1) == date(2026, 12, 15)
    assert add_months(date(2027, 12, 1), 13) == date(2029, 1, 1)


def test_without_attrition_and_ramp_classes_end_as_late_as_they_can() -> None:
    plan = hiring_plan(NEED, SIMPLE)
    assert plan.can_be_met and plan.why_not() is None and plan.hired == 30
    assert [(one.on_floor, one.hired) for one in plan.classes] == [(date(2027, 9, 1), 10), (START, 20)]
    last = plan.classes[-1]
    assert last.class_from == date(2027, 9, 3) and last.recruiting_from == date(2027, 7, 23)
    assert last.groups == 1 and last.finishing == 20
    assert plan.recruiting_from == date(2027, 6, 23)
    assert [one.productive for one in plan.months] == [10, 30, 30, 30, 30, 30, 30]


def test_classes_and_hiring_begin_on_business_days() -> None:
    terms = replace(SIMPLE, class_size=100, training_weeks=1, lead_weeks=16)
    plan = hiring_plan(Need(date(2027, 5, 5), (30.0,), date(2026, 12, 1)), terms)
    only = plan.classes[0]
    # 5 May is the last of three holidays behind a weekend.
    assert (only.on_floor, only.class_from) == (date(2027, 4, 30), date(2027, 4, 23))
    # 16 weeks before lies 1 January, and the year end before it.
    assert only.recruiting_from == date(2026, 12, 28)


def test_attrition_in_class_and_after_it() -> None:
    terms = replace(SIMPLE, class_size=100, class_attrition=0.2, monthly_attrition=(0.1, 0.05))
    plan = hiring_plan(Need(START, (36.0,), date(2027, 4, 1)), terms)
    assert (plan.hired, plan.classes[0].finishing) == (50, 40)
    assert plan.months[0].headcount == pytest.approx(36) and plan.months[0].left == pytest.approx(4)
    assert [terms.staying(month) for month in range(3)] == pytest.approx([0.9, 0.855, 0.81225])


def test_growing_into_the_work_takes_people_or_months() -> None:
    quick, slow = SIMPLE, replace(SIMPLE, ramp=(0.4, 0.65, 0.8), class_size=200)
    plan = hiring_plan(Need(START, (30.0,) * 3, date(2027, 4, 1)), slow)
    assert plan.can_be_met
    assert plan.classes[0].on_floor < START
    assert all(month.missing < 1e-5 for month in plan.months)
    untaught = hiring_plan(
        Need(START, (30.0,) * 3, date(2027, 4, 1)), replace(slow, learns_before_start=False)
    )
    assert untaught.hired >= 75 > plan.hired >= hiring_plan(NEED, quick).hired


def test_people_who_are_there_already() -> None:
    plan = hiring_plan(replace(NEED, experienced=30.0), SIMPLE)
    assert plan.can_be_met and plan.hired == 0 and plan.classes == () and plan.recruiting_from is None
    leaving = hiring_plan(replace(NEED, experienced=30.0), replace(SIMPLE, monthly_attrition=(0.02,)))
    assert 0 < leaving.hired <= 6
    assert leaving.months[0].left == pytest.approx(0.6, abs=0.05)


def test_a_start_that_comes_too_soon_and_the_first_that_can_be_met() -> None:
    soon = replace(NEED, start=date(2027, 6, 1))
    plan = hiring_plan(soon, SIMPLE)
    assert not plan.can_be_met
    # Ten weeks from 1 April are 10 June; two classes of 20 are two months of classes; 10 July is a Saturday.
    assert plan.first_start == date(2027, 7, 12)
    assert plan.months[0].missing == 30
    said = plan.why_not()
    assert said is not None and "2027年7月12日（月）" in said.ja and "12 July 2027" in said.en
    assert hiring_plan(replace(soon, start=plan.first_start), SIMPLE).can_be_met
    assert not hiring_plan(replace(soon, start=date(2027, 7, 9)), SIMPLE).can_be_met


def test_the_first_start_counts_back_over_short_months() -> None:
    """16 months after 29 October is 28 February, but 16 months before that is 28 October: a day too soon."""
    terms = Terms(0, 4, 1, 2, monthly_attrition=(0.0,))
    plan = hiring_plan(Need(date(2027, 10, 1), (30.0,), date(2027, 10, 1)), terms)
    assert plan.first_start == date(2029, 3, 1)
    assert hiring_plan(Need(plan.first_start, (30.0,), date(2027, 10, 1)), terms).can_be_met


def test_a_need_that_no_start_can_meet() -> None:
    terms = replace(SIMPLE, class_size=2, monthly_attrition=(0.2,))
    plan = hiring_plan(Need(START, (30.0,) * 12, date(2027, 4, 1)), terms)
    assert not plan.can_be_met and plan.first_start is None
    said = plan.why_not()
    assert said is not None and "no later start" in said.en
    assert plan.hired > 0


def _months_of_pay(terms: Terms, hires: dict[int, int], months: int) -> float:
    """Month after month: training and hiring for all who are hired, pay for whoever is there as it begins."""
    paid = 0.0
    for slot, hired in hires.items():
        paid += hired * (terms.hiring_months + terms.training_weeks * 12 / 52)
        there = hired * (1 - terms.class_attrition)
        for month in range(slot, months):
            paid += there
            there *= 1 - terms.monthly_attrition[min(month - slot, len(terms.monthly_attrition) - 1)]
    return paid


@pytest.mark.parametrize(
    ("people", "terms"),
    [
        # Sixteen a month earlier have grown into the work of twenty: 83.2 months of pay against 92.
        ((9.6,), Terms(0, 13, 30, 1, 0.4, (0.0,), (0.8,))),
        # Where hiring costs less, twenty at the start are cheaper: 42 against 43.2.
        ((9.6,), Terms(0, 0, 30, 1, 0.4, (0.0,), (0.8,), hiring_months=1.5)),
        ((6.0, 12.0), Terms(0, 4, 8, 1, 0.1, (0.1, 0.05), (0.7,))),
    ],
)
def test_no_other_classes_that_meet_the_need_cost_less(people: tuple[float, ...], terms: Terms) -> None:
    plan = hiring_plan(Need(START, people, START - timedelta(weeks=40)), terms)
    assert plan.can_be_met
    slots = (-1, 0, 1)[: len(people) + 1]
    chosen = {slot: hired for slot, hired in zip(slots, _by_slot(plan, slots), strict=True) if hired}
    assert sum(chosen.values()) == plan.hired
    possible = (
        dict(zip(slots, hires, strict=True))
        for hires in product(range(terms.class_size + 1), repeat=len(slots))
        if _meets(dict(zip(slots, hires, strict=True)), people, terms)
    )
    cheapest = min(_months_of_pay(terms, hires, len(people)) for hires in possible)
    # A class is taken to cost a hundredth of a month, and a plan may miss the best by a thousandth.
    assert _months_of_pay(terms, chosen, len(people)) <= cheapest * 1.001 + 0.05


def _by_slot(plan: HiringPlan, slots: Sequence[int]) -> list[int]:
    hired = {month.first_day: month.hired for month in plan.months}
    return [hired.get(add_months(START, slot), 0) for slot in slots]


def _meets(hires: dict[int, int], people: Sequence[float], terms: Terms) -> bool:
    return all(
        sum(
            hired
            * (1 - terms.class_attrition)
            * terms.staying(month - slot)
            * terms.productivity(month - slot)
            for slot, hired in hires.items()
            if slot <= month
        )
        >= needed - 1e-6
        for month, needed in enumerate(people)
    )


def _is_sound(plan: HiringPlan, need: Need, terms: Terms) -> None:
    for one in plan.classes:
        assert one.hired <= terms.class_size * terms.classes_a_month
        assert one.groups <= terms.classes_a_month
        assert one.recruiting_from >= need.hiring_from
        assert one.on_floor - one.class_from >= timedelta(weeks=terms.training_weeks)
        assert one.class_from - one.recruiting_from >= timedelta(weeks=terms.lead_weeks)
        assert all(is_business_day(day) for day in (one.recruiting_from, one.class_from, one.on_floor))
    headcount = 0.0
    for month in plan.months:
        joined = month.hired * (1 - terms.class_attrition)
        if month.first_day == need.start:
            joined += need.experienced
        assert month.headcount == pytest.approx(headcount + joined - month.left)
        assert month.productive <= month.headcount + 1e-9
        headcount = month.headcount
    assert sum(month.hired for month in plan.months) == plan.hired
    assert plan.can_be_met == all(month.missing < 1e-5 for month in plan.months)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.floats(0, 80), min_size=1, max_size=8),
    st.integers(0, 10),
    st.integers(1, 30),
    st.floats(0, 0.4),
    st.floats(0, 0.15),
    st.integers(0, 400),
    st.floats(0, 40),
)
def test_every_plan_keeps_its_terms(
    people: list[float], weeks: int, size: int, in_class: float, monthly: float, ahead: int, there: float
) -> None:
    terms = Terms(weeks, 4, size, 2, in_class, (2 * monthly, monthly))
    need = Need(START, tuple(people), START - timedelta(days=ahead), there)
    plan = hiring_plan(need, terms)
    _is_sound(plan, need, terms)
    if not plan.can_be_met and plan.first_start is not None:
        assert plan.first_start > START and is_business_day(plan.first_start)
        later = replace(need, start=plan.first_start)
        _is_sound(hiring_plan(later, terms), later, terms)
        assert hiring_plan(later, terms).can_be_met


def test_what_makes_no_sense_is_refused() -> None:
    for change in (
        {"lead_weeks": -1},
        {"class_size": 0},
        {"classes_a_month": 0},
        {"class_attrition": 1.0},
        {"monthly_attrition": ()},
        {"monthly_attrition": (-0.1,)},
        {"ramp": (0.0,)},
    ):
        with pytest.raises(Unworkable):
            replace(SIMPLE, **change)
    for people in ((), (-1.0,), (float("nan"),)):
        with pytest.raises(Unworkable):
            Need(START, people, START)
