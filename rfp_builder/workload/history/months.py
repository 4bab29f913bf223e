"""A history of which only months are known."""

from __future__ import annotations

import numpy as np

from rfp_builder.workload.history.labels import Mark
from rfp_builder.workload.history.notes import Notes
from rfp_builder.workload.history.oddities import Oddities, OddKind
from rfp_builder.workload.history.records import Records
from rfp_builder.workload.history.refusals import NO_ROWS, Unreadable
from rfp_builder.workload.history.values import Measured, MonthlyTotals

_MARKS = (
    (Mark.UNREADABLE, OddKind.BAD_COUNT),
    (Mark.NEGATIVE, OddKind.NEGATIVE),
    (Mark.FRACTION, OddKind.FRACTION),
    (Mark.HUGE, OddKind.HUGE),
)


def monthly_totals(found: Records, odd: Oddities, scale: int = 1) -> MonthlyTotals:
    """The sum of all series by month; a month that a series states twice is counted once.

    Counts stand in `found` in parts of 1/`scale`.

    Raises:
        Unreadable: there is not one count.
    """
    notes = Notes(odd, "", found.line)
    for mark, kind in _MARKS:
        notes.rows(kind, found.value == mark)
    seen: dict[tuple[int, int], int] = {}
    repeated = np.zeros(len(found.value), dtype=bool)
    conflict = np.zeros(len(found.value), dtype=bool)
    for at in np.flatnonzero(found.value >= 0).tolist():
        cell, value = (int(found.day[at]), int(found.series[at])), int(found.value[at])
        if cell not in seen:
            seen[cell] = value
        else:
            (repeated if seen[cell] == value else conflict)[at] = True
    notes.rows(OddKind.REPEATED, repeated)
    notes.rows(OddKind.CONFLICT, conflict)
    if not seen:
        raise Unreadable(NO_ROWS)
    months: dict[str, int] = {}
    for (month, _), value in sorted(seen.items()):
        name = f"{month // 12}-{month % 12 + 1:02}"
        months[name] = months.get(name, 0) + value
    first = (found.value >= 0) & ~repeated & ~conflict
    handling = None
    if found.times is not None:
        handling = Measured(*(float(one[first].sum()) for one in (found.times.contacts, found.times.seconds)))
    return MonthlyTotals({name: _rounded(parts, scale) for name, parts in months.items()}, handling)


def _rounded(parts: int, scale: int) -> int:
    return (2 * parts + scale) // (2 * scale)
