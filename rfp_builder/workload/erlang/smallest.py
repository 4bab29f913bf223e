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

_NEAR = 1e-8
"""A step of the table is found where the level is this near to the target."""

_COARSE = 24
_SECANTS = 8
_ROUNDS = 60

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
    """The load at which each number of agents just reaches the target, between `least` and `most`.

    Solved for a few numbers of agents; between them (agents − load)/√agents is smooth enough that a guess and
    some steps of the secant rule do for the rest.
    """

    def over(load: Floats, rows: Integers) -> Floats:
        same = (np.full(rows.shape, value) for value in parameters)
        return level(agents[rows], load, *same) - target

    every = np.arange(len(agents))
    if len(agents) <= 2 * _COARSE:
        return _bracketed(over, every, least, most)
    some = np.unique((np.linspace(0, 1, _COARSE) ** 2 * (len(agents) - 1)).astype(np.int64))
    spare = (agents[some] - _bracketed(over, some, least, most)) / np.sqrt(agents[some])
    guess = agents - np.interp(np.sqrt(agents), np.sqrt(agents[some]), spare) * np.sqrt(agents)
    before, now = guess * (1 - 1e-4), np.clip(guess, least, most)
    at_before, at_now = over(before, every), over(now, every)
    for _ in range(_SECANTS):
        gap = at_now - at_before
        ratio = np.divide(at_now, gap, out=np.zeros_like(gap), where=gap != 0)
        before, now = now, np.clip(now - ratio * (now - before), least, most)
        at_before, at_now = at_now, over(now, every)
        if np.all(np.abs(at_now) < _NEAR):
            break
    far = np.flatnonzero(np.abs(at_now) >= _NEAR)
    now[far] = _bracketed(over, far, least, most)
    return now


def _bracketed(
    over: Callable[[Floats, Integers], Floats], rows: Integers, least: float, most: float
) -> Floats:
    """Where `over` changes its sign, for each of `rows`.

    Regula falsi as improved by Anderson and Björck (BIT 13, 1973), which shrinks faster than by halves.
    """
    other, newest = np.full(len(rows), least), np.full(len(rows), most)
    at_other, at_newest = over(other, rows), over(newest, rows)
    for _ in range(_ROUNDS):
        gap = at_newest - at_other
        move = np.divide(at_newest, gap, out=np.zeros_like(gap), where=gap != 0)
        place = newest - move * (newest - other)
        value = over(place, rows)
        crossed = value * at_newest < 0
        shrink = 1 - np.divide(value, at_newest, out=np.ones_like(value), where=at_newest != 0)
        at_other = np.where(crossed, at_newest, at_other * np.where(shrink > 0, shrink, 0.5))
        other = np.where(crossed, newest, other)
        newest, at_newest = place, value
        if np.all(np.abs(value) < _NEAR):
            break
    return newest
