"""What is learned where there is little to learn from."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from rfp_builder.workload.calendar import DayKind, days
from rfp_builder.workload.forecast.daymodel import DayModel
from rfp_builder.workload.forecast.learning import learn
from rfp_builder.workload.history.values import DayStatus

WEEK = np.array([130.0, 110, 100, 100, 110, 70, 50])


def learned(first: date, weeks: int, scale: float = 1.0, holiday: float | None = None) -> DayModel:
    """Of weeks that are all alike, but for holidays with `holiday` contacts."""
    calendar = days(first, 7 * weeks)
    volume = WEEK[calendar.weekday]
    if holiday is not None:
        volume = np.where(calendar.kind == DayKind.HOLIDAY, holiday, volume)
    status = np.full(len(calendar), DayStatus.OPEN, dtype=np.int8)
    return learn(volume * scale, status, np.ones(len(calendar), dtype=bool), calendar).model


def test_kinds_of_days_that_never_were_are_as_usual() -> None:
    model = learned(date(2027, 5, 10), 9)
    assert model.special[DayKind.HOLIDAY] == pytest.approx(model.weekday[DayKind.SUNDAY])
    assert model.special[DayKind.YEAR_END] == pytest.approx(model.weekday[DayKind.SUNDAY])
    assert model.special[DayKind.OBON] == 1
    assert model.near.tolist() == [1, 1, 1]


def test_few_contacts_are_learned_from_like_many() -> None:
    """Less than one a day, as a forecast made elsewhere or a rare kind of contact has it."""
    many, few = (learned(date(2027, 5, 10), 9, scale) for scale in (1.0, 0.001))
    assert few.weekday == pytest.approx(many.weekday)
    assert few.weekday == pytest.approx(WEEK / WEEK.mean(), rel=0.02)


def test_one_holiday_proves_half_of_what_it_shows() -> None:
    """The holiday of 19 July weighs one day, as much as that holidays are like Sundays."""
    model = learned(date(2027, 6, 7), 8, holiday=60.0)
    middle = (60 / WEEK.mean() + model.weekday[DayKind.SUNDAY]) / 2
    assert model.special[DayKind.HOLIDAY] == pytest.approx(middle, rel=0.01)
