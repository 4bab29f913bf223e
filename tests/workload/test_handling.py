"""Handling time from a trial run: is it enough, and how many more are needed."""

from __future__ import annotations

import math
from random import Random

import pytest

from rfp_builder.workload.erlang import Unworkable
from rfp_builder.workload.handling import FEWEST, Precision, by_kind, handling_time, student_quantile


@pytest.mark.parametrize(
    ("freedom", "quantile"), [(1, 12.7062), (2, 4.30265), (3, 3.18245), (5, 2.57058), (30, 2.04227)]
)
def test_student_as_in_the_tables(freedom: int, quantile: float) -> None:
    assert student_quantile(freedom, 0.975) == pytest.approx(quantile, rel=0.002)


def test_nothing_and_next_to_nothing() -> None:
    nothing, one = handling_time([]), handling_time([240.0])
    assert (nothing.count, nothing.mean_s, nothing.missing) == (0, None, FEWEST)
    assert (one.mean_s, one.spread_s, one.half_width_s, one.missing) == (240, None, None, FEWEST - 1)
    assert not nothing.is_enough and not one.is_enough


def test_mean_spread_and_what_is_missing() -> None:
    found = handling_time([100.0, 200.0, 300.0, 400.0] * 5)
    assert (found.count, found.mean_s) == (20, 250)
    assert found.spread_s == pytest.approx(114.7079, rel=1e-6)
    assert found.half_width_s == pytest.approx(2.093024 * 114.7079 / math.sqrt(20), rel=1e-4)
    assert found.needed == 84 and found.missing == 64 and not found.is_enough


def test_the_number_needed_is_the_smallest_that_is_precise_enough() -> None:
    random = Random(180)
    times = [random.lognormvariate(5, 0.7) for _ in range(60)]
    asked = Precision(within=0.05, confidence=0.9)
    found = handling_time(times, asked)
    assert found.mean_s and found.spread_s

    def half_width(count: int) -> float:
        assert found.mean_s and found.spread_s
        return student_quantile(count - 1, 0.95) * found.spread_s / math.sqrt(count) / found.mean_s

    assert half_width(found.needed) <= 0.05 < half_width(found.needed - 1)
    assert handling_time(times, Precision(0.5)).needed == FEWEST


def test_times_that_do_not_differ_need_few() -> None:
    assert handling_time([180.0] * 30).is_enough
    assert handling_time([0.0] * 5).needed == FEWEST


def test_an_interval_holds_the_true_mean_as_often_as_it_says() -> None:
    random = Random(2027)
    held = 0
    for _ in range(600):
        found = handling_time([random.lognormvariate(0, 0.5) for _ in range(40)])
        assert found.mean_s is not None and found.half_width_s is not None
        held += abs(found.mean_s - math.exp(0.125)) <= found.half_width_s
    assert 0.92 <= held / 600 <= 0.97


def test_by_channel_and_reason() -> None:
    found = by_kind({("phone", "billing"): [200.0] * 40, ("phone", "moving"): [300.0, 400.0]})
    assert found["phone", "billing"].is_enough and found["phone", "moving"].missing > 0


@pytest.mark.parametrize("time", [-1.0, math.nan, math.inf])
def test_what_is_no_time_is_refused(time: float) -> None:
    with pytest.raises(Unworkable):
        handling_time([180.0, time])
