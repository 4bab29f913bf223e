"""What callers and agents meet at a given number of agents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar, overload

import numpy as np

from rfp_builder.workload.erlang import delay, inputs, patience
from rfp_builder.workload.erlang.inputs import Floats, Numbers
from rfp_builder.workload.erlang.levels import ServiceLevel

Value = TypeVar("Value", float, Floats)


@dataclass(frozen=True, slots=True)
class MeasuresC(Generic[Value]):
    """Erlang C at a number of agents. Numbers for numbers, arrays for arrays."""

    service_level: Value
    """Share of callers answered within the answer time; 0 where the queue grows without end."""
    p_wait: Value
    """Share of callers who wait."""
    immediate: Value
    """Share of callers answered at once."""
    asa_s: Value
    """Average wait of all callers in seconds (average speed of answer); infinite where the queue grows."""
    occupancy: Value
    """Share of their time at work that agents spend on calls: load ÷ agents, at most 1."""


@dataclass(frozen=True, slots=True)
class MeasuresA(Generic[Value]):
    """Erlang A at a number of agents. Numbers or arrays, as given. T is the time to answer within."""

    offered: Value
    """Answered within T ÷ all calls."""
    answered: Value
    """Answered within T ÷ calls answered."""
    virtual: Value
    """Share of calls that would be answered within T if the caller waited."""
    short_abandons_excluded: Value
    """Answered within T ÷ (all calls − calls abandoned within T)."""
    p_wait: Value
    """Share of callers who wait or hang up: all agents were busy."""
    immediate: Value
    """Share of callers answered at once."""
    abandonment: Value
    """Share of callers who hang up."""
    abandonment_within: Value
    """Share of callers who hang up within T."""
    asa_s: Value
    """Average wait of all callers in seconds, those who hang up included."""
    mean_queue: Value
    """Average number of callers waiting."""
    occupancy: Value
    """Share of their time at work that agents spend on calls: load × (1 − abandonment) ÷ agents."""

    def level(self, kind: ServiceLevel) -> Value:
        """The service level as `kind` defines it."""
        match kind:
            case ServiceLevel.OFFERED:
                return self.offered
            case ServiceLevel.ANSWERED:
                return self.answered
            case ServiceLevel.VIRTUAL:
                return self.virtual
            case ServiceLevel.SHORT_ABANDONS_EXCLUDED:
                return self.short_abandons_excluded


@overload
def measures_c(  # type: ignore[overload-overlap]  # a number is one of the Numbers, too
    agents: float, load: float, aht_s: float, within_s: float
) -> MeasuresC[float]:
    """For numbers."""


@overload
def measures_c(agents: Numbers, load: Numbers, aht_s: Numbers, within_s: Numbers) -> MeasuresC[Floats]:
    """For arrays."""


def measures_c(
    agents: Numbers, load: Numbers, aht_s: Numbers, within_s: Numbers
) -> MeasuresC[float] | MeasuresC[Floats]:
    """Erlang C: what comes out with `agents` for `load` erlangs.

    `aht_s` is the average handling time, `within_s` the time to answer within, in seconds. The arguments are
    broadcast against each other; the results have the common shape. Raises `Unworkable`.
    """
    shape, (n, a, aht, within) = _flat(
        inputs.agent_counts(agents),
        inputs.loads(load),
        inputs.handling_times(aht_s),
        inputs.answer_times(within_s),
    )
    waits, at_once = delay.wait_or_not(n, a)
    spare = np.maximum(n - a, 0.0)
    asa = np.divide(waits * aht, spare, out=np.full_like(waits, np.inf), where=spare > 0)
    rows = (
        *(delay.service_level(n, a, aht, within), waits, at_once),
        *(np.where(a > 0, asa, 0.0), _busy(a, n)),
    )
    if shape:
        return MeasuresC(*(row.reshape(shape) for row in rows))
    return MeasuresC(*(float(row[0]) for row in rows))


@overload
def measures_a(  # type: ignore[overload-overlap]
    agents: float, load: float, aht_s: float, within_s: float, patience_s: float
) -> MeasuresA[float]:
    """For numbers."""


@overload
def measures_a(
    agents: Numbers, load: Numbers, aht_s: Numbers, within_s: Numbers, patience_s: Numbers
) -> MeasuresA[Floats]:
    """For arrays."""


def measures_a(
    agents: Numbers, load: Numbers, aht_s: Numbers, within_s: Numbers, patience_s: Numbers
) -> MeasuresA[float] | MeasuresA[Floats]:
    """Erlang A: what comes out with `agents` for `load` erlangs of callers with an average patience.

    `aht_s`, `within_s` (the time to answer within) and `patience_s` are in seconds. The arguments are
    broadcast against each other; the results have the common shape. Raises `Unworkable`.
    """
    shape, (n, a, aht, within, patient) = _flat(
        inputs.agent_counts(agents),
        inputs.loads(load),
        inputs.handling_times(aht_s),
        inputs.answer_times(within_s),
        inputs.patiences(patience_s),
    )
    found = patience.shares(n, a, aht, within, patient)
    rows = (
        *(found.level(kind) for kind in ServiceLevel),
        *(found.early + found.late, found.at_once, found.abandoned, found.abandoned_within),
        *(found.abandoned * patient, found.abandoned * patient * a / aht, _busy(a * found.served, n)),
    )
    if shape:
        return MeasuresA(*(row.reshape(shape) for row in rows))
    return MeasuresA(*(float(row[0]) for row in rows))


def _flat(*columns: Floats) -> tuple[tuple[int, ...], tuple[Floats, ...]]:
    wide = np.broadcast_arrays(*columns)
    return wide[0].shape, tuple(np.ascontiguousarray(column).reshape(-1) for column in wide)


def _busy(work: Floats, agents: Floats) -> Floats:
    """Work ÷ agents, at most 1; without agents 0 where there is no work, else 1."""
    full = np.where(work > 0, 1.0, 0.0)
    return np.minimum(np.divide(work, agents, out=full, where=agents > 0), 1.0)
