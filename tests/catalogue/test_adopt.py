from __future__ import annotations

from decimal import Decimal

import pytest

from rfp_builder.catalogue.adopt import adopted, adopted_withheld, starting_criteria, sub_criterion_id
from rfp_builder.catalogue.criteria import STEPS, criterion_keys
from rfp_builder.catalogue.requirements import ready_requirements
from rfp_builder.model.choices import Disclosure
from rfp_builder.model.criteria import Scoring


def test_the_starting_criteria_are_whole() -> None:
    criteria = starting_criteria()
    assert sum(criterion.points for criterion in criteria.criteria) == criteria.total_points == Decimal(1000)
    assert {sub.id for sub in criteria.all_subs()} == {sub_criterion_id(key) for key in criterion_keys()}
    assert [grade.score for grade in criteria.scale] == list(range(STEPS))


def test_only_what_people_score_has_anchors() -> None:
    for sub in starting_criteria().all_subs():
        scores = [anchor.score for anchor in sub.anchors]
        assert scores == (list(range(STEPS)) if sub.scoring is Scoring.QUALITY else []), sub.id


def test_every_ready_requirement_can_be_taken_and_hangs_on_a_starting_criterion() -> None:
    criteria = starting_criteria()
    for number, ready in enumerate(ready_requirements(), start=1):
        requirement = adopted(ready, f"r{number}")
        assert requirement.source == ready.key
        assert requirement.disclosure is Disclosure.DISCLOSED
        assert requirement.criterion is not None
        assert criteria.sub(requirement.criterion) is not None, ready.key


def test_a_withheld_one_leaves_its_question_and_is_rewarded_elsewhere() -> None:
    ready = next(ready for ready in ready_requirements() if ready.withholdable)
    requirement = adopted_withheld(ready, "r1", "proposal-insight")
    assert requirement.disclosure is Disclosure.WITHHELD
    assert requirement.scored_under == "proposal-insight"
    assert requirement.withholding is not None and requirement.withholding.open_question is not None
    assert ready.open_question is not None
    assert requirement.withholding.open_question.ja == ready.open_question.ja


def test_what_may_not_be_withheld_is_refused() -> None:
    ready = next(ready for ready in ready_requirements() if not ready.withholdable)
    with pytest.raises(ValueError, match="may not be withheld"):
        adopted_withheld(ready, "r1", "proposal-insight")
