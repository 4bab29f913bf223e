"""The months and the week of a plan as tables."""

from __future__ import annotations

import pytest

from rfp_builder.workspace.staffing.by_month import months_of_service
from rfp_builder.workspace.staffing.planning import Planned
from rfp_builder.workspace.staffing.week import weeks_of_need


def test_months_have_the_plan_between_low_and_high(made: Planned) -> None:
    months = months_of_service(made.plan)
    assert [one.first_day for one in months] == [one.first_day for one in made.plan.months]
    for month, need in zip(months, made.plan.months, strict=True):
        assert month.contacts.low < month.contacts.base == need.contacts < month.contacts.high
        assert month.full_time.base == pytest.approx(need.full_time)
        share = month.contacts.low / month.contacts.base
        assert month.full_time.low == pytest.approx(need.full_time * share)


def test_the_week_adds_up_to_all_queues(made: Planned) -> None:
    whole, *queues = weeks_of_need(made.plan)
    assert whole.most == int(made.plan.week.agents.max())
    assert any(whole.people[0]) and any(whole.people[-1])

    of_queues = [dict(zip(one.starts, one.people, strict=True)) for one in queues]
    for place, start in enumerate(whole.starts):
        for day in range(7):
            assert whole.people[place][day] == sum(one[start][day] for one in of_queues if start in one)
