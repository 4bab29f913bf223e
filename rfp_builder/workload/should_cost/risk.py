"""How the cost spreads when every assumption and the volume vary within their ranges."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, sqrt

import numpy as np

from rfp_builder.workload.erlang.inputs import Floats
from rfp_builder.workload.should_cost.assumption import Range
from rfp_builder.workload.should_cost.assumptions import Assumptions
from rfp_builder.workload.should_cost.cost import Work, lines_of, total
from rfp_builder.workload.should_cost.hours import HourClass
from rfp_builder.workload.should_cost.volume import Volume, Volumes

DRAWS = 20_000
_SEED = 37
_SURE = 1.96


@dataclass(frozen=True, slots=True)
class Spread:
    """Yen a month that are not exceeded with a certainty, and how exactly the draws tell."""

    p50: int
    p80: int
    p50_error: int
    """Half of a 95 % interval for what endless draws would give."""
    p80_error: int


def spread(assumptions: Assumptions, volumes: Volumes, draws: int = DRAWS) -> Spread:
    """P50 and P80 of the monthly cost.

    Each assumption is drawn on its own from a triangle over low, base and high; the volume is drawn once for
    calls, minutes, hours and seats alike. The draws are seeded: the same question gives the same answer.
    """
    random = np.random.default_rng(_SEED)
    values = {one.item: _triangle(random, one.value, draws) for one in assumptions}
    place = random.triangular(-1.0, 0.0, 1.0, draws)

    def between(of: Callable[[Volume], Fraction]) -> Floats:
        low, base, high = (float(of(one)) for one in (volumes.low, volumes.base, volumes.high))
        return np.where(place < 0, base + place * (base - low), base + place * (high - base))

    def hours(kind: HourClass) -> Floats:
        return between(lambda volume: volume.hours.get(kind, Fraction(0)))

    used = {kind for one in (volumes.low, volumes.base, volumes.high) for kind in one.hours}
    work = Work(
        phone_minutes=between(lambda volume: volume.phone_minutes),
        seats=between(lambda volume: volume.seats),
        hours={kind: hours(kind) for kind in HourClass if kind in used},
    )
    costs = np.sort(total(lines_of(values, work)))
    (p50, p50_error), (p80, p80_error) = (_quantile(costs, share) for share in (0.5, 0.8))
    return Spread(p50, p80, p50_error, p80_error)


def _triangle(random: np.random.Generator, value: Range, draws: int) -> Floats:
    low, base, high = float(value.low), float(value.base), float(value.high)
    return np.full(draws, base) if low == high else random.triangular(low, base, high, draws)


def _quantile(costs: Floats, share: float) -> tuple[int, int]:
    """The value in that place, and half of what lies between the places of its binomial interval."""
    count = len(costs)
    reach = _SURE * sqrt(count * share * (1 - share))
    low, high = max(0, floor(count * share - reach)), min(count - 1, ceil(count * share + reach))
    middle = float(costs[ceil(count * share) - 1])
    return round(middle), ceil((float(costs[high]) - float(costs[low])) / 2)
