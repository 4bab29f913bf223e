"""E-mail and back office: everything is finished by its deadline, and with one person less it is not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rfp_builder.workload.backlog import Backlog, CannotBeDone, Clock, Deadline, backlog, due_intervals
from rfp_builder.workload.backlog.deadline import BEYOND
from rfp_builder.workload.erlang.inputs import Flags, Floats, Integers

HOUR = 3600.0


def late(arrivals: Floats, due: Integers, capacity: Floats) -> bool:
    """Oldest first, piece by piece: whether anything is unfinished after its deadline."""
    waiting: list[list[float]] = []
    for place, (come, can) in enumerate(zip(arrivals, capacity, strict=True)):
        waiting.append([float(due[place]), float(come)])
        left = float(can)
        while waiting and left > 0:
            taken = min(left, waiting[0][1])
            left -= taken
            waiting[0][1] -= taken
            if waiting[0][1] <= 1e-9:
                waiting.pop(0)
        if any(when <= place and rest > 1e-6 for when, rest in waiting):
            return True
    return False


def test_within_the_hour_needs_the_peak() -> None:
    found = backlog(np.array([10.0, 40.0, 10.0]), 360, HOUR, Deadline(HOUR))
    assert found.agents.tolist() == [4, 4, 4] and found.pile.tolist() == [0, 0, 0]
    assert found.occupancy == pytest.approx(60 * 360 / (12 * HOUR))


def test_time_levels_the_peak() -> None:
    pieces = np.array([0.0, 80.0, 0.0, 0.0, 0.0])
    by_hours = {hours: backlog(pieces, 360, HOUR, Deadline(hours * HOUR)).headcount for hours in (1, 2, 4)}
    assert by_hours == {1: 8, 2: 4, 4: 2}
    assert backlog(pieces, 360, HOUR, Deadline(4 * HOUR)).pile.tolist() == [0, 60, 40, 20, 0]


def test_people_are_not_busy_all_the_time() -> None:
    pieces = np.full(4, 40.0)
    assert backlog(pieces, 360, HOUR, Deadline(HOUR)).headcount == 4
    assert backlog(pieces, 360, HOUR, Deadline(HOUR), max_occupancy=0.8).headcount == 5
    # 35.7 ÷ 0.85 is 42.00000000000001 in floats
    assert backlog(np.array([357.0]), 360, HOUR, Deadline(HOUR), max_occupancy=0.85).headcount == 42


def test_what_waits_at_the_beginning_counts() -> None:
    assert backlog(np.zeros(5), 360, HOUR, Deadline(2 * HOUR), waiting=60).agents.tolist() == [3] * 5
    assert backlog(np.zeros(5), 360, HOUR, Deadline(2 * HOUR)).agents.tolist() == [0] * 5
    assert backlog([], 360, HOUR, Deadline(HOUR)).headcount == 0


NIGHT: Flags = np.array([True, True, False, False, True, True])


def test_working_hours_and_calendar_hours() -> None:
    working = due_intervals(Deadline(2 * HOUR), HOUR, NIGHT)
    assert working.tolist() == [1, 4, 5, 5, 5, BEYOND]
    calendar = due_intervals(Deadline(2 * HOUR, Clock.CALENDAR), HOUR, NIGHT)
    assert calendar.tolist() == [1, 2, 3, 4, 5, BEYOND]
    assert due_intervals(Deadline(0), HOUR, NIGHT).tolist()[0] == 0


def test_closed_intervals_have_nobody() -> None:
    found = backlog(np.array([0.0, 0, 20, 20, 0, 0]), 360, HOUR, Deadline(2 * HOUR), NIGHT)
    assert found.agents.tolist() == [2, 2, 0, 0, 2, 2]
    assert found.pile.tolist() == [0, 0, 20, 40, 20, 0]


def test_work_due_before_the_centre_opens_is_named() -> None:
    pieces = np.array([5.0, 5, 5, 0, 0, 0])
    with pytest.raises(CannotBeDone) as refused:
        backlog(pieces, 360, HOUR, Deadline(2 * HOUR, Clock.CALENDAR), NIGHT)
    assert refused.value.intervals == (2,) and "3" in refused.value.why.en


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_the_smallest_number_that_is_never_late(data: st.DataObject) -> None:
    length = data.draw(st.integers(2, 30))
    pieces = np.array(data.draw(st.lists(st.integers(0, 60), min_size=length, max_size=length)), float)
    is_open = np.array(data.draw(st.lists(st.booleans(), min_size=length, max_size=length)))
    hours = data.draw(st.integers(1, 8))
    clock = data.draw(st.sampled_from(Clock))
    deadline, handling = Deadline(hours * HOUR, clock), 600.0
    try:
        found: Backlog = backlog(pieces, handling, HOUR, deadline, is_open)
    except CannotBeDone as refused:
        for place in refused.intervals:
            assert not is_open[place : place + hours].any() and pieces[place] > 0
        return
    each = np.where(is_open, HOUR / handling, 0.0)
    assert not late(pieces, found.due, each * found.headcount)
    if found.headcount:
        assert late(pieces, found.due, each * (found.headcount - 1))
    assert np.all(found.agents[~is_open] == 0)


def test_a_year_of_half_hours() -> None:
    pieces = np.random.default_rng(1).poisson(20, 17_520).astype(float)
    found = backlog(pieces, 300, 1800, Deadline(4 * HOUR))
    each = np.full(len(pieces), 6.0)
    assert not late(pieces, found.due, each * found.headcount)
    assert late(pieces, found.due, each * (found.headcount - 1))
