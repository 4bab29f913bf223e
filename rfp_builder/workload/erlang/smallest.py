"""The smallest number of agents that reaches a target: for each interval alone, or through a table.

A level is a function of agents and load that rises with agents and falls with load.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from rfp_builder.workload.erlang.inputs import Flags, Floats, Integers

SLACK = 1e-12
"""A level that misses its target by less is the target: it is what floats make of 0.9 and 1 - 0.1."""

_SAME_LOAD = 1e-5
"""Loads nearer to a step of the table than this share of it are decided one by one: steps are less exact."""

_EXACT = 1e-6
"""How exactly a step is found, as a share of it."""

_SECANTS = 6

_FEW = 4
"""A table for one set of parameters pays from this many loads for each of its steps."""


Level = Callable[..., Floats]
"""Takes agents, load and parameters as one-dimensional arrays and gives a share for each row."""


def smallest(level: Level, first: Integers, load: Floats, target: Floats, *parameters: Floats) -> Integers:
    """The smallest agents ≥ `first` with level ≥ target, for each row; one-dimensional arrays.

    Steps of doubling size find an upper end, then a lower one; halving does the rest.
    """
    columns = (load, target, *parameters)

    def meets(agents: Integers, rows: Integers) -> Flags:
        here = tuple(column[rows] for column in columns)
        return level(agents.astype(np.float64), here[0], *here[2:]) >= here[1] - SLACK

    low = first - 1
    high = np.maximum(first, np.ceil(load + np.sqrt(load) / 2).astype(np.int64))
    step = np.ones_like(high)
    rows = np.arange(len(load))
    rows = rows[~meets(high, rows)]
    rising = np.zeros(len(load), dtype=np.bool_)
    rising[rows] = True
    while len(rows):
        low[rows] = high[rows]
        high[rows] += step[rows]
        step[rows] *= 2
        rows = rows[~meets(high[rows], rows)]
    step[:] = 1
    falling = ~rising
    rows = np.flatnonzero(high - low > 1)
    while len(rows):
        middle = (low[rows] + high[rows]) // 2
        probe = np.where(falling[rows], np.maximum(high[rows] - step[rows], middle), middle)
        good = meets(probe, rows)
        high[rows[good]] = probe[good]
        low[rows[~good]] = probe[~good]
        falling[rows[~good]] = False
        step[rows] *= 2
        rows = rows[high[rows] - low[rows] > 1]
    return high


def by_table(
    level: Level, first: Callable[[Floats], Integers], load: Floats, target: float, *parameters: float
) -> Integers:
    """The same for many loads above 0 with one target: the largest load of each agent count, and a search.

    `first` gives the smallest number of agents to try for a load.
    """

    def direct(some: Floats) -> Integers:
        same = (np.full_like(some, value) for value in (target, *parameters))
        return smallest(level, first(some), some, *same)

    least, most = float(load.min()), float(load.max())
    lowest, highest = direct(np.array([least, most]))
    if (highest - lowest) * _FEW > len(load):
        return direct(load)
    agents = np.arange(lowest, highest)
    if not len(agents):
        return np.full(load.shape, lowest)
    steps = _largest_loads(level, agents.astype(np.float64), least, most, target, *parameters)
    place = np.searchsorted(steps, load)
    found: Integers = lowest + place
    above = np.abs(steps[np.minimum(place, len(steps) - 1)] - load)
    below = np.abs(steps[np.maximum(place - 1, 0)] - load)
    near = np.minimum(above, below) <= _SAME_LOAD * load
    if near.any():
        found[near] = direct(load[near])
    return found


def _largest_loads(
    level: Level, agents: Floats, least: float, most: float, target: float, *parameters: float
) -> Floats:
    """The load up to which each number of agents reaches the target, between `least` and `most`.

    (agents − load)/√agents changes slowly from the first to the last, so a guess and some steps of the secant
    rule do. A step counts only if the target is met just below it and missed just above; the others are found
    by halving.
    """

    def levels(load: Floats, rows: Integers) -> Floats:
        same = (np.full(rows.shape, value) for value in parameters)
        return level(agents[rows], load, *same)

    found = _guessed(lambda load, rows: _stretched(levels(load, rows), target), agents, least, most)
    rows = np.arange(len(agents))
    twice = np.concatenate((rows, rows))
    beside = np.concatenate((found * (1 - _EXACT), found * (1 + _EXACT)))
    below, above = np.split(levels(beside, twice) >= target - SLACK, 2)
    wrong = np.flatnonzero(~below | above)
    low, high = np.full(len(wrong), least), np.full(len(wrong), most)
    while np.any(high - low > _EXACT * low):
        middle = (low + high) / 2
        good = levels(middle, wrong) >= target - SLACK
        low, high = np.where(good, middle, low), np.where(good, high, middle)
    found[wrong] = (low + high) / 2
    return found


def _guessed(over: Callable[[Floats, Integers], Floats], agents: Floats, least: float, most: float) -> Floats:
    """Where `over` may change its sign, for each number of agents; not always right."""
    rows, root = np.arange(len(agents)), np.sqrt(agents)
    ends = np.array([(agents[0] - least) / root[0], (agents[-1] - most) / root[-1]])
    now = np.clip(agents - np.interp(root, root[[0, -1]], ends) * root, least, most)
    before = now * (1 - 1e-4)
    at_before, at_now = over(before, rows), over(now, rows)
    for _ in range(_SECANTS):
        gap = at_now - at_before
        ratio = np.divide(at_now, gap, out=np.zeros_like(gap), where=gap != 0)
        move = np.clip(ratio * (now - before), -root / 2, root / 2)
        before, now = now, np.clip(now - move, least, most)
        if np.all(np.abs(now - before) <= _EXACT / 10 * now):
            break
        at_before, at_now = at_now, over(now, rows)
    return np.asarray(now)


def _stretched(levels: Floats, target: float) -> Floats:
    """Log odds of levels less those of the target: straighter where levels come near to 0 or 1."""
    inside = np.clip(levels, _LEAST_SHARE, 1 - _LEAST_SHARE)
    return np.asarray(np.log(inside / (1 - inside)) - np.log(target / (1 - target)))


_LEAST_SHARE = 1e-15
