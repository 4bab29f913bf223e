"""The answer: who works which shift on which day, and what is over and under."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from rfp_builder.workload.erlang.inputs import Floats, Integers
from rfp_builder.workload.shifts.contract import DAYS, Contract, DaysOff, Shift
from rfp_builder.workload.shifts.model import Block
from rfp_builder.workload.shifts.week import Week


@dataclass(frozen=True, slots=True)
class Filled:
    """A shift that somebody works."""

    contract: Contract
    shift: Shift
    people: tuple[int, ...]
    """How many on each day, Monday first."""


@dataclass(frozen=True, slots=True)
class DayPattern:
    """People with the same days off."""

    contract: Contract
    works: tuple[bool, ...]
    """Whether each day is worked, Monday first."""
    people: int


@dataclass(frozen=True, slots=True, eq=False)
class ShiftPlan:
    """Shifts for a week that repeats. Arrays are (7 days from Monday, intervals of a day)."""

    needed: Integers
    working: Integers
    """Agents who take contacts."""
    present: Integers
    """People on shift, those on a break included: seats."""
    filled: tuple[Filled, ...]
    patterns: tuple[DayPattern, ...]
    paid_hours: float
    """In a week."""
    gap: float
    """How far the paid hours may lie above the fewest possible, as a share; 0 when proven fewest."""

    @property
    def headcount(self) -> int:
        """People in all."""
        return sum(one.people for one in self.patterns)

    @property
    def part_timers(self) -> int:
        """People in part-time."""
        return sum(one.people for one in self.patterns if one.contract.is_part_time)

    @property
    def over(self) -> Integers:
        """Agents more than needed."""
        return np.asarray(np.maximum(self.working - self.needed, 0))

    @property
    def under(self) -> Integers:
        """Agents fewer than needed."""
        return np.asarray(np.maximum(self.needed - self.working, 0))


def plan_of(week: Week, blocks: tuple[Block, ...], values: Floats, gap: float) -> ShiftPlan:
    """The answer in the words of the question."""
    filled = tuple(_filled(blocks, values))
    working, present = np.zeros(week.needed.size), np.zeros(week.needed.size)
    for one in filled:
        for day, people in enumerate(one.people):
            working += people * week.at_work(one.shift, day)
            present += people * week.at_work(one.shift, day, with_breaks=True)
    return ShiftPlan(
        needed=week.needed,
        working=working.astype(np.int64).reshape(week.needed.shape),
        present=present.astype(np.int64).reshape(week.needed.shape),
        filled=filled,
        patterns=tuple(_patterns(blocks, values)),
        paid_hours=sum(sum(one.people) * one.shift.paid_min for one in filled) / 60,
        gap=gap,
    )


def _filled(blocks: tuple[Block, ...], values: Floats) -> Iterator[Filled]:
    for block in blocks:
        counts = values[block.first : block.people_first].reshape(-1, DAYS)
        for shift, row in zip(block.contract.shifts, counts, strict=True):
            people = tuple(int(one) for one in row)
            if any(people):
                yield Filled(block.contract, shift, people)


def _patterns(blocks: tuple[Block, ...], values: Floats) -> Iterator[DayPattern]:
    for block in blocks:
        people = values[block.people]
        if block.contract.days_off is DaysOff.TOGETHER:
            found = list(zip(block.contract.patterns(), (int(one) for one in people), strict=True))
        else:
            days = [int(values[block.on_day(day)].sum()) for day in range(DAYS)]
            found = sorted(Counter(_days_of_each(int(people[0]), days)).items(), reverse=True)
        yield from (DayPattern(block.contract, works, count) for works, count in found if count)


def _days_of_each(people: int, days: list[int]) -> Iterator[tuple[bool, ...]]:
    """Give each day to those who have worked the fewest so far: all come to the same number of days."""
    worked = [[False] * DAYS for _ in range(people)]
    for day, count in enumerate(days):
        for person in sorted(range(people), key=lambda person: (sum(worked[person]), person))[:count]:
            worked[person][day] = True
    return (tuple(one) for one in worked)
