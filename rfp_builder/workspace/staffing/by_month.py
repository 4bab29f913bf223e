"""The months of service as a plan sees them: contacts and people, with the range they may lie in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rfp_builder.workload.forecast.values import Period
    from rfp_builder.workload.plan.values import MonthNeed, StaffingPlan


@dataclass(frozen=True, slots=True)
class Ends:
    """A value with its range: one chance in ten to stay below `low`, and one to go above `high`."""

    low: float
    base: float
    high: float

    def times(self, factor: float) -> Ends:
        """All three times a factor."""
        return Ends(self.low * factor, self.base * factor, self.high * factor)


@dataclass(frozen=True, slots=True)
class MonthOfService:
    """A month from the first day of service on, as far as the ramp hands its contacts over."""

    first_day: date
    contacts: Ends
    full_time: Ends
    """Full-time people; the ends in proportion to the contacts, as the should-cost has them."""


def months_of_service(plan: StaffingPlan) -> tuple[MonthOfService, ...]:
    """Each month of the plan with the range of its month in the forecast, or that of all months together."""
    from rfp_builder.workload.forecast.periods import periods
    from rfp_builder.workload.forecast.values import Level

    found = {f"{one.first:%Y-%m}": one for one in periods(plan.forecast, Level.MONTH)}
    usual = _together(tuple(found.values()))
    return tuple(_month(one, found, usual) for one in plan.months)


def _month(one: MonthNeed, found: dict[str, Period], usual: Ends) -> MonthOfService:
    period = found.get(f"{one.first_day:%Y-%m}")
    ratio = usual if period is None else _together((period,))
    return MonthOfService(one.first_day, ratio.times(one.contacts), ratio.times(one.full_time))


def _together(several: tuple[Period, ...]) -> Ends:
    base = sum(one.calls for one in several)
    if not base:
        return Ends(1.0, 1.0, 1.0)
    return Ends(sum(one.low for one in several) / base, 1.0, sum(one.high for one in several) / base)
