"""From the texts of a table to counts with day, minute and series; other rows are told and left out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from rfp_builder.workload.history.codes import Codes
from rfp_builder.workload.history.columns import Understanding
from rfp_builder.workload.history.gathering import Gathered
from rfp_builder.workload.history.handled import Times, only_talk, times_of
from rfp_builder.workload.history.handling_headings import HANDLINGS
from rfp_builder.workload.history.labels import Mark, count_of, day_of, interval_of, is_total
from rfp_builder.workload.history.measures import Beside, beside, offered_rows
from rfp_builder.workload.history.names import Names, axis_of
from rfp_builder.workload.history.notes import Notes
from rfp_builder.workload.history.oddities import Oddities, OddKind, called
from rfp_builder.workload.history.stamps import JAPAN, Zone
from rfp_builder.workload.history.values import Axis, Dimension
from rfp_builder.workload.history.when import BLANK_DAY, NO_DAY, TOTAL_DAY, days_of, minutes_of
from rfp_builder.workload.history.words import SPLITS, VALUES, Role

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Records:
    """Counts as they stand in a table; all arrays have one entry a count."""

    axes: tuple[Axis, ...]
    keys: tuple[tuple[str, ...], ...]
    series: NDArray[np.int64]
    """Place in `keys`."""
    day: NDArray[np.int64]
    """`date.toordinal`; for months, year × 12 + month − 1."""
    minute: NDArray[np.int64]
    """Start of the interval since midnight; -1 where the table has no times."""
    value: NDArray[np.int64]
    """The count, or a `Mark`."""
    line: NDArray[np.int64]
    """Number of the row in the file."""
    length: int | None
    """Minutes from start to end, where labels say so."""
    times: Times | None = None
    """Handling times of the counts, where the table has any."""
    converted: int = 0
    """Rows whose moment was told in another time zone."""


def records(
    gathered: Gathered,
    found: Understanding,
    odd: Oddities,
    sheet: str,
    zone: Zone = JAPAN,
    scale: int = 1,
) -> Records:
    """The counts of a table, in parts of 1/`scale`; moments of other time zones are told in `zone`.

    Raises:
        Unreadable: they are of too many series.
    """
    line, when = gathered.line, gathered.when
    notes = Notes(odd, sheet, line)
    timed = Role.TIME in {column.role for column in found.columns}
    moments = days_of(when, gathered.dates, len(line), zone)
    day = moments.day
    minute, length = minutes_of(gathered.times) if timed else (moments.minute, None)

    def counted(text: str) -> int:
        return count_of(text, scale)

    value = gathered.counts.read(counted)[gathered.counts.codes()].reshape(len(line), len(found.of(*VALUES)))
    # A row without any count or mark is a blank line, or a remark below the table.
    keep = ~np.all(value == Mark.BLANK, axis=1)
    if when is not None:
        day = _filled_down(day, keep, notes)
    total = _totals(day, minute, gathered.names)
    notes.rows(OddKind.TOTAL_ROW, total & keep)
    keep &= ~total
    columns = found.of(*HANDLINGS)
    in_rows: Beside | None = None
    if gathered.measures.texts:
        offered = offered_rows(gathered.measures)
        other = keep & ~offered
        keep &= offered
        if not columns:
            in_rows = beside(gathered.measures, gathered.counts, keep, (day, minute), gathered.names, line)
            other &= ~in_rows.used
        notes.rows(OddKind.OTHER_MEASURE, other)
    if when is not None:
        bad = keep & (day < 0)
        notes.rows(OddKind.BAD_DAY, bad)
        keep &= ~bad
    if timed or when is Role.MOMENT:
        bad = keep & (minute < 0)
        notes.rows(OddKind.BAD_TIME, bad)
        keep &= ~bad
    totals = found.of(Role.TOTAL)
    if gathered.totals.texts:
        said = gathered.totals.read(counted)[gathered.totals.codes()]
        off = np.abs(np.where(value < 0, 0, value).sum(axis=1) - said)
        # Of parts that were rounded the sum may be off by one of each.
        differs = keep & (said >= 0) & (off > (value.shape[1] if scale > 1 else 0))
        notes.rows(OddKind.TOTAL_DIFFERS, differs)
    odd.add(OddKind.TOTAL_COLUMN, len(totals), [called(one.heading) for one in totals])
    book = Names()
    kept = Notes(odd, sheet, line[keep])
    for column, codes in zip(found.of(*SPLITS), gathered.names, strict=True):
        kept.rows(OddKind.NAMELESS, book.add(axis_of(column), codes.texts, codes.codes()[keep]))
    chosen = np.repeat(keep, value.shape[1])
    if in_rows is None:
        times = times_of(columns, gathered.handling, gathered.handled, value, keep, notes, scale)
    else:
        columns, each = in_rows.columns, Notes(odd, sheet, in_rows.line)
        times = times_of(columns, in_rows.texts, in_rows.handled, value.reshape(-1, 1), chosen, each, scale)
    if times is not None:
        times = Times(times.contacts[chosen], times.seconds[chosen])
        odd.add(OddKind.TALK_ONLY, int(only_talk(columns)))
    converted = 0 if moments.converted is None else int((moments.converted & keep).sum())
    spread = _spread(found, day[keep], minute[keep], value[keep], line[keep], length, book)
    return replace(spread, times=times, converted=converted)


def _filled_down(day: NDArray[np.int64], keep: NDArray[np.bool_], notes: Notes) -> NDArray[np.int64]:
    """Blank days filled from above, as in tables whose date cell is merged over the intervals of the day."""
    blank = (day == BLANK_DAY) & keep
    if not blank.any():
        return day
    last = np.maximum.accumulate(np.where(blank, -1, np.arange(len(day))))
    filled = np.where(blank & (last >= 0), day[np.maximum(last, 0)], day)
    notes.rows(OddKind.FILLED_DOWN, blank & (filled >= 0))
    return filled


def _totals(day: NDArray[np.int64], minute: NDArray[np.int64], names: tuple[Codes, ...]) -> NDArray[np.bool_]:
    total = (day == TOTAL_DAY) | (minute == TOTAL_DAY)
    for codes in names:
        marks = codes.read(is_total)
        # Where a column says nothing else, 全体 is a name.
        if not marks.all():
            total |= marks[codes.codes()].astype(bool)
    chosen: NDArray[np.bool_] = total
    return chosen


def _spread(
    found: Understanding,
    day: NDArray[np.int64],
    minute: NDArray[np.int64],
    value: NDArray[np.int64],
    line: NDArray[np.int64],
    length: int | None,
    book: Names,
) -> Records:
    """One entry a count: what stands in headings is given to each row."""
    values = found.of(*VALUES)
    days, minutes = day[:, None], minute[:, None]
    role = values[0].role
    if role is Role.INTERVAL:
        spans = [interval_of(one.heading, True) or (NO_DAY, None) for one in values]
        minutes = np.array([[span[0] for span in spans]], dtype=np.int64)
        lengths = [span[1] - span[0] for span in spans if span[1] is not None]
        length = max(set(lengths), key=lengths.count) if lengths else None
    if role is Role.DAY:
        named = [day_of(one.heading) or date.min for one in values]
        days = np.array([[one.toordinal() for one in named]], dtype=np.int64)
    parts = [one.heading for one in values] if role is Role.SPLIT else None
    axes, keys, series = book.series(len(line), Axis(Dimension.OTHER, ""), parts)
    series, days, minutes, lines = (
        np.broadcast_to(one, value.shape).ravel() for one in (series, days, minutes, line[:, None])
    )
    return Records(axes, keys, series, days, minutes, value.ravel(), lines, length)
