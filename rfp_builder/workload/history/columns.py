"""What each column of a report is, judged by its heading and by what stands below it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rfp_builder.text.fold import fold
from rfp_builder.workload.history.bare import are_days, are_hours, with_month
from rfp_builder.workload.history.column import Column
from rfp_builder.workload.history.durations import duration_of
from rfp_builder.workload.history.handling_choice import with_handling
from rfp_builder.workload.history.handling_headings import HANDLINGS, handling_role
from rfp_builder.workload.history.labels import (
    Mark,
    count_of,
    day_of,
    interval_of,
    is_total,
    moment_of,
    month_of,
)
from rfp_builder.workload.history.refusals import NO_COUNTS, TOO_MANY_ROWS, Unreadable
from rfp_builder.workload.history.tables import Piece, Row
from rfp_builder.workload.history.words import BLANKS, CALLS, HEADINGS, SPLITS, VALUES, Role

_SEARCHED = 40
_MOST_COLUMNS = 1_500
_MOSTLY = 0.6
_SHOWN = 3
_LONGEST_HEADING = 200
_TEMPORAL = (Role.DATE, Role.TIME, Role.MOMENT, Role.MONTH)
_MEASURES = {Role.CALLS, Role.HANDLED, Role.UNUSED, *HANDLINGS}
_DATED = (Role.DATE, Role.MOMENT, Role.MONTH, Role.DAY)


@dataclass(frozen=True, slots=True)
class Understanding:
    """How a table was understood."""

    heading_at: int | None
    """Which row of the table holds the headings, from 0; None where there are none."""
    columns: tuple[Column, ...]

    def of(self, *roles: Role) -> tuple[Column, ...]:
        """The columns of these roles."""
        return tuple(column for column in self.columns if column.role in roles)


def understand(head: Piece, roles: Mapping[int, Role] | None = None, sheet: str = "") -> Understanding | None:
    """What the columns of a table are, judged by its first rows; None if nothing in it is dated.

    `roles` overrule the judgement, by the place of the column counted from 0. `sheet` may name the month.

    Raises:
        Unreadable: it is dated but has no counts, days without a month, or too many columns.
    """
    at = _heading_row(head.rows)
    headings = [cell.strip() for cell in head.rows[at]] if at is not None else []
    below = head.rows[0 if at is None else at + 1 :]
    width = _width(headings, below)
    if width > _MOST_COLUMNS:
        raise Unreadable(TOO_MANY_ROWS)
    if are_days(headings):
        headings = with_month(headings, head.rows[:at], sheet)
    bare = are_hours(headings)
    measured = next((place for place in range(width) if _are_measures(_samples(below, place))), None)
    counted = below if measured is None else _offered(below, measured)
    columns = []
    for place in range(width):
        heading = headings[place] if place < len(headings) else ""
        samples = _samples(counted, place) if place != measured else []
        samples = samples or _samples(below, place)
        role = _role(heading, samples, bare)
        if role is Role.INTERVAL and heading.count(":") == 2:
            heading = heading.removesuffix(":00")
        columns.append(Column(place, heading, role, tuple(dict.fromkeys(samples))[:_SHOWN]))
    columns = with_handling(_one_of_each(columns), below)
    columns = [replace(one, role=(roles or {}).get(one.place, one.role)) for one in columns]
    found = Understanding(at, tuple(columns))
    if not found.of(*_DATED):
        return None
    if not found.of(*VALUES):
        raise Unreadable(NO_COUNTS)
    return found


def _samples(rows: Sequence[Row], place: int) -> list[str]:
    values = (row[place].strip() for row in rows if place < len(row))
    return [value for value in values if fold(value) not in BLANKS]


def _offered(rows: Sequence[Row], measured: int) -> list[Row]:
    """The rows of contacts offered, where a column names what each row holds: times are no counts."""
    best = offered_name(_samples(rows, measured))
    return [row for row in rows if measured < len(row) and row[measured].strip() == best]


def _width(headings: Sequence[str], below: Sequence[Row]) -> int:
    """Columns of the table: those with a heading, or more where most rows hold more."""
    widths = sorted(max((at + 1 for at, cell in enumerate(row) if cell.strip()), default=0) for row in below)
    usual = (widths[len(widths) // 2] if headings else widths[-1]) if widths else 0
    return max(len(headings), usual)


def heading_role(heading: str) -> Role | None:
    """What a heading says by its words alone."""
    heading = heading[:_LONGEST_HEADING]
    if (handling := handling_role(heading)) is not None:
        return handling
    text = fold(re.sub(r"[(（\[].*?[)）\]]$", "", heading.strip()) or heading)
    if text in CALLS:
        return Role.CALLS
    exact = next((role for role, words in HEADINGS if text in words), None)
    if exact is not None:
        return exact
    if any(_holds(text, word) >= 0 for word in HEADINGS[0][1]):
        return Role.UNUSED
    # Of several words the longest counts, then the last: 着信時刻 is a time, 問い合わせ件数 a count.
    found = [
        (len(word), _holds(text, word), role)
        for role, words in ((Role.CALLS, CALLS), *HEADINGS[1:])
        for word in words
        if len(word) > 1 and _holds(text, word) >= 0
    ]
    return max(found, key=lambda one: one[:2])[2] if found else None


def _holds(text: str, word: str) -> int:
    """Where `word` stands in `text`; -1 for nowhere. English words stand by themselves."""
    if word.isascii() and word.isalpha():
        match = re.search(rf"\b{word}\b", text)
        return match.start() if match else -1
    return text.find(word)


def _heading_row(rows: Sequence[Row]) -> int | None:
    best, best_score = None, 0
    for at, row in enumerate(rows[:_SEARCHED]):
        cells = [cell.strip() for cell in row if cell.strip()]
        # A row with a plain count in it is data, unless the counts are hours of the day.
        bare = are_hours(cells)
        words = sum(1 for cell in cells if _is_word(cell) and heading_role(cell) is not None)
        intervals = len({cell for cell in cells if interval_of(cell, bare) is not None})
        dated = len(cells) if are_days(cells) else len({cell for cell in cells if day_of(cell) is not None})
        if not words and intervals < 2 and dated < 2:
            continue
        if dated == 1 and _is_dated_like_its_neighbour(rows, at):
            continue
        score = words + (intervals if intervals > 1 else 0) + (dated if dated > 1 else 0)
        if score > best_score:
            best, best_score = at, score
    return best


def _is_dated_like_its_neighbour(rows: Sequence[Row], at: int) -> bool:
    """Whether the row below (or above the last one) has a day in the same column: then both are data."""
    other = at + 1 if at + 1 < len(rows) else at - 1
    if other < 0:
        return False
    pairs = zip(rows[at], rows[other], strict=False)
    return any(
        day_of(cell.strip()) is not None and day_of(beside.strip()) is not None for cell, beside in pairs
    )


def _is_word(cell: str) -> bool:
    return count_of(cell) in (Mark.UNREADABLE, Mark.CLOSED) and day_of(cell) is None and not is_total(cell)


def _role(heading: str, samples: Sequence[str], bare: bool) -> Role:
    if heading and interval_of(heading, bare) is not None and _counts(samples):
        return Role.INTERVAL
    if heading and day_of(heading) is not None:
        return Role.DAY
    if heading and heading_role(heading) in HANDLINGS:
        times = _shares(samples, lambda text: duration_of(text) is not None)
        return heading_role(heading) or Role.UNUSED if times else Role.UNUSED
    if heading and is_total(heading) and _counts(samples):
        return Role.TOTAL
    if _are_measures(samples):
        return Role.MEASURE
    named = heading_role(heading) if heading else None
    if not samples:
        return named if named in VALUES else Role.UNUSED
    content = _content(samples, named)
    if content is not None and named is not Role.UNUSED:
        return content
    if named in _TEMPORAL:
        named = None
    if named is not None:
        return named
    if samples and _counts(samples):
        return Role.SPLIT
    # Even if it splits nothing that matters: without it, its rows would contradict each other.
    return Role.OTHER


def _are_measures(samples: Sequence[str]) -> bool:
    """Whether a column names what its row holds, such as 着信件数, 応答件数, 放棄件数."""
    named = set()
    for text in set(samples):
        named.add(heading_role(text))
        if not named <= _MEASURES:
            return False
    return len(set(samples)) > 1 and Role.CALLS in named


def _content(samples: Sequence[str], named: Role | None) -> Role | None:
    """The role that the values themselves show: they are days, times, or both."""
    # Ten digits are seconds since 1970 only where the heading speaks of time.
    epoch = named in _TEMPORAL
    if _shares(samples, lambda text: moment_of(text, epoch=epoch) is not None):
        return Role.MOMENT
    # Six digits are a month only where the heading says so.
    by_month = named is Role.MONTH or (named is None and not _shares(samples, str.isdigit))
    if by_month and _shares(samples, lambda text: month_of(text) is not None):
        return Role.MONTH
    if _shares(samples, lambda text: day_of(text) is not None):
        return Role.DATE
    if named is Role.DATE and _shares(samples, lambda text: month_of(text) is not None):
        return Role.MONTH
    if _shares(samples, lambda text: interval_of(text, named is Role.TIME) is not None):
        return Role.TIME
    return None


def _counts(samples: Sequence[str]) -> bool:
    """Whether most samples may stand for counts; a column without any, such as a closed hour, too."""
    return not samples or _shares(samples, lambda text: count_of(text) != Mark.UNREADABLE)


def _shares(samples: Sequence[str], test: Callable[[str], bool]) -> bool:
    """Whether most of the samples that are no totals pass."""
    plain = [text for text in samples if not is_total(text)]
    return bool(plain) and sum(1 for text in plain if test(text)) >= _MOSTLY * len(plain)


def _one_of_each(columns: list[Column]) -> list[Column]:
    """One column of days, one of times; counts from headings, from one column, or from several parts."""
    seen: set[Role] = set()
    has_day = any(one.role in (Role.DATE, Role.MOMENT) for one in columns)
    kept = []
    for one in columns:
        role = one.role
        if role in _TEMPORAL and (role in seen or (role is Role.MONTH and has_day)):
            role = Role.UNUSED
        if role is Role.DATE and Role.MOMENT in seen:
            role = Role.UNUSED
        seen.add(role)
        kept.append(replace(one, role=role))
    if seen & {Role.INTERVAL, Role.DAY}:
        return [
            replace(one, role=Role.UNUSED) if one.role in (Role.CALLS, Role.SPLIT) else one for one in kept
        ]
    calls = [one for one in kept if one.role is Role.CALLS]
    if calls:
        best = min(calls_rank(one.heading) for one in calls)
        chosen = {one.place for one in calls if calls_rank(one.heading) == best}
        role = Role.CALLS if len(chosen) == 1 else Role.SPLIT
        return [
            replace(one, role=role if one.place in chosen else Role.UNUSED)
            if one.role in (Role.CALLS, Role.SPLIT)
            else one
            for one in kept
        ]
    parts = [one for one in kept if one.role is Role.SPLIT]
    if len(parts) > 1:
        # Beside other parts, numbers under 会員 or 商品 are counts of it, not codes.
        return [
            replace(one, role=Role.SPLIT)
            if one.role in SPLITS and one.examples and _counts(one.examples)
            else one
            for one in kept
        ]
    # A single column of numbers, or else the totals, are the counts.
    single = parts or [one for one in kept if one.role is Role.TOTAL]
    return [replace(one, role=Role.CALLS) if [one] == single else one for one in kept]


def offered_name(names: Iterable[str]) -> str:
    """Of the names of what rows hold, the one that most surely means contacts offered; else an empty one."""
    named = [name.strip() for name in names if heading_role(name.strip()) is Role.CALLS]
    return min(named, key=calls_rank, default="")


def calls_rank(heading: str) -> int:
    """How surely a heading names the contacts offered: 0 is best."""
    text = fold(heading)
    return next((at for at, word in enumerate(CALLS) if word in text), len(CALLS))
