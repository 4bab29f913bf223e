"""The rules of the ranking: gates, ceiling, floors, base points, blanks and ties."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from rfp_builder.errors import Refused
from rfp_builder.evaluation.evaluate import evaluate
from rfp_builder.evaluation.result import Evaluation, VendorResult
from rfp_builder.model.choices import Priority
from rfp_builder.model.criteria import PriceFormula, TieBreak
from rfp_builder.model.proposals import Fit
from rfp_builder.model.requirement import Requirement, Withholding
from tests.evaluation.build import Bid, base, criteria, group, priced, project, quality, text

_HALF = criteria(group("work", quality("how", 50)), group("cost", priced(50)))


def _named(evaluation: Evaluation) -> dict[str, VendorResult]:
    return {one.vendor.id: one for one in evaluation.vendors}


def _reasons(result: VendorResult) -> list[str]:
    return [why.en for why in (*result.out, *result.missing)]


def test_a_failed_gate_puts_out_and_an_unanswered_one_says_so() -> None:
    results = _named(
        evaluate(
            project(
                _HALF,
                Bid("fine", 100, {"how": [5]}, gates={"g1": True}),
                Bid("failed", 10, {"how": [10]}, gates={"g1": False}),
                Bid("silent", 10, {"how": [10]}, gates={"g1": None}),
                Bid("absent", 10, {"how": [10]}),
                gates=["g1"],
            )
        )
    )
    assert [results[one].rank for one in ("fine", "failed", "silent", "absent")] == [1, None, None, None]
    assert _reasons(results["failed"]) == ["Gate not passed: g1"]
    assert _reasons(results["silent"]) == _reasons(results["absent"]) == ["Gate not answered: g1"]
    # What they offered does not make the others look dear.
    assert results["fine"].price_points == 50
    # What the evaluators gave stays to be seen.
    assert results["failed"].quality == 50


def test_the_ceiling_itself_is_still_in_and_earns_nothing() -> None:
    agreed = criteria(group("all", quality("how", 50), priced(50)), formula=PriceFormula.ADDITIVE)
    results = _named(
        evaluate(
            project(agreed, Bid("at", 1000, {"how": [1]}), Bid("above", 1001, {"how": [9]}), ceiling=1000)
        )
    )
    assert results["at"].rank == 1
    assert results["at"].price_points == 0
    assert results["above"].rank is None
    assert results["above"].total is None
    assert _reasons(results["above"]) == ["The price is above the ceiling."]


@pytest.mark.parametrize("ceiling", [None, 0])
def test_the_additive_method_needs_a_ceiling(ceiling: int | None) -> None:
    agreed = criteria(group("all", quality("how", 50), priced(50)), formula=PriceFormula.ADDITIVE)
    with pytest.raises(Refused):
        evaluate(project(agreed, Bid("a", 100, {"how": [1]}), ceiling=ceiling))


def test_criteria_without_points_for_price_need_neither_ceiling_nor_prices() -> None:
    agreed = criteria(group("work", quality("how", 100)), formula=PriceFormula.ADDITIVE)
    evaluation = evaluate(project(agreed, Bid("a", None, {"how": [7]}), Bid("b", None, {"how": [7]})))
    for one in evaluation.vendors:
        assert one.rank == 1
        assert one.total == 70
        assert one.missing == ()
    assert all(one.tie_note and "council" in one.tie_note.en for one in evaluation.vendors)


def test_an_offer_for_nothing_earns_all_points_for_price() -> None:
    results = _named(evaluate(project(_HALF, Bid("free", 0, {"how": [0]}), Bid("dear", 9, {"how": [10]}))))
    assert results["free"].price_points == 50
    assert results["dear"].price_points == 0


@pytest.mark.parametrize(
    ("floors", "grade", "reason"),
    [
        ({"sub": "40"}, 4, None),
        ({"sub": "40.01"}, 4, "“how” is below its floor (40.01%)."),
        ({"criterion": "60"}, 5, "“work” is below its floor (60%)."),
        ({"total": "70"}, 4, None),
        ({"total": "71"}, 4, "The total is below its floor (71%)."),
    ],
)
def test_floors(floors: Mapping[str, str], grade: int, reason: str | None) -> None:
    agreed = criteria(
        group("work", quality("how", 50, floor=floors.get("sub")), floor=floors.get("criterion")),
        group("cost", priced(50)),
        total_floor=floors.get("total"),
    )
    (result,) = evaluate(project(agreed, Bid("a", 100, {"how": [grade]}))).vendors
    assert _reasons(result) == ([] if reason is None else [reason])
    assert result.rank == (1 if reason is None else None)


def _requirement(name: str, priority: Priority = Priority.MUST, withheld: bool = False) -> Requirement:
    return Requirement(
        id=name,
        item="1.1",
        statement=text(name),
        priority=priority,
        withholding=Withholding(criterion="how") if withheld else None,
    )


_REQUIREMENTS = (
    _requirement("must-1"),
    _requirement("must-2"),
    _requirement("could", Priority.COULD),
    _requirement("hidden", withheld=True),
)
_NUMBERS = {"R-001": "must-1", "R-002": "must-2", "R-003": "could", "Q-01": "hidden"}
_WITH_BASE = criteria(group("work", quality("how", 50)), group("duties", base(40)), group("cost", priced(10)))


@pytest.mark.parametrize(
    ("fits", "because"),
    [
        ({"R-001": Fit.MEETS, "R-002": Fit.EXCEEDS, "R-003": Fit.NOT}, None),
        ({"R-001": Fit.MEETS, "R-002": Fit.PARTLY}, "Required items not met: R-002."),
        ({"R-001": Fit.NOT}, "Required items not met: R-001, R-002."),
        ({"R-001": Fit.MEETS, "R-002": None}, "Required items not met: R-002."),
    ],
)
def test_base_points_are_all_or_nothing(fits: Mapping[str, Fit | None], because: str | None) -> None:
    bid = Bid("a", 100, {"how": [5]}, fits=fits)
    (result,) = evaluate(project(_WITH_BASE, bid, requirements=_REQUIREMENTS, issues=[_NUMBERS])).vendors
    earned = result.subs["base"]
    assert earned.points == (40 if because is None else 0)
    assert (earned.because.en if earned.because else None) == because
    assert result.rank == 1


def test_answers_count_under_the_numbers_of_the_issue_current_when_they_came() -> None:
    later = {"R-001": "must-2", "R-002": "could", "R-003": "must-1"}
    fits = {"R-001": Fit.MEETS, "R-002": Fit.MEETS}
    early, late = (datetime(2027, month, 20, tzinfo=UTC) for month in (2, 3))
    bids = [
        Bid("early", 100, {"how": [5]}, fits=fits, received=early),
        Bid("late", 100, {"how": [5]}, fits=fits, received=late),
    ]
    results = _named(
        evaluate(project(_WITH_BASE, *bids, requirements=_REQUIREMENTS, issues=[_NUMBERS, later]))
    )
    assert results["early"].subs["base"].points == 40
    assert results["late"].subs["base"].points == 0


def test_a_blank_grade_is_no_zero() -> None:
    evaluation = evaluate(
        project(
            _HALF,
            Bid("whole", 100, {"how": [0, 0]}),
            Bid("open", 50, {"how": [10, None]}),
            Bid("never", 50),
            evaluators=("e1", "e2"),
        )
    )
    results = _named(evaluation)
    assert results["whole"].total == 25
    for name, who in (("open", "e2"), ("never", "e1")):
        assert (results[name].total, results[name].quality, results[name].rank) == (None, None, None)
        assert _reasons(results[name]) == [f"{who} has not scored “how”."]
    assert not evaluation.complete
    assert evaluation.winner is None


def test_a_missing_price_is_no_zero() -> None:
    results = _named(evaluate(project(_HALF, Bid("a", None, {"how": [10]}), Bid("b", 70, {"how": [0]}))))
    assert results["a"].total is None
    assert _reasons(results["a"]) == ["The price sheet has lines without a price."]
    assert results["b"].price_points == 50


def test_a_grade_outside_the_scale_and_a_sub_criterion_nobody_scores() -> None:
    agreed = criteria(
        group("work", quality("how", 50), quality("who", 40, "somebody-else")), group("cost", priced(10))
    )
    judged = project(agreed, Bid("a", 100, {"how": [3]}))
    judged = judged.replace(criteria=agreed.replace(scale=agreed.scale[:3]))
    (result,) = evaluate(judged).vendors
    assert _reasons(result) == ["The scale has no grade 3 (“how”).", "Nobody is named to score “who”."]


def test_only_named_evaluators_count() -> None:
    agreed = criteria(group("work", quality("how", 100, "e2")), group("cost", priced(0)))
    (result,) = evaluate(project(agreed, Bid("a", 1, {"how": [8]}), evaluators=("e1", "e2"))).vendors
    grades = result.subs["how"].grades
    assert grades is not None
    assert grades.by_evaluator == {"e2": 8}
    assert result.total == 80


def test_spread_of_the_grades() -> None:
    judged = project(_HALF, Bid("a", 1, {"how": [2, None, 9]}), Bid("b", 1), evaluators=("e1", "e2", "e3"))
    results = _named(evaluate(judged))
    assert [one.spread if (one := results[name].subs["how"].grades) else None for name in "ab"] == [7, None]


# Three offers with equal totals: quality 50, 40, 40 and points for price 0, 10, 10.
_EVEN = criteria(
    group("work", quality("how", 100)),
    group("cost", priced(100)),
    formula=PriceFormula.ADDITIVE,
    ties=(TieBreak.LOWER_PRICE, TieBreak.COUNCIL),
)
_EVEN_BIDS = (Bid("dear", 1000, {"how": [5]}), Bid("low", 900, {"how": [4]}), Bid("same", 900, {"how": [4]}))


@pytest.mark.parametrize(
    ("ties", "ranks", "notes"),
    [
        ((TieBreak.LOWER_PRICE, TieBreak.COUNCIL), (3, 1, 1), ("lower price", "council", "council")),
        ((TieBreak.HIGHER_QUALITY,), (1, 2, 2), ("higher quality", "council", "council")),
        ((TieBreak.COUNCIL, TieBreak.LOWER_PRICE), (1, 1, 1), ("council", "council", "council")),
        ((), (1, 1, 1), ("council", "council", "council")),
    ],
)
def test_ties(ties: tuple[TieBreak, ...], ranks: tuple[int, ...], notes: tuple[str, ...]) -> None:
    evaluation = evaluate(project(_EVEN.replace(ties=ties), *_EVEN_BIDS, ceiling=1000))
    results = _named(evaluation)
    assert {one.total for one in results.values()} == {50}
    assert tuple(results[one].rank for one in ("dear", "low", "same")) == ranks
    for name, word in zip(("dear", "low", "same"), notes, strict=True):
        note = results[name].tie_note
        assert note is not None
        assert word in note.en
    assert (evaluation.winner is None) == (ranks.count(1) > 1)


def test_the_next_rule_decides_where_the_first_does_not() -> None:
    agreed = criteria(
        group("work", quality("how", 60), quality("bonus", 40)),
        ties=(TieBreak.LOWER_PRICE, TieBreak.HIGHER_QUALITY),
    )
    grades = {"how": [5], "bonus": [5]}
    evaluation = evaluate(project(agreed, Bid("a", 2, grades), Bid("b", 1, grades), Bid("c", 2, grades)))
    assert {one.vendor.id: one.rank for one in evaluation.vendors} == {"b": 1, "a": 2, "c": 2}


def test_a_later_submission_takes_the_place_of_the_first() -> None:
    judged = project(_HALF, Bid("a", 100, {"how": [5]}), Bid("b", 100, {"how": [4]}))
    again = judged.proposals[1].replace(
        submission=2, price=(judged.proposals[1].price[0].replace(amount=50),)
    )
    results = _named(evaluate(judged.replace(proposals=(again, *judged.proposals))))
    assert results["b"].price == 50
    assert results["b"].price_points == 50
    assert results["a"].price_points == 25


def test_nothing_received_ranks_nobody() -> None:
    evaluation = evaluate(project(_HALF))
    assert (evaluation.vendors, evaluation.winner) == ((), None)
