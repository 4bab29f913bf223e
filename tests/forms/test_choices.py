"""Marks picked from a list, and the many ways to type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rfp_builder.forms.choices import Choice, mark, match_choice, match_start
from rfp_builder.forms.pages import question_at
from rfp_builder.i18n import Phrase

_MARKS = (mark("◎"), mark("○"), mark("△"), mark("×"))
_LEVELS = (
    Choice("must", Phrase("必須", "Must"), ("マスト",)),
    Choice("should", Phrase("重要", "Should")),
    Choice("could", Phrase("希望", "Could"), ("マスト",)),
)


@pytest.mark.parametrize("symbol", ["◎", "○", "△", "×"])
def test_the_mark_itself_is_exact(symbol: str) -> None:
    match = match_choice(f" {symbol}\n", _MARKS)
    assert match is not None
    assert (match.choice.value, match.exact) == (symbol, True)


@pytest.mark.parametrize(
    ("typed", "symbol"),
    [(typed, "○") for typed in "〇◯oOｏＯ⭕"]
    + [("⭕\ufe0f", "○"), ("◉", "◎"), ("∆", "△"), ("Δ", "△")]
    + [(typed, "×") for typed in "xXｘＸ✕✖✗☓❌"],
)
def test_look_alikes_are_taken_with_a_mark(typed: str, symbol: str) -> None:
    match = match_choice(typed, _MARKS)
    assert match is not None
    assert (match.choice.value, match.exact) == (symbol, False)


@pytest.mark.parametrize("typed", ["", "対応可", "0", "▲", "○×", "ok", "-", "●", "メ"])
def test_the_rest_is_not_guessed(typed: str) -> None:
    assert match_choice(typed, _MARKS) is None


def test_words_match_in_both_languages() -> None:
    found = [match_choice(typed, _LEVELS) for typed in ("必須", "should", "Ｃｏｕｌｄ")]
    assert [match and (match.choice.value, match.exact) for match in found] == [
        ("must", True),
        ("should", False),
        ("could", False),
    ]


def test_what_could_be_two_is_none() -> None:
    assert match_choice("マスト", _LEVELS) is None


@given(st.text())
def test_any_text_is_matched_or_not(typed: str) -> None:
    match = match_choice(typed, _MARKS)
    assert match is None or match.choice in _MARKS


def test_the_beginning_of_a_wording_is_not_taken_for_its_opposite() -> None:
    choices = (
        Choice("taken", Phrase("要件にした", "A requirement")),
        Choice("not", Phrase("採用しない", "Not taken")),
    )
    assert match_start("採用", choices) is None
    found = [match_start(typed, choices) for typed in ("要件", "採用しな", "採用しない")]
    assert [one.choice.value for one in found if one] == ["taken", "not", "not"]


@pytest.mark.parametrize(
    ("path", "column", "typed", "value"),
    [
        ("people.training.courses", "paid_by", "委託先", "vendor"),
        ("people.training.courses", "paid_by", "当社", "client"),
        ("people.training.courses", "paid_by", "supplier", "vendor"),
        ("people.hiring.conditions", "role", "SV", "sv"),
        ("people.verification.verifications", "frequency", "月次", "monthly"),
    ],
)
def test_other_usual_words_are_taken(path: str, column: str, typed: str, value: str) -> None:
    table = question_at(path)
    assert table is not None
    question = next(one for one in table.columns if one.name == column)
    match = match_choice(typed, question.choices)
    assert match is not None and match.choice.value == value
