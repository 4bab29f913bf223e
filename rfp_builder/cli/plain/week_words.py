"""Days and hours as people type them in one line: 「平日 9:00-18:00」, 「土日 なし」, "daily 24 hours"."""

from __future__ import annotations

import re

from rfp_builder.catalogue.choices import choices_of
from rfp_builder.forms.choices import Choice
from rfp_builder.forms.hours import LAST, STEP, WEEKDAYS, Hours
from rfp_builder.forms.several import read_several
from rfp_builder.i18n import Phrase
from rfp_builder.model.choices import Day
from rfp_builder.text.dates import read_time
from rfp_builder.text.fold import fold
from rfp_builder.text.unreadable import Unreadable

_ALL_DAY = re.compile(r"24 ?(?:時間|hours?|h)|終日|all day")
_TIME = r"(?:午前|午後)? ?[0-9]{1,2}(?::[0-9]{2}| ?時 ?(?:[0-9]{1,2} ?分|半)?)?(?: ?[ap]\.?m\.?)?"
_SPAN = re.compile(rf"(?<![0-9])({_TIME}) ?(?:-|~|〜|から|to) ?({_TIME})(?: ?まで)?(?![0-9])")
_OFF = re.compile(r"なし|無し|休み|\boff\b|\bclosed\b|\bwithout\b")
_ON = re.compile(r"あり|有り|\bon\b|\bopen\b|\bwith\b")
_NAMED = {
    **dict.fromkeys(("平日", "weekdays", "weekday"), WEEKDAYS),
    **dict.fromkeys(("毎日", "every day", "everyday", "daily"), frozenset(Day)),
    **dict.fromkeys(("週末", "weekend", "weekends"), frozenset({Day.SAT, Day.SUN})),
}
_JOINT = re.compile(r"(?:\s|と|,|、|\band\b)+")
_HOLIDAYS = ("holiday", "holidays")
_WHOLE_HOUR = re.compile(r"[0-9]{1,2}")
_NOTHING = Phrase(
    "曜日か時間帯を入力してください（例: 平日 9:00-18:00）。",
    "Please type days or hours, such as: weekdays 9:00-18:00.",
)
_TURNED = Phrase(
    "終了時刻は開始時刻より30分以上あとにしてください。"
    "日をまたぐ場合は、24:00 までの行と 0:00 からの行に分けます。",
    "The end must be half an hour or more behind the beginning. Where work goes on past midnight, use one "
    "row up to 24:00 and another from 0:00.",
)


def read_week(typed: str, before: Hours) -> Hours:
    """`before` with the days, the hours, or both that were typed.

    Days alone are the days there are from now on; with 「なし」 or 「あり」 they are taken out or added.

    Raises:
        Unreadable: it is neither, or the hours end before they begin.
    """
    text = fold(typed)
    hours, text = _hours(text)
    after = before if hours is None else before.between(*hours)
    off, on = _OFF.search(text), _ON.search(text)
    words = " ".join(_ON.sub(" ", _OFF.sub(" ", text)).split()).strip("、, ")
    if not words:
        if hours is None:
            raise Unreadable(_NOTHING)
        return after
    days = _days(words)
    if off:
        return after.on(after.days - days)
    return after.on(after.days | days if on else days)


def _hours(text: str) -> tuple[tuple[int, int] | None, str]:
    """Opening and closing minute, if any, and the rest of the text."""
    if (match := _ALL_DAY.search(text)) is not None:
        return (0, LAST), text[: match.start()] + text[match.end() :]
    match = _SPAN.search(text)
    if match is None:
        return None, text
    opens, closes = (_minute(one) for one in match.groups())
    if closes < opens + STEP:
        raise Unreadable(_TURNED)
    return (opens, closes), text[: match.start()] + text[match.end() :]


def _minute(text: str) -> int:
    """A time of day; beside another one a number alone is an hour."""
    plain = text.strip()
    return read_time(f"{plain}:00" if _WHOLE_HOUR.fullmatch(plain) else plain)


def _days(words: str) -> frozenset[Day]:
    found: set[Day] = set()
    rest = words.replace("public holiday", "holiday")
    for name, days in _NAMED.items():
        if name in rest:
            found |= days
            rest = rest.replace(name, " ")
    choices = tuple(
        Choice(one.value, one.label, _HOLIDAYS if one.value == Day.HOLIDAY else ()) for one in choices_of(Day)
    )
    values, _ = read_several(_JOINT.sub("、", rest), choices)
    return frozenset(found) | {Day(value) for value in values}
