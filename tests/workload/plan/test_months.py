"""What each month needs: hours of agents, and full-time people from them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import numpy as np
import pytest

from rfp_builder.i18n import Phrase
from rfp_builder.model.choices import Channel
from rfp_builder.workload.agents import Shrinkage
from rfp_builder.workload.plan.frame import Frame
from rfp_builder.workload.plan.recruiting import months_of
from rfp_builder.workload.plan.values import PlannedQueue

_FIRST, _LAST = date(2027, 4, 1), date(2027, 5, 31)
_DAYS = (_LAST - _FIRST).days + 1
_QUARTER = Shrinkage.of(Fraction(1, 4))


def _queue(agents: int, contacts: float) -> PlannedQueue:
    """As many agents and contacts in each of four intervals of every day."""
    staff, calls = np.full((_DAYS, 4), agents), np.full((_DAYS, 4), contacts)
    return PlannedQueue(
        id="q",
        name=Phrase("注文受付", "Orders"),
        program=None,
        channel=Channel.PHONE,
        aht_s=300.0,
        goal=None,
        deadline=None,
        chat=None,
        expected=calls,
        planned=calls,
        agents=staff,
        agents_at_mean=staff,
        busiest=(0, 0),
        around=(),
    )


def _frame(start: date, ramp: tuple[tuple[date, Fraction], ...] = ()) -> Frame:
    return Frame(start, _LAST, None, (), 0.8, 0.85, _QUARTER, ramp)


def test_hours_of_all_queues_become_full_time_people_of_forty_hours_a_week() -> None:
    queues = (_queue(6, 3.0), _queue(4, 2.0))
    april, may = months_of(queues, _frame(_FIRST), _FIRST, (_FIRST, _LAST), 30, _QUARTER)
    # 10 agents in 4 half hours are 20 hours a day; three quarters of what is paid.
    assert (april.first_day, april.contacts) == (_FIRST, 600)
    assert april.hours == pytest.approx(600) and april.full_time == pytest.approx(800 / (40 * 30 / 7))
    assert may.hours == pytest.approx(620) and may.full_time == pytest.approx(april.full_time)


def test_a_month_takes_what_the_ramp_hands_over_day_by_day() -> None:
    ramp = ((date(2027, 4, 1), Fraction(1, 2)), (date(2027, 4, 16), Fraction(1)))
    april, may = months_of((_queue(10, 5.0),), _frame(_FIRST, ramp), _FIRST, (_FIRST, _LAST), 30, _QUARTER)
    assert april.hours == pytest.approx(450) and april.contacts == 450
    assert may.hours == pytest.approx(620)


def test_an_earlier_year_stands_for_the_service_under_its_own_months_and_ramp() -> None:
    start = date(2028, 4, 1)
    frame = _frame(start, ((start, Fraction(1, 2)), (date(2028, 5, 1), Fraction(1))))
    april, may = months_of((_queue(10, 5.0),), frame, _FIRST, (_FIRST, _LAST), 30, _QUARTER)
    assert (april.first_day, may.first_day) == (start, date(2028, 5, 1))
    assert april.hours == pytest.approx(300) and may.hours == pytest.approx(620)


def test_the_end_of_a_month_counts_where_it_is_half_of_one() -> None:
    queue = (_queue(10, 5.0),)
    for last, months in ((date(2027, 5, 14), 1), (date(2027, 5, 15), 2)):
        assert len(months_of(queue, _frame(_FIRST), _FIRST, (_FIRST, last), 30, _QUARTER)) == months
