"""Which days of a history are far from the usual level of their weekday."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from rfp_builder.workload.calendar import days
from rfp_builder.workload.history.unusual import unusual_days
from rfp_builder.workload.history.values import DayStatus

MONDAY = date(2027, 5, 10)
"""Ten weeks without a holiday begin."""
DAY = 28


@pytest.mark.parametrize(("weeks", "told"), [((0, 5, 8), True), ((0, 5, 9), False)])
def test_the_usual_level_is_that_of_four_weeks_before_and_after(weeks: tuple[int, ...], told: bool) -> None:
    """Of three Mondays, the fewest that a level needs, two lie just within or one just beyond."""
    volume = np.zeros(70, dtype=np.int64)
    volume[1::7] = 100
    volume[[7 * week for week in weeks]] = 100
    volume[DAY] = 400
    status = np.full(len(volume), DayStatus.OPEN, dtype=np.int8)
    found = unusual_days(volume, status, days(MONDAY, len(volume)))
    assert np.flatnonzero(found).tolist() == ([DAY] if told else [])
