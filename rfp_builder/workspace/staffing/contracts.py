"""Kinds of contract in the settings: in words, as they are typed, and put in or taken out."""

from __future__ import annotations

from dataclasses import dataclass

from rfp_builder.forms.shift_times import (
    LONGEST_NAME,
    MOST_GROUPS,
    free_id,
    read_rests,
    read_shift_minutes,
    read_starts,
    show_rests,
    show_starts,
    within,
)
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.localized import Localized
from rfp_builder.model.staffing import ShiftGroup, Staffing
from rfp_builder.text.clean import clean
from rfp_builder.text.numbers import read_number
from rfp_builder.text.show import show_minutes
from rfp_builder.text.unreadable import Unreadable
from rfp_builder.workspace.staffing.misread import Misread, reading

_LINE = Phrase(
    "始業 {starts}、{length}、休憩 {rests}、週{days}日{more}",
    "from {starts}, {length}, break {rests}, {days} days a week{more}",
)
_NO_REST = Phrase("なし", "none")
_PART_TIME = Phrase("、パートタイム", ", part-time")
_APART = Phrase("、休日は連続しなくてよい", ", days off not together")
_MOST = Phrase("、{n}人まで", ", {n} people at most")
_NO_NAME = Phrase("名前を{n}文字以内で入力してください。", "Give it a name of {n} characters at most.")
_DAYS = Phrase("1から7までの整数にしてください。", "It must be a whole number from 1 to 7.")
_PEOPLE = Phrase("1以上の整数にしてください。", "It must be a whole number of 1 or more.")
_TOO_MANY = Phrase("勤務形態は{n}種類までです。", "There are {n} kinds of contract at most.")
_WEEK = 7
_MOST_PEOPLE = 10**6


@dataclass(frozen=True, slots=True)
class TypedGroup:
    """A kind of contract as somebody typed it. `people` may be empty: as many as are needed."""

    name: str
    starts: str
    length: str
    rests: str
    days: str
    people: str
    part_time: bool
    days_off_together: bool


def typed_group(group: ShiftGroup, lang: Lang) -> TypedGroup:
    """A kind of contract as it would be typed."""
    return TypedGroup(
        name=group.name.to(lang),
        starts=show_starts(group.starts, lang),
        length=show_minutes(group.length, lang),
        rests=show_rests(group.rests, lang),
        days=str(group.days_a_week),
        people="" if group.people is None else str(group.people),
        part_time=group.part_time,
        days_off_together=group.days_off_together,
    )


def with_group(staffing: Staffing, group_id: str | None, typed: TypedGroup, lang: Lang) -> Staffing:
    """The settings with a kind of contract changed, or with one more.

    Raises:
        Misread: something typed has no certain reading, or there are too many.
    """
    held = next((one for one in staffing.groups if one.id == group_id), None)
    if held is None and len(staffing.groups) >= MOST_GROUPS:
        raise Misread("name", _TOO_MANY.fill(n=MOST_GROUPS))
    name = clean(typed.name).text.strip()
    if not 1 <= len(name) <= LONGEST_NAME:
        raise Misread("name", _NO_NAME.fill(n=LONGEST_NAME))
    length = reading("length", lambda: read_shift_minutes(typed.length))
    made = ShiftGroup(
        id=free_id(staffing.groups) if held is None else held.id,
        name=_named(held, name, lang),
        starts=reading("starts", lambda: read_starts(typed.starts)),
        length=length,
        rests=reading("rests", lambda: within(read_rests(typed.rests), length)),
        days_a_week=_whole("days", typed.days, _WEEK, _DAYS),
        days_off_together=typed.days_off_together,
        part_time=typed.part_time,
        people=_whole("people", typed.people, _MOST_PEOPLE, _PEOPLE) if typed.people.strip() else None,
    )
    if held is None:
        return staffing.replace(groups=(*staffing.groups, made))
    return staffing.replace(groups=tuple(made if one is held else one for one in staffing.groups))


def without_group(staffing: Staffing, group_id: str) -> Staffing:
    """The settings without that kind of contract; with the last of them the usual ones count again."""
    return staffing.replace(groups=tuple(one for one in staffing.groups if one.id != group_id))


def group_line(group: ShiftGroup) -> Phrase:
    """A kind of contract in one line, without its name."""
    return Phrase(_said(group, Lang.JA), _said(group, Lang.EN))


def _said(group: ShiftGroup, lang: Lang) -> str:
    more = [
        *((_PART_TIME,) if group.part_time else ()),
        *(() if group.days_off_together else (_APART,)),
        *((_MOST.fill(n=group.people),) if group.people is not None else ()),
    ]
    return _LINE.fill(
        starts=show_starts(group.starts, lang),
        length=show_minutes(group.length, lang),
        rests=show_rests(group.rests, lang) or _NO_REST.to(lang),
        days=group.days_a_week,
        more="".join(one.to(lang) for one in more),
    ).to(lang)


def _named(held: ShiftGroup | None, name: str, lang: Lang) -> Localized:
    if held is not None and held.name.to(lang) == name:
        return held.name
    return Localized(ja=name) if lang is Lang.JA else Localized(en=name)


def _whole(field: str, text: str, most: int, why: Phrase) -> int:
    def read() -> int:
        found = read_number(text, ("人", "日", "days", "people"))
        if found != int(found) or not 1 <= found <= most:
            raise Unreadable(why)
        return int(found)

    return reading(field, read)
