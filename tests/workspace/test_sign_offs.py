"""Who agreed to the criteria: by role, by body, and to which criteria."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from rfp_builder.errors import Refused
from rfp_builder.model.criteria import Lock
from rfp_builder.model.definition import Definition
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.workspace.agreement import agreement_digest
from rfp_builder.workspace.sign_offs import SignOff, parties, signed, withdrawn
from rfp_builder.workspace.workspace import sample_project

TODAY = date(2026, 11, 22)
PROJECT = sample_project("mail-order")
BUYER = Localized(ja="購買部 部長", en="Head of Purchasing")


def standing(project: Project) -> dict[str, SignOff]:
    return {one.name.ja or "": one.sign_off for one in parties(project)}


def test_the_approvers_are_the_stakeholders() -> None:
    assert list(standing(PROJECT).values()) == [SignOff.OPEN] * 5


def test_signing_does_not_change_what_is_agreed_to() -> None:
    assert agreement_digest(signed(PROJECT, BUYER, TODAY)) == agreement_digest(PROJECT)


def test_an_agreement_is_of_the_criteria_as_they_are() -> None:
    agreed = signed(PROJECT, BUYER, TODAY)
    assert standing(agreed)["購買部 部長"] is SignOff.AGREED
    changed = agreed.replace(criteria=agreed.criteria.replace(withheld_cap=Decimal(10)))
    assert standing(changed)["購買部 部長"] is SignOff.CHANGED
    again = signed(changed, BUYER, date(2026, 11, 23))
    assert standing(again)["購買部 部長"] is SignOff.AGREED
    assert [one.agreed_on for one in again.agreements] == [date(2026, 11, 23)]


def test_another_name_in_the_row_is_another_stakeholder() -> None:
    agreed = signed(PROJECT, BUYER, TODAY)
    approval = agreed.definition.additional.approval
    assert isinstance(approval.approvers, tuple)
    renamed = approval.replace(
        approvers=tuple(
            one.replace(approver=Localized(ja="経理部 部長")) if one.approver == BUYER else one
            for one in approval.approvers
        )
    )
    additional = agreed.definition.additional.replace(approval=renamed)
    found = standing(agreed.replace(definition=agreed.definition.replace(additional=additional)))
    assert found["経理部 部長"] is SignOff.OPEN
    assert found["購買部 部長"] is SignOff.AGREED


def test_an_agreement_is_taken_back() -> None:
    agreed = signed(signed(PROJECT, BUYER, TODAY), Localized(ja="選定委員会"), TODAY)
    left = withdrawn(agreed, agreed.agreements[0].id)
    assert [one.party.ja for one in left.agreements] == ["選定委員会"]


def test_locked_criteria_take_no_agreement() -> None:
    lock = Lock(locked_on=TODAY, locked_by=BUYER, digest="0" * 64)
    locked = PROJECT.replace(criteria=PROJECT.criteria.replace(lock=lock))
    with pytest.raises(Refused):
        signed(locked, BUYER, TODAY)
    with pytest.raises(Refused):
        withdrawn(locked, "agreement-1")


def test_a_project_without_approvers_has_no_stakeholders() -> None:
    assert parties(Project(definition=Definition())) == ()
