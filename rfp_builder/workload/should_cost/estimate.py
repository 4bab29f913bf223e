"""The should-cost: what a month should cost, in all and for each seat, call and minute."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from rfp_builder.workload.should_cost.assumptions import Assumptions
from rfp_builder.workload.should_cost.cost import Work, lines_of
from rfp_builder.workload.should_cost.items import Item, Line
from rfp_builder.workload.should_cost.risk import Spread, spread
from rfp_builder.workload.should_cost.volume import Volume, Volumes


@dataclass(frozen=True, slots=True)
class Estimate:
    """One case, in yen a month, tax excluded. Confidential."""

    lines: Mapping[Line, int]
    """Rounded to whole yen (half up); they add up to the total."""
    volume: Volume

    @property
    def total(self) -> int:
        """Yen a month."""
        return sum(self.lines.values())

    @property
    def per_seat(self) -> Fraction:
        """Yen for each seat and month."""
        return self.total / self.volume.seats

    @property
    def per_call(self) -> Fraction:
        """Yen for each contact."""
        return self.total / self.volume.calls

    @property
    def per_minute(self) -> Fraction:
        """Yen for each minute of contact."""
        return self.total / self.volume.minutes


@dataclass(frozen=True, slots=True)
class ShouldCost:
    """What vendors' prices are held against. Confidential: never in a file that a vendor sees."""

    assumptions: Assumptions
    low: Estimate
    """Low volume, every assumption at its base."""
    base: Estimate
    high: Estimate
    """High volume, every assumption at its base."""
    cheapest: Estimate
    """Base volume, every assumption at its cheaper end."""
    dearest: Estimate
    """Base volume, every assumption at its dearer end."""
    spread: Spread
    """Volume and assumptions vary together."""


def should_cost(assumptions: Assumptions, volumes: Volumes) -> ShouldCost:
    """Work the cost out for each case, exactly, and its spread by seeded draws."""
    base = assumptions.base()
    return ShouldCost(
        assumptions=assumptions,
        low=_estimate(base, volumes.low),
        base=_estimate(base, volumes.base),
        high=_estimate(base, volumes.high),
        cheapest=_estimate(assumptions.cheapest(), volumes.base),
        dearest=_estimate(assumptions.dearest(), volumes.base),
        spread=spread(assumptions, volumes),
    )


def _estimate(values: Mapping[Item, Fraction], volume: Volume) -> Estimate:
    work = Work(phone_minutes=volume.phone_minutes, seats=volume.seats, hours=volume.hours)
    exact = lines_of(values, work)
    return Estimate({line: floor(yen + Fraction(1, 2)) for line, yen in exact.items()}, volume)
