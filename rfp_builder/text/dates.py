"""Reading dates and times of day as people type them, in the Japanese and the Western calendar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from rfp_builder.i18n import Phrase
from rfp_builder.text.unreadable import Unreadable

__all__ = ["Unreadable", "read_date", "read_time"]

_NO_DATE = Phrase(
    "日付として読み取れません。2027-04-01 や 令和9年4月1日 のように入力してください。",
    "This cannot be read as a date. Write it like 2027-04-01 or 1 April 2027.",
)
_ORDER = Phrase(
    "年・月・日の順序を判断できません。2027-04-01 のように、西暦4桁の年から入力してください。",
    "Year, month and day cannot be told apart. Write the year first, with four digits: 2027-04-01.",
)
_NO_YEAR = Phrase(
    "年が入力されていません。2027-04-01 のように入力してください。",
    "The year is missing. Write the date like 2027-04-01.",
)
_NO_DAY = Phrase(
    "日が入力されていません。2027-04-01 のように入力してください。",
    "The day of the month is missing. Write the date like 2027-04-01.",
)
_NO_SUCH_DAY = Phrase("暦にない日付です。", "There is no such day in the calendar.")
_NOT_IN_ERA = Phrase(
    "{era}にはない日付です。年を確認するか、西暦で入力してください。",
    "The {era} era has no such date. Check the year, or write it in the Western calendar.",
)
_WEEKDAY = Phrase(
    "日付と曜日が合いません。どちらが正しいか確認してください。",
    "The date and the day of the week do not agree. Check which of them is right.",
)
_NO_TIME = Phrase(
    "時刻として読み取れません。9:00 や 17時30分 のように入力してください。",
    "This cannot be read as a time of day. Write it like 9:00 or 17:30.",
)
_PAST_MIDNIGHT = Phrase(
    "時刻は 0:00 から 24:00 までで入力してください。翌日にまたがる場合は、2つの時間帯に分けてください。",
    "A time of day lies between 0:00 and 24:00. Split hours that run past midnight into two spans.",
)
_TWELVE = Phrase(
    "「12時」が正午か午前0時か判断できません。24時間表記で入力してください。",
    "Twelve o’clock may be noon or midnight here. Write the time in 24 hours.",
)


@dataclass(frozen=True, slots=True)
class _Era:
    name: Phrase
    first: date
    last: date

    def year(self, number: int) -> int:
        return self.first.year + number - 1


_REIWA = _Era(Phrase("令和", "Reiwa"), date(2019, 5, 1), date.max)
_HEISEI = _Era(Phrase("平成", "Heisei"), date(1989, 1, 8), date(2019, 4, 30))
_SHOWA = _Era(Phrase("昭和", "Showa"), date(1926, 12, 25), date(1989, 1, 7))
_ERAS = {"令和": _REIWA, "r": _REIWA, "平成": _HEISEI, "h": _HEISEI, "昭和": _SHOWA, "s": _SHOWA}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAME = (
    "(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAYS_JA = "月火水木金土日"
_WEEKDAYS_EN = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY_EN = "(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_WEEKDAY_BEHIND = re.compile(
    rf" ?(?:\(([{_WEEKDAYS_JA}])(?:曜日?)?\)|([{_WEEKDAYS_JA}])曜日?"
    rf"|\(({_WEEKDAY_EN})\.?\)|[, ] ?({_WEEKDAY_EN})\.?)$"
)
_WEEKDAY_BEFORE = re.compile(rf"^({_WEEKDAY_EN})\.?,? ?(?=[0-9a-z])")

_HALF_WIDTH = {full: full - 0xFEE0 for full in range(ord("！"), ord("～") + 1)} | str.maketrans("‐−", "--")
_ERA = "(?P<era>令和|平成|昭和|[rhs])"
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<y>[0-9]{4})(?P<s>[-/.])(?P<m>[0-9]{1,2})(?P=s)(?P<d>[0-9]{1,2})",
        r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})",
        r"(?P<y>[0-9]{4}) ?年 ?(?P<m>[0-9]{1,2}) ?月 ?(?P<d>[0-9]{1,2}) ?日",
        _ERA + r" ?(?P<y>元|[0-9]{1,2}) ?年 ?(?P<m>[0-9]{1,2}) ?月 ?(?P<d>[0-9]{1,2}) ?日",
        _ERA + r" ?(?P<y>元|[0-9]{1,2})(?P<s>[-/.])(?P<m>[0-9]{1,2})(?P=s)(?P<d>[0-9]{1,2})",
        rf"(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)? {_MONTH_NAME},? (?P<y>[0-9]{{4}})",
        rf"{_MONTH_NAME} (?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?,? (?P<y>[0-9]{{4}})",
    )
)
_REASONS = (
    (re.compile(r"[0-9]{1,2}[-/. ][0-9]{1,2}[-/. ][0-9]{1,4}"), _ORDER),
    (
        re.compile(
            r"(?:[0-9]{4}|(?:令和|平成|昭和|[rhs]) ?(?:元|[0-9]{1,2}))(?: ?年 ?|[-/.])[0-9]{1,2}(?: ?月)?"
        ),
        _NO_DAY,
    ),
    (re.compile(r"[0-9]{1,2}(?: ?月 ?|[-/])[0-9]{1,2}(?: ?日)?"), _NO_YEAR),
)

_CLOCK = re.compile(r"(?P<half>午前|午後)? ?(?P<h>[0-9]{1,2}):(?P<m>[0-9]{2})(?::00)?")
_HOURS = re.compile(r"(?P<half>午前|午後)? ?(?P<h>[0-9]{1,2}) ?時 ?(?:(?P<m>[0-9]{1,2}) ?分|(?P<haf>半))?")
_AM_PM = re.compile(r"(?P<h>[0-9]{1,2})(?::(?P<m>[0-9]{2}))? ?(?P<half>[ap])\.?m\.?")
_DAY = 24 * 60


def read_date(text: str) -> date:
    """A day: 2027-04-01, 2027/4/1, 2027年4月1日（木）, 令和9年4月1日, R9.4.1, 1 April 2027.

    A day of the week must agree with the date. What lacks the century, or has the year behind figures for day
    and month (27/4/1, 04/05/2027), is not guessed. Raises `Unreadable`.
    """
    body, weekday = _without_weekday(" ".join(text.translate(_HALF_WIDTH).lower().split()))
    for form in _FORMS:
        if match := form.fullmatch(body):
            day = _day(match.groupdict())
            if weekday is not None and day.weekday() != weekday:
                raise Unreadable(_WEEKDAY)
            return day
    raise Unreadable(next((reason for pattern, reason in _REASONS if pattern.fullmatch(body)), _NO_DATE))


def read_time(text: str) -> int:
    """A time of day in minutes since midnight: 9:00, ９：００, 17時30分, 9時半, 午後5時, 5:15 pm.

    24:00, the end of the day, is 1440. Raises `Unreadable`.
    """
    body = " ".join(text.translate(_HALF_WIDTH).lower().split())
    match = _CLOCK.fullmatch(body) or _HOURS.fullmatch(body) or _AM_PM.fullmatch(body)
    if not match:
        raise Unreadable(_NO_TIME)
    parts = match.groupdict()
    hour, minute = int(parts["h"]), 30 if parts.get("haf") else int(parts["m"] or 0)
    if parts["half"]:
        if hour == 12:
            raise Unreadable(_TWELVE)
        if hour > 12:
            raise Unreadable(_NO_TIME)
        hour += 12 if parts["half"] in ("午後", "p") else 0
    if minute > 59:
        raise Unreadable(_NO_TIME)
    if hour * 60 + minute > _DAY:
        raise Unreadable(_PAST_MIDNIGHT)
    return hour * 60 + minute


def _without_weekday(body: str) -> tuple[str, int | None]:
    """The date alone, and the day of the week if one is given (Monday is 0)."""
    for pattern in (_WEEKDAY_BEHIND, _WEEKDAY_BEFORE):
        if match := pattern.search(body):
            name = next(group for group in match.groups() if group)
            weekday = _WEEKDAYS_JA.find(name) if name in _WEEKDAYS_JA else _WEEKDAYS_EN.index(name[:3])
            return (body[: match.start()] + body[match.end() :]).strip(), weekday
    return body, None


def _day(parts: dict[str, str | None]) -> date:
    number, era = parts["y"], _ERAS.get(parts.get("era") or "")
    year = 1 if number == "元" else int(number or 0)
    name = parts.get("name")
    month = _MONTHS.index(name[:3]) + 1 if name else int(parts["m"] or 0)
    try:
        day = date(era.year(year) if era else year, month, int(parts["d"] or 0))
    except ValueError:
        raise Unreadable(_NO_SUCH_DAY) from None
    if era and not era.first <= day <= era.last:
        raise Unreadable(_NOT_IN_ERA.fill(era=era.name))
    return day
