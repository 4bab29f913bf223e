"""What vendors see depends on nothing that is secret, and numbers show no gap."""

from __future__ import annotations

import dataclasses
from datetime import date
from operator import attrgetter

from hypothesis import given, settings

from rfp_builder.disclosure.public import PublicRfp
from rfp_builder.disclosure.view import numbering, public_view
from rfp_builder.i18n import Lang
from rfp_builder.model.answers import NotApplicable, Undecided
from rfp_builder.model.definition import Definition
from rfp_builder.model.definition.overview import CurrentOperation, Overview, Policy
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement, Withholding
from tests.disclosure.other_secrets import full_of_canaries, with_random_secrets
from tests.strategies import Maker, makers, project, projects

_DAY = date(2027, 4, 1)


@given(makers(3), makers(1))
@settings(max_examples=40, deadline=None)
def test_other_secrets_give_the_same_view(make: Maker, other: Maker) -> None:
    one = project(make)
    changed = with_random_secrets(one, other)
    assert changed != one
    for lang in Lang:
        assert public_view(changed, lang, _DAY) == public_view(one, lang, _DAY)


@given(projects(3))
@settings(max_examples=40, deadline=None)
def test_no_canary_sings_in_the_view(one: Project) -> None:
    planted, canaries = full_of_canaries(one)
    assert len(canaries) > 60
    for lang in Lang:
        shown = repr(public_view(planted, lang, _DAY))
        assert not [canary for canary in canaries if canary in shown]


@given(projects(6))
@settings(max_examples=40, deadline=None)
def test_public_numbers_have_no_gaps_and_follow_the_document(one: Project) -> None:
    for lang in Lang:
        view = public_view(one, lang, _DAY)
        disclosed = sum(requirement.withholding is None for requirement in one.requirements)
        asked = sum(
            requirement.withholding is not None and requirement.withholding.open_question is not None
            for requirement in one.requirements
        )
        assert [r.number for r in view.requirements] == [f"R-{n:03}" for n in range(1, disclosed + 1)]
        assert [q.number for q in view.questions] == [f"Q-{n:02}" for n in range(1, asked + 1)]
        assert [g.number for g in view.gates] == [f"G-{n}" for n in range(1, len(one.rfp.gates) + 1)]
        assert [p.key for p in view.price_lines] == [f"P-{n:02}" for n in range(1, len(view.price_lines) + 1)]


@given(projects(6))
@settings(max_examples=20, deadline=None)
def test_the_recorded_numbers_are_the_shown_ones(one: Project) -> None:
    recorded = dict(map(attrgetter("number", "requirement"), numbering(one).keys()))
    view = public_view(one, Lang.JA, _DAY)
    by_id = {requirement.id: requirement for requirement in one.requirements}
    assert set(recorded) == {*(r.number for r in view.requirements), *(q.number for q in view.questions)}
    for told in view.requirements:
        assert by_id[recorded[told.number]].statement.to(Lang.JA) == told.statement
    for asked in view.questions:
        withholding = by_id[recorded[asked.number]].withholding
        assert withholding is not None and withholding.open_question is not None
        assert withholding.open_question.to(Lang.JA) == asked.question


def _text(text: str) -> Localized:
    return Localized(ja=text, en=text)


def _requirement(name: str, item: str = "4.3", withholding: Withholding | None = None) -> Requirement:
    return Requirement(id=name, item=item, statement=_text(f"文 {name}"), withholding=withholding)


def test_a_withheld_requirement_leaves_no_trace_but_its_question() -> None:
    silent = _requirement("b", withholding=Withholding(criterion="s"))
    asking = _requirement("c", withholding=Withholding(criterion="s", open_question=_text("どうしますか。")))
    view = public_view(
        Project(requirements=(_requirement("a"), silent, asking, _requirement("d"))), Lang.JA, _DAY
    )
    assert [(r.number, r.statement) for r in view.requirements] == [("R-001", "文 a"), ("R-002", "文 d")]
    assert [(q.number, q.question) for q in view.questions] == [("Q-01", "どうしますか。")]


def test_an_item_with_nothing_but_a_withheld_requirement_is_not_shown() -> None:
    silent = _requirement("b", withholding=Withholding(criterion="s"))
    view = public_view(Project(requirements=(silent,)), Lang.JA, _DAY)
    assert not [item for section in view.sections for item in section.items]


def test_requirements_stand_under_their_items_in_the_order_of_the_document() -> None:
    mixed = (
        _requirement("z", "7.1"),
        _requirement("y", "4.10"),
        _requirement("x", "4.9"),
        _requirement("w", "1.6"),
    )
    view = public_view(Project(requirements=mixed), Lang.JA, _DAY)
    assert [(r.item, r.number) for r in view.requirements] == [
        ("1.6", "R-001"),
        ("4.9", "R-002"),
        ("4.10", "R-003"),
        ("7.1", "R-004"),
    ]
    for section in view.sections:
        for item in section.items:
            assert all(requirement.item == item.id for requirement in item.requirements)


def test_who_decides_and_why_not_stays_inside() -> None:
    overview = Overview(
        policy=Policy(policy=Undecided(owner=_text("経営企画部"), due=date(2027, 6, 1))),
        current=CurrentOperation(how_it_runs=NotApplicable(reason=_text("新設のため"))),
    )
    shown = repr(public_view(Project(definition=Definition(overview=overview)), Lang.JA, _DAY))
    assert "2027年6月1日" in shown
    assert "該当なし" in shown
    assert "経営企画部" not in shown
    assert "新設のため" not in shown


def _fields(value: object) -> set[str]:
    return {field.name for field in dataclasses.fields(value)} if dataclasses.is_dataclass(value) else set()


def test_the_public_value_has_no_place_for_a_secret() -> None:
    internal = {
        "withholding",
        "owner",
        "rationale",
        "source",
        "internal_note",
        "evaluators",
        "lock",
        "ceiling_price",
    }
    view = public_view(Project(requirements=(_requirement("a"),)), Lang.JA, _DAY)
    assert _fields(view) == set(PublicRfp.__dataclass_fields__)
    assert not internal & set(PublicRfp.__dataclass_fields__)
    assert not internal & _fields(view.requirements[0])
