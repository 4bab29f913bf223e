"""Why a requirement may be withheld, what hangs on it, and what vendors read instead."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from rfp_builder.catalogue.adopt import adopted
from rfp_builder.catalogue.requirements import ready_requirements
from rfp_builder.errors import Refused
from rfp_builder.i18n import Lang
from rfp_builder.model.choices import Priority
from rfp_builder.model.localized import Localized
from rfp_builder.model.requirement import Requirement
from rfp_builder.workspace.withholding import disclosed, withheld
from rfp_builder.workspace.withholding_view import May, VendorsView, points_hanging, verdict
from rfp_builder.workspace.workspace import sample_project

TODAY = date(2026, 11, 22)
PROJECT = sample_project("mail-order")


def own(item: str, ja: str, priority: Priority = Priority.SHOULD) -> Requirement:
    return Requirement(id="r1", item=item, statement=Localized(ja=ja), priority=priority)


@pytest.mark.parametrize(
    ("item", "text", "may"),
    [
        ("5.3", "受託者は、台帳を整えること。", May.NO),
        ("5.5", "受託者は、台帳を整えること。", May.NO),
        ("4.5", "受託者は、個人情報の管理台帳を整えること。", May.NO),
        ("4.5", "受託者は、月間12,000件の電話に応じること。", May.NO),
        ("4.5", "受託者は、応対の要点を朝礼で共有すること。", May.CARE),
    ],
)
def test_facts_and_duties_must_be_told(item: str, text: str, may: May) -> None:
    assert verdict(own(item, text)).may is may


def test_a_must_is_thought_about_first() -> None:
    assert verdict(own("4.5", "受託者は、朝礼を行うこと。", Priority.MUST)).reason.ja.startswith("必須")


def test_ready_statements_go_by_the_catalogue_and_say_why() -> None:
    for ready in ready_requirements():
        found = verdict(adopted(ready, "r1"))
        assert (found.may is May.NO) or ready.withholdable
        assert found.reason.ja and found.reason.en


def test_what_the_sample_withholds_may_be_withheld() -> None:
    for one in PROJECT.requirements:
        assert one.withholding is None or verdict(one).may is not May.NO


def test_points_are_counted_once_for_each_sub_criterion() -> None:
    hanging = points_hanging(PROJECT)
    assert hanging.points == 100 and hanging.cap == 150 and not hanging.over
    assert sum(hanging.by_sub.values()) == 8
    assert points_hanging(
        PROJECT.replace(criteria=PROJECT.criteria.replace(withheld_cap=Decimal("9.9")))
    ).over


def test_vendors_read_the_question_and_nothing_of_the_requirement() -> None:
    one = PROJECT.requirement("r20")
    assert one is not None and one.withholding is not None and one.withholding.open_question is not None
    lines = VendorsView(PROJECT, Lang.JA, TODAY).lines(one)
    assert [line.text for line in lines if line.own] == [one.withholding.open_question.ja]
    assert all(one.statement.ja not in line.text for line in lines if one.statement.ja)


def test_without_a_question_nothing_stands_for_it() -> None:
    one = PROJECT.requirement("r03")
    assert one is not None
    assert not any(line.own for line in VendorsView(PROJECT, Lang.JA, TODAY).lines(one))


def test_a_disclosed_requirement_is_read_as_it_is() -> None:
    project = disclosed(PROJECT, "r20")
    one = project.requirement("r20")
    assert one is not None
    own_line = [line for line in VendorsView(project, Lang.EN, TODAY).lines(one) if line.own]
    assert [line.text for line in own_line] == [one.statement.en]


def test_withholding_is_a_new_project_and_undone_by_disclosing() -> None:
    project = withheld(PROJECT, "r34")
    one = project.requirement("r34")
    assert one is not None and one.withholding is not None
    assert one.withholding.criterion == "insight" and one.withholding.open_question is not None
    assert PROJECT.requirement("r34") == disclosed(project, "r34").requirement("r34")


def test_what_the_catalogue_keeps_open_cannot_be_withheld() -> None:
    with pytest.raises(Refused):
        withheld(PROJECT, "r01")
