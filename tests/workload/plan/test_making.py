"""One plan from contacts to cost, on the sample: what each part rests on, and that the parts agree."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import numpy as np
import pytest

from rfp_builder.errors import Refused
from rfp_builder.i18n import Lang
from rfp_builder.model.choices import Channel
from rfp_builder.model.project import Project
from rfp_builder.workload.forecast.making import imported
from rfp_builder.workload.hiring.need import add_months
from rfp_builder.workload.plan.making import make_plan
from rfp_builder.workload.plan.values import Origin, PlannedQueue, StaffingPlan, Used
from rfp_builder.workload.should_cost import Item
from rfp_builder.workspace.workspace import sample_project
from tests.workload.plan.made import TODAY, mapped_project, months, sample_plan, year


def _queue(plan: StaffingPlan, queue: str) -> PlannedQueue:
    return next(one for one in plan.queues if one.id == queue)


def _used(plan: StaffingPlan, path: str) -> Used:
    return next(one for one in plan.used if one.path == path)


def test_every_series_of_the_history_is_planned_once() -> None:
    plan = sample_plan()
    of_history = [_queue(plan, one).expected for one in ("orders", "service")]
    assert np.allclose(sum(of_history), plan.forecast.expected.sum(axis=0))


def test_what_the_history_knows_nothing_of_comes_from_the_definition() -> None:
    plan = sample_plan()
    first = (date(2027, 12, 1) - plan.forecast.first).days
    assert _queue(plan, "mail").expected[first : first + 31].sum() == pytest.approx(11_700)
    closed = (date(2028, 1, 1) - plan.forecast.first).days
    assert not plan.is_open[closed].any()


def test_settings_come_from_the_definition_and_say_from_where() -> None:
    plan = sample_plan()
    assert _queue(plan, "orders").aht_s == 280
    assert _used(plan, "work.volumes.volumes[v1].aht").origin is Origin.DEFINITION
    goal = _queue(plan, "orders").goal
    assert goal is not None and (goal.target, goal.within_s, goal.max_occupancy) == (0.8, 20, 0.85)
    assert plan.shrinkage.total == Fraction(30, 100) and plan.certainty == 0.8
    assert _used(plan, "operations.planning.shrinkage").value.ja == "30%"
    assert plan.need is not None and plan.need.start == date(2027, 10, 1)
    assert plan.need.hiring_from == date(2027, 4, 28)
    assert plan.terms is not None and (plan.terms.lead_weeks, plan.terms.training_weeks) == (8, 4)
    assert plan.cost is not None and plan.cost.assumptions.of(Item.AGENTS_PER_SV).value.base == 10


def test_a_resolution_within_seven_days_is_no_time_to_answer() -> None:
    goal = _queue(sample_plan(), "service").goal
    assert goal is not None and goal.within_s == 20
    assert any("問い合わせ対応（電話）" in one.ja and "4.9" in one.ja for one in sample_plan().remarks)


def test_who_may_wait_has_a_deadline_and_who_calls_has_a_goal() -> None:
    plan = sample_plan()
    kinds = {one.id: one.goal is not None for one in plan.queues}
    assert kinds == {"orders": True, "service": True, "mail": False, "chat": True, "calls": False}
    deadline = _queue(plan, "mail").deadline
    assert deadline is not None and deadline.within_s == 9 * 3600, "one day of opening hours"


def test_intervals_are_staffed_for_more_than_the_mean() -> None:
    for queue in sample_plan().queues:
        assert (queue.agents >= queue.agents_at_mean).all()
        assert queue.agents.sum() > queue.agents_at_mean.sum()
        day, interval = queue.busiest
        assert queue.agents[day, interval] == queue.agents[-366:].max()


def test_the_table_around_the_busiest_interval_turns_where_the_goal_is_reached() -> None:
    for queue in sample_plan().queues:
        if queue.goal is None:
            continue
        meets = {step.agents: step.meets for step in queue.around}
        chosen = int(queue.agents[queue.busiest])
        assert meets[chosen] and not meets[chosen - 1]


def test_nobody_is_planned_where_nothing_is_open() -> None:
    plan = sample_plan()
    for queue in plan.queues:
        assert not queue.agents[~plan.is_open].any()
    sunday = plan.week.agents[6]
    assert sunday[18:42].all() and not sunday[:18].any(), "orders are taken on Sundays until 21:00"


def test_the_planned_week_is_busy_and_ordinary() -> None:
    plan = sample_plan()
    assert plan.week.monday.weekday() == 0
    start = (plan.week.monday - plan.forecast.first).days
    by_day = np.sum([one.agents.sum(axis=1) for one in plan.queues], axis=0)
    assert plan.week.agents.sum() == by_day[start : start + 7].sum()
    first = (date(2027, 10, 4) - plan.forecast.first).days
    weeks = [by_day[at : at + 7].sum() for at in range(first, len(by_day) - 6, 7)]
    above = sum(one > plan.week.agents.sum() for one in weeks)
    assert 0 < above <= len(weeks) // 4


def test_shifts_cover_the_planned_week() -> None:
    plan = sample_plan()
    assert plan.shifts is not None and plan.no_shifts is None
    assert (plan.shifts.needed == plan.week.staff).all() and not plan.shifts.under.any()
    assert Fraction(plan.shifts.part_timers, plan.shifts.headcount) <= Fraction(55, 100)


def test_months_follow_the_ramp_and_the_hiring_plan_the_months() -> None:
    plan = sample_plan()
    assert [one.first_day for one in plan.months] == [add_months(date(2027, 10, 1), at) for at in range(12)]
    assert plan.months[0].full_time < 0.6 * plan.months[1].full_time
    assert plan.need is not None and plan.shifts is not None
    # A month as busy as the week of the shifts needs as many people as they have.
    hours_of_week = float(plan.week.agents.sum() / 2) / float(1 - plan.shrinkage.total)
    heads = plan.shifts.headcount / (hours_of_week / 40)
    assert heads > 1.1
    assert plan.need.people == pytest.approx([one.full_time * heads for one in plan.months])
    assert plan.hiring is not None and plan.hiring.classes
    if not plan.hiring.can_be_met:
        why = plan.hiring.why_not()
        assert why is not None and why in plan.remarks


def test_the_cost_is_that_of_an_average_month() -> None:
    plan = sample_plan()
    assert plan.cost is not None
    contacts = sum(one.expected[-366:].sum() for one in plan.queues)
    assert float(plan.cost.base.volume.calls) == pytest.approx(contacts * 365 / 366 / 12, rel=1e-4)
    volume = plan.cost.base.volume
    on_phone = [one for one in plan.queues if one.channel is Channel.PHONE]
    spoken = sum(one.expected[-366:].sum() * one.aht_s for one in on_phone)
    assert 0 < len(on_phone) < len(plan.queues)
    assert float(volume.phone_minutes) == pytest.approx(spoken * 365 / 366 / 12 / 60, rel=1e-4)
    assert plan.cost.low.total < plan.cost.base.total < plan.cost.high.total
    assert plan.cost.base.total < plan.cost.spread.p80 < plan.cost.dearest.total


def test_months_alone_and_a_forecast_made_elsewhere_make_plans_too() -> None:
    project = sample_project("mail-order")
    for volumes in (months(), imported(year())):
        plan = make_plan(project, volumes, today=TODAY, shift_time_s=5)
        assert plan.hiring is not None and plan.cost is not None and plan.backtest is None
        divided = [one for one in plan.remarks if "2.2の比率" in one.ja]
        assert len(divided) == 1, "the history is not split by program"
        orders, service = (_queue(plan, one).expected.sum() for one in ("v1", "v2"))
        assert orders / service == pytest.approx(2, rel=1e-3), "36,000 to 18,000 in 2.2, in whole contacts"


def test_an_empty_project_is_planned_with_assumptions_that_are_named() -> None:
    plan = make_plan(Project(), year(), today=TODAY, shift_time_s=5)
    assert [one.channel for one in plan.queues] == [Channel.PHONE]
    assumed = {one.name.en for one in plan.used if one.origin is Origin.ASSUMED}
    assert {"Start of service", "Shrinkage", "Occupancy cap", "Service level of Phone"} <= assumed
    assert plan.need is not None and plan.need.start - TODAY > timedelta(days=150)


def test_nothing_expected_is_refused_in_three_lines() -> None:
    project = mapped_project()
    quiet = project.replace(
        definition=project.definition.replace(
            work=project.definition.work.replace(volumes={}, forecast={}, programs={})
        ),
        staffing={},
    )
    with pytest.raises(Refused) as refused:
        make_plan(quiet, type(months())({"2026-03": 0}), today=TODAY)
    assert len(refused.value.lines(Lang.JA)) == 3
