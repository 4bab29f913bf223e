"""The calculator for one queue: calls in a period, a goal, and what calculators print."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from rfp_builder.workload.agents import Goal, Shrinkage, Step, around
from rfp_builder.workload.erlang import inputs


@dataclass(frozen=True, slots=True)
class Given:
    """What was asked."""

    calls: float
    per_s: float
    """Length of the period in which they come in, in seconds."""
    aht_s: float
    """Average handling time, wrap-up included, in seconds."""
    goal: Goal
    shrinkage: Shrinkage


@dataclass(frozen=True, slots=True)
class Staffing:
    """The answer; shares between 0 and 1, times in seconds."""

    given: Given
    erlangs: float
    """Load: calls × handling time ÷ length of the period."""
    agents: int
    """Agents who take calls."""
    staff: int
    """People to schedule: agents ÷ (1 − shrinkage), rounded up."""
    service_level: float
    """As `Goal.level` defines it."""
    asa_s: float
    """Average wait of all callers."""
    p_wait: float
    """Share of callers who do not reach an agent at once."""
    immediate: float
    """Share of callers answered at once."""
    occupancy: float
    """Share of their time that agents are busy with calls."""
    abandonment: float | None
    """Share of callers who hang up; None where patience is not looked at."""
    around: tuple[Step, ...]
    """From three agents fewer to three more."""

    def as_json(self) -> dict[str, float | int | None]:
        """The numbers by name, without the table."""
        return {
            "erlangs": self.erlangs,
            "agents": self.agents,
            "staff": self.staff,
            "service_level": self.service_level,
            "asa_s": self.asa_s,
            "p_wait": self.p_wait,
            "immediate": self.immediate,
            "occupancy": self.occupancy,
            "abandonment": self.abandonment,
        }


def staffing(
    calls: float, per_s: float, aht_s: float, goal: Goal, shrinkage: Shrinkage | None = None
) -> Staffing:
    """Agents and staff for `calls` in a period of `per_s` seconds, handled in `aht_s` seconds on average.

    Raises `Unworkable`.
    """
    load = float(inputs.loads(calls) * inputs.handling_times(aht_s) / inputs.handling_times(per_s))
    agents = int(goal.agents(np.array([load]), aht_s)[0])
    shrunk = shrinkage or Shrinkage()
    found = goal.outcome(agents, load, aht_s)
    return Staffing(
        given=Given(calls, per_s, aht_s, goal, shrunk),
        erlangs=load,
        agents=agents,
        staff=shrunk.staff(agents),
        service_level=found.service_level,
        asa_s=found.asa_s,
        p_wait=found.p_wait,
        immediate=found.immediate,
        occupancy=found.occupancy,
        abandonment=found.abandonment,
        around=around(goal, agents, load, aht_s, shrunk),
    )
