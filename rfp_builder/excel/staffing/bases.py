"""What cells held when the workbook was made, as digests in its hidden sheet: what differs was changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from hashlib import sha256

from rfp_builder.excel.staffing.cost_inputs import ENDS, SHARES, cost_row
from rfp_builder.excel.staffing.group_inputs import compared, group_cells, group_rows
from rfp_builder.excel.staffing.inputs import groups
from rfp_builder.i18n import Lang
from rfp_builder.workload.plan.values import StaffingPlan

BASE = "base:"
"""In front of the path of a cell; beside it stands the digest of its value."""

_DIGITS = 16
_SHOWN = (16, 15, 12)
"""Digits of a number as it is written, as it is read, and as it is compared: programs save the last digits of
a binary number differently. A number goes through all three, since rounding twice is not rounding once."""


def bases(plan: StaffingPlan, lang: Lang) -> Iterator[tuple[str, str]]:
    """A digest for each cell that may be changed."""
    for group in groups(plan):
        for one in group.inputs:
            yield BASE + one.key, digest(one.value)
    for key, kind in group_rows(plan.groups):
        for column, value in group_cells(kind, lang).items():
            yield f"{BASE}{key}.{column}", digest(compared(value))
    if plan.cost is None:
        return
    for assumption in plan.cost.assumptions:
        row = cost_row(assumption, lang)
        for end in ENDS:
            figure = row.values[end] * 100 if row.item in SHARES else row.values[end]
            yield BASE + row.key(end), digest(figure)
        yield BASE + row.key("source"), digest(row.source)
        yield BASE + row.key("as_of"), digest(row.as_of)
        yield BASE + row.key("standing"), digest(row.standing.value)


def digest(value: Decimal | date | str | None) -> str:
    """A short digest of what a cell holds; of percentages, the number of per cent."""
    return sha256(_canonical(value).encode()).hexdigest()[:_DIGITS]


def _canonical(value: Decimal | date | str | None) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        for digits in _SHOWN:
            if value:
                value = round(value, digits - 1 - value.adjusted())
        return f"{value.normalize():f}" if value else "0"
    return value.isoformat() if isinstance(value, date) else value
