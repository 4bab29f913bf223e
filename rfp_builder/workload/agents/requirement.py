"""Agents and staff by interval, closed intervals included."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from rfp_builder.workload.agents.goal import Goal
from rfp_builder.workload.agents.shrinkage import Shrinkage
from rfp_builder.workload.erlang import inputs
from rfp_builder.workload.erlang.inputs import Flags, Floats, Integers, Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Requirement:
    """What each interval needs; all arrays have the shape of the calls given, such as (days, intervals)."""

    load: Floats
    """Erlangs while open; 0 where closed."""
    agents: Integers
    """Agents who take contacts."""
    staff: Integers
    """People to schedule, shrinkage included."""


def requirement(
    calls: Numbers,
    interval_s: float,
    aht_s: Numbers,
    goal: Goal,
    shrinkage: Shrinkage | None = None,
    is_open: Flags | None = None,
) -> Requirement:
    """Agents and staff for the calls of each interval of `interval_s` seconds.

    `aht_s` (average handling time in seconds) is one for all, or one an interval. Where `is_open` is false
    nobody is needed, whatever the minimum. Raises `Unworkable`.
    """
    arrivals = inputs.loads(calls)
    aht = inputs.handling_times(aht_s)
    opened = np.ones(arrivals.shape, dtype=np.bool_) if is_open is None else is_open
    load = np.where(opened, arrivals * aht / inputs.handling_times(interval_s), 0.0)
    agents = np.where(opened, goal.agents(load, aht), 0)
    staff = (shrinkage or Shrinkage()).staff_each(agents)
    return Requirement(load, agents, staff)
