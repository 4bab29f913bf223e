"""Showing values to people. What is shown here, `numbers` and `dates` read back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from rfp_builder.i18n import Lang
from rfp_builder.text.currency import minor_digits

Number = Fraction | Decimal | int

_WEEKDAYS_JA = "月火水木金土日"
_WEEKDAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS_EN = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DIGITS_WITHOUT_END = 2


def show_date(day: date, lang: Lang) -> str:
    """2027年4月1日（木）, or Thu 1 April 2027."""
    if lang is Lang.JA:
        return f"{day.year}年{day.month}月{day.day}日（{_WEEKDAYS_JA[day.weekday()]}）"
    return f"{_WEEKDAYS_EN[day.weekday()]} {day.day} {_MONTHS_EN[day.month - 1]} {day.year:04}"


def show_month(month: str, lang: Lang) -> str:
    """2027年4月, or April 2027, from "2027-04"."""
    year, number = month.split("-")
    if lang is Lang.JA:
        return f"{year}年{int(number)}月"
    return f"{_MONTHS_EN[int(number) - 1]} {year}"


def show_money(amount: int, currency: str, lang: Lang) -> str:
    """An amount in the smallest unit of `currency` (ISO 4217): 1,200円, or JPY 1,200; otherwise USD 12.50."""
    digits = minor_digits(currency)
    number = show_number(Fraction(amount, 10**digits), digits)
    return f"{number}円" if lang is Lang.JA and currency == "JPY" else f"{currency} {number}"


def show_number(value: Number, digits: int | None = None) -> str:
    """A number with thousands separated, rounded half away from zero (四捨五入) to `digits` behind the point.

    Without `digits` it is shown in full; a fraction that has no end, such as 1/3, with two digits.
    Raises `ValueError` for a decimal that is no finite number, and for negative `digits`.
    """
    if isinstance(value, Decimal) and not value.is_finite():
        raise ValueError("only finite numbers can be shown")
    if digits is not None and digits < 0:
        raise ValueError("the number of digits behind the point cannot be negative")
    exact = Fraction(value)
    places = _digits_in_full(exact) if digits is None else digits
    # Integers all the way: doubled and floored, so that a half rounds away from zero.
    scaled = abs(exact) * 10**places
    rounded = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    whole, part = divmod(rounded, 10**places)
    sign = "-" if exact < 0 and rounded else ""
    return f"{sign}{whole:,}.{part:0{places}}" if places else f"{sign}{whole:,}"


def show_percent(percent: Number, digits: int | None = None) -> str:
    """A number of percent with its sign: 80 is 80%. `digits` as in `show_number`."""
    return f"{show_number(percent, digits)}%"


def show_time(minutes: int) -> str:
    """A time of day from minutes since midnight: 9:00; 1440 is 24:00."""
    return f"{minutes // 60}:{minutes % 60:02}"


def show_minutes(minutes: int, lang: Lang) -> str:
    """A span of time given in minutes: 1時間30分, or 1 h 30 min."""
    return _span(minutes * 60, lang)


def show_seconds(seconds: int, lang: Lang) -> str:
    """A span of time given in seconds: 20秒, 5分30秒, 72時間, or 20 s, 5 min 30 s, 72 h."""
    return _span(seconds, lang)


def _span(seconds: int, lang: Lang) -> str:
    if seconds < 0:
        return f"-{_span(-seconds, lang)}"
    hours, rest = divmod(seconds, 3600)
    names = ("時間", "分", "秒") if lang is Lang.JA else (" h", " min", " s")
    parts = [
        f"{amount:,}{name}" for amount, name in zip((hours, *divmod(rest, 60)), names, strict=True) if amount
    ]
    return ("" if lang is Lang.JA else " ").join(parts) or f"0{names[-1]}"


def _digits_in_full(value: Fraction) -> int:
    """Digits behind the point until the decimal expansion ends."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else _DIGITS_WITHOUT_END
