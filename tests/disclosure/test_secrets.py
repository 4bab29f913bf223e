"""What the scan searches for: every withheld text, every confidential field, names of companies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from rfp_builder.disclosure.secrets import company_names, secrets_of
from rfp_builder.i18n import Lang
from rfp_builder.model.answers import NotApplicable, Undecided
from rfp_builder.model.definition import Definition
from rfp_builder.model.definition.work import Constraints, Work
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement, Withholding
from rfp_builder.model.shape import item_at, items
from rfp_builder.model.staffing import CostFigures, Staffing, StaffingResult
from tests.strategies import projects


def _wordings(*texts: Any) -> Iterator[str]:
    for text in texts:
        if isinstance(text, Undecided):
            text = text.owner
        elif isinstance(text, NotApplicable):
            text = text.reason
        if isinstance(text, Localized):
            yield from (wording for wording in (text.ja, text.en) if wording)


@given(projects(3))
@settings(max_examples=30, deadline=None)
def test_everything_secret_is_searched_for(project: Project) -> None:
    secrets = secrets_of(project)
    searched = {text for secret in secrets for text in (*secret.texts, *secret.names)}
    shown = {
        wording
        for one in project.requirements
        if one.withholding is None
        for wording in _wordings(one.acceptance)
    }
    for one in project.requirements:
        if one.withholding is not None:
            hidden = one.withholding
            about = _wordings(one.statement, one.acceptance, one.rationale, hidden.guide, hidden.reason)
            assert set(about) - shown <= searched
    for shape in items().values():
        item = item_at(project.definition, shape.id)
        assert set(_wordings(item.internal_note)) <= searched
        for slot in shape.slots:
            if slot.confidential:
                answer = getattr(item, slot.name)
                assert set(_wordings(answer)) <= searched
                if isinstance(answer, int):
                    assert answer in {amount for secret in secrets for amount in secret.amounts}


@given(projects(2))
@settings(max_examples=20, deadline=None)
def test_nothing_public_is_searched_for(project: Project) -> None:
    public = project.replace(
        definition=Definition(),
        staffing=Staffing(),
        requirements=tuple(one for one in project.requirements if one.withholding is None),
    )
    assert secrets_of(public) == ()


def test_a_name_says_which_secret_but_not_what() -> None:
    requirement = Requirement(
        id="r-12",
        item="4.3",
        statement=Localized(ja="受託者は離席の理由を記録すること。"),
        withholding=Withholding(criterion="s"),
    )
    constraints = Constraints(ceiling_price=123_456_789, internal_note=Localized(en="ask the board"))
    definition = Definition(work=Work(constraints=constraints))
    for secret in secrets_of(Project(requirements=(requirement,), definition=definition)):
        for lang in Lang:
            said = secret.name.to(lang)
            assert not any(part in said for part in ("離席", "123", "board"))
            assert "r-12" in said or "2.5" in said


def test_an_undecided_ceiling_hides_who_decides() -> None:
    undecided = Undecided(owner=Localized(ja="財務部長"), due=date(2027, 1, 1))
    definition = Definition(work=Work(constraints=Constraints(ceiling_price=undecided)))
    (secret,) = secrets_of(Project(definition=definition))
    assert secret.texts == ("財務部長",)


def test_an_acceptance_that_a_disclosed_requirement_has_too_is_none() -> None:
    seen = Localized(ja="発注者が月次報告書で確認する。")
    disclosed = Requirement(
        id="a", item="4.3", statement=Localized(ja="受託者は記録すること。"), acceptance=seen
    )
    withheld = disclosed.replace(
        id="b", statement=Localized(ja="受託者は工夫すること。"), withholding=Withholding(criterion="s")
    )
    (alone,) = secrets_of(Project(requirements=(withheld,)))
    (beside,) = secrets_of(Project(requirements=(disclosed, withheld)))
    assert "発注者が月次報告書で確認する。" in alone.texts
    assert beside.texts == ("受託者は工夫すること。",)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("現在の委託先は「東西受託」である。", {"東西受託"}),
        ("The present vendor is 'Vendor Kappa'. It may bid.", {"Vendor Kappa"}),
        ("株式会社見本企画が受託している。", {"見本企画"}),
        ("現在は東西ミホン（株）が担当", {"東西ミホン"}),
        ("It is run by Kappa Services, Inc. until 2027.", {"Kappa Services"}),
        ("Our client's desk and the vendors' desk are run in house.", set()),
        ("自社で運営している。", set()),
    ],
)
def test_companies_are_named_without_their_legal_form(text: str, names: set[str]) -> None:
    assert set(company_names(text)) == names


def test_the_should_cost_is_searched_for_in_every_case() -> None:
    cost = CostFigures(low=9_100_001, base=9_200_002, high=9_300_003, p50=9_250_004, p80=9_400_005)
    result = StaffingResult(
        on=date(2027, 4, 1),
        inputs=(),
        queues=(),
        interval_minutes=30,
        week=(),
        week_from=date(2027, 10, 4),
        full_time=Decimal(1),
        shrinkage=Decimal(30),
        cost=cost,
    )
    found = secrets_of(Project(staffing=Staffing(result=result)))
    assert {amount for secret in found for amount in secret.amounts} == set(cost.model_dump().values())
