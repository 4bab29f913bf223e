"""Which intervals of the day the sheets show, and the week that is planned for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rfp_builder.text.show import show_time
from rfp_builder.workload.plan.values import StaffingPlan

if TYPE_CHECKING:
    from rfp_builder.workload.erlang.inputs import Floats, Integers

_DAY_MIN = 1440


@dataclass(frozen=True, slots=True)
class Slots:
    """The intervals of a day from the first in which something happens to the last."""

    minutes: int
    """Length of an interval."""
    shown: range

    def label(self, slot: int) -> str:
        """When it begins: 9:00."""
        return show_time(slot * self.minutes)

    @property
    def seconds(self) -> int:
        """Length of an interval."""
        return self.minutes * 60


def slots_of(plan: StaffingPlan) -> Slots:
    """Open intervals, and those in which contacts or shifts lie outside of them."""
    count = int(plan.is_open.shape[1])
    happening = [*plan.is_open.tolist(), *plan.week.agents.tolist()]
    if plan.shifts is not None:
        happening += plan.shifts.working.tolist()
    places = [place for place in range(count) if any(day[place] for day in happening)]
    shown = range(places[0], places[-1] + 1) if places else range(count)
    return Slots(_DAY_MIN // count, shown)


def first_day(plan: StaffingPlan) -> int:
    """The place of the planned week's Monday among the days of the forecast."""
    return (plan.week.monday - plan.forecast.first).days


def week_of(plan: StaffingPlan, values: Floats | Integers) -> list[list[float]]:
    """The planned week out of days × intervals; days outside of the forecast have nothing."""
    start = first_day(plan)
    empty = [0.0] * int(values.shape[1])
    return [
        [float(one) for one in values[place]] if 0 <= place < len(values) else empty
        for place in range(start, start + 7)
    ]
