"""The question: what a week needs, who there is, and what limits there are."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from rfp_builder.i18n import Phrase
from rfp_builder.workload.erlang.inputs import Floats, Integers, Unworkable
from rfp_builder.workload.shifts.contract import DAYS, Contract, Shift

DAY_MIN = 1440

_SHAPE = Phrase(
    "必要人数は、月曜日から7日分を、1日を等分した時間帯ごとに指定してください。",
    "Give the agents needed for seven days from Monday, in equal intervals that fill each day.",
)
_NEGATIVE = Phrase("必要人数は0以上にしてください。", "The agents needed must be 0 or more.")
_NO_CONTRACT = Phrase("勤務形態を1つ以上指定してください。", "Give at least one kind of contract.")
_DAYS = Phrase("1週間の勤務日数は1〜7日にしてください。", "People work 1 to 7 days a week.")
_GRID = Phrase(
    "シフトの開始、長さ、休憩は時間帯の長さ（{minutes}分）の倍数にしてください。",
    "Start, length and breaks of a shift must be multiples of an interval, {minutes} minutes.",
)
_BREAK = Phrase(
    "休憩は、重なりなくシフトの中に収めてください。",
    "Breaks must lie within the shift and must not overlap.",
)
_LENGTH = Phrase(
    "シフトは0時から24時の間に始まり、長さは24時間までにしてください。",
    "A shift starts between 0:00 and 24:00 and lasts up to 24 hours.",
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a plan must keep to; None is no limit."""

    seats: int | None = None
    """People on shift at a time, those on a break included."""
    headcount: int | None = None
    """People in all."""
    part_time_least: Fraction | None = None
    """Smallest share of people in part-time."""
    part_time_most: Fraction | None = None
    """Largest share of people in part-time."""


@dataclass(frozen=True, slots=True, eq=False)
class Week:
    """A week that repeats: what runs on after Sunday midnight is there on Monday."""

    needed: Integers
    """Agents who take contacts, (7 days from Monday, intervals of a day)."""
    contracts: tuple[Contract, ...]
    limits: Limits = Limits()

    def __post_init__(self) -> None:
        """Raises `Unworkable`."""
        shape = self.needed.shape
        if len(shape) != 2 or shape[0] != DAYS or not shape[1] or DAY_MIN % shape[1]:
            raise Unworkable(_SHAPE)
        if (self.needed < 0).any():
            raise Unworkable(_NEGATIVE)
        if not self.contracts:
            raise Unworkable(_NO_CONTRACT)
        for contract in self.contracts:
            if not 1 <= contract.days_a_week <= DAYS:
                raise Unworkable(_DAYS)
            for shift in contract.shifts:
                self._check(shift)

    @property
    def interval_min(self) -> int:
        """Length of an interval in minutes."""
        return int(DAY_MIN // self.needed.shape[1])

    def at_work(self, shift: Shift, day: int, *, with_breaks: bool = False) -> Floats:
        """1 in each interval of the week in which somebody on `shift` takes contacts, as one long row.

        With `with_breaks` also in breaks: in which they have a seat.
        """
        step, count = self.interval_min, self.needed.size
        row = np.zeros(count)
        first = day * self.needed.shape[1] + shift.start_min // step
        row[(first + np.arange(shift.length_min // step)) % count] = 1
        if not with_breaks:
            for one in shift.breaks:
                start = first + one.after_min // step
                row[(start + np.arange(one.length_min // step)) % count] = 0
        return row

    def _check(self, shift: Shift) -> None:
        times = [shift.start_min, shift.length_min]
        times += [time for one in shift.breaks for time in (one.after_min, one.length_min)]
        if any(time % self.interval_min for time in times):
            raise Unworkable(_GRID.fill(minutes=self.interval_min))
        if not (0 <= shift.start_min < DAY_MIN and 0 < shift.length_min <= DAY_MIN):
            raise Unworkable(_LENGTH)
        end = 0
        for one in sorted(shift.breaks, key=lambda one: one.after_min):
            if one.after_min < end or one.length_min <= 0:
                raise Unworkable(_BREAK)
            end = one.after_min + one.length_min
        if end > shift.length_min:
            raise Unworkable(_BREAK)
