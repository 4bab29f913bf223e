"""What a queue is to reach, and the agents that reach it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from rfp_builder.workload.erlang import (
    ServiceLevel,
    agents_a,
    agents_c,
    agents_within_occupancy,
    measures_a,
    measures_c,
)
from rfp_builder.workload.erlang.inputs import Floats, Integers


@dataclass(frozen=True, slots=True)
class Outcome:
    """What callers and agents meet at a number of agents; shares between 0 and 1."""

    service_level: float
    asa_s: float
    """Average wait of all callers in seconds; infinite where the queue grows without end."""
    p_wait: float
    immediate: float
    occupancy: float
    abandonment: float | None
    """Share of callers who hang up; None where patience is not looked at (Erlang C)."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A service level, with what else must hold."""

    target: float
    """Share of calls to be answered in time, such as 0.8."""
    within_s: float
    """Time to answer within, in seconds."""
    patience_s: float | None = None
    """Average time after which a waiting caller hangs up (Erlang A); None: nobody does (Erlang C)."""
    level: ServiceLevel = ServiceLevel.OFFERED
    """Which share is meant where callers hang up."""
    max_occupancy: float | None = None
    """Highest share of their time that agents may be busy."""
    minimum: int = 0
    """Agents that must be there while the centre is open, calls or not."""

    def agents(self, load: Floats, aht_s: float | Floats) -> Integers:
        """Agents for each load in erlangs, the smallest that reach everything. Raises `Unworkable`."""
        if self.patience_s is None:
            found = agents_c(load, aht_s, self.target, self.within_s)
        else:
            found = agents_a(load, aht_s, self.target, self.within_s, self.patience_s, self.level)
        if self.max_occupancy is not None:
            enough = agents_within_occupancy(load, self.max_occupancy, aht_s, self.patience_s)
            found = np.maximum(found, enough)
        return np.maximum(found, self.minimum)

    def outcome(self, agents: int, load: float, aht_s: float) -> Outcome:
        """What comes out with `agents` for `load` erlangs. Raises `Unworkable`."""
        if self.patience_s is None:
            c = measures_c(agents, load, aht_s, self.within_s)
            return Outcome(c.service_level, c.asa_s, c.p_wait, c.immediate, c.occupancy, None)
        a = measures_a(agents, load, aht_s, self.within_s, self.patience_s)
        level = a.level(self.level)
        return Outcome(level, a.asa_s, a.p_wait, a.immediate, a.occupancy, a.abandonment)

    def is_met(self, outcome: Outcome) -> bool:
        """Whether service level and occupancy are as they should be."""
        busy_enough = self.max_occupancy is None or outcome.occupancy <= self.max_occupancy + 1e-10
        return outcome.service_level >= self.target - 1e-12 and busy_enough
