"""Headings that are bare numbers: the hours of a day, or the days of a month named above the table."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rfp_builder.text.fold import fold
from rfp_builder.workload.history.labels import day_of, interval_of, month_of
from rfp_builder.workload.history.refusals import NO_MONTH, Unreadable
from rfp_builder.workload.history.tables import Row

_NUMBER = re.compile(r"[0-9]{1,2}", re.ASCII)
_DAY = re.compile(r"([0-9]{1,2}) ?日?(?: ?[(（][月火水木金土日][)）])?", re.ASCII)
_MONTH = re.compile(
    r"(?:[0-9]{4}|(?:令和|r) ?(?:元|[0-9]{1,2})) ?(?:年|[-/.]) ?[0-9]{1,2}(?: ?月)?(?![0-9])", re.ASCII
)
_FEWEST_HOURS = 4
_FEWEST_DAYS = 28
_LAST_HOUR = 23
_LONGEST = 200


def are_hours(cells: Sequence[str]) -> bool:
    """Whether a row's bare numbers are hours on end: 9, 10, 11 … Beside a date or time they are counts."""
    numbers = [int(cell) for cell in cells if _NUMBER.fullmatch(cell)]
    return (
        len(numbers) >= _FEWEST_HOURS
        and max(numbers) <= _LAST_HOUR
        and all(after == before + 1 for before, after in pairwise(numbers))
        and not any(day_of(cell) or interval_of(cell) for cell in cells)
    )


def are_days(cells: Sequence[str]) -> bool:
    """Whether a row's bare numbers are all the days of a month: 1, 2, 3 … or 1日, 2日, 3日 …"""
    numbers = [int(found[1]) for cell in cells if (found := _DAY.fullmatch(cell))]
    return len(numbers) >= _FEWEST_DAYS and numbers == list(range(1, len(numbers) + 1))


def with_month(headings: Sequence[str], above: Iterable[Row], sheet: str) -> list[str]:
    """The headings with dates in place of bare days, in the month named nearest above, or by the sheet.

    Raises:
        Unreadable: no month is named, or it has fewer days.
    """
    titles = [*(cell for row in above for cell in row), sheet]
    months = [month for title in titles if (month := _month_in(title)) is not None]
    if not months:
        raise Unreadable(NO_MONTH)
    # The nearest above the table, not the name of the sheet, if there are several.
    named = months[-2] if len(months) > 1 and _month_in(sheet) else months[-1]
    last = calendar.monthrange(int(named[:4]), int(named[5:]))[1]
    return [
        f"{named}-{int(found[1]):02}"
        if (found := _DAY.fullmatch(one)) and 1 <= int(found[1]) <= last
        else one
        for one in headings
    ]


def _month_in(text: str) -> str | None:
    found = _MONTH.search(fold(text[:_LONGEST]))
    return None if found is None else month_of(found[0])
