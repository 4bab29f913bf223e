"""The table around N: what one agent less, or more, means."""

from __future__ import annotations

from dataclasses import dataclass

from rfp_builder.workload.agents.goal import Goal, Outcome
from rfp_builder.workload.agents.shrinkage import Shrinkage


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the table."""

    agents: int
    staff: int
    """People to schedule, shrinkage included."""
    outcome: Outcome
    meets: bool
    """Whether the goal is reached."""


def around(
    goal: Goal, agents: int, load: float, aht_s: float, shrinkage: Shrinkage, reach: int = 3
) -> tuple[Step, ...]:
    """From `reach` agents fewer to `reach` more, never below 0. Raises `Unworkable`."""
    steps = []
    for count in range(max(0, agents - reach), agents + reach + 1):
        outcome = goal.outcome(count, load, aht_s)
        meets = count >= goal.minimum and goal.is_met(outcome)
        steps.append(Step(count, shrinkage.staff(count), outcome, meets))
    return tuple(steps)
