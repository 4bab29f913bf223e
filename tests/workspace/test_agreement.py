"""What the digest of an agreement covers, and that it stays what it was when a project was locked."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from rfp_builder.errors import Refused
from rfp_builder.model.criteria import Criteria, Criterion, Grade, Lock, Rounding, SubCriterion
from rfp_builder.model.localized import Localized
from rfp_builder.model.parties import Evaluator
from rfp_builder.model.project import Project
from rfp_builder.model.rfp import Gate, Rfp
from rfp_builder.workspace.agreement import agreement_digest, require_unchanged

_SUB = SubCriterion(id="monitoring", name=Localized(ja="品質評価"), points=Decimal(600))
AGREED = Project(
    criteria=Criteria(
        criteria=(Criterion(id="quality", name=Localized(ja="品質", en="Quality"), subs=(_SUB,)),),
        scale=(Grade(score=0, label=Localized(ja="不足"), rate=Decimal(0)),),
    ),
    rfp=Rfp(gates=(Gate(id="mark", statement=Localized(ja="プライバシーマークを有すること。")),)),
    evaluators=(Evaluator(id="qa", label=Localized(ja="品質管理担当")),),
)


def test_projects_that_were_locked_by_an_earlier_version_stay_locked() -> None:
    """A new field with a default, or another way to write JSON, would unlock every project there is."""
    agreed = "4a2e708f8a0bd16cac3feca136e7d709ad0098c534a1e62470405964b3df5aa1"
    assert agreement_digest(AGREED) == agreed


def _locked(project: Project) -> Project:
    lock = Lock(
        locked_on=date(2027, 4, 1), locked_by=Localized(ja="購買部"), digest=agreement_digest(project)
    )
    return project.replace(criteria=project.criteria.replace(lock=lock))


@pytest.mark.parametrize(
    "changed",
    [
        {"criteria": AGREED.criteria.replace(rounding=Rounding(digits=1))},
        {"criteria": AGREED.criteria.replace(withheld_cap=Decimal(10))},
        {"rfp": Rfp()},
        {"evaluators": ()},
    ],
)
def test_what_was_agreed_may_not_change(changed: dict[str, object]) -> None:
    locked = _locked(AGREED)
    assert require_unchanged(locked) == agreement_digest(AGREED)
    changed = {
        name: value.replace(lock=locked.criteria.lock) if isinstance(value, Criteria) else value
        for name, value in changed.items()
    }
    with pytest.raises(Refused):
        require_unchanged(locked.replace(**changed))


def test_what_was_never_agreed_is_not_unchanged() -> None:
    with pytest.raises(Refused):
        require_unchanged(AGREED)
