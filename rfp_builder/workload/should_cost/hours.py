"""Paid hours by class: what premium an hour carries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from itertools import chain

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.workload.shifts import Shift, ShiftPlan
from rfp_builder.workload.should_cost.items import Item

DAY_MIN = 1440
NIGHT_MIN = (22 * 60, 29 * 60)
"""22:00 to 5:00, Labour Standards Act (労働基準法) article 37, paragraph 4."""
LONGEST_DAY_MIN = 8 * 60
"""Beyond 8 hours of work a day it is overtime, article 32."""


class HourClass(StrEnum):
    """What an hour is by law. Premiums add up at night: Ordinance for Enforcement, article 20."""

    REGULAR = "regular"
    NIGHT = "night"
    OVERTIME = "overtime"
    OVERTIME_NIGHT = "overtime-night"
    LONG_OVERTIME = "long-overtime"
    LONG_OVERTIME_NIGHT = "long-overtime-night"
    HOLIDAY = "holiday"
    HOLIDAY_NIGHT = "holiday-night"

    def to(self, lang: Lang) -> str:
        """Its name."""
        return _NAMES[self].to(lang)

    @property
    def premiums(self) -> tuple[Item, ...]:
        """The premiums that an hour of this class carries, to be added."""
        return _PREMIUMS[self]


Hours = Mapping[HourClass, Fraction]

_NAMES = {
    HourClass.REGULAR: Phrase("通常", "regular"),
    HourClass.NIGHT: Phrase("深夜", "night"),
    HourClass.OVERTIME: Phrase("時間外", "overtime"),
    HourClass.OVERTIME_NIGHT: Phrase("時間外・深夜", "overtime at night"),
    HourClass.LONG_OVERTIME: Phrase("月60時間超の時間外", "overtime beyond 60 hours a month"),
    HourClass.LONG_OVERTIME_NIGHT: Phrase(
        "月60時間超の時間外・深夜", "overtime beyond 60 hours a month, at night"
    ),
    HourClass.HOLIDAY: Phrase("法定休日", "statutory holiday"),
    HourClass.HOLIDAY_NIGHT: Phrase("法定休日・深夜", "statutory holiday at night"),
}
_PREMIUMS = {
    HourClass.REGULAR: (),
    HourClass.NIGHT: (Item.NIGHT,),
    HourClass.OVERTIME: (Item.OVERTIME,),
    HourClass.OVERTIME_NIGHT: (Item.OVERTIME, Item.NIGHT),
    HourClass.LONG_OVERTIME: (Item.LONG_OVERTIME,),
    HourClass.LONG_OVERTIME_NIGHT: (Item.LONG_OVERTIME, Item.NIGHT),
    HourClass.HOLIDAY: (Item.HOLIDAY,),
    HourClass.HOLIDAY_NIGHT: (Item.HOLIDAY, Item.NIGHT),
}


def hours_of_week(plan: ShiftPlan) -> Hours:
    """Paid hours of a week of shifts, by class: night and what goes beyond 8 hours a day.

    Statutory holidays and overtime beyond 60 hours a month do not show in a plan of shifts; where they are to
    be paid for, move hours to their classes.
    """
    minutes = dict.fromkeys(HourClass, 0)
    for filled in plan.filled:
        for kind, spent in _minutes(filled.shift).items():
            minutes[kind] += spent * sum(filled.people)
    return {kind: Fraction(spent, 60) for kind, spent in minutes.items() if spent}


def hours_of_month(week: Hours, days: int = 365) -> Hours:
    """Hours of an average month of a year with `days` days, from those of a week."""
    return {kind: hours * days / (7 * 12) for kind, hours in week.items()}


def _minutes(shift: Shift) -> dict[HourClass, int]:
    found = dict.fromkeys(HourClass, 0)
    for place, minute in enumerate(_paid(shift)):
        night = any(start <= minute < end for start, end in _nights())
        if place < LONGEST_DAY_MIN:
            found[HourClass.NIGHT if night else HourClass.REGULAR] += 1
        else:
            found[HourClass.OVERTIME_NIGHT if night else HourClass.OVERTIME] += 1
    return found


def _nights() -> Iterator[tuple[int, int]]:
    """Before, at the end of, and after the day on which a shift starts."""
    start, end = NIGHT_MIN
    return ((start + day * DAY_MIN, end + day * DAY_MIN) for day in (-1, 0, 1))


def _paid(shift: Shift) -> Iterator[int]:
    """The paid minutes of a shift, counted from the midnight before it."""
    unpaid = set(
        chain.from_iterable(
            range(one.after_min, one.after_min + one.length_min) for one in shift.breaks if not one.is_paid
        )
    )
    return (shift.start_min + minute for minute in range(shift.length_min) if minute not in unpaid)
