"""The question as a linear programme in whole numbers.

Variables: for each contract how many people work each shift on each day, then how many people there are:
one number for each arrangement of days off that lie together, or one number where they may lie anywhere. In
the second case everybody can be given their days if no day needs more people than there are and the days add
up (Gale, 1957; Ryser, 1957).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from rfp_builder.workload.erlang.inputs import Flags, Floats
from rfp_builder.workload.shifts.contract import DAYS, Contract, DaysOff
from rfp_builder.workload.shifts.week import Week
from rfp_builder.workload.staffing_solver import NO_LIMIT, Programme


@dataclass(frozen=True, slots=True)
class Block:
    """Where the variables of one contract stand."""

    contract: Contract
    first: int

    @property
    def people_first(self) -> int:
        """Where its numbers of people begin."""
        return self.first + len(self.contract.shifts) * DAYS

    @property
    def end(self) -> int:
        """Behind its last variable."""
        together = self.contract.days_off is DaysOff.TOGETHER
        return self.people_first + (sum(1 for _ in self.contract.patterns()) if together else 1)

    @property
    def people(self) -> slice:
        """Its numbers of people."""
        return slice(self.people_first, self.end)

    def on_day(self, day: int) -> slice:
        """How many work each of its shifts on a day."""
        return slice(self.first + day, self.people_first, DAYS)


@dataclass(slots=True)
class _Rows:
    """The rows of a programme as they are added."""

    width: int
    rows: list[Floats] = field(default_factory=list)
    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)

    def add(self, fill: Callable[[Floats], None], lower: float, upper: float) -> None:
        row = np.zeros(self.width)
        fill(row)
        self.rows.append(row)
        self.lower.append(lower)
        self.upper.append(upper)


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """The programme of a week, and where its variables stand."""

    programme: Programme
    blocks: tuple[Block, ...]
    missing: slice
    """Agents missing in each interval that needs some; empty where none may be missing."""


def blocks_of(week: Week) -> tuple[Block, ...]:
    """Contract by contract."""
    blocks: list[Block] = []
    for contract in week.contracts:
        blocks.append(Block(contract, blocks[-1].end if blocks else 0))
    return tuple(blocks)


def model_of(
    week: Week, missing_hour: float | None, *, hours_count: bool = True, may_idle: bool = True
) -> Model:
    """The programme of `week`, which minimises paid hours.

    An hour of a missing agent costs `missing_hour`; with None nobody may be missing. Without `hours_count`
    only missing agents cost. Without `may_idle` nobody works while nobody is needed, on a closed day for
    instance, unless their contract has more days than there is work on.
    """
    blocks = blocks_of(week)
    width = blocks[-1].end
    working, present, cost = _columns(week, blocks)
    needed = week.needed.ravel().astype(np.float64)
    busy = np.flatnonzero(needed > 0)
    extra = len(busy) if missing_hour is not None else 0
    rows = _Rows(width + extra)
    for place, interval in enumerate(busy):

        def cover(row: Floats, place: int = place, interval: int = int(interval)) -> None:
            row[:width] = working[interval]
            if extra:
                row[width + place] = 1

        rows.add(cover, float(needed[interval]), NO_LIMIT)
    for block in blocks:
        _tie_people_to_days(rows, block)
    _add_limits(rows, week, blocks, present)
    most = np.full(width + extra, NO_LIMIT)
    most[width:] = needed[busy][:extra]
    if not may_idle:
        most[_idle(blocks, np.asarray(working[busy].any(axis=0)))] = 0
    per_missing = (missing_hour or 0.0) * week.interval_min / 60
    costs = np.concatenate((cost if hours_count else np.zeros(width), np.full(extra, per_missing)))
    whole = np.ones(width + extra, dtype=np.bool_)
    programme = Programme(costs, np.array(rows.rows), np.array(rows.lower), np.array(rows.upper), most, whole)
    return Model(programme, blocks, slice(width, width + extra))


def _columns(week: Week, blocks: tuple[Block, ...]) -> tuple[Floats, Floats, Floats]:
    """Who takes contacts and who has a seat in each interval, and paid hours, for each variable."""
    width = blocks[-1].end
    working, present = np.zeros((week.needed.size, width)), np.zeros((week.needed.size, width))
    cost = np.zeros(width)
    for block in blocks:
        for place, shift in enumerate(block.contract.shifts):
            for day in range(DAYS):
                column = block.first + place * DAYS + day
                working[:, column] = week.at_work(shift, day)
                present[:, column] = week.at_work(shift, day, with_breaks=True)
                cost[column] = shift.paid_min / 60
    return working, present, cost


def _idle(blocks: tuple[Block, ...], useful: Flags) -> list[int]:
    """The variables of shifts that meet no need, as far as their contracts can do without."""
    found: list[int] = []
    for block in blocks:
        days = [bool(useful[block.on_day(day)].any()) for day in range(DAYS)]
        if block.contract.fits(days):
            shifts = np.arange(block.first, block.people_first)
            found.extend(shifts[~useful[shifts]].tolist())
    return found


def _tie_people_to_days(rows: _Rows, block: Block) -> None:
    contract = block.contract
    if contract.days_off is DaysOff.TOGETHER:
        patterns = np.array(list(contract.patterns()), dtype=np.float64)
        for day in range(DAYS):

            def as_many(row: Floats, day: int = day) -> None:
                row[block.on_day(day)] = 1
                row[block.people] = -patterns[:, day]

            rows.add(as_many, 0, 0)
        return
    for day in range(DAYS):

        def no_more(row: Floats, day: int = day) -> None:
            row[block.on_day(day)] = 1
            row[block.people] = -1

        rows.add(no_more, -NO_LIMIT, 0)

    def in_all(row: Floats) -> None:
        row[block.first : block.people_first] = 1
        row[block.people] = -contract.days_a_week

    rows.add(in_all, 0, 0)


def _add_limits(rows: _Rows, week: Week, blocks: tuple[Block, ...], present: Floats) -> None:
    limits = week.limits
    if limits.seats is not None:
        for here in present[present.any(axis=1)]:

            def seated(row: Floats, here: Floats = here) -> None:
                row[: len(here)] = here

            rows.add(seated, -NO_LIMIT, limits.seats)
    for block in blocks:
        if block.contract.people is not None:

            def of_contract(row: Floats, block: Block = block) -> None:
                row[block.people] = 1

            rows.add(of_contract, -NO_LIMIT, block.contract.people)
    if limits.headcount is not None:

        def everybody(row: Floats) -> None:
            for block in blocks:
                row[block.people] = 1

        rows.add(everybody, -NO_LIMIT, limits.headcount)
    for share, lower, upper in (
        (limits.part_time_least, 0.0, NO_LIMIT),
        (limits.part_time_most, -NO_LIMIT, 0.0),
    ):
        if share is None:
            continue

        def part_time(row: Floats, part: int = share.numerator, of: int = share.denominator) -> None:
            for block in blocks:
                row[block.people] = (of if block.contract.is_part_time else 0) - part

        rows.add(part_time, lower, upper)
