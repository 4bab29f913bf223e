"""One run through a table: the texts of the columns that matter, as codes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING

import numpy as np

from rfp_builder.workload.history.codes import Codes
from rfp_builder.workload.history.columns import Understanding
from rfp_builder.workload.history.handling_headings import HANDLINGS
from rfp_builder.workload.history.oddities import Oddities, OddKind, at_line
from rfp_builder.workload.history.refusals import TOO_MANY_ROWS, Unreadable
from rfp_builder.workload.history.tables import Row, Table
from rfp_builder.workload.history.words import SPLITS, VALUES, Role

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_VALUES = 10_000_000
Progress = Callable[[int], None]
"""Called with the rows of the table that are done."""


@dataclass(frozen=True, slots=True, eq=False)
class Gathered:
    """The texts of a table's rows."""

    when: Role | None
    """Whether a column holds moments, days or months."""
    dates: Codes
    times: Codes
    names: tuple[Codes, ...]
    """One for each column that splits."""
    counts: Codes
    """Row by row, the columns of counts from left to right."""
    measures: Codes
    """What is counted in each row, where a column says so."""
    totals: Codes
    """The column of totals, where there is just one."""
    handled: Codes
    """Contacts that handling times are of, where a column says so."""
    handling: tuple[Codes, ...]
    """One for each column with handling times, as in `Understanding.of(*HANDLINGS)`."""
    line: NDArray[np.int64]
    """Number of each row in the file."""


def gather(table: Table, found: Understanding, odd: Oddities, progress: Progress) -> Gathered:
    """Read the texts of `table`.

    Raises:
        Unreadable: there are too many.
    """
    values = [column.place for column in found.of(*VALUES)]
    roles = {column.role: column.place for column in found.columns}
    splits, totals, times = found.of(*SPLITS), found.of(Role.TOTAL), found.of(*HANDLINGS)
    when = next((role for role in (Role.MOMENT, Role.DATE, Role.MONTH) if role in roles), None)
    single = (
        (Codes(), None if when is None else roles[when]),
        (Codes(), roles.get(Role.TIME)),
        (Codes(), roles.get(Role.MEASURE)),
        (Codes(), totals[0].place if len(totals) == 1 else None),
        (Codes(), roles.get(Role.HANDLED)),
        *((Codes(), column.place) for column in (*splits, *times)),
    )
    counts = Codes()
    lines: list[NDArray[np.int64]] = []
    heading: list[str] | None = None
    read = 0
    for piece in table.pieces(odd):
        rows, numbers = piece.rows, np.asarray(piece.numbers, dtype=np.int64)
        if heading is None and found.heading_at is not None:
            heading = list(rows[found.heading_at])
            rows, numbers = rows[found.heading_at + 1 :], numbers[found.heading_at + 1 :]
        rows = _even(rows, numbers, len(found.columns), odd, table.sheet)
        rows, numbers = _without_headings(rows, numbers, heading, odd, table.sheet)
        lines.append(numbers)
        for codes, place in single:
            if place is not None:
                codes.add(map(itemgetter(place), rows), len(rows))
        counts.add(_cells(rows, values), len(rows) * len(values))
        read += len(piece.rows)
        if read * max(1, len(values)) > MOST_VALUES:
            raise Unreadable(TOO_MANY_ROWS)
        progress(read)
    line = np.concatenate(lines) if lines else np.zeros(0, np.int64)
    dates, clocks, measures, sums, handled, *others = (codes for codes, _ in single)
    names, handling = tuple(others[: len(splits)]), tuple(others[len(splits) :])
    return Gathered(when, dates, clocks, names, counts, measures, sums, handled, handling, line)


def _cells(rows: list[Row], places: Sequence[int]) -> Iterable[str]:
    if not places:
        return ()
    if len(places) == 1:
        return map(itemgetter(places[0]), rows)
    return chain.from_iterable(map(itemgetter(*places), rows))


def _even(rows: list[Row], numbers: NDArray[np.int64], width: int, odd: Oddities, sheet: str) -> list[Row]:
    """Rows of at least `width` cells."""
    lengths = set(map(len, rows))
    if lengths <= {width}:
        return rows
    long = [at for at, row in enumerate(rows) if len(row) > width and any(map(str.strip, row[width:]))]
    odd.add(OddKind.RAGGED, len(long), (at_line(int(numbers[at]), sheet) for at in long))
    return [row if len(row) >= width else [*row, *("",) * (width - len(row))] for row in rows]


def _without_headings(
    rows: list[Row], numbers: NDArray[np.int64], heading: list[str] | None, odd: Oddities, sheet: str
) -> tuple[list[Row], NDArray[np.int64]]:
    if not heading:
        return rows, numbers
    width = len(heading)
    again = [at for at, row in enumerate(rows) if row[0] == heading[0] and list(row[:width]) == heading]
    if not again:
        return rows, numbers
    odd.add(OddKind.HEADINGS_AGAIN, len(again), (at_line(int(numbers[at]), sheet) for at in again))
    left_out = set(again)
    return [row for at, row in enumerate(rows) if at not in left_out], np.delete(numbers, again)
