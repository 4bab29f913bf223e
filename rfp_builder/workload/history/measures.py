"""Tables whose rows say what they count: contacts offered, those answered, handling times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from rfp_builder.text.fold import fold
from rfp_builder.workload.history.codes import Codes
from rfp_builder.workload.history.column import Column
from rfp_builder.workload.history.columns import heading_role, offered_name
from rfp_builder.workload.history.handling_choice import with_handling
from rfp_builder.workload.history.handling_headings import HANDLINGS
from rfp_builder.workload.history.tables import HEAD
from rfp_builder.workload.history.words import Role

if TYPE_CHECKING:
    from numpy.typing import NDArray

_NOTHING = -1
"""Stands in the place of a row or a text."""


@dataclass(frozen=True, slots=True, eq=False)
class Beside:
    """Handling times that stand in rows of their own, brought beside the counts they are of."""

    columns: tuple[Column, ...]
    """What the rows name, as columns with these headings would be understood; none without times."""
    texts: tuple[Codes, ...]
    """For each of `columns`, one entry a count."""
    handled: Codes
    """Contacts that the times are of, one entry a count; empty where no rows count them."""
    line: NDArray[np.int64]
    """Number of the row in the file that the time of each count stands in, or of the count itself."""
    used: NDArray[np.bool_]
    """The rows of the table that were brought beside others."""


def offered_rows(measures: Codes) -> NDArray[np.bool_]:
    """The rows that count contacts offered, not those answered or lost."""
    best = offered_name(measures.texts)
    return np.asarray(measures.read(lambda text: text.strip() == best)[measures.codes()].astype(bool))


def beside(
    measures: Codes,
    counts: Codes,
    offered: NDArray[np.bool_],
    places: Sequence[NDArray[np.int64]],
    names: Sequence[Codes],
    line: NDArray[np.int64],
) -> Beside:
    """The times of the rows that name them, each for the count of the same time and the same names.

    Args:
        measures: what each row counts.
        counts: the texts of the counts, row by row.
        offered: the rows whose contacts are taken.
        places: when each row is, told by one or several numbers.
        names: the columns of names by which rows are split.
        line: numbers of the rows in the file.
    """
    by_row = measures.codes()
    width = len(counts.codes()) // max(1, len(by_row))
    rows = _matched(_keys(places, names), offered, by_row, len(measures.texts))
    understood = [
        Column(code, text.strip(), role)
        for code, text in enumerate(measures.texts)
        if (role := heading_role(text.strip())) in (*HANDLINGS, Role.HANDLED) and (rows[code] >= 0).any()
    ]
    texts = {one.place: counts.at(_spread(rows[one.place], width)) for one in understood}
    taken = _taken(understood, counts, offered, texts, width)
    columns = tuple(one for one in taken if one.role in HANDLINGS)
    handled = next((texts[one.place] for one in taken if one.role is Role.HANDLED), Codes())
    used = np.zeros(len(by_row), dtype=bool)
    told = line
    for one in reversed(taken):
        found = rows[one.place] >= 0
        used[rows[one.place][found]] = True
        told = np.where(found, line[rows[one.place]], told) if one.role in HANDLINGS else told
    return Beside(columns, tuple(texts[one.place] for one in columns), handled, np.repeat(told, width), used)


def _keys(places: Sequence[NDArray[np.int64]], names: Sequence[Codes]) -> NDArray[np.int64]:
    """One number for all rows of the same time and the same names; width and case make no difference."""
    together = np.zeros(len(places[0]), dtype=np.int64)
    for numbers in (*places, *map(_folded, names)):
        _, dense = np.unique(numbers, return_inverse=True)
        # Made dense again each time, so that many columns cannot overflow.
        _, together = np.unique(together * (int(dense.max(initial=0)) + 1) + dense, return_inverse=True)
    return together.astype(np.int64)


def _folded(names: Codes) -> NDArray[np.int64]:
    index: dict[str, int] = {}
    by_code = names.read(lambda text: index.setdefault(fold(text), len(index)))
    return np.asarray(by_code[names.codes()])


def _matched(
    keys: NDArray[np.int64], offered: NDArray[np.bool_], measure: NDArray[np.int32], measures: int
) -> list[NDArray[np.int64]]:
    """For each measure, the first of its rows with the key of each row offered; else `_NOTHING`."""
    found = []
    for code in range(measures):
        of_key = np.full(int(keys.max(initial=0)) + 1, _NOTHING, dtype=np.int64)
        rows = np.flatnonzero((measure == code) & ~offered)[::-1]
        # Written backwards, so that the first one stays.
        of_key[keys[rows]] = rows
        found.append(np.where(offered, of_key[keys], _NOTHING))
    return found


def _spread(rows: NDArray[np.int64], width: int) -> NDArray[np.int64]:
    """From places of rows to places of their counts."""
    each = rows[:, None] * width + np.arange(width)
    return np.where(rows[:, None] < 0, _NOTHING, each).ravel()


def _taken(
    understood: Sequence[Column],
    counts: Codes,
    offered: NDArray[np.bool_],
    texts: dict[int, Codes],
    width: int,
) -> list[Column]:
    """Those that are taken of several, judged by the first counts like columns of a table."""
    judged = _spread(np.flatnonzero(offered)[:HEAD], width)[:HEAD]
    of_count = counts.at(judged)
    of_time = [texts[one.place].at(judged) for one in understood]
    rows = list(zip(*(one.all() for one in (of_count, *of_time)), strict=True))
    by_place = [Column(0, "", Role.CALLS)]
    by_place += [Column(at, one.heading, one.role) for at, one in enumerate(understood, start=1)]
    chosen = {one.place: one.role for one in with_handling(by_place, rows) if one.role is not Role.UNUSED}
    return [
        Column(one.place, one.heading, chosen[at])
        for at, one in enumerate(understood, start=1)
        if at in chosen
    ]
