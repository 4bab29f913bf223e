"""The smallest number of agents that reaches a target: for each interval alone, or through a table.

A level is a function of agents and load that rises with agents and falls with load.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.polynomial import chebyshev

from rfp_builder.workload.erlang.inputs import Flags, Floats, Integers

SLACK = 1e-12
"""A level that misses its target by less is the target: it is what floats make of 0.9 and 1 - 0.1."""

_FEW = 8
"""A search for one load alone costs about as much as so many steps of the table."""

_KNOTS = 24
_HALVINGS = 14
"""Loads through which the guess is laid, and how often the interval of one agent is halved at each."""


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
    """The same for many loads above 0 with one target: how many of the loads each agent count is enough for.

    `first` gives the smallest number of agents to try for a load. As levels fall with load, a count that is
    enough for one of the sorted loads and not for the next is settled for all of them: two levels a count,
    however many intervals there are.
    """
    loads, place = np.unique(load, return_inverse=True)

    def direct(some: Floats) -> Integers:
        same = (np.full_like(some, value) for value in (target, *parameters))
        return smallest(level, first(some), some, *same)

    def meets(agents: Floats, some: Floats) -> Flags:
        same = (np.full_like(some, value) for value in parameters)
        return level(agents, some, *same) >= target - SLACK

    lowest, highest = direct(loads[[0, -1]])
    if highest - lowest > _FEW * len(loads):
        return direct(loads)[place]
    agents = np.arange(lowest, highest)
    if not len(agents):
        return np.full(load.shape, lowest)
    guess = None
    if len(agents) > _FEW * _KNOTS:
        guess = np.searchsorted(_needs(direct, meets, loads), agents, side="right")
    enough = _enough_for(meets, agents.astype(np.float64), loads, guess)
    found: Integers = lowest + np.searchsorted(enough, np.arange(len(loads)), side="right")
    return found[place]


def _enough_for(
    meets: Callable[[Floats, Floats], Flags], agents: Floats, loads: Floats, guess: Integers | None
) -> Integers:
    """How many of the sorted `loads` each number of agents is enough for: the first surely, the last not."""
    low, high = np.ones(len(agents), dtype=np.int64), np.full(len(agents), len(loads) - 1)
    if guess is not None:
        probe = np.clip(guess, low, high)
        for step in (-1, 0):
            # Where the guess is right, the load before it is met and the one at it is not.
            good = meets(agents, loads[probe + step])
            low = np.where(good, np.maximum(low, probe + step + 1), low)
            high = np.where(good, high, np.minimum(high, probe + step))
    rows = np.flatnonzero(low < high)
    while len(rows):
        middle = (low[rows] + high[rows]) // 2
        good = meets(agents[rows], loads[middle])
        low[rows[good]] = middle[good] + 1
        high[rows[~good]] = middle[~good]
        rows = rows[low[rows] < high[rows]]
    return np.asarray(np.maximum.accumulate(low))


def _needs(
    direct: Callable[[Floats], Integers], meets: Callable[[Floats, Floats], Flags], loads: Floats
) -> Floats:
    """About how many agents each of the sorted `loads` needs if there were parts of one; rising.

    (agents − load)/√load changes slowly with √load: a polynomial through some loads is a good guess, of
    which nothing is taken on trust.
    """
    root = np.sqrt(loads)
    middle, half = (root[-1] + root[0]) / 2, (root[-1] - root[0]) / 2
    nodes = chebyshev.chebpts1(_KNOTS)
    knots = (middle + half * nodes) ** 2
    high = direct(knots).astype(np.float64)
    low = np.maximum(high - 1, 1.0)
    for _ in range(_HALVINGS):
        between = (low + high) / 2
        good = meets(between, knots)
        low, high = np.where(good, low, between), np.where(good, between, high)
    curve = chebyshev.chebfit(nodes, (high - knots) / np.sqrt(knots), _KNOTS - 1)
    needs = loads + root * chebyshev.chebval((root - middle) / half, curve)
    return np.asarray(np.maximum.accumulate(needs))
