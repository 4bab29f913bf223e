"""Criteria are added, copied, moved and deleted, and their points add up."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rfp_builder.errors import Refused
from rfp_builder.model.criteria import Criteria, Criterion, Scoring, SubCriterion
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.workspace import criteria_shaping as shaping
from rfp_builder.workspace.workspace import sample_project

PROJECT = sample_project("mail-order")
CRITERIA = PROJECT.criteria
NAME = Localized(ja="緊急時の対応", en="Emergencies")


def ids(criteria: Criteria) -> list[list[str]]:
    return [[sub.id for sub in one.subs] for one in criteria.criteria]


def simple(*points: Decimal, total: Decimal) -> Criteria:
    subs = tuple(SubCriterion(id=f"s{n}", name=NAME, points=one) for n, one in enumerate(points))
    return Criteria(criteria=(Criterion(id="c", name=NAME, subs=subs),), total_points=total)


def test_what_is_left() -> None:
    assert shaping.points_left(CRITERIA) == 0
    assert shaping.points_left(CRITERIA.replace(total_points=Decimal(940))) == -60
    assert shaping.share_of(Decimal(40), CRITERIA) == 4


@given(
    st.lists(st.decimals(0, 500, places=1), min_size=1, max_size=12),
    st.decimals(0, 3000, places=2),
)
def test_the_rest_is_spread_to_the_last_fraction(points: list[Decimal], total: Decimal) -> None:
    spread = shaping.spread_rest(simple(*points, total=total))
    assert shaping.points_left(spread) == 0
    assert all(sub.points >= 0 for sub in spread.all_subs())


@given(st.lists(st.integers(0, 500), min_size=2, max_size=12), st.integers(0, 3000))
def test_who_has_more_never_ends_with_less(points: list[int], total: int) -> None:
    before = simple(*map(Decimal, points), total=Decimal(total))
    after = [sub.points for sub in shaping.spread_rest(before).all_subs()]
    for at, one in enumerate(points):
        assert all(after[at] >= after[other] for other, less in enumerate(points) if one > less)


def test_price_and_base_points_stay_when_the_rest_is_spread() -> None:
    spread = shaping.spread_rest(CRITERIA.replace(total_points=Decimal(1200)))
    kept = [sub for sub in spread.all_subs() if sub.scoring is not Scoring.QUALITY]
    assert kept == [sub for sub in CRITERIA.all_subs() if sub.scoring is not Scoring.QUALITY]


def test_ready_criteria_come_with_their_anchors_and_only_once() -> None:
    empty = Criteria()
    criteria = shaping.with_ready(empty, {"quality-monitoring", "quality-service-levels", "cost-total-price"})
    assert ids(criteria) == [["cost-total-price"], ["quality-monitoring", "quality-service-levels"]]
    assert len(criteria.scale) == 5
    assert len(criteria.sub("quality-monitoring").anchors) == 5  # type: ignore[union-attr]
    again = shaping.with_ready(criteria, {"quality-monitoring", "quality-reporting"})
    assert ids(again)[1] == ["quality-monitoring", "quality-service-levels", "quality-reporting"]
    assert all(sub.id != "quality-monitoring" for one in shaping.ready_ones(again) for sub in one.subs)


def test_new_ones_have_ids_of_their_own_and_no_points() -> None:
    criteria, sub = shaping.with_new_sub(CRITERIA, "quality", NAME, "monitoring")
    assert ids(criteria)[3][:2] == ["monitoring", sub]
    criteria, criterion = shaping.with_new_criterion(criteria, NAME, "cost")
    assert [one.id for one in criteria.criteria][:2] == ["cost", criterion]
    assert shaping.points_left(criteria) == 0


def test_a_copy_stands_behind_its_original_and_is_worth_nothing() -> None:
    criteria, key = shaping.with_copy(CRITERIA, "monitoring")
    assert ids(criteria)[3][:2] == ["monitoring", key]
    copy, original = criteria.sub(key), criteria.sub("monitoring")
    assert copy is not None and original is not None
    assert copy.anchors == original.anchors and copy.points == 0
    assert copy.name.ja == "モニタリング（写し）" and copy.name.en == "Monitoring (copy)"
    criteria, key = shaping.with_copy(CRITERIA, "quality")
    assert [one.id for one in criteria.criteria][3:5] == ["quality", key]
    assert shaping.points_left(criteria) == 0


def test_moving_goes_over_the_edge_of_a_criterion_and_back() -> None:
    first_of_location = ids(CRITERIA)[1][0]
    up = shaping.moved(CRITERIA, first_of_location, -1)
    assert ids(up)[0][-1] == first_of_location
    assert shaping.moved(up, first_of_location, 1) == CRITERIA
    assert shaping.moved(CRITERIA, ids(CRITERIA)[0][0], -1) == CRITERIA
    swapped = shaping.moved(CRITERIA, "location", -1)
    assert [one.id for one in swapped.criteria][:2] == ["location", "cost"]


def test_what_is_scored_under_a_deleted_one_loses_its_link() -> None:
    disclosed, withheld = shaping.hanging_on(PROJECT, "monitoring")
    assert disclosed > 0 and withheld == 0
    left = shaping.without(PROJECT, "monitoring")
    assert left.criteria.sub("monitoring") is None
    assert all(one.criterion != "monitoring" for one in left.requirements)
    assert sum(one.criterion is None for one in left.requirements) >= disclosed


def test_what_withheld_requirements_hang_on_cannot_go() -> None:
    for node in ("insight", "proposal"):
        with pytest.raises(Refused):
            shaping.without(PROJECT, node)


def test_a_step_of_the_scale_comes_and_goes() -> None:
    more = shaping.with_step(CRITERIA, Localized(ja="最高"))
    assert [grade.rate for grade in more.scale] == [0, 20, 40, 60, 80, 100]
    fewer = shaping.without_top_step(CRITERIA)
    assert [grade.score for grade in fewer.scale] == [0, 1, 2, 3]
    assert fewer.scale[-1].rate == 100
    assert all(anchor.score < 4 for sub in fewer.all_subs() for anchor in sub.anchors)
    full = CRITERIA
    for _ in range(6):
        full = shaping.with_step(full, NAME)
    with pytest.raises(Refused):
        shaping.with_step(full, NAME)


def test_an_anchor_comes_changes_and_goes() -> None:
    sub = SubCriterion(id="s", name=NAME, points=Decimal(1))
    two = shaping.with_anchor(shaping.with_anchor(sub, 2, NAME), 0, NAME)
    assert [one.score for one in two.anchors] == [0, 2]
    assert [one.score for one in shaping.with_anchor(two, 0, None).anchors] == [2]


def test_evaluators_take_and_leave_what_they_score() -> None:
    project, who = shaping.with_evaluator(PROJECT, NAME)
    assert shaping.scored_by(project, who) == ()
    project = shaping.assigned(project, who, {"monitoring"})
    assert [sub.id for sub in shaping.scored_by(project, who)] == ["monitoring"]
    assert shaping.assigned(project, who, set()).criteria == PROJECT.criteria
    gone = shaping.without_evaluator(project, who)
    assert gone.criteria == PROJECT.criteria and gone.evaluators == PROJECT.evaluators


def test_the_last_evaluator_stays_for_nobody_would_mean_everybody() -> None:
    sub = SubCriterion(id="s", name=NAME, points=Decimal(1), evaluators=("it",))
    criteria = Criteria(criteria=(Criterion(id="c", name=NAME, subs=(sub,)),))
    project = Project(criteria=criteria, evaluators=PROJECT.evaluators)
    assert shaping.assigned(project, "it", set()) == project


def test_one_of_all_drops_out_by_naming_the_others() -> None:
    sub = SubCriterion(id="s", name=NAME, points=Decimal(1))
    criteria = Criteria(criteria=(Criterion(id="c", name=NAME, subs=(sub,)),))
    project = shaping.assigned(Project(criteria=criteria, evaluators=PROJECT.evaluators), "it", set())
    found = project.criteria.sub("s")
    assert found is not None
    assert found.evaluators == tuple(one.id for one in PROJECT.evaluators if one.id != "it")
