"""A history from tables of texts: understood, read, joined and judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from rfp_builder.text.date_order import DateOrder
from rfp_builder.text.fold import fold
from rfp_builder.workload.history.block import block
from rfp_builder.workload.history.column import Column
from rfp_builder.workload.history.columns import Understanding, understand
from rfp_builder.workload.history.decoding import decoded
from rfp_builder.workload.history.gathering import gather
from rfp_builder.workload.history.handled import Times
from rfp_builder.workload.history.months import monthly_totals
from rfp_builder.workload.history.names import BLANK, MOST_SERIES
from rfp_builder.workload.history.oddities import Odd, Oddities, OddKind, called
from rfp_builder.workload.history.records import Records, records
from rfp_builder.workload.history.refusals import (
    MIXED,
    NO_DATES,
    NO_ROWS,
    TOO_MANY_SERIES,
    Unreadable,
    refused,
)
from rfp_builder.workload.history.stamps import JAPAN, Zone
from rfp_builder.workload.history.standing import history, taken_as_is
from rfp_builder.workload.history.tables import Table, csv_table
from rfp_builder.workload.history.values import Axis, History, Key, MonthlyTotals
from rfp_builder.workload.history.words import Role
from rfp_builder.workload.history.year_last import with_year_first

if TYPE_CHECKING:
    from numpy.typing import NDArray

_PARTS = 1000
"""Parts of a contact that a forecast made elsewhere is read in."""

Progress = Callable[[int, int], None]
"""Called with the rows done and the rows there are in all."""


@dataclass(frozen=True, slots=True)
class SheetPreview:
    """How one table was understood."""

    sheet: str
    """Its name, empty for a CSV file."""
    heading_line: int | None
    """Number of the row that holds the headings, from 1; None where there are none."""
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """A history, how its file was understood, and all that was odd about it."""

    history: History | MonthlyTotals
    encoding: str
    """Empty for a workbook."""
    sheets: tuple[SheetPreview, ...]
    odd: tuple[Odd, ...]
    zone: Zone = JAPAN
    """In which moments are told that name their distance from UTC."""
    converted: int = 0
    """Rows whose moment was that of another time zone."""
    date_order: DateOrder | None = None
    """What comes first in its dates; None where the year does."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a file is to be read."""

    roles: Mapping[int, Role] | None = None
    """Overrule how columns are understood, by their place counted from 0."""
    zone: Zone = JAPAN
    """In which moments are told that name their distance from UTC, such as 2027-04-01T00:00:00Z."""
    as_forecast: bool = False
    """It is a forecast made elsewhere: fractions are kept, and nothing is judged to be missing."""
    date_order: DateOrder | None = None
    """What comes first in dates whose year stands last, where the file does not show it."""

    @property
    def scale(self) -> int:
        """Into how many parts a contact is divided while it is read."""
        return _PARTS if self.as_forecast else 1


def read_csv(
    data: bytes,
    file_name: str,
    progress: Progress | None = None,
    roles: Mapping[int, Role] | None = None,
    manner: Manner | None = None,
) -> Imported:
    """The history in a CSV or tab-separated file in UTF-8, UTF-16 or Shift_JIS.

    `roles` overrule how columns are understood, by their place counted from 0; `manner` says that and more.

    Raises:
        Refused: nothing can be read; anything else is told in `Imported.odd`.
    """
    odd = Oddities()
    try:
        text = decoded(data)
    except Unreadable as reason:
        raise refused(file_name, reason.why, reason.remedy) from None
    odd.add(OddKind.LETTERS, text.broken)
    found = read_tables([csv_table(text.text)], file_name, odd, progress, roles, manner)
    return replace(found, encoding=text.encoding)


def read_tables(
    tables: Sequence[Table],
    file_name: str,
    odd: Oddities,
    progress: Progress | None = None,
    roles: Mapping[int, Role] | None = None,
    manner: Manner | None = None,
) -> Imported:
    """The history in some tables, joined: often a workbook has a sheet a month.

    Raises:
        Refused: nothing can be read.
    """
    try:
        return _read(tables, odd, progress or _silent, manner or Manner(roles))
    except Unreadable as reason:
        raise refused(file_name, reason.why, reason.remedy) from None


def _silent(done: int, size: int) -> None:
    """Shows nothing."""


def _read(tables: Sequence[Table], odd: Oddities, progress: Progress, manner: Manner) -> Imported:
    tables, date_order = with_year_first(tables, manner.date_order)
    understood: list[tuple[Table, Understanding]] = []
    others: list[Table] = []
    previews: list[SheetPreview] = []
    reason: Unreadable | None = None
    for table in tables:
        head = table.head()
        try:
            found = understand(head, manner.roles, table.sheet)
        except Unreadable as unreadable:
            found, reason = None, unreadable
        if found is None:
            others.append(table)
            continue
        understood.append((table, found))
        line = None if found.heading_at is None else int(head.numbers[found.heading_at])
        previews.append(SheetPreview(table.sheet, line, found.columns))
    if not understood:
        bare = all(table.size <= 1 for table in tables)
        raise reason or Unreadable(NO_ROWS if bare else NO_DATES)
    odd.add(OddKind.SHEET, len(others), [called(table.sheet) for table in others])
    size = sum(table.size for table, _ in understood)
    done = 0
    parts: list[Records] = []
    for table, found in understood:

        def shown(rows: int, before: int = done) -> None:
            progress(before + rows, size)

        gathered = gather(table, found, odd, shown)
        parts.append(records(gathered, found, odd, table.sheet, manner.zone, manner.scale))
        done += table.size
    joined, sheet = _joined(parts)
    months = [_by_month(found) for _, found in understood]
    if any(months) and not all(months):
        raise Unreadable(MIXED)
    return Imported(
        _history(joined, sheet, [table.sheet for table, _ in understood], all(months), odd, manner),
        "",
        tuple(previews),
        odd.all(),
        manner.zone,
        sum(part.converted for part in parts),
        date_order,
    )


def _history(
    joined: Records,
    sheet: NDArray[np.int64],
    sheets: Sequence[str],
    by_month: bool,
    odd: Oddities,
    manner: Manner,
) -> History | MonthlyTotals:
    if by_month:
        return monthly_totals(joined, odd, manner.scale)
    laid = block(joined, sheets, sheet, odd)
    if manner.as_forecast:
        return taken_as_is(laid, joined.axes, joined.keys, odd, manner.scale)
    return history(laid, joined.axes, joined.keys, odd)


def _by_month(found: Understanding) -> bool:
    return bool(found.of(Role.MONTH)) and not found.of(Role.DATE, Role.MOMENT, Role.DAY)


def _joined(parts: Sequence[Records]) -> tuple[Records, NDArray[np.int64]]:
    """All records as one, with every way they are split; and the part that each comes from."""
    axes: dict[tuple[str, str], Axis] = {}
    for part in parts:
        for axis in part.axes:
            axes.setdefault(_axis_id(axis), axis)
    keys: dict[Key, int] = {}
    series = []
    for part in parts:
        own = [_axis_id(axis) for axis in part.axes]
        places = [keys.setdefault(_widened(key, own, axes), len(keys)) for key in part.keys]
        series.append(np.array(places, dtype=np.int64)[part.series])
    if len(keys) > MOST_SERIES:
        raise Unreadable(TOO_MANY_SERIES, limit=MOST_SERIES)
    lengths = [part.length for part in parts if part.length is not None]
    joined = Records(
        tuple(axes.values()),
        tuple(keys),
        np.concatenate(series),
        np.concatenate([part.day for part in parts]),
        np.concatenate([part.minute for part in parts]),
        np.concatenate([part.value for part in parts]),
        np.concatenate([part.line for part in parts]),
        min(lengths) if lengths else None,
        _all_times(parts),
    )
    sheet = np.repeat(np.arange(len(parts)), [len(part.value) for part in parts])
    return joined, sheet


def _all_times(parts: Sequence[Records]) -> Times | None:
    if not any(part.times for part in parts):
        return None
    none = [np.zeros(len(part.value)) for part in parts]
    pairs = list(zip(parts, none, strict=True))
    return Times(
        np.concatenate([part.times.contacts if part.times else zeros for part, zeros in pairs]),
        np.concatenate([part.times.seconds if part.times else zeros for part, zeros in pairs]),
    )


def _axis_id(axis: Axis) -> tuple[str, str]:
    return axis.dimension.value, fold(axis.heading)


def _widened(key: Key, own: list[tuple[str, str]], axes: Iterable[tuple[str, str]]) -> Key:
    by_axis = dict(zip(own, key, strict=True))
    return tuple(by_axis.get(axis, BLANK) for axis in axes)
