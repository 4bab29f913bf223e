"""Counts laid out by series, day and interval: doubles and stray dates told, the interval worked out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from rfp_builder.workload.history.handled import Times
from rfp_builder.workload.history.labels import Mark
from rfp_builder.workload.history.notes import Notes
from rfp_builder.workload.history.oddities import Oddities, OddKind, on_day
from rfp_builder.workload.history.records import Records
from rfp_builder.workload.history.refusals import (
    CONTRADICTIONS,
    FRACTIONS,
    INTERVAL,
    NO_ROWS,
    TOO_LONG,
    Unreadable,
)
from rfp_builder.workload.history.values import MINUTES_A_DAY, Handling

if TYPE_CHECKING:
    from numpy.typing import NDArray

LENGTHS = (60, 30, 20, 15, 10, 5)
MOST_CELLS = 20_000_000
MOST_DAYS = 4_000
_FAR = 366
"""Days without a row between two parts of a file: the smaller part is mistyped."""
_FITTING = 0.95
_FEW = 20
_MOST_CONFLICTS = 0.05
"""Share of counts that may contradict others; beyond, a column that tells them apart is not understood."""
_MANY_STARTS = 8
"""So many counts of a day do not all lie on every other interval by chance, where quiet ones are left out."""
_MARKS = (
    (Mark.UNREADABLE, OddKind.BAD_COUNT),
    (Mark.NEGATIVE, OddKind.NEGATIVE),
    (Mark.FRACTION, OddKind.FRACTION),
    (Mark.HUGE, OddKind.HUGE),
)


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Counts by series, day and interval."""

    first: date
    interval_minutes: int
    calls: NDArray[np.int64]
    """Series × days × intervals; 0 where the file says nothing."""
    stated: NDArray[np.bool_]
    """Of the same shape: what the file says."""
    marked_closed: NDArray[np.bool_]
    """Days on which a mark for closed stands in place of a count."""
    handling: Handling | None = None


def block(found: Records, sheets: Sequence[str], sheet: NDArray[np.int64], odd: Oddities) -> Block:
    """Lay `found` out. `sheet` is the place in `sheets` that each count comes from.

    Raises:
        Unreadable: there is nothing, too much, or no regular interval.
    """
    notes = [Notes(odd, name, found.line) for name in sheets]

    def note(kind: OddKind, chosen: NDArray[np.bool_], **values: object) -> None:
        for place, one in enumerate(notes):
            one.rows(kind, chosen & (sheet == place) if len(notes) > 1 else chosen, **values)

    for mark, kind in _MARKS:
        note(kind, found.value == mark)
    keep = (found.value >= 0) | (found.value == Mark.CLOSED)
    if not (found.value >= 0).any():
        raise Unreadable(FRACTIONS if (found.value == Mark.FRACTION).any() else NO_ROWS)
    near = _main_period(found.day, keep)
    note(OddKind.LONE_DAY, keep & ~near)
    keep &= near
    minutes = _interval(found, keep)
    on_grid = (found.minute < 0) | (found.minute % minutes == 0)
    if not np.all(on_grid[keep]):
        note(OddKind.OFF_GRID, keep & ~on_grid, minutes=minutes)
        keep &= on_grid
    first = int(found.day[keep].min())
    days = int(found.day[keep].max()) - first + 1
    slots = MINUTES_A_DAY // minutes
    shape = (len(found.keys), days, slots)
    if days > MOST_DAYS or days * slots * len(found.keys) > MOST_CELLS:
        raise Unreadable(TOO_LONG)
    closed = np.zeros(days, dtype=bool)
    closed[found.day[keep & (found.value == Mark.CLOSED)] - first] = True
    keep &= found.value >= 0
    slot = np.maximum(found.minute[keep], 0) // minutes
    flat = (found.series[keep] * days + found.day[keep] - first) * slots + slot
    value = found.value[keep]
    calls, stated = _filled(flat, value, int(np.prod(shape)), np.flatnonzero(keep), note, len(keep))
    handling = None if found.times is None else _handling(found.times, flat, keep, shape)
    calls, stated = calls.reshape(shape), stated.reshape(shape)
    told_days(date.fromordinal(first), _coarse(np.any(stated, axis=0)), odd, OddKind.COARSE_DAY)
    return Block(date.fromordinal(first), minutes, calls, stated, closed, handling)


def _handling(
    times: Times, flat: NDArray[np.int64], keep: NDArray[np.bool_], shape: tuple[int, int, int]
) -> Handling:
    """The times of each cell; where it is stated twice, those of the first count."""
    laid = [np.zeros(int(np.prod(shape))) for _ in range(2)]
    for cells, values in zip(laid, (times.contacts, times.seconds), strict=True):
        cells[flat[::-1]] = values[keep][::-1]
    contacts, seconds = (cells.reshape(shape) for cells in laid)
    return Handling(contacts, seconds)


def _filled(
    flat: NDArray[np.int64],
    value: NDArray[np.int64],
    size: int,
    rows: NDArray[np.int64],
    note: Callable[[OddKind, NDArray[np.bool_]], None],
    count: int,
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Each count in its cell; of several in one cell the first."""
    calls = np.zeros(size, dtype=np.int64)
    stated = np.zeros(size, dtype=bool)
    stated[flat] = True
    # Written backwards, so that the first one stays.
    calls[flat[::-1]] = value[::-1]
    if int(stated.sum()) < len(flat):
        _, first = np.unique(flat, return_index=True)
        later = np.ones(len(flat), dtype=bool)
        later[first] = False
        same = value == calls[flat]
        for kind, chosen in ((OddKind.REPEATED, later & same), (OddKind.CONFLICT, later & ~same)):
            mask = np.zeros(count, dtype=bool)
            mask[rows[chosen]] = True
            note(kind, mask)
        if (later & ~same).mean() > _MOST_CONFLICTS and (later & ~same).sum() > _FEW:
            raise Unreadable(CONTRADICTIONS)
    return calls, stated


def _main_period(day: NDArray[np.int64], keep: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The rows of the longest run of days without a gap of more than a year."""
    present, counts = np.unique(day[keep], return_counts=True)
    part = np.concatenate([[0], np.cumsum(np.diff(present) > _FAR)])
    largest = int(np.argmax(np.bincount(part, weights=counts)))
    inside = present[part == largest]
    chosen: NDArray[np.bool_] = (day >= inside[0]) & (day <= inside[-1])
    return chosen


def _interval(found: Records, keep: NDArray[np.bool_]) -> int:
    """Minutes of an interval: the longest whose grid nearly all starts lie on."""
    starts, counts = np.unique(found.minute[keep & (found.value >= 0)], return_counts=True)
    if len(starts) == 1 and starts[0] <= 0:
        # One count a day, with or without a midnight behind the date.
        return MINUTES_A_DAY if found.length is None else found.length
    total = counts.sum()
    for length in LENGTHS:
        fits = counts[starts % length == 0].sum()
        if fits >= _FITTING * total:
            if found.length is not None and found.length < length and found.length in LENGTHS:
                return found.length
            return length
    raise Unreadable(INTERVAL)


def _coarse(stated: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The days (of days × intervals) whose many counts all lie at a wider distance than that of the grid."""
    found = np.zeros(len(stated), dtype=bool)
    for day in np.flatnonzero(stated.sum(axis=1) >= _MANY_STARTS):
        found[day] = np.gcd.reduce(np.diff(np.flatnonzero(stated[day]))) > 1
    return found


def told_days(first: date, chosen: NDArray[np.bool_], odd: Oddities, kind: OddKind) -> None:
    """Note the chosen days of a run that starts at `first`."""
    places = np.flatnonzero(chosen)
    odd.add(kind, len(places), [on_day(date.fromordinal(first.toordinal() + int(at))) for at in places[:5]])
