"""Dates whose year stands last, such as 04/13/2027: turned around once it is plain what comes first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rfp_builder.text.date_order import DateOrder
from rfp_builder.workload.history.oddities import Oddities
from rfp_builder.workload.history.refusals import (
    DATES_BOTH_WAYS,
    DATES_EITHER_WAY,
    NOT_DAY_FIRST,
    NOT_MONTH_FIRST,
    Unreadable,
)
from rfp_builder.workload.history.tables import Piece, Row, Table

_YEAR_LAST = re.compile(
    r" *(?P<weekday>(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? +)?)"
    r"(?P<date>(?P<a>[0-9]{1,2})(?P<s>[-/.])(?P<b>[0-9]{1,2})(?P=s)(?P<y>20[0-9]{2}))(?![0-9])(?P<rest>.*)",
    re.ASCII | re.IGNORECASE,
)
_LONGEST = 64
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class _Places:
    """Where such dates stand: columns, and rows of headings."""

    columns: tuple[int, ...]
    rows: tuple[int, ...]
    """Counted from the top of the table."""

    def __bool__(self) -> bool:
        return bool(self.columns or self.rows)


def with_year_first(
    tables: Sequence[Table], told: DateOrder | None = None
) -> tuple[Sequence[Table], DateOrder | None]:
    """The tables with such dates turned around, and the order these were in; None where there are none.

    What comes first is shown by a number above 12, anywhere in the file, or is `told`. It is not guessed.

    Raises:
        Unreadable: nothing shows it and nobody told, or the dates contradict each other or what was told.
    """
    places = [_places(table.head().rows) for table in tables]
    if not any(places):
        return tables, None
    pairs = list(zip(tables, places, strict=True))
    order = _order((cell for table, here in pairs for cell in _cells(table, here)), told)
    return [_turned(table, here, order) if here else table for table, here in pairs], order


def _places(head: Sequence[Row]) -> _Places:
    found = [[at for at, cell in enumerate(row) if _date_in(cell)] for row in head]
    filled = [[at for at, cell in enumerate(row) if cell.strip()] for row in head]
    dated, all_of = ([at for row in rows for at in row] for rows in (found, filled))
    # A single date in a title says when a report was printed.
    columns = tuple(at for at in sorted(set(dated)) if 2 * dated.count(at) >= all_of.count(at))
    rows = tuple(
        at
        for at, (here, cells) in enumerate(zip(found, filled, strict=True))
        if len(here) > 1 and 2 * len(here) >= len(cells)
    )
    return _Places(columns, rows)


def _cells(table: Table, places: _Places) -> set[str]:
    """The different texts that stand at `places`."""
    if not places:
        return set()
    texts: set[str] = set()
    top = True
    for piece in table.pieces(Oddities()):
        for column in places.columns:
            texts.update(row[column] for row in piece.rows if column < len(row))
        for at in places.rows if top else ():
            texts.update(piece.rows[at])
        top = False
    return texts


def _order(texts: Iterable[str], told: DateOrder | None) -> DateOrder:
    days_first = months_first = example = ""
    for text in texts:
        found = _date_in(text)
        if found is None:
            continue
        example = max(example, found["date"])
        first, second = (int(found[part]) > _MONTHS for part in "ab")
        # Of 99/99 neither is a month: it is no date at all.
        if first and not second:
            days_first = max(days_first, found["date"])
        if second and not first:
            months_first = max(months_first, found["date"])
    if days_first and months_first:
        raise Unreadable(DATES_BOTH_WAYS, day=days_first, month=months_first)
    if told is DateOrder.DAY_FIRST and months_first:
        raise Unreadable(NOT_DAY_FIRST, example=months_first)
    if told is DateOrder.MONTH_FIRST and days_first:
        raise Unreadable(NOT_MONTH_FIRST, example=days_first)
    if months_first:
        return DateOrder.MONTH_FIRST
    if days_first:
        return DateOrder.DAY_FIRST
    if told is None:
        raise Unreadable(DATES_EITHER_WAY, example=example)
    return told


def _turned(table: Table, places: _Places, order: DateOrder) -> Table:
    @cache
    def turned(text: str) -> str:
        found = _date_in(text)
        if found is None:
            return text
        month, day = (found["a"], found["b"]) if order is DateOrder.MONTH_FIRST else (found["b"], found["a"])
        return f"{found['weekday']}{found['y']}-{month:0>2}-{day:0>2}{found['rest']}"

    def in_columns(row: Row) -> Row:
        cells = list(row)
        for column in places.columns:
            if column < len(cells):
                cells[column] = turned(cells[column])
        return cells

    def pieces(odd: Oddities) -> Iterator[Piece]:
        top = True
        for piece in table.pieces(odd):
            rows = [in_columns(row) for row in piece.rows]
            for at in places.rows if top else ():
                rows[at] = [turned(cell) for cell in rows[at]]
            top = False
            yield Piece(piece.numbers, rows)

    return Table(table.sheet, table.size, pieces)


def _date_in(text: str) -> re.Match[str] | None:
    return _YEAR_LAST.fullmatch(text) if len(text) <= _LONGEST else None
