"""Units behind numbers, and spans of time."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rfp_builder.forms.numbers import unit_words
from rfp_builder.forms.pages import question_at
from rfp_builder.forms.spans import read_span
from rfp_builder.i18n import Lang
from rfp_builder.text.show import show_seconds


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("5分30秒", "seconds", "330"),
        ("５分３０秒", "seconds", "330"),
        ("1時間半", "minutes", "90"),
        ("90分", "hours", "1.5"),
        ("1 h 30 min", "minutes", "90"),
        ("2 hours", "hours", "2"),
    ],
)
def test_spans_are_numbers_of_the_unit(text: str, unit: str, number: str) -> None:
    assert read_span(text, unit) == Decimal(number)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("", "seconds"),
        ("5", "seconds"),
        ("半", "minutes"),
        ("100秒", "minutes"),
        ("5分", "days"),
        ("分", "seconds"),
    ],
)
def test_the_rest_is_no_span(text: str, unit: str) -> None:
    assert read_span(text, unit) is None


@given(st.integers(1, 99 * 3600), st.sampled_from(list(Lang)))
def test_spans_are_read_as_they_are_shown(seconds: int, lang: Lang) -> None:
    assert read_span(show_seconds(seconds, lang), "seconds") == seconds


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("price.running.compared_months", {"か月", "ヶ月", "months", "month"}),
        ("price.payment.payment_months", {"か月後", "か月", "ヶ月", "months later", "months", "month"}),
        ("ict.functions.functions[f].recovery_minutes", {"分以内", "分", "minutes", "minute"}),
        ("people.hiring.conditions[c].headcount", {"名", "人", "people"}),
        ("operations.planning.published_days_before", {"日前", "日", "days before", "days", "day"}),
    ],
)
def test_what_may_stand_behind_a_number(path: str, words: set[str]) -> None:
    question = question_at(path)
    assert question is not None
    assert words <= set(unit_words(question))
