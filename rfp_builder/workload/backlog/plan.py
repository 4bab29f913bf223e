"""The smallest number of people who finish everything in time, and how the pile then grows and shrinks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from rfp_builder.workload.backlog.deadline import BEYOND, Deadline, due_intervals
from rfp_builder.workload.backlog.refusal import CannotBeDone
from rfp_builder.workload.erlang import inputs
from rfp_builder.workload.erlang.agents import whole_up
from rfp_builder.workload.erlang.inputs import Flags, Floats, Integers, Numbers

_NOTHING = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Backlog:
    """What the work needs. Arrays are one-dimensional, one value an interval."""

    agents: Integers
    """People at this work: the same number in every open interval, 0 in closed ones."""
    pile: Floats
    """Pieces of work waiting at the end of each interval."""
    due: Integers
    """The last interval in which what arrives in an interval may be worked on; `BEYOND` after the last."""
    occupancy: float
    """Share of the people's time that the work takes: work done ÷ time there."""

    @property
    def headcount(self) -> int:
        """People at work at a time."""
        return int(self.agents.max(initial=0))


def backlog(
    pieces: Numbers,
    handling_s: float,
    interval_s: float,
    deadline: Deadline,
    is_open: Flags | None = None,
    *,
    waiting: float = 0.0,
    max_occupancy: float = 1.0,
) -> Backlog:
    """The smallest constant number of people who finish every piece by its deadline, oldest first.

    `pieces` come in in each interval of `interval_s` seconds and take `handling_s` seconds each; `waiting`
    are there at the beginning, as if they had just come in. For every stretch of time, the work that arrives
    and is due within it must fit into the open hours of the stretch; the fullest stretch says how many people
    it takes. `max_occupancy` is the share of their time that people can give to this work.

    Raises:
        Unworkable: a number that makes no sense.
        CannotBeDone: work that is due before the centre opens.
    """
    arrivals = inputs.loads(pieces).copy()
    opened = np.ones(arrivals.shape, dtype=np.bool_) if is_open is None else is_open
    if len(arrivals):
        arrivals[0] += float(inputs.loads(waiting))
    due = due_intervals(deadline, interval_s, opened)
    needed = _time_needed(arrivals * float(inputs.handling_times(handling_s)), due, opened)
    gain = interval_s * float(inputs.occupancy_caps(max_occupancy))
    people = int(whole_up(np.array(needed / gain)))
    agents = np.where(opened, people, 0)
    pile, done = _worked_off(arrivals, agents * gain / handling_s)
    there = float(agents.sum()) * interval_s
    return Backlog(agents, pile, due, float(done.sum()) * handling_s / there if there else 0.0)


def _time_needed(work_s: Floats, due: Integers, is_open: Flags) -> float:
    """Seconds of work in an open interval for the fullest stretch of time.

    The stretches that matter begin with an arrival and end with a deadline; deadlines never go back, so all
    that arrives from one interval on and is due by the deadline of another is one run of arrivals. The
    fullest of all pairs is found by Dinkelbach's method ("On nonlinear fractional programming", Management
    Science 13, 1967): what a rate leaves undone names a fuller stretch, until a rate leaves nothing.
    """
    hours = np.concatenate(([0], np.cumsum(is_open)))
    work = np.concatenate(([0.0], np.cumsum(work_s)))
    bound = np.flatnonzero((work_s > 0) & (due < BEYOND))
    capacity = hours[due[bound] + 1] - hours[bound]
    if np.any(capacity == 0):
        raise CannotBeDone(bound[capacity == 0].tolist())
    if not len(bound):
        return 0.0
    arrived, until = work[bound + 1], hours[due[bound] + 1]
    before, since = work[bound], hours[bound]
    rate = 0.0
    while True:
        start = before - rate * since
        least = np.minimum.accumulate(start)
        last = int(np.argmax(arrived - rate * until - least))
        first = int(np.argmin(start[: last + 1]))
        fuller = float((arrived[last] - before[first]) / (until[last] - since[first]))
        if fuller <= rate * (1 + 1e-14):
            return rate
        rate = fuller


def _worked_off(arrivals: Floats, capacity: Floats) -> tuple[Floats, Floats]:
    """The pile at the end of each interval, and the pieces done in it."""
    pile, done, waiting = np.empty_like(arrivals), np.empty_like(arrivals), 0.0
    for place, (come, can) in enumerate(zip(arrivals, capacity, strict=True)):
        waiting += float(come)
        done[place] = min(waiting, float(can))
        waiting -= float(done[place])
        pile[place] = waiting = waiting if waiting > _NOTHING else 0.0
    return pile, done
