"""Apportioning, chance, and what adds up."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import exp

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rfp_builder.workload.calendar import days
from rfp_builder.workload.forecast.apportion import apportion, apportioned
from rfp_builder.workload.forecast.chance import poisson_error, quantile


def test_the_largest_remainders_get_what_is_left() -> None:
    whole = apportion(np.array([10, 3]), np.array([[4.5, 3.3, 2.2], [1.0, 1.0, 1.0]]))
    assert whole.tolist() == [[5, 3, 2], [1, 1, 1]]


def test_of_equal_remainders_the_first_gets_it() -> None:
    assert apportion(np.array([4]), np.array([[1.0, 1.0, 1.0]])).tolist() == [[2, 1, 1]]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(0, 1000), min_size=1, max_size=40), st.integers(0, 100_000))
def test_parts_add_up_and_none_is_off_by_one_or_more(parts: list[int], total: int) -> None:
    if not sum(parts):
        total = 0
    whole = apportion(np.array([total]), np.array([parts], dtype=float))[0].tolist()
    assert sum(whole) == total
    for got, share in zip(whole, parts, strict=True):
        exact = Fraction(share * total, sum(parts) or 1)
        assert abs(got - exact) < 1 + Fraction(1, 10**6)
        assert got == 0 or share


def test_every_level_is_within_one_of_its_share() -> None:
    draw = np.random.default_rng(7)
    expected = draw.gamma(0.5, 3.0, size=(3, 500, 24))
    expected[:, 6::7] = 0.0
    month = days(date(2027, 11, 20), 500).month
    calls = apportioned(expected, month)
    assert calls.sum() == round(expected.sum())
    for one in np.unique(month):
        assert abs(calls[:, month == one].sum() - expected[:, month == one].sum()) < 3
    assert np.abs(calls.sum(axis=(0, 2)) - expected.sum(axis=(0, 2))).max() < 4
    assert np.abs(calls - expected).max() < 4
    assert not calls[expected == 0].any()


@pytest.mark.parametrize("mean", [0.001, 0.3, 1.0, 1.5, 7.0, 42.42, 499.0])
def test_the_error_of_chance_is_what_adding_up_gives(mean: float) -> None:
    probability, total = exp(-mean), 0.0
    for count in range(2000):
        total += abs(count - mean) * probability
        probability *= mean / (count + 1)
    assert poisson_error(np.array([mean]))[0] == pytest.approx(total, rel=1e-9)


def test_the_error_of_chance_has_no_step_where_the_formula_changes() -> None:
    below, above = poisson_error(np.array([499.999999, 500.000001]))
    assert below == pytest.approx(above, rel=4e-4)
    assert poisson_error(np.zeros(3)).tolist() == [0, 0, 0]


@pytest.mark.parametrize("mean", [2.0, 20.0, 300.0])
@pytest.mark.parametrize("spread", [0.02, 0.15, 0.4])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.8, 0.9])
def test_quantiles_hold_what_they_promise(mean: float, spread: float, share: float) -> None:
    draw = np.random.default_rng(1)
    shape = 1 / spread**2
    counts = draw.poisson(draw.gamma(shape, mean / shape, size=200_000))
    found = float(quantile(np.array([mean]), spread, share)[0])
    # Counts are whole: what is promised lies between "below" and "not above".
    assert (counts < found - 0.5).mean() < share + 0.02
    assert (counts <= found + 0.5).mean() > share - 0.02


def test_quantiles_are_in_order_and_never_negative() -> None:
    mean = np.array([0.0, 0.01, 1.0, 50.0])
    low, middle, high = (quantile(mean, 0.3, share) for share in (0.1, 0.5, 0.8))
    assert (low >= 0).all() and (low <= middle).all() and (middle <= high).all()
    assert high[0] == 0
