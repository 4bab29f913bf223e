"""Phrases in two languages, and problems in three lines."""

from __future__ import annotations

import pickle

import pytest

from rfp_builder.errors import Conflict, ExitCode, Leak, Problem, Refused, TooEarly, WrongUse
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.localized import Localized
from tests.strategies import HOSTILE


def test_a_phrase_is_said_in_either_language() -> None:
    phrase = Phrase("{n}件", "{n} items").fill(n=3)
    assert (phrase.to(Lang.JA), phrase.to(Lang.EN)) == ("3件", "3 items")


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_filled_in_is_never_interpreted(text: str) -> None:
    phrase = Phrase("名前: {name}", "Name: {name}").fill(name=text)
    assert (phrase.ja, phrase.en) == (f"名前: {text}", f"Name: {text}")


def test_what_is_speakable_is_filled_in_language_by_language() -> None:
    both = Phrase("「{what}」", "“{what}”")
    assert both.fill(what=Phrase("応答率", "answer rate")) == Phrase("「応答率」", "“answer rate”")
    assert both.fill(what=Localized(ja="応答率", en="answer rate")).en == "“answer rate”"


@pytest.mark.parametrize(
    ("kind", "code"),
    [(WrongUse, 2), (Refused, 3), (TooEarly, 3), (Leak, 3), (Conflict, 4), (Problem, 3)],
)
def test_problems_have_three_lines_and_an_exit_code(kind: type[Problem], code: int) -> None:
    problem = kind(Phrase("何", "what"), Phrase("なぜ", "why"), Phrase("すること", "remedy"))
    assert problem.lines(Lang.JA) == ("何", "なぜ", "すること")
    assert problem.lines(Lang.EN) == ("what", "why", "remedy")
    assert problem.exit_code == ExitCode(code)
    assert str(problem) == "what"


def test_a_problem_survives_the_way_back_from_another_process() -> None:
    problem = Leak(Phrase("何", "what"), Phrase("なぜ", "why"), Phrase("すること", "remedy"))
    again = pickle.loads(pickle.dumps(problem))
    assert isinstance(again, Leak)
    assert again.lines(Lang.JA) == problem.lines(Lang.JA)
