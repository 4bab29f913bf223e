"""By when work must be finished, in intervals."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from rfp_builder.workload.erlang import inputs
from rfp_builder.workload.erlang.inputs import Flags, Integers

BEYOND = np.iinfo(np.int64).max
"""The deadline lies after the last interval looked at."""


class Clock(StrEnum):
    """Which hours a deadline counts."""

    WORKING = "working"
    """Hours in which the centre is open."""
    CALENDAR = "calendar"
    """All hours, nights and closed days too."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """Work is to be finished within so many seconds of its arrival."""

    within_s: float
    clock: Clock = Clock.WORKING


def due_intervals(deadline: Deadline, interval_s: float, is_open: Flags) -> Integers:
    """The last interval in which what arrives in each interval may still be worked on.

    Work is taken to arrive at the beginning of its interval, which is on the safe side, and at least its own
    interval counts. `is_open` is one-dimensional. With `Clock.WORKING` closed intervals do not count.
    Raises `Unworkable`.
    """
    length = float(inputs.handling_times(interval_s))
    within = float(inputs.answer_times(deadline.within_s))
    count = max(1, int(within // length))
    every = np.arange(len(is_open))
    if deadline.clock is Clock.CALENDAR:
        due = every + count - 1
        return np.where(due < len(is_open), due, BEYOND)
    places = np.flatnonzero(is_open)
    before = np.concatenate(([0], np.cumsum(is_open)))[:-1]
    last = before + count - 1
    due = np.full(len(is_open), BEYOND)
    inside = last < len(places)
    due[inside] = places[last[inside]]
    return due
