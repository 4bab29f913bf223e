from __future__ import annotations

from decimal import Decimal

from rfp_builder.catalogue.adopt import adopted, starting_criteria, sub_criterion_id
from rfp_builder.catalogue.criteria import STEPS, ready_criteria
from rfp_builder.catalogue.requirements import ready_requirements
from rfp_builder.model.choices import Disclosure
from rfp_builder.model.criteria import Scoring


def test_the_starting_criteria_are_whole() -> None:
    criteria = starting_criteria()
    assert sum(criterion.points for criterion in criteria.criteria) == criteria.total_points == Decimal(1000)
    keys = [f"{one.key}.{sub.key}" for one in ready_criteria() for sub in one.subs]
    assert [sub.id for sub in criteria.all_subs()] == [sub_criterion_id(key) for key in keys]
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
