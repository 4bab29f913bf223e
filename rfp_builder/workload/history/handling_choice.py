"""Of several columns with handling times those that are taken, and whether an unnamed one holds sums."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import log
from statistics import median, pstdev

from rfp_builder.workload.history.column import Column
from rfp_builder.workload.history.durations import duration_of, unit_of
from rfp_builder.workload.history.handling_headings import HANDLINGS, Part, handled_rank, is_said, part_of
from rfp_builder.workload.history.labels import count_of
from rfp_builder.workload.history.words import Role

SHORTEST_S = 20.0
"""A mean below this is none of handling times: minutes were counted, or sums taken for averages."""
LONGEST_S = 7200.0
"""A contact of more than two hours is a slip."""
_USUAL_S = 300.0
_FEWEST = 8
"""Rows that the scatter of times must be judged by."""
_CLEARLY = 0.9
_SUMS = {Role.HANDLING: Role.HANDLING_TOTAL, Role.HANDLING_PART: Role.HANDLING_PART_TOTAL}
_WHOLES = (Role.HANDLING_TOTAL, Role.HANDLING)
_PARTS = (Role.HANDLING_PART_TOTAL, Role.HANDLING_PART)
_COUNTS = (Role.CALLS, Role.INTERVAL, Role.DAY)


def with_handling(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[Column]:
    """The columns, those with handling times that are not taken marked as unused.

    The whole time is taken before its parts, and of two the sum, which nobody has rounded; of the parts one
    each of talk, hold and wrap-up, if there is one of talk. Where headings split the demand none is taken.
    """
    counts = [one for one in columns if one.role in _COUNTS]
    judged = [_judged(one, columns, counts, rows) if one.role in HANDLINGS else one for one in columns]
    taken = _taken(judged) if counts else set()
    handled = sorted(
        (one for one in judged if one.role is Role.HANDLED), key=lambda one: handled_rank(one.heading)
    )
    if taken and counts[0].role is Role.CALLS:
        taken |= {one.place for one in handled[:1]}
    return [
        replace(one, role=Role.UNUSED)
        if one.role in (*HANDLINGS, Role.HANDLED) and one.place not in taken
        else one
        for one in judged
    ]


def _taken(columns: Sequence[Column]) -> set[int]:
    for role in _WHOLES:
        whole = [one.place for one in columns if one.role is role]
        if whole:
            return {whole[0]}
    parts: dict[Part | None, int] = {}
    for role in _PARTS:
        for one in columns:
            if one.role is role:
                parts.setdefault(part_of(one.heading), one.place)
    return set(parts.values()) if Part.TALK in parts else set()


def _judged(
    column: Column, columns: Sequence[Column], counts: Sequence[Column], rows: Sequence[Sequence[str]]
) -> Column:
    """The column, as one of sums where its times follow the counts although the heading does not say so."""
    if is_said(column.heading) is not None or column.role not in _SUMS:
        return column
    handled = [one for one in columns if one.role is Role.HANDLED]
    pairs = _pairs(column, handled[:1] or counts, rows)
    if len(pairs) < _FEWEST:
        return column
    each = [time / count for time, count in pairs]
    alone, shared = (pstdev(map(log, values)) for values in ([time for time, _ in pairs], each))
    if min(alone, shared) < _CLEARLY * max(alone, shared):
        summed = shared < alone
    else:
        # Where counts hardly change, only the size tells.
        summed = _strange(each) < _strange([time for time, _ in pairs])
    return replace(column, role=_SUMS[column.role]) if summed else column


def _strange(times: Sequence[float]) -> float:
    return abs(log(median(times) / _USUAL_S))


def _pairs(
    column: Column, counts: Sequence[Column], rows: Sequence[Sequence[str]]
) -> list[tuple[float, int]]:
    unit = unit_of(column.heading) or 1.0
    found = []
    for row in rows:
        duration = duration_of(_cell(row, column.place))
        count = sum(max(0, count_of(_cell(row, one.place))) for one in counts)
        if duration is not None and duration.seconds > 0 and count > 0:
            found.append((duration.seconds * (1.0 if duration.notation else unit), count))
    return found


def _cell(row: Sequence[str], place: int) -> str:
    return row[place].strip() if place < len(row) else ""
