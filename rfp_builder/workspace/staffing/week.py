"""The week that shifts are made for, as a table: people needed by interval and day of the week."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rfp_builder.i18n import Phrase, Speakable

if TYPE_CHECKING:
    from rfp_builder.workload.plan.values import StaffingPlan

_DAY_MIN = 1440
_DAYS = 7
_ALL = Phrase("全体", "All queues")


@dataclass(frozen=True, slots=True)
class WeekOfNeed:
    """People who must take contacts: rows of an interval each, from the first that needs some to the last."""

    name: Speakable
    starts: tuple[int, ...]
    """Minutes after midnight."""
    people: tuple[tuple[int, ...], ...]
    """For each start the days from Monday on."""

    @property
    def most(self) -> int:
        """The largest figure."""
        return max((max(row) for row in self.people), default=0)


def weeks_of_need(plan: StaffingPlan) -> tuple[WeekOfNeed, ...]:
    """All queues together, and each of them where there are several."""
    first = (plan.week.monday - plan.forecast.first).days
    whole = _table(_ALL, plan.week.agents.tolist())
    if len(plan.queues) < 2 or first < 0 or first + _DAYS > len(plan.is_open):
        return (whole,)
    of_queues = (_table(one.name, one.agents[first : first + _DAYS].tolist()) for one in plan.queues)
    return (whole, *(one for one in of_queues if one.most))


def _table(name: Speakable, days: list[list[int]]) -> WeekOfNeed:
    slots = range(len(days[0]))
    used = [slot for slot in slots if any(day[slot] for day in days)]
    shown = range(used[0], used[-1] + 1) if used else range(0)
    minutes = _DAY_MIN // len(slots)
    return WeekOfNeed(
        name,
        tuple(slot * minutes for slot in shown),
        tuple(tuple(int(day[slot]) for day in days) for slot in shown),
    )
