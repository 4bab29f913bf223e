"""What a hiring plan has to reach."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from math import isfinite

from rfp_builder.i18n import Phrase
from rfp_builder.workload.erlang.inputs import Unworkable

_MONTHS = Phrase("必要人数を1か月分以上指定してください。", "Give the people needed for one month or more.")
_PEOPLE = Phrase("人数は0以上にしてください。", "Numbers of people must be 0 or more.")


@dataclass(frozen=True, slots=True)
class Need:
    """Fully productive people needed, month by month from the start of service."""

    start: date
    """First day of service."""
    people: tuple[float, ...]
    """In the first, second … month of service, shrinkage included: persons, not full-time equivalents."""
    hiring_from: date
    """No hiring before this day: the day of the decision."""
    experienced: float = 0.0
    """Fully productive people who are there from the start, hired by nobody."""

    def __post_init__(self) -> None:
        """Raises `Unworkable`."""
        if not self.people:
            raise Unworkable(_MONTHS)
        if not all(isfinite(one) and one >= 0 for one in (*self.people, self.experienced)):
            raise Unworkable(_PEOPLE)

    def day(self, month: int) -> date:
        """First day of a month of service; negative months lie before the start."""
        return add_months(self.start, month)


def add_months(day: date, months: int) -> date:
    """The same day `months` later, or the last day of a shorter month. Raises `OverflowError` beyond 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError("date value out of range")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
