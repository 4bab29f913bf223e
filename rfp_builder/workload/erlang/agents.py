"""Load and target in, agents out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import overload

import numpy as np

from rfp_builder.workload.erlang import delay, inputs, patience
from rfp_builder.workload.erlang.inputs import Floats, Integers, Numbers
from rfp_builder.workload.erlang.levels import ServiceLevel
from rfp_builder.workload.erlang.smallest import Level, by_table, smallest

_FEW_TABLES = 50
"""With more different sets of targets and times than this, every interval is searched on its own."""


@overload
def agents_c(  # type: ignore[overload-overlap]  # a number is one of the Numbers, too
    load: float, aht_s: float, target: float, within_s: float
) -> int:
    """For numbers."""


@overload
def agents_c(load: Numbers, aht_s: Numbers, target: Numbers, within_s: Numbers) -> Integers:
    """For arrays."""


def agents_c(load: Numbers, aht_s: Numbers, target: Numbers, within_s: Numbers) -> int | Integers:
    """Erlang C: the smallest number of agents above the load with P(wait ≤ within_s) ≥ target.

    `load` is in erlangs, `aht_s` (average handling time) and `within_s` in seconds, `target` is a share such
    as 0.8. Numbers or arrays, broadcast against each other; numbers give an `int`. No load needs no agents.
    Exact up to 10,000 agents and more: a level within 1e-12 of the target counts as the target.
    Raises `Unworkable`.

    Source: A. K. Erlang, 1917; P(wait ≤ T) = 1 − C exp(−(agents − load) T / aht).
    """
    return _agents(
        delay.service_level,
        _above_load,
        inputs.loads(load),
        inputs.targets(target),
        inputs.handling_times(aht_s),
        inputs.answer_times(within_s),
    )


@overload
def agents_a(  # type: ignore[overload-overlap]
    load: float,
    aht_s: float,
    target: float,
    within_s: float,
    patience_s: float,
    level: ServiceLevel = ServiceLevel.OFFERED,
) -> int:
    """For numbers."""


@overload
def agents_a(
    load: Numbers,
    aht_s: Numbers,
    target: Numbers,
    within_s: Numbers,
    patience_s: Numbers,
    level: ServiceLevel = ServiceLevel.OFFERED,
) -> Integers:
    """For arrays."""


def agents_a(
    load: Numbers,
    aht_s: Numbers,
    target: Numbers,
    within_s: Numbers,
    patience_s: Numbers,
    level: ServiceLevel = ServiceLevel.OFFERED,
) -> int | Integers:
    """Erlang A: the smallest number of agents whose service level is at least `target`.

    `patience_s` is the average time in seconds after which a waiting caller hangs up. `level` says what is
    meant by service level; calls answered within `within_s` ÷ calls offered unless said otherwise. For the
    rest see `agents_c`. Agents may be fewer than the load. Raises `Unworkable`.

    Source: Palm, 1957; Mandelbaum and Zeltyn, 2005.
    """
    return _agents(
        partial(_level_a, level),
        _at_least_one,
        inputs.loads(load),
        inputs.targets(target),
        inputs.handling_times(aht_s),
        inputs.answer_times(within_s),
        inputs.patiences(patience_s),
    )


@overload
def agents_within_occupancy(  # type: ignore[overload-overlap]
    load: float, cap: float, aht_s: float = ..., patience_s: float | None = ...
) -> int:
    """For numbers."""


@overload
def agents_within_occupancy(
    load: Numbers, cap: Numbers, aht_s: Numbers = ..., patience_s: Numbers | None = ...
) -> Integers:
    """For arrays."""


def agents_within_occupancy(
    load: Numbers, cap: Numbers, aht_s: Numbers = 1.0, patience_s: Numbers | None = None
) -> int | Integers:
    """The smallest number of agents that are busy for no more than the share `cap` of their time.

    Occupancy is load ÷ agents; with a `patience_s` it is load × (1 − abandonment) ÷ agents of Erlang A, for
    which `aht_s` is needed, too. Raises `Unworkable`.
    """
    work, free = inputs.loads(load), inputs.occupancy_caps(cap)
    if patience_s is None:
        wide = np.broadcast_arrays(work, free)
        found = whole_up(wide[0] / wide[1])
        return found if found.shape else int(found)
    columns = inputs.handling_times(aht_s), inputs.patiences(patience_s)
    return _agents(_idleness, _at_least_one, work, 1 - free, *columns)


def whole_up(values: Floats) -> Integers:
    """The next whole number, where 42.00000000000001 is 42: 35.7 / 0.85 in floats comes out above.

    A value nearer to a whole number than 1e-10 of it is taken as that number.
    """
    nearest = np.rint(values)
    same = np.abs(values - nearest) <= 1e-10 * np.maximum(1.0, nearest)
    return np.asarray(np.where(same, nearest, np.ceil(values))).astype(np.int64)


def _level_a(kind: ServiceLevel, agents: Floats, load: Floats, *times: Floats) -> Floats:
    aht, within, patient = times
    return patience.shares(agents, load, aht, within, patient).level(kind)


def _idleness(agents: Floats, load: Floats, *times: Floats) -> Floats:
    aht, patient = times
    served = patience.shares(agents, load, aht, np.zeros_like(load), patient).served
    return 1 - load * served / agents


def _above_load(load: Floats) -> Integers:
    return np.floor(load).astype(np.int64) + 1


def _at_least_one(load: Floats) -> Integers:
    return np.ones(load.shape, dtype=np.int64)


def _agents(
    level: Level,
    first: Callable[[Floats], Integers],
    load: Floats,
    target: Floats,
    *parameters: Floats,
) -> int | Integers:
    """`smallest` by the quicker way, for arguments of any shape."""
    wide = np.broadcast_arrays(load, target, *parameters)
    found = np.zeros(wide[0].size, dtype=np.int64)
    flat = tuple(column.reshape(-1) for column in wide)
    busy = flat[0] > 0
    sets = _sets(target, *parameters)
    if len(sets) * _FEW_TABLES <= len(found):
        for one in sets:
            rows = busy
            for column, value in zip(flat[1:], one, strict=True):
                if len(sets) > 1:
                    rows = rows & (column == value)
            if rows.any():
                found[rows] = by_table(level, first, flat[0][rows], *one)
    elif busy.any():
        here = tuple(column[busy] for column in flat)
        found[busy] = smallest(level, first(here[0]), *here)
    return found.reshape(wide[0].shape) if wide[0].shape else int(found[0])


def _sets(*columns: Floats) -> list[tuple[float, ...]]:
    """The different sets of values that stand side by side."""
    if all(column.size == 1 for column in columns):
        return [tuple(float(column.reshape(())) for column in columns)]
    wide = np.stack([column.reshape(-1) for column in np.broadcast_arrays(*columns)], axis=1)
    return [tuple(map(float, one)) for one in np.unique(wide, axis=0)]
