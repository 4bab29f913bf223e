"""Single settings as people type them: a value, a share for each month, special days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.localized import LONGEST, Localized
from rfp_builder.model.staffing import MOST_TIMES, SpecialDays, Staffing
from rfp_builder.text.clean import clean
from rfp_builder.text.dates import read_date
from rfp_builder.text.numbers import read_number, read_percent
from rfp_builder.text.show import show_number
from rfp_builder.text.unreadable import Unreadable
from rfp_builder.workspace.staffing.misread import Misread, reading

if TYPE_CHECKING:
    from rfp_builder.excel.staffing.inputs import Field

MOST_MONTHS = 24
_COMMA = re.compile(r"[,，、;；\s]+")
_RANGE = Phrase("{least}から{most}までにしてください。", "It must lie between {least} and {most}.")
_BELOW = Phrase("{least}以上、{most}未満にしてください。", "It must be {least} or more, and below {most}.")
_WHOLE = Phrase("整数で入力してください。", "It must be a whole number.")
_YEARS = Phrase("2000年から2199年までの日付にしてください。", "It must be a date from 2000 to 2199.")
_DIGITS = Phrase("小数第{n}位までで入力してください。", "It can have {n} digits behind the point at most.")
_EMPTY = Phrase("値を入力してください。", "Type a value.")
_MANY = Phrase("{n}か月分までです。", "There are {n} months at most.")
_TIMES = Phrase("倍率は0から{most}までにしてください。", "A factor must lie between 0 and {most}.")
_ORDER = Phrase("最終日は初日以降にしてください。", "The last day must not be before the first.")
_TOO_LONG = Phrase("名前が長すぎます。", "The name is too long.")
_FACTOR_DIGITS = 3


@dataclass(frozen=True, slots=True)
class TypedSpecial:
    """Special days as somebody typed them; `last` may be empty: one day. `occasion` may be, too."""

    occasion: str
    first: str
    last: str
    factor: str


def read_setting(field: Field, text: str) -> Decimal | date:
    """The value of a setting.

    Raises:
        Unreadable: it has no certain reading, or lies outside what the setting can be.
    """
    from rfp_builder.excel.columns import Kind

    if not text.strip():
        raise Unreadable(_EMPTY)
    if field.kind is Kind.DATE:
        day = read_date(text)
        if not 2000 <= day.year < 2200:
            raise Unreadable(_YEARS)
        return day
    is_share = field.kind is Kind.PERCENT
    found = read_percent(text) if is_share else read_number(text, field.words)
    sign = "%" if is_share else ""
    least, most = f"{field.least:,}{sign}", f"{field.most:,}{sign}"
    if found < field.least or found > field.most or (field.below and found == field.most):
        raise Unreadable((_BELOW if field.below else _RANGE).fill(least=least, most=most))
    if field.whole and found != int(found):
        raise Unreadable(_WHOLE)
    return _tidy(found, field.digits)


def read_months(field: Field, text: str) -> tuple[Decimal, ...]:
    """A share for each month, with commas between them. Raises `Unreadable`."""
    parts = [part for part in _COMMA.split(text) if part]
    if not parts:
        raise Unreadable(_EMPTY)
    if len(parts) > MOST_MONTHS:
        raise Unreadable(_MANY.fill(n=MOST_MONTHS))
    return tuple(found for part in parts if isinstance(found := read_setting(field, part), Decimal))


def typed_value(value: object) -> str:
    """A value as it would be typed; empty where there is none."""
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, tuple):
        return ", ".join(map(typed_value, value))
    return show_number(value) if isinstance(value, int | Decimal) else ""


def typed_special(special: SpecialDays, lang: Lang) -> TypedSpecial:
    """Special days as they would be typed."""
    return TypedSpecial(
        occasion="" if special.occasion is None else special.occasion.to(lang),
        first=typed_value(special.first),
        last="" if special.last == special.first else typed_value(special.last),
        factor=typed_value(special.factor),
    )


def with_special(staffing: Staffing, place: int | None, typed: TypedSpecial, lang: Lang) -> Staffing:
    """The settings with special days changed, or with some more; they stand in the order of their days.

    Raises:
        Misread: something typed has no certain reading.
    """
    held = staffing.specials[place] if place is not None and place < len(staffing.specials) else None
    first = reading("first", lambda: read_date(typed.first))
    last = reading("last", lambda: read_date(typed.last)) if typed.last.strip() else first
    if last < first:
        raise Misread("last", _ORDER)
    factor = reading("factor", lambda: _factor(typed.factor))
    name = clean(typed.occasion).text.strip()
    if len(name) > LONGEST:
        raise Misread("occasion", _TOO_LONG)
    made = SpecialDays(occasion=_named(held, name, lang), first=first, last=last, factor=factor)
    rest = [one for one in staffing.specials if one is not held]
    return staffing.replace(specials=tuple(sorted([*rest, made], key=lambda one: (one.first, one.last))))


def without_special(staffing: Staffing, place: int) -> Staffing:
    """The settings without those special days."""
    specials = staffing.specials
    return staffing.replace(specials=(*specials[:place], *specials[place + 1 :]))


def _factor(text: str) -> Decimal:
    found = read_number(text, ("倍", "times"))
    if not 0 <= found <= MOST_TIMES:
        raise Unreadable(_TIMES.fill(most=MOST_TIMES))
    return _tidy(found, _FACTOR_DIGITS)


def _named(held: SpecialDays | None, name: str, lang: Lang) -> Localized | None:
    if held is not None and held.occasion is not None and held.occasion.to(lang) == name:
        return held.occasion
    if not name:
        return None
    return Localized(ja=name) if lang is Lang.JA else Localized(en=name)


def _tidy(value: Decimal, digits: int) -> Decimal:
    """The value without zeros at its end; what has more digits is asked back, as it would be changed."""
    tidied = value.quantize(Decimal(1).scaleb(-digits))
    if tidied != value:
        raise Unreadable(_DIGITS.fill(n=digits))
    return tidied.normalize() + 0
