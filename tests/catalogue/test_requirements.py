from __future__ import annotations

import re
from collections import Counter
from itertools import combinations

import pytest

from rfp_builder.catalogue.criteria import ready_criteria
from rfp_builder.catalogue.requirements import (
    SECTIONS,
    ReadyRequirement,
    Tag,
    ready_requirement,
    ready_requirements,
)
from rfp_builder.model import shape
from rfp_builder.model.choices import Priority
from rfp_builder.model.criteria import Scoring
from rfp_builder.text.ngrams import QuotationIndex
from tests.catalogue.texts import (
    likeness,
    misspoken,
    phrases,
    shared_run,
    shared_words,
    trigrams,
    vague,
    word_pairs,
)

BOTH_DUTIES = re.compile(r"(する|行う|報告する)(とともに|と同時に|ほか)|すること(及び|および|並びに)")
ASKS_JA = re.compile(r"(か[。？]|(くだ|下)さい。)$")
OTHER_NAMES = re.compile(r"(?<!再)委託者|委託元|受注者|請負者|ベンダー|クライアント")
"""The client is 発注者 and the vendor 受託者 in every Japanese text."""
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@pytest.fixture(scope="module")
def everything() -> tuple[ReadyRequirement, ...]:
    return ready_requirements()


def test_there_are_two_hundred_and_every_item_is_served(everything: tuple[ReadyRequirement, ...]) -> None:
    assert len(everything) >= 200
    served = Counter(requirement.item for requirement in everything)
    assert set(served) == set(shape.items())
    assert [item for item in shape.items() if served[item] < 2] == []


def test_each_stands_in_the_file_of_its_section() -> None:
    for section in SECTIONS:
        strays = [found.key for found in ready_requirements(section) if found.section != section]
        assert strays == []


def test_there_is_no_eighth_section() -> None:
    for section in (0, 8):
        with pytest.raises(ValueError, match="no section"):
            ready_requirements(section)


def test_keys_are_slugs_and_unique(everything: tuple[ReadyRequirement, ...]) -> None:
    keys = Counter(requirement.key for requirement in everything)
    assert [key for key, count in keys.items() if count > 1] == []
    assert [key for key in keys if not KEY.fullmatch(key)] == []


def test_one_is_found_by_its_key(everything: tuple[ReadyRequirement, ...]) -> None:
    assert ready_requirement(everything[-1].key) is everything[-1]
    with pytest.raises(KeyError):
        ready_requirement("no-such-requirement")


def test_both_languages(everything: tuple[ReadyRequirement, ...]) -> None:
    assert misspoken(everything) == []


def test_priorities_are_mixed(everything: tuple[ReadyRequirement, ...]) -> None:
    assert {requirement.priority for requirement in everything} == set(Priority)


def test_each_hangs_on_a_criterion_that_people_score(everything: tuple[ReadyRequirement, ...]) -> None:
    judged = {
        f"{criterion.key}.{sub.key}"
        for criterion in ready_criteria()
        for sub in criterion.subs
        if sub.scoring is Scoring.QUALITY
    }
    assert [(found.key, found.criterion) for found in everything if found.criterion not in judged] == []


def test_every_kit_has_statements(everything: tuple[ReadyRequirement, ...]) -> None:
    assert {tag for requirement in everything for tag in requirement.tags} == set(Tag)


def test_a_statement_is_one_sentence_with_a_duty(everything: tuple[ReadyRequirement, ...]) -> None:
    wrong = [
        found.key
        for found in everything
        if not found.statement.ja.endswith("こと。")
        or found.statement.ja.count("。") != 1
        or not found.statement.en.endswith((".", ".'"))
        or re.search(r"\.\s+[A-Z]", found.statement.en)
        or not re.search(r"\bshall\b", found.statement.en)
        or BOTH_DUTIES.search(found.statement.ja)
    ]
    assert wrong == []


def test_a_statement_has_a_subject(everything: tuple[ReadyRequirement, ...]) -> None:
    wrong = [found.key for found in everything if not re.match(r"[^、。]{1,40}は、?", found.statement.ja)]
    assert wrong == []


def test_explanations_are_sentences(everything: tuple[ReadyRequirement, ...]) -> None:
    wrong = [
        (found.key, text.en)
        for found in everything
        for text in (found.acceptance, found.rationale)
        if not (text.ja.endswith("。") and text.en.endswith("."))
    ]
    assert wrong == []


def test_no_vague_words(everything: tuple[ReadyRequirement, ...]) -> None:
    wrong = {
        f"{found.key}.{name}": words
        for found in everything
        for name, text in (("statement", found.statement), ("acceptance", found.acceptance))
        if (words := vague(text))
    }
    assert wrong == {}


def test_the_parties_are_called_the_same_everywhere(everything: tuple[ReadyRequirement, ...]) -> None:
    wrong = [
        (found.key, place)
        for found in everything
        for place, text in phrases(found)
        if OTHER_NAMES.search(text.ja)
    ]
    assert wrong == []


def test_acceptance_says_more_than_the_statement(everything: tuple[ReadyRequirement, ...]) -> None:
    wrong = [
        found.key
        for found in everything
        if likeness(trigrams(found.statement.ja), trigrams(found.acceptance.ja)) > 0.5
    ]
    assert wrong == []


def test_no_two_statements_say_the_same(everything: tuple[ReadyRequirement, ...]) -> None:
    ja = {found.key: trigrams(found.statement.ja) for found in everything}
    en = {found.key: word_pairs(found.statement.en) for found in everything}
    alike = [
        (one, other)
        for one, other in combinations(ja, 2)
        if likeness(ja[one], ja[other]) > 0.4 or likeness(en[one], en[other]) > 0.5
    ]
    assert alike == []


def test_an_open_question_stands_exactly_where_a_statement_may_be_withheld(
    everything: tuple[ReadyRequirement, ...],
) -> None:
    wrong = [found.key for found in everything if found.withholdable != (found.open_question is not None)]
    assert wrong == []
    assert sum(found.withholdable for found in everything) >= 20


def test_an_open_question_asks(everything: tuple[ReadyRequirement, ...]) -> None:
    wrong = [
        found.key
        for found in everything
        if (question := found.open_question)
        and not (ASKS_JA.search(question.ja) and question.en.endswith(("?", ".")))
    ]
    assert wrong == []


def test_an_open_question_does_not_quote_the_statement(everything: tuple[ReadyRequirement, ...]) -> None:
    wrong = {
        found.key: run
        for found in everything
        if (question := found.open_question)
        and (
            run := shared_run(question.ja, found.statement.ja, 12)
            or shared_words(question.en, found.statement.en, 6)
        )
    }
    assert wrong == {}


def test_nothing_published_gives_away_a_statement_that_may_be_withheld(
    everything: tuple[ReadyRequirement, ...],
) -> None:
    index = QuotationIndex({found.key: found.statement.ja for found in everything if found.withholdable})
    published = [found.open_question.ja for found in everything if found.open_question]
    published += [text.ja for _, text in phrases(ready_criteria())]
    assert [(quotation.key, text) for text in published for quotation in index.find(text)] == []
