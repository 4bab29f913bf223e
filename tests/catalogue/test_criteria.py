from __future__ import annotations

from decimal import Decimal

import pytest

from rfp_builder.catalogue.criteria import (
    STEPS,
    ReadyCriterion,
    ReadySubCriterion,
    ready_criteria,
    ready_scale,
)
from rfp_builder.model.criteria import Scoring
from tests.catalogue.texts import likeness, misspoken, trigrams, vague

SUBS = {
    "cost": ["total_price", "price_structure", "volume_flexibility", "other_costs"],
    "location": ["site_fit", "labour_market", "continuity", "physical_security"],
    "experience": ["equivalent_work", "scale", "transition_record", "references"],
    "quality": [
        "monitoring",
        "service_levels",
        "escalation",
        "knowledge",
        "voice_of_customer",
        "reporting",
        "information_security",
        "ict",
    ],
    "forecasting": ["method", "staffing", "intraday", "seasonality"],
    "people": ["hiring", "training", "verification", "retention", "supervision", "care"],
    "finance": ["stability", "profitability", "dependence", "liability"],
    "proposal": ["insight", "concreteness", "improvement"],
}
ALL_SUBS = [sub for criterion in ready_criteria() for sub in criterion.subs]


def criterion(key: str) -> ReadyCriterion:
    return next(criterion for criterion in ready_criteria() if criterion.key == key)


def test_the_tree_is_the_seven_criteria_and_the_power_to_propose() -> None:
    assert {found.key: [sub.key for sub in found.subs] for found in ready_criteria()} == SUBS
    assert list(SUBS) == [found.key for found in ready_criteria()]
    assert len(ALL_SUBS) == 37


def test_points_add_up() -> None:
    assert sum(found.points for found in ready_criteria()) == 1000
    for found in ready_criteria():
        assert found.points == sum(sub.points for sub in found.subs), found.key
    assert all(sub.points > 0 for sub in ALL_SUBS)


def test_price_is_a_fifth_and_the_power_to_propose_a_tenth() -> None:
    assert criterion("cost").points == 250
    assert criterion("proposal").points == 100
    assert [(sub.key, sub.points) for sub in ALL_SUBS if sub.scoring is Scoring.PRICE] == [
        ("total_price", 200)
    ]
    assert all(sub.scoring in (Scoring.PRICE, Scoring.QUALITY) for sub in ALL_SUBS)


@pytest.mark.parametrize("sub", ALL_SUBS, ids=lambda sub: sub.key)
def test_every_step_has_an_anchor_of_its_own(sub: ReadySubCriterion) -> None:
    assert len(sub.anchors) == STEPS
    assert len({anchor.ja for anchor in sub.anchors}) == STEPS
    assert len({anchor.en for anchor in sub.anchors}) == STEPS


@pytest.mark.parametrize("sub", ALL_SUBS, ids=lambda sub: sub.key)
def test_anchors_are_whole_sentences_without_vague_words(sub: ReadySubCriterion) -> None:
    for anchor in sub.anchors:
        assert anchor.ja.endswith("。") and anchor.en.endswith("."), anchor.en
        assert not vague(anchor), anchor.en


@pytest.mark.parametrize("sub", ALL_SUBS, ids=lambda sub: sub.key)
def test_a_step_builds_on_a_lower_one_and_in_both_languages_alike(
    sub: ReadySubCriterion,
) -> None:
    for score, anchor in enumerate(sub.anchors):
        for lower in range(STEPS):
            assert (f"{lower}の条件に加え" in anchor.ja) == anchor.en.startswith(f"As {lower}, and ")
            if f"{lower}の条件に加え" in anchor.ja:
                assert 0 < lower < score


def test_no_two_sub_criteria_look_at_the_same() -> None:
    for place, sub in enumerate(ALL_SUBS):
        for other in ALL_SUBS[place + 1 :]:
            alike = likeness(trigrams(sub.anchors[-1].ja), trigrams(other.anchors[-1].ja))
            assert alike < 0.5, (sub.key, other.key)


def test_the_scale_rises_from_nothing_to_all_of_the_points() -> None:
    assert [grade.score for grade in ready_scale()] == list(range(STEPS))
    rates = [grade.rate for grade in ready_scale()]
    assert rates == [Decimal(25 * step) for step in range(STEPS)]


def test_both_languages() -> None:
    assert misspoken(ready_criteria()) == []
    assert misspoken(ready_scale()) == []
