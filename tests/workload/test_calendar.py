"""Days as they matter for the volume."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from rfp_builder.workload.calendar import DayKind, Near, days, is_holiday


@pytest.mark.parametrize(
    ("day", "kind", "near"),
    [
        (date(2027, 4, 1), DayKind.THURSDAY, Near.NEITHER),
        (date(2027, 4, 28), DayKind.WEDNESDAY, Near.BEFORE),
        (date(2027, 4, 29), DayKind.HOLIDAY, Near.NEITHER),
        (date(2027, 4, 30), DayKind.FRIDAY, Near.AFTER),
        (date(2027, 5, 6), DayKind.THURSDAY, Near.AFTER),
        # 21 March is a Sunday: the Monday takes its place.
        (date(2027, 3, 21), DayKind.SUNDAY, Near.NEITHER),
        (date(2027, 3, 22), DayKind.HOLIDAY, Near.NEITHER),
        (date(2027, 8, 13), DayKind.OBON, Near.NEITHER),
        (date(2027, 8, 15), DayKind.SUNDAY, Near.NEITHER),
        (date(2027, 12, 28), DayKind.TUESDAY, Near.BEFORE),
        (date(2027, 12, 31), DayKind.YEAR_END, Near.NEITHER),
        (date(2028, 1, 4), DayKind.TUESDAY, Near.AFTER),
    ],
)
def test_each_day_has_its_kind(day: date, kind: DayKind, near: Near) -> None:
    found = days(day, 1)
    assert (DayKind(int(found.kind[0])), Near(int(found.near[0]))) == (kind, near)


def test_a_run_is_the_same_as_its_days_one_by_one() -> None:
    run = days(date(2027, 12, 1), 60)
    for at in range(60):
        one = days(run.day(at), 1)
        for name in ("weekday", "month", "day_of_month", "kind", "near"):
            assert getattr(one, name)[0] == getattr(run, name)[at], (run.day(at), name)
        assert run.weekday[at] == run.day(at).weekday()
        assert run.month[at] == run.day(at).year * 12 + run.day(at).month - 1


def test_the_emperors_birthday_moved_with_the_emperor() -> None:
    assert is_holiday(date(2018, 12, 23)) and not is_holiday(date(2020, 12, 23))
    assert is_holiday(date(2020, 2, 23))


def test_leap_days_count() -> None:
    run = days(date(2028, 2, 28), 3)
    assert run.day_of_month.tolist() == [28, 29, 1]
    assert np.diff(run.month).tolist() == [0, 1]
