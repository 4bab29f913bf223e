"""A year of intervals to agents, against the loop of pyworkforce and against a plain table."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, exp

import numpy as np

from bench.pairs import Pair
from rfp_builder.workload.erlang import ServiceLevel, agents_a, agents_c
from rfp_builder.workload.erlang.inputs import Floats, Integers
from rfp_builder.workload.erlang.patience import shares
from rfp_builder.workload.erlang.smallest import smallest

INTERVALS = 35_040
"""A year of quarters of an hour."""
AHT_S, TARGET, WITHIN_S = 180.0, 0.8, 20.0
PATIENCE_S = 120.0
FIFTY_TIMES_FASTER, TEN_TIMES_FASTER = 1 / 50, 1 / 10


def pairs() -> Iterator[Pair]:
    """The year, against each."""
    load = year_of_loads()
    yield Pair(
        "year of 35,040 intervals → agents",
        lambda: agents_c(load, AHT_S, TARGET, WITHIN_S),
        "pyworkforce loop",
        lambda: loop_of_pyworkforce(load),
        FIFTY_TIMES_FASTER,
        3,
    )
    yield Pair(
        "year of 35,040 intervals, table",
        lambda: agents_c(load, AHT_S, TARGET, WITHIN_S),
        "plain table and searchsorted",
        lambda: plain_table(load),
        1.0,
        9,
    )
    large = load * np.random.default_rng(97).uniform(90, 110, INTERVALS)
    yield Pair(
        "year of intervals, Erlang A, 6,000 agents",
        lambda: agents_a(large, AHT_S, TARGET, WITHIN_S, PATIENCE_S),
        "search for each load",
        lambda: each_load(large),
        TEN_TIMES_FASTER,
        3,
    )


def each_load(load: Floats) -> Integers:
    """Erlang A by doubling and halving for every load that is different, all of them side by side."""
    different, place = np.unique(load[load > 0], return_inverse=True)

    def level(agents: Floats, some: Floats) -> Floats:
        same = (np.full_like(some, value) for value in (AHT_S, WITHIN_S, PATIENCE_S))
        return shares(agents, some, *same).level(ServiceLevel.OFFERED)

    found = smallest(level, np.ones(len(different), np.int64), different, np.full_like(different, TARGET))
    return found[place]


def year_of_loads() -> Floats:
    """A centre that is open by day, with up to about 60 erlangs."""
    hours = np.arange(INTERVALS) % 96 / 4
    shape = np.exp(-(((hours - 11) / 2.5) ** 2)) + 0.7 * np.exp(-(((hours - 16) / 2.5) ** 2))
    calls = np.random.default_rng(96).poisson(200 * np.where((hours >= 8) & (hours < 21), shape, 0))
    return calls * AHT_S / 900


def loop_of_pyworkforce(loads: Floats) -> list[int]:
    """Interval by interval as its ErlangC does it: from load + 1 on, each probability by recursion anew."""
    found = []
    for load in loads.tolist():
        agents = 0
        if load > 0:
            agents = round(load + 1)
            while _level(agents, load) < TARGET:
                agents += 1
            _waits(agents, load)
        found.append(agents)
    return found


def _level(agents: int, load: float) -> float:
    return max(0.0, 1 - _waits(agents, load) * exp(-(agents - load) * WITHIN_S / AHT_S))


def _waits(agents: int, load: float) -> float:
    inverse = 1.0
    for place in range(1, agents + 1):
        inverse = 1 + inverse * place / load
    blocked = 1 / inverse
    return agents * blocked / (agents - load * (1 - blocked))


def plain_table(loads: Floats) -> Integers:
    """The table method in a few lines: the largest load of each agent count by halving, then a search."""
    agents = np.arange(1, ceil(float(loads.max()) * 1.2) + 10)
    low, high = np.zeros(len(agents)), agents.astype(np.float64)
    for _ in range(50):
        middle = (low + high) / 2
        good = _levels_by_recursion(agents, middle) >= TARGET
        low, high = np.where(good, middle, low), np.where(good, high, middle)
    found: Integers = np.searchsorted(low, loads) + 1
    return np.where(loads > 0, found, 0)


def _levels_by_recursion(agents: Integers, loads: Floats) -> Floats:
    """Erlang's recursion for every agent count at its own load."""
    inverse = np.ones(len(agents))
    for place in range(1, int(agents.max()) + 1):
        inverse = np.where(place <= agents, 1 + inverse * place / loads, inverse)
    busy = loads / agents
    waits = 1 / ((1 - busy) * inverse + busy)
    return np.asarray(1 - waits * np.exp(-(agents - loads) * WITHIN_S / AHT_S))
