"""A week's need as a few bands of hours with one number of people each, as 4.1 writes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from rfp_builder.workload.erlang.inputs import Integers

_DAY_MIN = 1440
_DAYS = 7
A_BAND_COSTS = 0.02
"""A further band must save this share of the week's agent hours: people plan by bands, so few are better."""


@dataclass(frozen=True, slots=True)
class Band:
    """The same number of people on some days of the week between two times of the day."""

    days: tuple[int, ...]
    """0 is Monday."""
    opens: int
    """Minutes after midnight."""
    closes: int
    people: int


def bands_of(agents: Integers) -> tuple[Band, ...]:
    """Few bands that cover `agents` (7 days from Monday × intervals) with little to spare.

    Days are put together, and the hours of those days cut into bands, while what that leaves over is worth
    less than the band it saves: days step by step, cuts exactly, by dynamic programming.
    """
    minutes = _DAY_MIN // agents.shape[1]
    price = A_BAND_COSTS * float(agents.sum())
    groups: list[tuple[int, ...]] = [(day,) for day in range(_DAYS) if agents[day].any()]
    costs = {group: _cost(agents, group, price) for group in groups}
    while len(groups) > 1:
        saving, one, other = max(
            (_saving(agents, first, second, costs, price), first, second)
            for first, second in combinations(groups, 2)
        )
        if saving < 0:
            break
        together = tuple(sorted((*one, *other)))
        costs[together] = _cost(agents, together, price)
        groups = [group for group in groups if group not in (one, other)] + [together]
    return tuple(
        Band(group, first * minutes, after * minutes, people)
        for group in sorted(groups)
        for first, after, people in _cut(_most(agents, group), len(group), price)[1]
    )


def _saving(
    agents: Integers,
    one: tuple[int, ...],
    other: tuple[int, ...],
    costs: dict[tuple[int, ...], float],
    price: float,
) -> float:
    together = tuple(sorted((*one, *other)))
    if together not in costs:
        costs[together] = _cost(agents, together, price)
    return costs[one] + costs[other] - costs[together]


def _cost(agents: Integers, group: tuple[int, ...], price: float) -> float:
    """People over all days of a group in all its bands, and the price of the bands."""
    return _cut(_most(agents, group), len(group), price)[0]


def _most(agents: Integers, group: tuple[int, ...]) -> list[int]:
    return [int(one) for one in np.max(agents[list(group)], axis=0)]


def _cut(need: Sequence[int], days: int, price: float) -> tuple[float, tuple[tuple[int, int, int], ...]]:
    """The cheapest bands for one day's need: first interval, interval after the last, people.

    Intervals without need are left out where they lie at the ends of a band, and may be left out in between.
    """
    best: list[tuple[float, tuple[tuple[int, int, int], ...]]] = [(0.0, ())]
    for end in range(1, len(need) + 1):
        cost, bands = best[end - 1]
        # Nothing is needed in this interval, or else some band ends with it.
        choice = (cost, bands) if not need[end - 1] else (float("inf"), ())
        people = 0
        for start in range(end - 1, -1, -1):
            people = max(people, need[start])
            before, earlier = best[start]
            found = before + people * (end - start) * days + price
            if need[end - 1] and need[start] and found < choice[0]:
                choice = (found, (*earlier, (start, end, people)))
        best.append(choice)
    return best[-1]
