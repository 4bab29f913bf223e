"""Work that may wait is finished in time by an even number of people, with no peak that could be lower."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rfp_builder.workload.backlog import Deadline, backlog, due_intervals
from rfp_builder.workload.erlang.inputs import Flags, Floats
from rfp_builder.workload.plan.worked_off import worked_off

HOUR = 3600.0


def _week(days: int, opens: int = 9, closes: int = 18, weekend: bool = False) -> Flags:
    is_open = np.zeros((days, 24), dtype=np.bool_)
    for day in range(days):
        is_open[day, opens:closes] = weekend or day % 7 < 5
    return is_open


contacts = st.lists(st.integers(0, 30), min_size=14 * 24, max_size=14 * 24)


@given(contacts, st.integers(1, 20), st.booleans())
@settings(max_examples=60, deadline=None)
def test_everything_is_finished_by_its_deadline(came: list[int], hours: int, weekend: bool) -> None:
    pieces: Floats = np.array(came, dtype=np.float64).reshape(14, 24)
    is_open, deadline = _week(14, weekend=weekend), Deadline(hours * HOUR)
    people = worked_off(pieces, 540.0, HOUR, deadline, is_open, 0.85)
    due = due_intervals(deadline, HOUR, is_open.ravel())
    waiting: list[list[float]] = []
    for place, (come, there) in enumerate(zip(pieces.ravel(), people.ravel().tolist(), strict=True)):
        waiting.append([float(due[place]), float(come) * 540.0])
        left = there * HOUR * 0.85
        for one in waiting:
            taken = min(left, one[1])
            one[1] -= taken
            left -= taken
        assert not any(one[0] <= place and one[1] > 1e-6 for one in waiting)
        waiting = [one for one in waiting if one[1] > 1e-9]
    assert not people[~is_open].any()


@given(contacts, st.integers(1, 20))
@settings(max_examples=40, deadline=None)
def test_no_constant_number_does_with_a_lower_peak(came: list[int], hours: int) -> None:
    pieces: Floats = np.array(came, dtype=np.float64).reshape(14, 24)
    is_open, deadline = _week(14), Deadline(hours * HOUR)
    even = worked_off(pieces, 540.0, HOUR, deadline, is_open, 0.85)
    constant = backlog(pieces.ravel(), 540.0, HOUR, deadline, is_open.ravel(), max_occupancy=0.85)
    assert even.max() == constant.headcount
    assert even.sum() <= constant.agents.sum()


def test_mondays_get_more_people_than_other_days() -> None:
    pieces = np.full((28, 24), 4.0)
    is_open = _week(28)
    people = worked_off(pieces, 600.0, HOUR, Deadline(9 * HOUR), is_open, 0.85)
    by_day = people.max(axis=1).reshape(4, 7)
    assert (by_day[1:, 0] > by_day[1:, 3]).all(), "what came at the weekend is due on Monday"
    assert not by_day[:, 5:].any() and all(
        (day[is_open[place]] == day.max()).all() for place, day in enumerate(people)
    )


@pytest.mark.parametrize("hours", [1, 9, 400])
def test_nothing_to_do_and_nobody_there(hours: int) -> None:
    nothing = np.zeros((7, 24))
    deadline = Deadline(hours * HOUR)
    assert not worked_off(nothing, 600.0, HOUR, deadline, _week(7), 0.85).any()
    assert not worked_off(nothing + 5, 600.0, HOUR, deadline, np.zeros((7, 24), dtype=np.bool_), 0.85).any()


def test_more_than_the_look_ahead_is_one_straight_way() -> None:
    pieces = np.full((60, 24), 3.0)
    people = worked_off(pieces, 600.0, HOUR, Deadline(9 * HOUR), _week(60, 0, 24, weekend=True), 1.0)
    assert set(people.ravel().tolist()) == {1}
