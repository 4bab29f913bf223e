"""Shifts for a week: the need is covered, limits are kept, and what cannot be is explained."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.workload.erlang import Unworkable
from rfp_builder.workload.erlang.inputs import Integers
from rfp_builder.workload.shifts import (
    Break,
    Cause,
    Contract,
    DaysOff,
    Limits,
    NoShiftPlan,
    Shift,
    ShiftPlan,
    Week,
    cover_week,
    remarks,
)

HOUR = 60
FULL = Contract(
    Phrase("フルタイム", "full-time"),
    Shift.at(range(8 * HOUR, 13 * HOUR, HOUR), 9 * HOUR, (Break(4 * HOUR, HOUR),)),
)
PART = Contract(
    Phrase("パートタイム", "part-time"),
    Shift.at(range(8 * HOUR, 19 * HOUR, HOUR), 4 * HOUR),
    days_a_week=3,
    days_off=DaysOff.ANY,
    is_part_time=True,
)
DAY = [0] * 9 + [4, 6, 8, 9, 7, 7, 8, 8, 6, 5, 4, 3] + [0] * 3


def need(*days: list[int]) -> Integers:
    return np.array(days, dtype=np.int64)


NEEDED = need(*[DAY] * 5, [one // 2 for one in DAY], [one // 2 for one in DAY])
WEEK = Week(NEEDED, (FULL, PART))


def is_sound(plan: ShiftPlan) -> None:
    """Everybody can be given their days and shifts, and the sums are right."""
    for contract in {one.contract for one in plan.filled}:
        by_shift = [one.people for one in plan.filled if one.contract == contract]
        patterns = [one for one in plan.patterns if one.contract == contract]
        for day in range(7):
            assert sum(people[day] for people in by_shift) == sum(
                one.people for one in patterns if one.works[day]
            )
        for one in patterns:
            assert sum(one.works) == contract.days_a_week
            off = [day for day in range(7) if not one.works[day]]
            if contract.days_off is DaysOff.TOGETHER:
                assert any({(day + more) % 7 for more in range(len(off))} == set(off) for day in off or [0])
    hours = sum(sum(one.people) * one.shift.paid_min for one in plan.filled) / 60
    assert plan.paid_hours == pytest.approx(hours)
    breaks = sum(sum(one.people) * one.shift.break_min for one in plan.filled) / plan_interval(plan)
    assert plan.present.sum() - plan.working.sum() == breaks
    assert np.array_equal(plan.working - plan.needed, plan.over - plan.under)


def plan_interval(plan: ShiftPlan) -> int:
    return 24 * 60 // int(plan.needed.shape[1])


def test_the_need_is_covered_with_the_fewest_hours() -> None:
    plan = cover_week(WEEK)
    is_sound(plan)
    assert not plan.under.any() and plan.gap <= 0.005
    assert plan.paid_hours == plan.needed.sum() + plan.over.sum()
    assert plan.over.sum() < 0.1 * plan.needed.sum()
    assert 0 < plan.part_timers < plan.headcount


def test_full_time_alone_costs_more() -> None:
    both, alone = (
        cover_week(WEEK),
        cover_week(Week(NEEDED, (FULL, PART), Limits(part_time_most=Fraction(0)))),
    )
    is_sound(alone)
    assert alone.part_timers == 0 and alone.headcount > 0
    assert alone.paid_hours > both.paid_hours and not alone.under.any()


def test_a_small_case_by_hand() -> None:
    """Two agents 9:00–17:00 on every day, five-day weeks: 14 days of work are 3 people."""
    needed = np.zeros((7, 24), dtype=np.int64)
    needed[:, 9:17] = 2
    contract = Contract(Phrase("日勤", "days"), (Shift(9 * HOUR, 8 * HOUR),), 5, DaysOff.ANY)
    plan = cover_week(Week(needed, (contract,)))
    is_sound(plan)
    assert (plan.headcount, plan.paid_hours, plan.gap) == (3, 120, 0)
    assert plan.over.sum() == 8


def test_nights_go_on_after_midnight_and_sunday_into_monday() -> None:
    needed = np.zeros((7, 24), dtype=np.int64)
    needed[:, 22:] = needed[:, :6] = 1
    night = Contract(Phrase("夜勤", "nights"), (Shift(22 * HOUR, 8 * HOUR),), 7, DaysOff.ANY)
    plan = cover_week(Week(needed, (night,)))
    assert plan.headcount == 1 and not plan.over.any() and not plan.under.any()


def test_limits_are_kept() -> None:
    plan = cover_week(
        Week(NEEDED, (FULL, PART), Limits(part_time_least=Fraction(1, 2), part_time_most=Fraction(3, 5)))
    )
    is_sound(plan)
    assert Fraction(1, 2) <= Fraction(plan.part_timers, plan.headcount) <= Fraction(3, 5)
    seated = cover_week(Week(NEEDED, (FULL, PART), Limits(seats=9)))
    assert seated.present.max() <= 9 and not seated.under.any()


def test_some_may_be_missing_at_a_price() -> None:
    lone = need(*[[0] * 9 + [3] * 8 + [0] * 3 + [1] + [0] * 3] * 7)
    full = cover_week(Week(lone, (FULL, PART)))
    cheap = cover_week(Week(lone, (FULL, PART)), missing_hour=1.5)
    is_sound(cheap)
    assert cheap.under.sum() > 0 and cheap.paid_hours < full.paid_hours
    dear = cover_week(Week(lone, (FULL, PART)), missing_hour=1000)
    assert not dear.under.any()


def test_nothing_needed_nobody_there() -> None:
    plan = cover_week(Week(np.zeros((7, 24), dtype=np.int64), (FULL,)))
    assert (plan.headcount, plan.paid_hours, plan.filled, plan.patterns) == (0, 0, (), ())


def why(week: Week) -> NoShiftPlan:
    with pytest.raises(NoShiftPlan) as refused:
        cover_week(week, time_limit_s=10)
    return refused.value


def test_an_hour_that_no_shift_reaches_is_named() -> None:
    late = NEEDED.copy()
    late[2, 23] = 2
    refused = why(Week(late, (FULL, PART)))
    (reason,) = refused.reasons
    assert (reason.cause, reason.places, reason.missing) == (Cause.NO_SHIFT, ((2, 23),), 2)
    assert "水曜日 23:00〜24:00 に2人不足します" in refused.why.to(Lang.JA)
    assert "Wednesday 23:00–24:00: 2 missing" in refused.why.to(Lang.EN)


def test_a_break_that_everybody_takes_at_the_same_time_is_named() -> None:
    one_shift = replace(FULL, shifts=FULL.shifts[1:2])
    needed = need(*[[0] * 9 + [1] * 9 + [0] * 6] * 7)
    (reason,) = why(Week(needed, (one_shift,))).reasons
    assert reason.cause is Cause.NO_SHIFT and {interval for _, interval in reason.places} == {13}


@pytest.mark.parametrize(
    ("limits", "cause"),
    [
        (Limits(seats=8), Cause.SEATS),
        (Limits(headcount=6), Cause.HEADCOUNT),
        (Limits(headcount=6, seats=12), Cause.HEADCOUNT),
    ],
)
def test_the_limit_that_stands_in_the_way_is_named(limits: Limits, cause: Cause) -> None:
    refused = why(Week(NEEDED, (FULL, PART), limits))
    reason = refused.reasons[0]
    assert reason.cause is cause
    assert reason.places and reason.missing > 0
    day, interval = reason.places[0]
    assert NEEDED[day, interval] > 0


def test_hours_that_only_part_timers_reach_need_part_timers() -> None:
    late = NEEDED.copy()
    late[4, 21] = 3
    (reason,) = why(Week(late, (FULL, PART), Limits(headcount=40, part_time_most=Fraction(0)))).reasons
    assert (reason.cause, reason.places[0], reason.missing) == (Cause.PART_TIME, (4, 21), 3)
    assert cover_week(Week(late, (FULL, PART), Limits(headcount=40))).working[4, 21] >= 3


def test_too_few_people_of_a_contract_and_limits_that_only_hurt_together() -> None:
    few = (replace(FULL, people=2), replace(PART, people=2))
    assert why(Week(NEEDED, few)).reasons[0].cause is Cause.CONTRACT
    both = Week(NEEDED, few, Limits(headcount=4))
    assert why(both).reasons[0].cause is Cause.TOGETHER


@pytest.mark.parametrize(
    "broken",
    [
        lambda: Week(np.zeros((6, 24), dtype=np.int64), (FULL,)),
        lambda: Week(np.zeros((7, 23), dtype=np.int64), (FULL,)),
        lambda: Week(-NEEDED, (FULL,)),
        lambda: Week(NEEDED, ()),
        lambda: Week(NEEDED, (replace(FULL, days_a_week=0),)),
        lambda: Week(NEEDED, (replace(FULL, shifts=(Shift(8 * HOUR + 30, 8 * HOUR),)),)),
        lambda: Week(NEEDED, (replace(FULL, shifts=(Shift(8 * HOUR, 0),)),)),
        lambda: Week(NEEDED, (replace(FULL, shifts=(Shift(0, 120, (Break(60, 120),)),)),)),
        lambda: Week(NEEDED, (replace(FULL, shifts=(Shift(0, 480, (Break(60, 120), Break(120, 60))),)),)),
    ],
)
def test_a_question_that_makes_no_sense_is_refused(broken: object) -> None:
    assert callable(broken)
    with pytest.raises(Unworkable):
        broken()


def test_what_the_law_says() -> None:
    early = replace(PART, shifts=PART.shifts[:8])
    assert remarks(FULL) == () and remarks(early) == ()
    assert ["11 hours" in one.en for one in remarks(PART)] == [True]
    long = replace(FULL, shifts=(Shift(8 * HOUR, 10 * HOUR, (Break(4 * HOUR, HOUR),)),))
    assert [one.en for one in remarks(long)] == [
        "full-time: more than 8 hours a day are overtime (Labour Standards Act, article 32).",
        "full-time: weeks may exceed 40 hours, which is overtime (Labour Standards Act, article 32).",
    ]
    short_break = replace(FULL, shifts=(Shift(9 * HOUR, 7 * HOUR, (Break(3 * HOUR, 30),)),))
    assert "第34条" in remarks(short_break)[0].ja and "45分" in remarks(short_break)[0].ja
    every_day = replace(PART, days_a_week=7, shifts=PART.shifts[:1])
    assert [("第35条" in one.ja) for one in remarks(every_day)] == [True]
    turns = replace(FULL, shifts=(*FULL.shifts, Shift(14 * HOUR, 9 * HOUR, (Break(240, 60),))))
    assert "11時間" in remarks(turns)[0].ja


@pytest.mark.parametrize("days_off", DaysOff)
def test_nobody_works_on_a_closed_day_who_can_work_on_others(days_off: DaysOff) -> None:
    needed = need(*[DAY] * 5, [0] * 24, [0] * 24)
    contracts = (FULL, replace(PART, days_a_week=4, days_off=days_off))
    plan = cover_week(Week(needed, contracts))
    is_sound(plan)
    assert not plan.present[5:].any()


def test_six_days_a_week_are_worked_though_five_have_work() -> None:
    needed = need(*[DAY] * 5, [0] * 24, [0] * 24)
    plan = cover_week(Week(needed, (replace(FULL, days_a_week=6), replace(PART, days_a_week=6))))
    is_sound(plan)
    assert plan.present[5:].sum() > 0


def test_where_seats_are_scarce_the_closed_day_is_the_only_one_left() -> None:
    busy = [0] * 8 + [1] * 4 + [0] * 12
    needed = need(busy, busy, busy, busy, busy, [0] * 24, [0] * 24)
    only = replace(PART, shifts=Shift.at((8 * HOUR,), 4 * HOUR), days_a_week=3)
    plan = cover_week(Week(needed, (only,), Limits(seats=1)))
    assert plan.headcount == 2
    assert plan.present[5:].any()
