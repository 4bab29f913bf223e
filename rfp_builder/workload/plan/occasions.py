"""Special days of 2.3, which people write in words: read where they are plainly days, else told."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.model.answers import known
from rfp_builder.model.definition.work import SpecialDay
from rfp_builder.model.project import Project
from rfp_builder.model.staffing import MOST_TIMES, SpecialDays
from rfp_builder.text.fold import fold
from rfp_builder.workload.forecast.special_days import span_of

_MonthDay = tuple[int, int]
"""Month and day of any year."""

_EVERY = r"(?:毎年|例年|every year:? )?"
_TO = r" ?(?:から|〜|~|-|to|until) ?"
_DAYS = re.compile(rf"{_EVERY}(\d+)月(\d+)日(?:{_TO}(?:(\d+)月)?(\d+)日)?(?:まで)?")
_MONTHS = re.compile(rf"{_EVERY}(\d+)月?(?:{_TO}(\d+)月|月)(?:まで|中)?")
_THIRD = re.compile(rf"{_EVERY}(\d+)月(上旬|中旬|下旬)")
_THIRDS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31)}
_DAYS_EN = re.compile(rf"(\d+)(?: ([a-z]+))?(?:{_TO}(\d+) ([a-z]+))?(?: every year)?")
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHLY = re.compile(
    r"毎月.*|月末.*|月初.*|五十日|ごとおび|ゴトー日|5・10日"
    r"|.*\b(?:each|every) month\b.*|monthly|month[- ]end|.* of the month"
)
_LEAP = 2000
_CALLED = Phrase("{occasion}（{period}）", "{occasion} ({period})")


@dataclass(frozen=True, slots=True)
class Occasions:
    """What of 2.3 a plan takes from where."""

    used: tuple[SpecialDays, ...] = ()
    """With the days of each year that the history does not show."""
    shown: tuple[SpecialDay, ...] = ()
    """Those that the history holds, which shows by itself how they differ."""
    too_fine: tuple[SpecialDay, ...] = ()
    """Days of every month, of which a history by month shows nothing."""
    unread: tuple[SpecialDay, ...] = ()


def occasions_of(project: Project, first: date, last: date, by_day: bool, until: date) -> Occasions:
    """The rows of 2.3 with a period and a change, for a history from `first` to `last` and a plan `until`.

    A day or period of a certain year counts as it stands. One that returns every year counts where the
    history does not hold it once as a whole: what it holds is learned from it, and would count twice. The
    same goes for days of every month. What overlaps with a special day set for the plan gives way to it.
    """
    used: list[SpecialDays] = []
    shown: list[SpecialDay] = []
    too_fine: list[SpecialDay] = []
    unread: list[SpecialDay] = []
    for row in known(project.definition.work.forecast.special_days) or ():
        period, change = known(row.period), known(row.change)
        factor = None if change is None else 1 + change / Decimal(100)
        if period is None or factor is None or not 0 <= factor <= MOST_TIMES:
            continue
        texts = [one for one in (period.ja, period.en) if one]
        dated = next((day for one in texts if (day := _dated(one)) is not None), None)
        yearly = next((span for one in texts if (span := yearly_of(one)) is not None), None)
        if dated is not None:
            used.append(_special(row, dated, factor))
        elif yearly is not None:
            if any(begin >= first and end <= last for begin, end in _each_year(yearly, first, last)):
                shown.append(row)
            else:
                used += [_special(row, span, factor) for span in _each_year(yearly, first, until)]
        elif any(_MONTHLY.fullmatch(fold(one)) for one in texts):
            (shown if by_day else too_fine).append(row)
        else:
            unread.append(row)
    free = tuple(one for one in used if one.last >= first and not _is_set(project, one))
    return Occasions(free, tuple(shown), tuple(too_fine), tuple(unread))


def yearly_of(text: str) -> tuple[_MonthDay, _MonthDay] | None:
    """The first and last day of a period of every year: 12月5日から25日まで, 8月下旬, 3月, 5 to 25 December.

    None where the text says anything else or more.
    """
    body = fold(text).removesuffix("。").replace("～", "〜")
    if found := _DAYS.fullmatch(body):
        month, day = int(found[1]), int(found[2])
        return _checked((month, day), (int(found[3] or month), int(found[4] or day)))
    if found := _THIRD.fullmatch(body):
        begin, end = _THIRDS[found[2]]
        return _checked((int(found[1]), begin), (int(found[1]), end))
    if found := _MONTHS.fullmatch(body):
        return _checked((int(found[1]), 1), (int(found[2] or found[1]), 31))
    if found := _DAYS_EN.fullmatch(body):
        last_month = _month_named(found[4] or found[2] or "")
        first_month = _month_named(found[2]) if found[2] else last_month
        if first_month is not None and last_month is not None:
            return _checked((first_month, int(found[1])), (last_month, int(found[3] or found[1])))
    return None


def _dated(text: str) -> tuple[date, date] | None:
    span = span_of(text.strip().removesuffix("。").removesuffix("まで"))
    return span if span is not None and span[0] <= span[1] else None


def _checked(first: _MonthDay, last: _MonthDay) -> tuple[_MonthDay, _MonthDay] | None:
    """None where there is no such month or day; a 31st of a shorter month is its last day."""
    if not all(1 <= month <= 12 and 1 <= day <= 31 for month, day in (first, last)):
        return None
    if first[1] > monthrange(_LEAP, first[0])[1]:
        return None
    return first, last


def _each_year(span: tuple[_MonthDay, _MonthDay], first: date, until: date) -> Iterator[tuple[date, date]]:
    """The period in each year, as far as it touches the days from `first` to `until`."""
    (month, day), (last_month, last_day) = span
    for year in range(first.year - 1, until.year + 1):
        end_year = year + 1 if (last_month, last_day) < (month, day) else year
        begin, end = _day(year, month, day), _day(end_year, last_month, last_day)
        if end >= first and begin <= until:
            yield begin, end


def _day(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))


def _month_named(word: str) -> int | None:
    return _NAMES.index(word[:3]) + 1 if word[:3] in _NAMES else None


def _special(row: SpecialDay, span: tuple[date, date], factor: Decimal) -> SpecialDays:
    whole = factor.quantize(Decimal("0.001"))
    return SpecialDays(occasion=row.occasion, first=span[0], last=span[1], factor=whole)


def _is_set(project: Project, one: SpecialDays) -> bool:
    return any(one.first <= held.last and held.first <= one.last for held in project.staffing.specials)


def called(row: SpecialDay) -> Speakable:
    """What is said of a row: its occasion and the words of its period."""
    period = known(row.period)
    if row.occasion is None or period is None:
        return row.occasion or period or Phrase("", "")
    return _CALLED.fill(occasion=row.occasion, period=period)
