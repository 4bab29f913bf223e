"""Who may be asked to work when: shifts with breaks, days a week, days off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from rfp_builder.i18n import Speakable

DAYS = 7


@dataclass(frozen=True, slots=True)
class Break:
    """Time within a shift in which nobody takes contacts."""

    after_min: int
    """Minutes from the start of the shift."""
    length_min: int
    is_paid: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """Working hours of one day. All times in minutes; a shift may go on after midnight."""

    start_min: int
    """Minutes after midnight, below 1440."""
    length_min: int
    """From coming to leaving, breaks included."""
    breaks: tuple[Break, ...] = ()

    @property
    def paid_min(self) -> int:
        """Minutes that are paid: all but unpaid breaks."""
        return self.length_min - sum(one.length_min for one in self.breaks if not one.is_paid)

    @property
    def break_min(self) -> int:
        """Minutes of breaks, paid or not."""
        return sum(one.length_min for one in self.breaks)

    @property
    def end_min(self) -> int:
        """Minutes after the midnight before it; above 1440 on the next day."""
        return self.start_min + self.length_min

    @staticmethod
    def at(
        starts_min: range | tuple[int, ...], length_min: int, breaks: tuple[Break, ...] = ()
    ) -> tuple[Shift, ...]:
        """The same shift at several times of the day."""
        return tuple(Shift(start, length_min, breaks) for start in starts_min)


class DaysOff(StrEnum):
    """How the days off of a week lie."""

    TOGETHER = "together"
    """One after the other; Sunday and Monday are together, too."""
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Contract:
    """A group of people who may be given the same shifts, one a day, perhaps another one every day.

    Where people should keep to early or late hours, make a contract of each.
    """

    name: Speakable
    shifts: tuple[Shift, ...]
    days_a_week: int = 5
    days_off: DaysOff = DaysOff.TOGETHER
    is_part_time: bool = False
    people: int | None = None
    """How many there can be at most."""

    def patterns(self) -> Iterator[tuple[bool, ...]]:
        """The weeks that are possible, Monday first: whether each day is worked."""
        off = DAYS - self.days_a_week
        if self.days_off is DaysOff.TOGETHER:
            starts = range(DAYS) if off else range(1)
            free = ({(first + more) % DAYS for more in range(off)} for first in starts)
        else:
            free = (set(days) for days in combinations(range(DAYS), off))
        for days in free:
            yield tuple(day not in days for day in range(DAYS))

    def fits(self, days: Sequence[bool]) -> bool:
        """Whether people may have a week with work on some of `days` (Monday first) and on no others."""
        return any(
            all(there or not works for works, there in zip(week, days, strict=True))
            for week in self.patterns()
        )
