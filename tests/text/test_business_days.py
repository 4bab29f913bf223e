"""Japan's business days."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rfp_builder.i18n import Lang
from rfp_builder.text.business_days import (
    add_business_days,
    business_days_between,
    is_business_day,
    why_closed,
)

_DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2027, 4, 3), "土曜日"),
        (date(2027, 4, 4), "日曜日"),
        (date(2027, 4, 29), "祝日（昭和の日）"),
        (date(2027, 3, 22), "祝日（振替休日）"),
        (date(2026, 9, 22), "祝日（国民の休日）"),
        (date(2026, 12, 29), "年末年始（12月29日〜1月3日）"),
        (date(2027, 1, 1), "年末年始（12月29日〜1月3日）"),
        (date(2029, 1, 3), "年末年始（12月29日〜1月3日）"),
    ],
)
def test_closed_days(day: date, why: str) -> None:
    reason = why_closed(day)
    assert reason is not None
    assert reason.to(Lang.JA) == why
    assert not is_business_day(day)


@pytest.mark.parametrize("day", [date(2027, 4, 1), date(2026, 12, 28), date(2027, 1, 4), date(2027, 4, 30)])
def test_business_days(day: date) -> None:
    assert is_business_day(day)
    assert why_closed(day) is None


def test_reasons_are_said_in_english_too() -> None:
    reason = why_closed(date(2027, 4, 29))
    assert reason is not None
    assert reason.to(Lang.EN) == "a national holiday (Showa Day)"


def test_counting_over_the_year_end() -> None:
    assert add_business_days(date(2026, 12, 28), 1) == date(2027, 1, 4)
    assert add_business_days(date(2027, 1, 4), -1) == date(2026, 12, 28)
    assert business_days_between(date(2026, 12, 28), date(2027, 1, 8)) == 5
    assert business_days_between(date(2027, 1, 8), date(2026, 12, 28)) == -5


def test_adding_nothing_goes_to_the_next_business_day() -> None:
    assert add_business_days(date(2027, 4, 1), 0) == date(2027, 4, 1)
    assert add_business_days(date(2027, 4, 29), 0) == date(2027, 4, 30)


@given(_DAYS, st.integers(-40, 40))
def test_adding_and_counting_agree(day: date, count: int) -> None:
    start = add_business_days(day, 0)
    end = add_business_days(start, count)
    assert is_business_day(end)
    assert business_days_between(start, end) == count


def test_the_holiday_library_is_loaded_on_use_only() -> None:
    program = (
        "import sys\n"
        "import rfp_builder.text.business_days, rfp_builder.text.clean, rfp_builder.text.dates\n"
        "import rfp_builder.text.fold, rfp_builder.text.ngrams, rfp_builder.text.numbers\n"
        "import rfp_builder.text.show, rfp_builder.text.width\n"
        "print('holidays' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
