"""Handling times of a trial run, from a file with one contact a row: channel, contact reason, seconds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from rfp_builder.text.fold import fold
from rfp_builder.workload.handling import HandlingTime, Precision, by_kind, handling_time
from rfp_builder.workload.history.codes import Codes
from rfp_builder.workload.history.column import Column
from rfp_builder.workload.history.columns import Understanding, heading_role
from rfp_builder.workload.history.decoding import decoded
from rfp_builder.workload.history.durations import duration_of, without_unit
from rfp_builder.workload.history.gathering import Gathered, gather
from rfp_builder.workload.history.handled import only_talk, times_of
from rfp_builder.workload.history.handling_headings import HANDLINGS, Part, part_of
from rfp_builder.workload.history.labels import is_total
from rfp_builder.workload.history.names import Names, axis_of
from rfp_builder.workload.history.notes import Notes
from rfp_builder.workload.history.oddities import Odd, Oddities, OddKind, called
from rfp_builder.workload.history.refusals import NO_TIMES, NOT_BY_CONTACT, OF_TRIAL, Unreadable, refused
from rfp_builder.workload.history.tables import Piece, Row, Table, csv_table
from rfp_builder.workload.history.values import Axis, Dimension, Key
from rfp_builder.workload.history.words import BLANKS, SPLITS, Role

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SEARCHED = 40
_MOSTLY = 0.6
_BARE_TIMES = ("秒数", "秒", "所要時間", "応対秒数", "処理秒数", "時間", "seconds", "sec", "duration", "time")
"""Headings that say enough where each row is one contact."""

_COUNTS = ("offered", "calls offered", "calls", "contacts", "volume", "count")


@dataclass(frozen=True, slots=True)
class Trial:
    """What a trial run measured."""

    axes: tuple[Axis, ...]
    times_s: Mapping[Key, tuple[float, ...]]
    """Seconds of each contact by the names of its kind: one for each axis, none where nothing is split."""
    columns: tuple[Column, ...]
    """How the file was understood."""
    odd: tuple[Odd, ...]
    encoding: str = ""
    """Empty for a workbook."""

    def by_kind(self, precision: Precision | None = None) -> dict[Key, HandlingTime]:
        """Mean, spread and what is still to be measured, for each kind."""
        return by_kind(self.times_s, precision)

    def whole(self, precision: Precision | None = None) -> HandlingTime:
        """The same for all contacts together."""
        return handling_time([time for times in self.times_s.values() for time in times], precision)


def trial_csv(data: bytes, file_name: str) -> Trial:
    """The trial run in a CSV or tab-separated file.

    Raises:
        Refused: no handling times can be read from it.
    """
    odd = Oddities()
    try:
        text = decoded(data)
    except Unreadable as reason:
        raise refused(file_name, reason.why, reason.remedy, OF_TRIAL) from None
    odd.add(OddKind.LETTERS, text.broken)
    return replace(trial_of([csv_table(text.text)], file_name, odd), encoding=text.encoding)


def trial_of(tables: Sequence[Table], file_name: str, odd: Oddities) -> Trial:
    """The trial run in the first of some tables that holds handling times.

    Raises:
        Refused: none does.
    """
    reason = Unreadable(NO_TIMES)
    try:
        for at, table in enumerate(tables):
            found = _understood(table.head())
            if found is None:
                continue
            others = [one.sheet for place, one in enumerate(tables) if place != at]
            odd.add(OddKind.SHEET, len(others), [called(name) for name in others])
            return _measured(gather(table, found, odd, lambda _: None), found, odd, table.sheet)
    except Unreadable as unreadable:
        reason = unreadable
    raise refused(file_name, reason.why, reason.remedy, OF_TRIAL) from None


def _understood(head: Piece) -> Understanding | None:
    for at, row in enumerate(head.rows[:_SEARCHED]):
        below = head.rows[at + 1 :]
        columns = [_column(place, heading.strip(), below) for place, heading in enumerate(row)]
        if not any(one.role in HANDLINGS for one in columns):
            continue
        if any(_is_count(one.heading) for one in columns):
            raise Unreadable(NOT_BY_CONTACT)
        return Understanding(at, tuple(_one_time(columns)))
    return None


def _is_count(heading: str) -> bool:
    text = fold(heading)
    return heading_role(heading) is Role.CALLS and (text.endswith("数") or text in _COUNTS)


def _column(place: int, heading: str, below: Sequence[Row]) -> Column:
    samples = [row[place].strip() for row in below if place < len(row)]
    samples = [text for text in samples if fold(text) not in BLANKS]
    role = Role.UNUSED
    named = heading_role(heading) if heading else None
    timed = named in HANDLINGS or fold(without_unit(heading)) in _BARE_TIMES
    if timed and sum(duration_of(text) is not None for text in samples) >= max(1, _MOSTLY * len(samples)):
        role = Role.HANDLING_PART if part_of(heading) not in (None, Part.WHOLE) else Role.HANDLING
    elif named in SPLITS:
        role = named or role
    return Column(place, heading, role, tuple(dict.fromkeys(samples))[:3])


def _one_time(columns: Sequence[Column]) -> list[Column]:
    """The whole time where there is one, or else each of its parts."""
    whole = [one.place for one in columns if one.role is Role.HANDLING][:1]
    return [
        replace(one, role=Role.UNUSED) if whole and one.role in HANDLINGS and one.place != whole[0] else one
        for one in columns
    ]


def _measured(gathered: Gathered, found: Understanding, odd: Oddities, sheet: str) -> Trial:
    notes = Notes(odd, sheet, gathered.line)
    keep = ~_all_blank((*gathered.names, *gathered.handling), len(gathered.line))
    total = np.zeros(len(keep), dtype=bool)
    for codes in gathered.names:
        total |= codes.read(is_total)[codes.codes()].astype(bool)
    notes.rows(OddKind.TOTAL_ROW, total & keep)
    keep &= ~total
    untimed = keep & _all_blank(gathered.handling, len(keep))
    notes.rows(OddKind.UNTIMED, untimed)
    keep &= ~untimed
    columns = found.of(*HANDLINGS)
    one_each = np.ones((len(keep), 1), dtype=np.int64)
    times = times_of(columns, gathered.handling, Codes(), one_each, keep, notes)
    odd.add(OddKind.TALK_ONLY, int(only_talk(columns)))
    timed = keep & (times.contacts > 0) if times is not None else keep & False
    if times is None or not timed.any():
        raise Unreadable(NO_TIMES)
    book, kept = Names(), Notes(odd, sheet, gathered.line[timed])
    for column, codes in zip(found.of(*SPLITS), gathered.names, strict=True):
        kept.rows(OddKind.NAMELESS, book.add(axis_of(column), codes.texts, codes.codes()[timed]))
    axes, keys, series = book.series(int(timed.sum()), Axis(Dimension.OTHER, ""), None)
    seconds = times.seconds[timed]
    place = series[:, 0]
    by_key = {key: tuple(seconds[place == at].tolist()) for at, key in enumerate(keys)}
    return Trial(axes, by_key, found.columns, odd.all())


def _all_blank(columns: Sequence[Codes], rows: int) -> NDArray[np.bool_]:
    blank = np.ones(rows, dtype=bool)
    for codes in columns:
        blank &= codes.read(lambda text: fold(text) in BLANKS)[codes.codes()].astype(bool)
    return blank
