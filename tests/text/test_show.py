"""Values as people see them."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rfp_builder.i18n import Lang
from rfp_builder.text.show import (
    Number,
    show_date,
    show_minutes,
    show_money,
    show_month,
    show_number,
    show_percent,
    show_seconds,
    show_time,
)


def test_dates() -> None:
    assert show_date(date(2027, 4, 1), Lang.JA) == "2027年4月1日（木）"
    assert show_date(date(2027, 4, 1), Lang.EN) == "Thu 1 April 2027"


def test_months() -> None:
    assert show_month("2027-04", Lang.JA) == "2027年4月"
    assert show_month("2027-12", Lang.EN) == "December 2027"


def test_money() -> None:
    assert show_money(1200, "JPY", Lang.JA) == "1,200円"
    assert show_money(-1200, "JPY", Lang.EN) == "JPY -1,200"
    assert show_money(1205, "USD", Lang.JA) == "USD 12.05"
    assert show_money(1_234_567, "KWD", Lang.EN) == "KWD 1,234.567"


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [
        (Fraction(1, 3), 2, "0.33"),
        (Fraction(1, 3), None, "0.33"),
        (Fraction(2, 3), 0, "1"),
        (Fraction(1, 2), 0, "1"),
        (Fraction(-1, 2), 0, "-1"),
        (Fraction(-1, 3), 0, "0"),
        (Decimal("2.675"), 2, "2.68"),
        (Decimal("0.045"), 2, "0.05"),
        (Decimal("1234567.5"), None, "1,234,567.5"),
        (Decimal("80.00"), None, "80"),
        (Fraction(1, 16), None, "0.0625"),
        (1200, None, "1,200"),
        (1200, 1, "1,200.0"),
    ],
)
def test_numbers(value: Number, digits: int | None, shown: str) -> None:
    assert show_number(value, digits) == shown


def test_what_is_no_number_is_not_shown() -> None:
    for value in ("NaN", "Infinity"):
        with pytest.raises(ValueError, match="finite"):
            show_number(Decimal(value))
    with pytest.raises(ValueError, match="negative"):
        show_number(1, -1)


def test_percentages_are_not_rounded_unasked() -> None:
    assert show_percent(Decimal("99.95")) == "99.95%"
    assert show_percent(Decimal("99.95"), 1) == "100.0%"
    assert show_percent(80) == "80%"


def test_times_of_day() -> None:
    assert [show_time(minutes) for minutes in (0, 540, 1035, 1440)] == ["0:00", "9:00", "17:15", "24:00"]


def test_spans() -> None:
    assert show_seconds(0, Lang.JA) == "0秒"
    assert show_seconds(20, Lang.EN) == "20 s"
    assert show_seconds(330, Lang.JA) == "5分30秒"
    assert show_seconds(330, Lang.EN) == "5 min 30 s"
    assert show_seconds(3601, Lang.JA) == "1時間1秒"
    assert show_seconds(-90, Lang.EN) == "-1 min 30 s"
    assert show_minutes(90, Lang.JA) == "1時間30分"
    assert show_minutes(72 * 60, Lang.EN) == "72 h"


@given(st.decimals(-(10**12), 10**12, places=6), st.integers(0, 6))
def test_rounding_is_half_away_from_zero(value: Decimal, digits: int) -> None:
    rounded = value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    assert show_number(value, digits) == f"{rounded if rounded else abs(rounded):,}"
