"""Business days in Japan: not Saturday, Sunday, a national holiday, nor 29 December to 3 January."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from rfp_builder.i18n import Phrase

_SATURDAY = Phrase("土曜日", "a Saturday")
_SUNDAY = Phrase("日曜日", "a Sunday")
_YEAR_END = Phrase("年末年始（12月29日〜1月3日）", "the year-end closure, 29 December to 3 January")
_HOLIDAY = Phrase("祝日（{name}）", "a national holiday ({name})")


def why_closed(day: date) -> Phrase | None:
    """Why offices are closed on this day, or None on a business day.

    National holidays are known for 1949–2099, the coming ones as the law stands now.
    """
    if (day.month, day.day) >= (12, 29) or (day.month, day.day) <= (1, 3):
        return _YEAR_END
    if holiday := _holidays(day.year).get(day):
        return _HOLIDAY.fill(name=holiday)
    return {5: _SATURDAY, 6: _SUNDAY}.get(day.weekday())


def is_business_day(day: date) -> bool:
    """Whether offices in Japan are open on this day."""
    return why_closed(day) is None


def add_business_days(day: date, count: int) -> date:
    """The `count`-th business day after `day`; before it where `count` is negative.

    0 is the day itself, or the next business day where it is none.
    """
    step = timedelta(days=-1 if count < 0 else 1)
    left = abs(count)
    while left or not is_business_day(day):
        day += step
        if left and is_business_day(day):
            left -= 1
    return day


def business_days_between(start: date, end: date) -> int:
    """Business days after `start` up to and including `end`; negative where `end` lies before `start`."""
    if end < start:
        return -business_days_between(end, start)
    days = (start + timedelta(days=ahead) for ahead in range(1, (end - start).days + 1))
    return sum(is_business_day(day) for day in days)


@cache
def _holidays(year: int) -> Mapping[date, Phrase]:
    # Loaded on use: the library is large and most commands never ask.
    from holidays import country_holidays

    ja = country_holidays("JP", years=year, language="ja")
    en = country_holidays("JP", years=year, language="en_US")
    return {day: Phrase(ja[day], en[day]) for day in ja}
