"""What the options of `forecast` say, read as people type them."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from rfp_builder.cli.wrong_option import example_of, wrong_option
from rfp_builder.errors import WrongUse
from rfp_builder.i18n import Phrase
from rfp_builder.text.date_order import DateOrder
from rfp_builder.text.dates import read_date, read_time
from rfp_builder.text.numbers import read_number, read_percent
from rfp_builder.text.unreadable import Unreadable
from rfp_builder.workload.forecast.profile import Hours
from rfp_builder.workload.forecast.values import Special
from rfp_builder.workload.history.stamps import NoZone, Zone

SPECIAL_EXAMPLE = "2027-11-19..2027-11-25=1.4"
UNTIL_EXAMPLE = "2028-03-31"

_BETWEEN = re.compile(r"\.\.|〜|～|~")
_A_YEAR = re.compile(r"^(?:年(?:間|率)?|毎年) ?")
_OF_LAST_YEAR = re.compile(r"^(?:前年比|対前年比?|昨対比?) ?(.+)$")
_MORE_OR_LESS = re.compile(r"^(.+?) ?(増|減)(?:加|少)?$")
_FACTOR = Phrase(
    "「日付=倍率」または「初日..最終日=倍率」の形で入力してください（0 は休業）。",
    "Write it as date=factor or first..last=factor; 0 is closed.",
)
_ORDER = Phrase("始まりは終わりより前にしてください。", "The start must lie before the end.")
_SPAN = Phrase("「開始-終了」の形で入力してください。", "Write it as start-end.")
_NO_ZONE = Phrase("そのようなタイムゾーンはありません。", "There is no such time zone.")
_NOT_TOGETHER = Phrase(
    "{option} と --as-forecast は同時に指定できません。", "{option} and --as-forecast do not go together."
)
_AS_IT_IS = Phrase(
    "--as-forecast では、ファイルの予測をそのまま取り込みます。",
    "With --as-forecast the forecast in the file is taken as it is.",
)
_LEAVE_OUT = Phrase("どちらか一方を外してください。", "Leave one of them out.")
_NO_UNTIL = Phrase("--until が指定されていません。", "--until is missing.")
_UNTIL_WHY = Phrase(
    "予測の最終日が必要です。作成済みの予測を取り込む場合は --as-forecast を指定してください。",
    "It names the last day of the forecast. To take over a forecast made elsewhere, add --as-forecast.",
)


def date_of(name: str, text: str, example: str) -> date:
    """A day. Raises `WrongUse`."""
    try:
        return read_date(text)
    except Unreadable as reason:
        raise wrong_option(name, example, reason.reason) from None


def until_of(text: str | None) -> date:
    """The last day of the forecast. Raises `WrongUse`, also where it is missing."""
    if text is None:
        raise WrongUse(_NO_UNTIL, _UNTIL_WHY, example_of("--until", UNTIL_EXAMPLE))
    return date_of("--until", text, UNTIL_EXAMPLE)


def refuse_with_forecast(**given: object) -> None:
    """Refuse options that would change a forecast which is to be taken as it is. Raises `WrongUse`."""
    name = next((name for name, value in given.items() if value), None)
    if name is not None:
        raise WrongUse(_NOT_TOGETHER.fill(option=f"--{name}"), _AS_IT_IS, _LEAVE_OUT)


def growth_of(text: str) -> Fraction:
    """Growth a year as a share: 5%, 年5%増, 3%減, 前年比105%. Raises `WrongUse`."""
    body = " ".join(text.replace("　", " ").split())
    try:
        if found := _OF_LAST_YEAR.fullmatch(body):
            body = found[1]
            if not _MORE_OR_LESS.fullmatch(body) and not body.startswith(("+", "＋", "-", "－", "▲", "△")):
                return Fraction(read_percent(body)) / 100 - 1
        body = _A_YEAR.sub("", body)
        sign = 1
        if found := _MORE_OR_LESS.fullmatch(body):
            body, sign = found[1], -1 if found[2] == "減" else 1
        return sign * Fraction(read_percent(body.removeprefix("+").removeprefix("＋"))) / 100
    except Unreadable as reason:
        raise wrong_option("--growth", "5%", reason.reason) from None


def special_of(text: str) -> Special:
    """Days and their factor. Raises `WrongUse`."""
    when, equals, factor = text.replace("＝", "=").partition("=")
    parts = _BETWEEN.split(when)
    if not equals or len(parts) > 2:
        raise wrong_option("--special", SPECIAL_EXAMPLE, _FACTOR)
    first, last = (date_of("--special", part, SPECIAL_EXAMPLE) for part in (parts[0], parts[-1]))
    try:
        number = read_number(factor, ("倍",))
    except Unreadable as reason:
        raise wrong_option("--special", SPECIAL_EXAMPLE, reason.reason) from None
    if number < 0:
        raise wrong_option("--special", SPECIAL_EXAMPLE, _FACTOR)
    if last < first:
        raise wrong_option("--special", SPECIAL_EXAMPLE, _ORDER)
    return Special(first, last, Fraction(number))


def hours_of(text: str, interval: int) -> Hours:
    """Opening hours. Raises `WrongUse`."""
    parts = re.split(r" *[-~〜～] *", text)
    if len(parts) != 2:
        raise wrong_option("--hours", "9:00-18:00", _SPAN)
    try:
        opens, closes = (read_time(part) for part in parts)
    except Unreadable as reason:
        raise wrong_option("--hours", "9:00-18:00", reason.reason) from None
    if closes - opens < interval:
        raise wrong_option("--hours", "9:00-18:00", _ORDER)
    return Hours(opens, closes, interval)


def zone_of(text: str) -> Zone:
    """A time zone that is known. Raises `WrongUse`."""
    zone = Zone(text.strip())
    try:
        _ = zone.info
    except NoZone:
        raise wrong_option("--time-zone", "Asia/Tokyo", _NO_ZONE) from None
    return zone


def order_of(text: str | None) -> DateOrder | None:
    """What comes first in dates whose year stands last, one of the choices of the option."""
    return None if text is None else DateOrder(text)
