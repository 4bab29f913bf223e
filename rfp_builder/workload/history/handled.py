"""Handling times of the rows of a table, in seconds: what cannot be one is told and left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from rfp_builder.text.fold import fold
from rfp_builder.workload.history.codes import Codes
from rfp_builder.workload.history.column import Column
from rfp_builder.workload.history.durations import Notation, duration_of, unit_of
from rfp_builder.workload.history.handling_choice import LONGEST_S, SHORTEST_S
from rfp_builder.workload.history.handling_headings import Part, part_of
from rfp_builder.workload.history.labels import count_of
from rfp_builder.workload.history.notes import Notes
from rfp_builder.workload.history.oddities import OddKind
from rfp_builder.workload.history.words import BLANKS, CLOSED, Role

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BLANK, _UNREADABLE = -1, -2
"""Stand in the place of a notation."""
_MINUTE, _DAY = 60.0, 86_400.0
_SUMMED = (Role.HANDLING_TOTAL, Role.HANDLING_PART_TOTAL)


@dataclass(frozen=True, slots=True, eq=False)
class Times:
    """Handling times of counts; one entry a count."""

    contacts: NDArray[np.float64]
    """Contacts with a time; 0 where there is none."""
    seconds: NDArray[np.float64]
    """All their time."""


@dataclass(frozen=True, slots=True, eq=False)
class _Read:
    """One column, one entry a row."""

    seconds: NDArray[np.float64]
    notation: NDArray[np.int64]
    unit: float
    """Seconds of one of its bare numbers."""


def times_of(
    columns: Sequence[Column],
    texts: Sequence[Codes],
    handled: Codes,
    value: NDArray[np.int64],
    keep: NDArray[np.bool_],
    notes: Notes,
    scale: int = 1,
) -> Times | None:
    """The times of the counts in `value` (rows × counts, in parts of 1/`scale`); None without columns of any.

    A row's average holds for each of its counts.
    """
    if not columns:
        return None
    offered = np.maximum(value, 0) / scale
    of_row = offered.sum(axis=1)
    weight = of_row
    if handled.texts:
        counted = handled.read(lambda text: count_of(text, scale))[handled.codes()]
        weight = np.where(counted >= 0, counted / scale, of_row)
    used = keep & (of_row > 0)
    total = np.zeros(len(value))
    stated = np.zeros(len(value), dtype=bool)
    broken = np.zeros(len(value), dtype=bool)
    unit: float | None = None
    # Talk first: hold and wrap-up are too short to tell seconds from minutes, and are in the same unit.
    for column, codes in sorted(zip(columns, texts, strict=True), key=lambda pair: not _leads(pair[0])):
        read = _read(column, codes, weight, used, notes, unit)
        unit = read.unit if _leads(column) else unit
        bad = used & (read.notation == _UNREADABLE)
        notes.rows(OddKind.HANDLING_TEXT, bad)
        has = read.notation >= 0
        total += np.where(has, read.seconds if column.role in _SUMMED else read.seconds * weight, 0.0)
        broken |= bad
        if _leads(column):
            stated |= has
    mean = np.divide(total, weight, out=np.zeros(len(value)), where=weight > 0)
    served = used & stated & ~broken & (weight > 0)
    zero, long = served & (total <= 0), served & (mean > LONGEST_S)
    notes.rows(OddKind.HANDLING_ZERO, zero)
    notes.rows(OddKind.HANDLING_LONG, long)
    notes.rows(OddKind.HANDLING_ALONE, keep & (total > 0) & ((weight <= 0) | (of_row <= 0)))
    good = served & ~zero & ~long
    share = np.divide(offered, of_row[:, None], out=np.zeros(value.shape), where=of_row[:, None] > 0)
    return Times(
        (share * np.where(good, weight, 0.0)[:, None]).ravel(),
        (share * np.where(good, total, 0.0)[:, None]).ravel(),
    )


def only_talk(columns: Sequence[Column]) -> bool:
    """Whether times are those of talk alone, without wrap-up."""
    parts = {part_of(column.heading) for column in columns}
    return Part.TALK in parts and Part.WRAP not in parts


def _read(
    column: Column,
    codes: Codes,
    weight: NDArray[np.float64],
    used: NDArray[np.bool_],
    notes: Notes,
    unit_of_talk: float | None,
) -> _Read:
    found = [_cell(text) for text in codes.texts]
    by_row = codes.codes()
    seconds = np.array([one[0] for one in found], dtype=np.float64)[by_row]
    notation = np.array([one[1] for one in found], dtype=np.int64)[by_row]
    summed = column.role in _SUMMED
    seen = used & (notation >= 0) & (seconds > 0) & (weight > 0)
    bare, clock, long = (notation == one for one in (Notation.BARE, Notation.CLOCK, Notation.LONG_CLOCK))
    unit = unit_of(column.heading) or unit_of_talk
    if unit is None and (seen & bare).any():
        unit, usual = 1.0, _usual(seconds, weight, seen & bare, summed)
        if usual < LONGEST_S / _DAY:
            # Lengths of time as Excel counts them, in days: [h]:mm:ss is but a format.
            unit = _DAY
        elif usual < SHORTEST_S:
            unit = _MINUTE
            notes.rows(OddKind.HANDLING_MINUTES, seen & bare)
    seconds = np.where(bare, seconds * (unit or 1.0), seconds)
    mostly = 2 * np.count_nonzero(seen & long) > np.count_nonzero(seen)
    if mostly and not summed and _are_hours_of_minutes(seconds[seen & long]):
        seconds = np.where(long, seconds / _MINUTE, seconds)
        clock = clock | long
    notes.rows(OddKind.HANDLING_CLOCK, seen & clock)
    kinds = [seen & one for one in (bare, clock | long, notation == Notation.WORDED)]
    for one in sorted(kinds, key=np.count_nonzero)[:-1]:
        notes.rows(OddKind.HANDLING_MIXED, one)
    return _Read(seconds, notation, unit or 1.0)


def _leads(column: Column) -> bool:
    """Whether the column holds the whole time or that of talk, not what comes on top of it."""
    return part_of(column.heading) not in (Part.HOLD, Part.WRAP)


def _usual(
    seconds: NDArray[np.float64], weight: NDArray[np.float64], chosen: NDArray[np.bool_], summed: bool
) -> float:
    """The median time of a contact."""
    each = seconds[chosen] / weight[chosen] if summed else seconds[chosen]
    return float(np.median(each))


def _are_hours_of_minutes(seconds: NDArray[np.float64]) -> bool:
    """Whether 3:20 was typed into Excel, which makes 3:20:00 of it: hours that cannot be, without seconds."""
    return len(seconds) > 0 and not (seconds % _MINUTE).any() and float(np.median(seconds)) > LONGEST_S / 2


def _cell(text: str) -> tuple[float, int]:
    duration = duration_of(text)
    if duration is not None:
        return duration.seconds, int(duration.notation)
    return 0.0, _BLANK if fold(text) in BLANKS | CLOSED else _UNREADABLE
