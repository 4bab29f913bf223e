"""Times of a kind of contract as people type them into one field: when shifts start, their length, breaks.

What `show_starts`, `show_rests` and `text.show.show_minutes` show is read back as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count, pairwise

from rfp_builder.forms.several import SEPARATOR
from rfp_builder.forms.spans import read_span
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.staffing import ShiftGroup, ShiftRest
from rfp_builder.text.dates import read_time
from rfp_builder.text.fold import fold
from rfp_builder.text.numbers import read_number
from rfp_builder.text.show import show_minutes, show_time
from rfp_builder.text.unreadable import Unreadable

MOST_STARTS, MOST_GROUPS, LONGEST_NAME = 48, 20, 60
"""Times at which the shifts of one kind may start, kinds of contract, and characters of their names."""

_DAY_MIN = 1440
_GRID_MIN = 5
_RUN = 3
"""Times one after the other that are shown as a span."""
_BETWEEN = re.compile(r"\s*(?:-|–|〜|～|~|から)\s*")
_DASH = {Lang.JA: "〜", Lang.EN: "-"}
_COMMA = re.compile(r"[,，、;；\n]")
_HOURS = re.compile(r"(?P<number>.+?) ?(?:時間|h|hrs?|hours?)")
_PAID = Phrase("有給", "paid")

_NO_UNIT = Phrase(
    "「9時間」「30分」のように、単位を付けて入力してください。", "Write it with its unit, like 9 h or 30 min."
)
_NO_SPAN = Phrase("0より長い時間にしてください。", "It must be a time longer than 0.")
_GRID = Phrase("{n}分単位にしてください。", "It must be a multiple of {n} minutes.")
_DAY = Phrase("24時間以内にしてください。", "It must be 24 hours or less.")
_ORDER = Phrase("始まりは終わりより前にしてください。", "The start must lie before the end.")
_STEP = Phrase(
    "時刻の範囲は「8:00-10:00/30分」のように、間隔を付けて入力してください。",
    "Write a span of times with its step, like 8:00-10:00/30 min.",
)
_NO_START = Phrase("始業時刻を1つ以上入力してください。", "It needs at least one starting time.")
_MANY_STARTS = Phrase("始業時刻は{n}個までです。", "There are {n} starting times at most.")
_REST_FORM = Phrase(
    "休憩は「4時間/60分」のように、始業からの時間と長さを入力してください。",
    "Write a break as the time after the start and its length, like 4 h/60 min.",
)
_OUTSIDE = Phrase(
    "休憩は、重なりなく勤務の中に収めてください。", "Breaks must lie within the shift and must not overlap."
)


def read_starts(text: str) -> tuple[int, ...]:
    """Minutes after midnight out of 「8:00-10:00/30分、13:00」, in the order typed, each once.

    Raises:
        Unreadable: it has no certain reading, no grid of five minutes, or more times than are taken.
    """
    found = tuple(dict.fromkeys(start for part in _parts(text) for start in _starts(part)))
    if not found:
        raise Unreadable(_NO_START)
    if len(found) > MOST_STARTS:
        raise Unreadable(_MANY_STARTS.fill(n=MOST_STARTS))
    return found


def show_starts(starts: Sequence[int], lang: Lang) -> str:
    """Starting times in one line; times at the same distance as a span."""
    return SEPARATOR[lang].join(_run(starts, lang))


def read_rests(text: str) -> tuple[ShiftRest, ...]:
    """Breaks out of 「4時間/60分、2時間/15分/有給」; none out of nothing. Raises `Unreadable`."""
    return tuple(read_rest(part) for part in _parts(text))


def read_rest(text: str) -> ShiftRest:
    """One break: time after the start, length, and 有給 or "paid" where it is. Raises `Unreadable`."""
    after, *more = text.replace("／", "/").split("/")
    paid = {fold(word) for word in (_PAID.ja, _PAID.en)}
    if len(more) not in (1, 2) or (len(more) == 2 and fold(more[1]) not in paid):
        raise Unreadable(_REST_FORM)
    return ShiftRest(
        after=read_shift_minutes(after, zero=True), length=read_shift_minutes(more[0]), paid=len(more) == 2
    )


def show_rests(rests: Sequence[ShiftRest], lang: Lang) -> str:
    """Breaks in one line."""
    return SEPARATOR[lang].join(
        "/".join(
            [
                show_minutes(one.after, lang),
                show_minutes(one.length, lang),
                *([_PAID.to(lang)] if one.paid else []),
            ]
        )
        for one in rests
    )


def within(rests: Sequence[ShiftRest], length: int) -> tuple[ShiftRest, ...]:
    """The breaks in their order, as far as a shift of `length` minutes holds them. Raises `Unreadable`."""
    found = sorted(rests, key=lambda one: one.after)
    ends = [(one.after, one.after + one.length) for one in found]
    if any(end > length for _, end in ends) or any(before[1] > after[0] for before, after in pairwise(ends)):
        raise Unreadable(_OUTSIDE)
    return tuple(found)


def read_shift_minutes(text: str, *, zero: bool = False) -> int:
    """A span in minutes out of 9時間, 4.5h or 30分, up to a day; `zero` says that none will do.

    Raises:
        Unreadable: it has no certain reading, is no multiple of five minutes, or too long.
    """
    minutes = read_span(text, "minutes")
    if minutes is None:
        match = _HOURS.fullmatch(fold(text))
        if match is None:
            raise Unreadable(_NO_UNIT)
        minutes = read_number(match["number"]) * 60
    if minutes < 0 or (minutes == 0 and not zero):
        raise Unreadable(_NO_SPAN)
    if minutes % _GRID_MIN:
        raise Unreadable(_GRID.fill(n=_GRID_MIN))
    if minutes > _DAY_MIN:
        raise Unreadable(_DAY)
    return int(minutes)


def free_id(groups: Sequence[ShiftGroup]) -> str:
    """An id for one more kind of contract."""
    taken = {one.id for one in groups}
    return next(one for one in (f"g{number}" for number in count(1)) if one not in taken)


def _parts(text: str) -> list[str]:
    return [part for part in _COMMA.split(text) if part.strip()]


def _starts(part: str) -> Iterator[int]:
    span, slash, step = part.replace("／", "/").partition("/")
    ends = [_clock(one) for one in _BETWEEN.split(span.strip())]
    if len(ends) > 2 or (len(ends) == 2) != bool(slash):
        raise Unreadable(_STEP)
    if len(ends) == 1:
        yield ends[0] % _DAY_MIN
        return
    if ends[0] > ends[1]:
        raise Unreadable(_ORDER)
    yield from (start % _DAY_MIN for start in range(ends[0], ends[1] + 1, read_shift_minutes(step)))


def _clock(text: str) -> int:
    found = read_time(text)
    if found % _GRID_MIN:
        raise Unreadable(_GRID.fill(n=_GRID_MIN))
    return found


def _run(starts: Sequence[int], lang: Lang) -> Iterator[str]:
    place = 0
    while place < len(starts):
        step = starts[place + 1] - starts[place] if place + 1 < len(starts) else 0
        last = place
        while step > 0 and last + 1 < len(starts) and starts[last + 1] - starts[last] == step:
            last += 1
        if last - place + 1 < _RUN:
            yield show_time(starts[place])
            place += 1
            continue
        ends = _DASH[lang].join(show_time(starts[one]) for one in (place, last))
        yield f"{ends}/{show_minutes(step, lang)}"
        place = last + 1
