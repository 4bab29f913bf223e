"""People for work that may wait: as even as its deadlines allow, the same number all day."""

from __future__ import annotations

import numpy as np

from rfp_builder.workload.backlog import Deadline
from rfp_builder.workload.erlang.agents import whole_up
from rfp_builder.workload.erlang.inputs import Flags, Floats, Integers

_LOOK_AHEAD = 400
"""Open intervals in which the way is looked for at a time; longer straight ways go on behind."""


def worked_off(
    contacts: Floats,
    aht_s: float,
    interval_s: float,
    deadline: Deadline,
    is_open: Flags,
    max_occupancy: float,
) -> Integers:
    """People in each interval (days × intervals), so that everything is finished by its deadline.

    Deadlines count opening hours. What comes in while nobody is there waits for the next opening. The work
    done by any time lies between what is due by then and what has come in by then; of all such ways the
    shortest one, a string pulled taut between the two, changes least and has the lowest peak (the same as the
    schedule of Yao, Demers and Shenker, "A scheduling model for reduced CPU energy", 1995). A day has as many
    people as its fullest interval. Its highest number is that of `workload.backlog.backlog`, which has
    the same people every day; days with less to do have fewer here.
    """
    count, slots = contacts.shape
    agents = np.zeros((count, slots), dtype=np.int64)
    places = np.flatnonzero(is_open.ravel())
    if not len(places):
        return agents
    # Each contact at the open interval in which it can be worked on first; later ones are never due here.
    first_open = np.searchsorted(places, np.arange(count * slots))
    work = np.bincount(first_open, weights=contacts.ravel() * aht_s, minlength=len(places) + 1)[:-1]
    length = max(1, int(deadline.within_s // interval_s))
    pace = _pace(np.cumsum(work), length) / (interval_s * max_occupancy)
    by_interval = np.zeros(count * slots)
    by_interval[places] = pace
    fullest = whole_up(by_interval.reshape(count, slots).max(axis=1))
    return np.where(is_open, fullest[:, None], 0)


def _pace(come: Floats, length: int) -> Floats:
    """Work done in each open interval; `come` is the work that has come in up to and with each interval."""
    count = len(come)
    due = np.zeros(count)
    due[length - 1 :] = come[: count - length + 1] if length <= count else []
    pace = np.zeros(count)
    at, done = 0, 0.0
    while at < count:
        end = min(count, at + _LOOK_AHEAD)
        steps = np.arange(1, end - at + 1)
        most = (come[at:end] - done) / steps
        least = np.maximum(due[at:end] - done, 0.0) / steps
        highest, lowest = np.minimum.accumulate(most), np.maximum.accumulate(least)
        crossed = np.flatnonzero(lowest > highest)
        until = int(crossed[0]) if len(crossed) else len(steps)
        if not len(crossed):
            slope = float(lowest[-1])
            stretch = len(steps)
        elif least[until] > highest[until - 1]:
            # Too slow for what is due: as fast as what has come in allows, up to where that bound is met.
            slope = float(highest[until - 1])
            stretch = int(np.flatnonzero(most[:until] <= slope)[-1]) + 1
        else:
            slope = float(lowest[until - 1])
            stretch = int(np.flatnonzero(least[:until] >= slope)[-1]) + 1
        pace[at : at + stretch] = slope
        done += slope * stretch
        at += stretch
    return pace
