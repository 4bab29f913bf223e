"""Reading numbers as people in Japanese and English offices type them.

What has one certain reading is read; everything else is refused with a reason. Only the full-width forms an
IME types are made half-width (Unicode NFKC would turn ① into 1), then a pattern of ASCII digits decides.
`int` and `Decimal` see nothing else: they would take ``1_000``, ``nan`` and the digits of every script.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from rfp_builder.i18n import Phrase
from rfp_builder.text.currency import marks_before, minor_digits, words_after
from rfp_builder.text.unreadable import Unreadable

__all__ = ["Unreadable", "read_amount", "read_number", "read_percent"]

_EMPTY = Phrase("数値が入力されていません。", "No number was entered.")
_NO_NUMBER = Phrase(
    "数値として読み取れません。1,200 や 120万 のように入力してください。",
    "This cannot be read as a number. Write it like 1,200 or 1200000.",
)
_RANGE = Phrase(
    "範囲ではなく、1つの数値を入力してください。",
    "This looks like a range. Enter one number.",
)
_ABOUT = Phrase(
    "「約」「以上」などを付けず、数値だけを入力してください。",
    "Enter the number alone, without words such as “about” or “at least”.",
)
_PERCENT_SIGN = Phrase(
    "ここに割合（%）は入力できません。数値を入力してください。",
    "A percentage cannot be entered here. Enter a plain number.",
)
_SHARE = Phrase(
    "0.8% か 80% か判断できません。% を付けて入力してください。",
    "This may mean 0.8% or 80%, for example. Write the percent sign.",
)
_GROUPING = Phrase(
    "桁区切りのカンマの位置が正しくありません。1,234,567 のように3桁ごとに区切ってください。",
    "The commas are not where thousands are separated. Write it like 1,234,567.",
)
_LEADING_ZERO = Phrase(
    "先頭の 0 を取って入力してください。",
    "Leave out the zeros in front.",
)
_CURRENCY = Phrase(
    "通貨の記号や単位が、この欄のものと異なります。",
    "The currency sign or unit does not belong to this field.",
)
_TOO_FINE = Phrase(
    "通貨の最小単位（円なら1円）より細かい金額は入力できません。",
    "The amount is finer than the smallest unit of the currency (one yen, one cent).",
)

_LONGEST = 40
_PERCENT_WORDS = ("%", "パーセント", "percent")
_HALF_WIDTH = str.maketrans("０１２３４５６７８９，．－−＋％￥＼（）\u3000", "0123456789,.--+%¥\\() ")
_UNITS = {
    "": 1,
    "千": 10**3,
    "万": 10**4,
    "百万": 10**6,
    "千万": 10**7,
    "億": 10**8,
    "千億": 10**11,
    "兆": 10**12,
}
_WHOLE = r"(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*)"
_SIMPLE = re.compile(rf"(?P<whole>{_WHOLE}|(?=\.))(?:\.(?P<part>[0-9]+))? ?(?P<unit>{'|'.join(_UNITS)})")
# Behind 万 the ones may stand alone: 「1万2000」. In 「1億2000」 and 「1万5」, 2000万 and 5千 may be meant.
_COMPOUND = re.compile(
    rf"(?:(?P<cho>{_WHOLE})兆 ?)?(?:(?P<oku>{_WHOLE})億 ?)?"
    rf"(?:(?P<man>{_WHOLE})万 ?(?P<ones>[1-9],[0-9]{{3}}|[1-9][0-9]{{2,3}})?)?"
)
_MINUS = ("-", "▲", "△")
# ￥1,200- : the stroke that closes a written amount. Without ￥ before it, it might be a minus sign.
_CLOSING_STROKE = re.compile(r"(?<=[0-9])\.?[-ー]$")


@dataclass(frozen=True, slots=True)
class _Reading:
    """A number as `digits` × 10**-`scale`; `decimals` is how many digits were typed behind the point."""

    digits: int
    scale: int = 0
    decimals: int = 0

    def decimal(self) -> Decimal:
        return Decimal(f"{self.digits}E-{self.scale}")


def read_amount(text: str, currency: str = "JPY") -> int:
    """An amount of money in the smallest unit of `currency` (an ISO 4217 code): yen for JPY, cents for USD.

    Read are 1,200 / １，２００円 / ￥1,200- / 120万円 / 1億2,000万円 / 1.2億 / 1,200千円 / JPY 1,200, and as
    negative ▲1,200 / △1,200 / -1,200 / (1,200). Raises `Unreadable`.
    """
    body = _half_width(text)
    reading = _read(body, marks_before(currency), words_after(currency))
    digits_allowed = minor_digits(currency)
    # 1.000 is one yen here and a thousand elsewhere; behind 億 or 万 a point is a decimal point everywhere.
    if reading.decimals > max(2, digits_allowed) or reading.scale > digits_allowed:
        raise Unreadable(_TOO_FINE)
    return int(reading.digits * 10 ** (digits_allowed - reading.scale))


def read_number(text: str, units: Collection[str] = ()) -> Decimal:
    """A number, exactly as typed: 1,200 / １２．５ / ▲3 / 120万. One of `units` (件, 席, 秒) may follow.

    Raises `Unreadable`.
    """
    words = sorted((unit.lower() for unit in units), key=len, reverse=True)
    return _read(_half_width(text), (), tuple(words)).decimal()


def read_percent(text: str) -> Decimal:
    """A percentage as a number of percent: 80% and ８０％ and 80 give 80.

    A plus sign, as in +80% more, may stand in front. A share between 0 and 1 without a percent sign is
    refused, as 0.8 may mean 80%. Raises `Unreadable`.
    """
    body = _half_width(text)
    if body.startswith("+") and body[1:2].isdigit():
        body = body[1:]
    value = _read(body, (), _PERCENT_WORDS).decimal()
    if 0 < abs(value) < 1 and not body.endswith(_PERCENT_WORDS):
        raise Unreadable(_SHARE)
    return value


def _half_width(text: str) -> str:
    body = text.translate(_HALF_WIDTH).strip().lower()
    if not body:
        raise Unreadable(_EMPTY)
    if len(body) > _LONGEST:
        raise Unreadable(_NO_NUMBER)
    return body


def _read(body: str, marks: tuple[str, ...], words: tuple[str, ...]) -> _Reading:
    """Take sign, mark and word off, each at most once and in any order, and read what is left."""
    core, negative, marked, worded = body, False, False, False
    while True:
        mark = next((mark for mark in marks if core.startswith(mark)), "")
        word = next((word for word in words if core.endswith(word)), "")
        if mark and not marked:
            core, marked = core[len(mark) :], True
            if mark in ("¥", "\\"):
                core = _CLOSING_STROKE.sub("", core)
        elif word and not worded:
            core, worded = core[: -len(word)], True
        elif core.startswith(_MINUS) and not negative:
            core, negative = core[1:], True
        elif core.startswith("(") and core.endswith(")") and not negative:
            core, negative = core[1:-1], True
        else:
            break
        core = core.strip()
    reading = _read_core(core)
    if reading is None:
        raise Unreadable(_why_not(core))
    return _Reading(-reading.digits, reading.scale, reading.decimals) if negative else reading


def _read_core(core: str) -> _Reading | None:
    if simple := _SIMPLE.fullmatch(core):
        part, unit = simple["part"] or "", simple["unit"]
        digits = int(simple["whole"].replace(",", "") + part or "0") * _UNITS[unit]
        scale = len(part)
        while scale and digits % 10 == 0:
            digits, scale = digits // 10, scale - 1
        return _Reading(digits, scale, 0 if unit else len(part))
    if core and (compound := _COMPOUND.fullmatch(core)):
        return _sum_of_groups(compound[name] for name in ("cho", "oku", "man", "ones"))
    return None


def _sum_of_groups(groups: Iterable[str | None]) -> _Reading | None:
    """Groups of four digits, the highest first; only the first that is given may be longer."""
    total = 0
    for group in groups:
        value = int(group.replace(",", "")) if group else 0
        if total and value >= 10**4:
            return None
        total = total * 10**4 + value
    return _Reading(total)


def _why_not(body: str) -> Phrase:
    """The likeliest reason why a text is not a number."""
    for pattern, reason in _REASONS:
        if pattern.search(body):
            return reason
    return _NO_NUMBER


_REASONS = (
    (re.compile(r"[0-9].*(?:[〜～~]|から).*[0-9]|[0-9] ?[-–—] ?[0-9]"), _RANGE),
    (
        re.compile(
            r"^(?:約|およそ|おおよそ|概ね|about|approx|ca\.|[<>≦≧≤≥])|(?:以上|以下|未満|程度|前後|超)$"
        ),
        _ABOUT,
    ),
    (re.compile(r"%|パーセント"), _PERCENT_SIGN),
    (re.compile(r"[$€£¥\\]|円|\b(?:usd|eur|gbp|jpy|cny|yen)\b"), _CURRENCY),
    (re.compile(r"^0[0-9]"), _LEADING_ZERO),
    (re.compile(r"^[0-9]+(?:,[0-9]+)+"), _GROUPING),
)
