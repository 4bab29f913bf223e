"""Paid hours by class, from shifts."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from rfp_builder.i18n import Phrase
from rfp_builder.workload.shifts import Break, Contract, DaysOff, Filled, Shift, ShiftPlan, Week, cover_week
from rfp_builder.workload.should_cost import HourClass, hours_of_month, hours_of_week

HOUR = 60
NAME = Phrase("夜勤", "nights")


def plan(shift: Shift, people: tuple[int, ...] = (1, 0, 0, 0, 0, 0, 0)) -> ShiftPlan:
    nobody = np.zeros((7, 24), dtype=np.int64)
    contract = Contract(NAME, (shift,), 1, DaysOff.ANY)
    return ShiftPlan(nobody, nobody, nobody, (Filled(contract, shift, people),), (), 0.0, 0.0)


@pytest.mark.parametrize(
    ("shift", "expected"),
    [
        (Shift(9 * HOUR, 8 * HOUR), {HourClass.REGULAR: 8}),
        (Shift(9 * HOUR, 9 * HOUR, (Break(4 * HOUR, HOUR),)), {HourClass.REGULAR: 8}),
        (Shift(9 * HOUR, 9 * HOUR, (Break(240, HOUR, True),)), {HourClass.REGULAR: 8, HourClass.OVERTIME: 1}),
        (Shift(18 * HOUR, 6 * HOUR), {HourClass.REGULAR: 4, HourClass.NIGHT: 2}),
        (Shift(22 * HOUR, 8 * HOUR), {HourClass.NIGHT: 7, HourClass.REGULAR: 1}),
        (Shift(22 * HOUR, 8 * HOUR, (Break(4 * HOUR, HOUR),)), {HourClass.NIGHT: 6, HourClass.REGULAR: 1}),
        (Shift(4 * HOUR, 3 * HOUR), {HourClass.NIGHT: 1, HourClass.REGULAR: 2}),
        (
            Shift(16 * HOUR, 10 * HOUR),
            {HourClass.REGULAR: 6, HourClass.NIGHT: 2, HourClass.OVERTIME_NIGHT: 2},
        ),
        (Shift(23 * HOUR + 30, 90), {HourClass.NIGHT: Fraction(3, 2)}),
    ],
)
def test_nights_and_long_days(shift: Shift, expected: dict[HourClass, Fraction]) -> None:
    assert hours_of_week(plan(shift)) == expected


def test_all_paid_hours_of_a_plan_are_there() -> None:
    needed = np.zeros((7, 24), dtype=np.int64)
    needed[:, 8:23] = 3
    day = Contract(NAME, Shift.at((8 * HOUR, 14 * HOUR), 9 * HOUR, (Break(4 * HOUR, HOUR),)), 5, DaysOff.ANY)
    part = Contract(NAME, Shift.at(range(8 * HOUR, 20 * HOUR, HOUR), 4 * HOUR), 4, DaysOff.ANY)
    found = cover_week(Week(needed, (day, part)))
    hours = hours_of_week(found)
    assert sum(hours.values()) == Fraction(found.paid_hours)
    assert hours[HourClass.NIGHT] >= 21


def test_a_month_is_a_twelfth_of_a_year() -> None:
    month = hours_of_month(hours_of_week(plan(Shift(9 * HOUR, 8 * HOUR), (2,) * 7)))
    assert month == {HourClass.REGULAR: Fraction(16 * 365, 12)}
