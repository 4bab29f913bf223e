"""Days with a volume of their own, from a file: day or days, name, factor."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from rfp_builder.text.fold import fold
from rfp_builder.text.numbers import read_number
from rfp_builder.text.unreadable import Unreadable as NoNumber
from rfp_builder.workload.forecast.values import Special
from rfp_builder.workload.history.columns import heading_role
from rfp_builder.workload.history.decoding import decoded
from rfp_builder.workload.history.handling_headings import HANDLINGS
from rfp_builder.workload.history.labels import day_of, interval_of, moment_of
from rfp_builder.workload.history.names import shown
from rfp_builder.workload.history.oddities import Odd, Oddities, OddKind, at_line, called
from rfp_builder.workload.history.refusals import (
    MOSTLY_NO_SPECIALS,
    NO_DATES,
    NO_FACTORS,
    NOT_SPECIALS,
    OF_SPECIALS,
    TOO_MANY_DAYS,
    Unreadable,
    refused,
)
from rfp_builder.workload.history.tables import Row, Table, csv_table
from rfp_builder.workload.history.words import BLANKS, CLOSED, Role

MOST_ROWS = 2_000
_MOSTLY = 0.5
_LARGEST = 20
"""A factor above is a percentage that lost its sign."""
_LONGEST = 64
_BETWEEN = re.compile(r" ?(?:\.\.|〜|～|~|から| to | - |–) ?")
_MONTH_DAY = re.compile(r"([0-9]{1,2}) ?(?:月|/) ?([0-9]{1,2}) ?日?(?: ?[(（].[)）])?", re.ASCII)
_DAY_ALONE = re.compile(r"([0-9]{1,2}) ?日?(?: ?[(（].[)）])?", re.ASCII)
_MORE = re.compile(r"(.+?)(増|減|アップ|ダウン|up|down)", re.IGNORECASE)
_LESS = ("減", "ダウン", "down")
_ENDS = ("終", "末", "最終", "end", "last", "until", "to")
_FACTORS = ("倍", "係数", "factor", "multipl")
_CHANGES = ("増減", "増加率", "変動", "change", "uplift")
"""Headings of what comes on top: 40% under them is a factor of 1.4."""
_BARE_SHARES = ("率", "%", "比率", "割合", "rate", "ratio")
"""Headings that name factors only when they stand alone: 応答率 is none."""


@dataclass(frozen=True, slots=True)
class SpecialDays:
    """What was read from a file of special days."""

    specials: tuple[Special, ...]
    odd: tuple[Odd, ...]
    encoding: str = ""
    """Empty for a workbook."""


def specials_csv(data: bytes, file_name: str) -> SpecialDays:
    """The special days in a CSV or tab-separated file.

    Raises:
        Refused: no column of it holds days, or factors.
    """
    odd = Oddities()
    try:
        text = decoded(data)
    except Unreadable as reason:
        raise refused(file_name, reason.why, reason.remedy, OF_SPECIALS) from None
    odd.add(OddKind.LETTERS, text.broken)
    return replace(specials_of([csv_table(text.text)], file_name, odd), encoding=text.encoding)


def specials_of(tables: Sequence[Table], file_name: str, odd: Oddities) -> SpecialDays:
    """The special days in some tables; those without a date are passed over and told.

    Raises:
        Refused: no column holds days, or factors, or there are too many rows.
    """
    found: list[Special] = []
    without: list[str] = []
    try:
        for table in tables:
            specials = _of_table(table, odd)
            if specials is None:
                without.append(table.sheet)
            found += specials or ()
        if len(without) == len(tables):
            raise Unreadable(NO_DATES)
    except Unreadable as reason:
        raise refused(file_name, reason.why, reason.remedy, OF_SPECIALS) from None
    odd.add(OddKind.SHEET, len(without), [called(name) for name in without])
    return SpecialDays(tuple(found), odd.all())


def factor_of(text: str, percent: bool = False, change: bool = False) -> Fraction | None:
    """A factor: 1.4, 1.4倍, 140%, +40%, 40%増, 20%減; 0 for 休業. None if it is none.

    `percent` says that numbers without a sign are percentages, `change` that shares come on top.
    """
    body = fold(text[:_LONGEST])
    if body in CLOSED:
        return Fraction(0)
    more = _MORE.fullmatch(body)
    if more:
        body = more[1].strip()
    signed = body.startswith(("+", "-", "▲", "△"))
    is_share = body.endswith(("%", "パーセント")) or percent
    number = body.removesuffix("パーセント").removesuffix("%").removeprefix("+")
    try:
        value = Fraction(read_number(number, ("倍",)))
    except NoNumber:
        return None
    value = value / 100 if is_share else value
    if more:
        value = -value if more[2] in _LESS else value
    if (more or signed or change) and is_share:
        value += 1
    return value if 0 <= value <= _LARGEST else None


def span_of(text: str) -> tuple[date, date] | None:
    """First and last day: 2027-11-19, 令和9年11月19日〜25日, 2027/12/28〜1/3. None if it is none."""
    if len(text) > _LONGEST:
        return None
    whole = _day(text)
    if whole is not None:
        return whole, whole
    parts = _BETWEEN.split(text.strip(), maxsplit=1)
    first = _day(parts[0]) if len(parts) == 2 else None
    last = None if first is None else _day(parts[1]) or _behind(first, parts[1].strip())
    return None if first is None or last is None else (first, last)


def _behind(first: date, text: str) -> date | None:
    """The end of a span that leaves out the year, or the month too."""
    try:
        if found := _MONTH_DAY.fullmatch(text):
            last = date(first.year, int(found[1]), int(found[2]))
            return last if last >= first else last.replace(year=first.year + 1)
        if found := _DAY_ALONE.fullmatch(text):
            return first.replace(day=int(found[1]))
    except ValueError:
        return None
    return None


def _day(text: str) -> date | None:
    text = text.strip()
    day = day_of(text)
    if day is None and (both := moment_of(text)):
        day = both[0]
    return day


def _of_table(table: Table, odd: Oddities) -> list[Special] | None:
    """The special days of one table; None where nothing in it is dated."""
    rows: list[Row] = []
    numbers: list[int] = []
    for piece in table.pieces(odd):
        rows += piece.rows
        numbers += piece.numbers
        if len(rows) > MOST_ROWS:
            raise Unreadable(TOO_MANY_DAYS, limit=f"{MOST_ROWS:,}")
    rows = [[cell.strip() for cell in row] for row in rows]
    top = next((at for at, row in enumerate(rows) if any(map(span_of, row))), None)
    if top is None:
        return None
    places = _places(rows[top - 1] if top else (), rows[top:])
    found = list(_specials(rows[top:], numbers[top:], places, odd, table.sheet))
    stated = sum(1 for row in rows[top:] if any(row))
    if len(found) < _MOSTLY * stated:
        raise Unreadable(MOSTLY_NO_SPECIALS, rows=f"{stated:,}", bad=f"{stated - len(found):,}")
    return found


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the columns stand, from 0."""

    first: int
    last: int | None
    factor: int
    name: int | None
    percent: bool
    change: bool


def _places(headings: Row, rows: Sequence[Row]) -> _Places:
    width = max(len(row) for row in rows)
    columns = range(width)
    heading = [fold(headings[at]) if at < len(headings) else "" for at in columns]
    days = [at for at in columns if _share(rows, at, lambda text: span_of(text) is not None) > _MOSTLY]
    if not days:
        raise Unreadable(NO_DATES)
    first, last = days[0], days[1] if len(days) > 1 else None
    if last is not None and heading[first].startswith(_ENDS):
        first, last = last, first
    others = [at for at in columns if at not in days]
    factor = _place_of_factors(others, heading, rows)
    name = next((at for at in others if at != factor and _share(rows, at, bool) > 0), None)
    change = any(word in heading[factor] for word in _CHANGES)
    return _Places(first, last, factor, name, "%" in heading[factor], change)


def _place_of_factors(others: Sequence[int], heading: Row, rows: Sequence[Row]) -> int:
    """The column whose heading names factors, or without one that whose cells can be nothing else."""
    named = [at for at in others if _names_factors(heading[at])]
    if named:
        return named[0]
    counted = any(heading_role(heading[at]) in (Role.CALLS, Role.HANDLED, *HANDLINGS) for at in others)
    timed = any(_share(rows, at, lambda text: interval_of(text) is not None) > _MOSTLY for at in others)
    wide = sum(1 for at in others if interval_of(heading[at]) is not None) > 1
    if counted or timed or wide:
        raise Unreadable(NOT_SPECIALS)
    ranked = sorted(others, key=lambda at: _share(rows, at, _is_plainly_a_factor))
    if not ranked or _share(rows, ranked[-1], _is_plainly_a_factor) == 0:
        raise Unreadable(NO_FACTORS)
    return ranked[-1]


def _names_factors(heading: str) -> bool:
    return heading in _BARE_SHARES or any(word in heading for word in (*_FACTORS, *_CHANGES))


def _is_plainly_a_factor(text: str) -> bool:
    """Whole numbers alone are rather counts, or numbers of rows."""
    return factor_of(text) is not None and not fold(text).isdigit()


def _share(rows: Sequence[Row], place: int, test: Callable[[str], object]) -> float:
    cells = [row[place] for row in rows if place < len(row) and fold(row[place]) not in BLANKS]
    return sum(1 for cell in cells if test(cell)) / len(cells) if cells else 0.0


def _specials(
    rows: Sequence[Row], numbers: Sequence[int], places: _Places, odd: Oddities, sheet: str
) -> Iterable[Special]:
    for row, number in zip(rows, numbers, strict=True):
        if not any(row):
            continue
        line = [at_line(number, sheet)]
        span = span_of(_cell(row, places.first))
        end = _cell(row, places.last)
        last = span if fold(end) in BLANKS else span_of(end)
        if span is None or last is None:
            odd.add(OddKind.BAD_DAY, 1, line)
            continue
        if last[1] < span[0]:
            odd.add(OddKind.BAD_SPAN, 1, line)
            continue
        factor = factor_of(_cell(row, places.factor), places.percent, places.change)
        if factor is None:
            odd.add(OddKind.BAD_FACTOR, 1, line)
            continue
        yield Special(span[0], last[1], factor, shown(_cell(row, places.name)))


def _cell(row: Row, place: int | None) -> str:
    return row[place] if place is not None and place < len(row) else ""
