"""What a draft says is missing depends on nothing that is secret."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings

from rfp_builder.disclosure.public_part import public_part
from rfp_builder.disclosure.view import public_view
from rfp_builder.i18n import Lang
from rfp_builder.model.answers import Undecided
from rfp_builder.model.criteria import PriceFormula
from rfp_builder.model.definition.overview import CurrentOperation, Overview, Policy, Purpose, PurposeRow
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement
from rfp_builder.workspace.draft_notes import draft_notes
from tests.disclosure.other_secrets import full_of_canaries, with_random_secrets
from tests.strategies import Maker, makers, project, projects

_DAY = date(2027, 4, 1)


@given(projects(2))
@settings(max_examples=12, deadline=None)
def test_the_public_part_shows_the_same_and_holds_nothing_else(one: Project) -> None:
    planted, canaries = full_of_canaries(one)
    part = public_part(planted)
    stored = part.model_dump_json()
    assert not [canary for canary in canaries if canary in stored]
    unasked = planted.replace(
        requirements=tuple(r for r in planted.requirements if r.withholding is None),
    )
    for lang in Lang:
        assert public_view(part, lang, _DAY) == public_view(unasked, lang, _DAY)


@given(makers(2), makers(1))
@settings(max_examples=12, deadline=None)
def test_other_secrets_give_the_same_notes(make: Maker, other: Maker) -> None:
    one = project(make)
    for lang in Lang:
        notes = draft_notes(one, lang, _DAY)
        assert draft_notes(with_random_secrets(one, other), lang, _DAY) == notes


@given(projects(2))
@settings(max_examples=12, deadline=None)
def test_no_canary_sings_in_the_notes(one: Project) -> None:
    planted, canaries = full_of_canaries(one)
    notes = "\n".join(note for lang in Lang for note in draft_notes(planted, lang, _DAY))
    assert notes
    assert not [canary for canary in canaries if canary in notes]


def test_what_is_missing_is_said_in_both_languages() -> None:
    for lang, title in ((Lang.JA, "件名"), (Lang.EN, "title")):
        notes = draft_notes(Project(), lang, _DAY)
        assert any("1.1" in note for note in notes)
        assert any(title in note.casefold() for note in notes)


@pytest.mark.parametrize("internal", ["1.6", "7.1", "予定価格", "評価者", "非開示", "現在の委託先"])
def test_internal_matters_are_not_mentioned(internal: str) -> None:
    criteria = Project().criteria.replace(price_formula=PriceFormula.ADDITIVE)
    requirement = Requirement(id="r", item="4.3", statement=Localized(ja="適切に対応する。"))
    notes = "\n".join(draft_notes(Project(criteria=criteria, requirements=(requirement,)), Lang.JA, _DAY))
    assert internal not in notes


def test_who_should_have_decided_is_not_named() -> None:
    late = Undecided(owner=Localized(ja="経営企画部"), due=date(2026, 1, 1))
    overview = Overview(policy=Policy(policy=late), current=CurrentOperation(incumbent=late))
    definition = Project().definition.replace(overview=overview)
    notes = draft_notes(Project(definition=definition), Lang.JA, _DAY)
    (note,) = (note for note in notes if "未定" in note)
    assert "発注者" in note
    assert "経営企画部" not in "\n".join(notes)


def test_what_one_item_lacks_is_one_note_under_its_name() -> None:
    rows = (PurposeRow(id="a", rank=1), PurposeRow(id="b", purpose=Localized(ja="費用", en="cost")))
    definition = Project().definition.replace(overview=Overview(purpose=Purpose(purposes=rows)))
    for lang, name, second in (
        (Lang.JA, "1.2 アウトソーシングの主要な目的", "「目的」1行目"),
        (Lang.EN, "1.2 Purpose of outsourcing", "Row 1 of"),
    ):
        (note,) = (one for one in draft_notes(Project(definition=definition), lang, _DAY) if "1.2" in one)
        first, *lines = note.split("\n")
        assert first == name and len(lines) == 2 and lines[0].startswith(second)
