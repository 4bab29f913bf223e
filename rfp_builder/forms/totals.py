"""Sums below the columns of a table, where a sum says something; of people present, the most at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from rfp_builder.forms.hours import hours_of
from rfp_builder.forms.questions import Question
from rfp_builder.model.answers import known
from rfp_builder.model.base import Value

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class _Summed:
    """How a column is summed: over rows that agree in `within`, and to `due` where it must come to it."""

    within: str | None = None
    due: Decimal | None = None
    at_a_time: bool = False
    """Whether only what the days and hours of the rows bring together is added up."""


_COLUMNS: Mapping[str, _Summed] = MappingProxyType(
    {
        "work.volumes.volumes.monthly_contacts": _Summed(),
        "work.forecast.months.contacts": _Summed(),
        "work.reasons.reasons.share": _Summed(within="parent", due=_HUNDRED),
        "people.hiring.conditions.headcount": _Summed(),
        "people.training.courses.hours": _Summed(),
        "people.employment.terms.share": _Summed(within="role", due=_HUNDRED),
        "operations.sites.shifts.headcount": _Summed(at_a_time=True),
        "operations.monitoring.points.weight": _Summed(due=_HUNDRED),
    }
)


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of a column over all rows, or over those that have `key` in the column `within`."""

    column: Question
    sum: Decimal
    due: Decimal | None = None
    """What it must come to; None where any sum will do."""
    missing: int = 0
    """How many of the rows have no number there."""
    within: Question | None = None
    key: object = None
    at_a_time: bool = False
    """Whether it is the most at any time of the week, and not the sum of all rows."""

    @property
    def agrees(self) -> bool:
        """Whether the sum is what it must be, or may be anything."""
        return self.due is None or self.sum == self.due


def totals(table: Question, rows: Sequence[Value]) -> tuple[Total, ...]:
    """The sums of a table's columns, in their order; shares by the group that shares one hundred."""
    found: list[Total] = []
    for column in table.columns:
        summed = _COLUMNS.get(f"{table.path}.{column.name}")
        if summed is None or not rows:
            continue
        if summed.at_a_time:
            found += _most_at_a_time(column, rows)
            continue
        within = next((one for one in table.columns if one.name == summed.within), None)
        keys = [None if within is None else getattr(row, within.name) for row in rows]
        for key in dict.fromkeys(keys):
            values = [getattr(row, column.name) for row, own in zip(rows, keys, strict=True) if own == key]
            numbers = [Decimal(value) for value in values if isinstance(value, int | Decimal)]
            total = sum(numbers, Decimal(0))
            found.append(Total(column, total, summed.due, len(values) - len(numbers), within, key))
    return tuple(found)


def _most_at_a_time(column: Question, rows: Sequence[Any]) -> list[Total]:
    """The most there are in any band of the week; nothing as long as no row says how many and when."""
    bands = [(hours_of(row), known(getattr(row, column.name))) for row in rows]
    said = [
        (hours.days, hours.opens, hours.closes, Decimal(number))
        for hours, number in bands
        if number is not None
        and hours.opens is not None
        and hours.closes is not None
        and hours.days
        and hours.opens < hours.closes
    ]
    if not said:
        return []
    # More are there only from when some band begins.
    most = max(
        sum(
            (number for days, opens, closes, number in said if day in days and opens <= at < closes),
            Decimal(0),
        )
        for day, at in {(day, opens) for days, opens, _, _ in said for day in days}
    )
    return [Total(column, most, missing=len(rows) - len(said), at_a_time=True)]
