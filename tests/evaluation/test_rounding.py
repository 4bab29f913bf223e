"""Rounding as agreed: how, and at which level."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rfp_builder.evaluation.evaluate import evaluate
from rfp_builder.evaluation.result import VendorResult
from rfp_builder.evaluation.rounding import rounded
from rfp_builder.model.criteria import RoundedAt, Rounding, RoundingMode
from tests.evaluation.build import Bid, criteria, group, priced, project, quality, scale

_AS_DECIMAL = {
    RoundingMode.HALF_UP: ROUND_HALF_UP,
    RoundingMode.HALF_EVEN: ROUND_HALF_EVEN,
    RoundingMode.DOWN: ROUND_DOWN,
}


@pytest.mark.parametrize(
    ("value", "mode", "expected"),
    [
        ("2.5", RoundingMode.HALF_UP, 3),
        ("2.5", RoundingMode.HALF_EVEN, 2),
        ("3.5", RoundingMode.HALF_EVEN, 4),
        ("2.999", RoundingMode.DOWN, 2),
        ("-2.5", RoundingMode.HALF_UP, -3),
        ("-2.5", RoundingMode.HALF_EVEN, -2),
        ("-2.9", RoundingMode.DOWN, -2),
        ("2.4999999999999999999999", RoundingMode.HALF_UP, 2),
    ],
)
def test_half_way_and_below_zero(value: str, mode: RoundingMode, expected: int) -> None:
    assert rounded(Fraction(value), Rounding(digits=0, mode=mode)) == expected


@given(
    st.decimals(-(10**6), 10**6, places=8),
    st.integers(0, 6),
    st.sampled_from(RoundingMode),
)
def test_as_decimal_arithmetic_rounds(value: Decimal, digits: int, mode: RoundingMode) -> None:
    expected = value.quantize(Decimal(1).scaleb(-digits), _AS_DECIMAL[mode])
    assert rounded(Fraction(value), Rounding(digits=digits, mode=mode)) == Fraction(expected)


def _thirds(at: RoundedAt) -> VendorResult:
    """Two criteria with two sub-criteria each, every one of which earns 10/3 before rounding."""
    subs = [quality(f"s{n}", 10) for n in range(4)]
    agreed = criteria(
        group("one", *subs[:2]),
        group("two", *subs[2:], priced(0)),
        grades=scale("0", "33.3333", "33.3334"),
        rounding=Rounding(digits=1, mode=RoundingMode.HALF_UP, at=at),
    )
    grades = {sub.id: [1, 1, 2] for sub in subs}
    (result,) = evaluate(project(agreed, Bid("a", 100, grades), evaluators=("e1", "e2", "e3"))).vendors
    return result


@pytest.mark.parametrize(
    ("at", "sub", "criterion", "total"),
    [
        (RoundedAt.SUB_CRITERION, Fraction(33, 10), Fraction(66, 10), Fraction(132, 10)),
        (RoundedAt.CRITERION, Fraction(10, 3), Fraction(67, 10), Fraction(134, 10)),
        (RoundedAt.TOTAL, Fraction(10, 3), Fraction(20, 3), Fraction(133, 10)),
    ],
)
def test_the_level_at_which_is_rounded(
    at: RoundedAt, sub: Fraction, criterion: Fraction, total: Fraction
) -> None:
    result = _thirds(at)
    near = Fraction(1, 10**4)
    assert all(abs((one.points or 0) - sub) < near for one in result.subs.values() if one.grades)
    assert all(abs((one.points or 0) - criterion) < near for one in result.criteria)
    assert result.total == total
