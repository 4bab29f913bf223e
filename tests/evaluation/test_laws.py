"""What holds for every evaluation, whatever the criteria, grades and prices."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from rfp_builder.evaluation.evaluate import evaluate
from rfp_builder.evaluation.result import Evaluation
from rfp_builder.model.criteria import (
    Criteria,
    PriceFormula,
    RoundedAt,
    Rounding,
    RoundingMode,
    Scoring,
    SubCriterion,
    TieBreak,
)
from rfp_builder.model.project import Project
from tests.evaluation.build import Bid, base, criteria, group, priced, project, quality, scale

_EVALUATORS = ("e1", "e2", "e3")
_CEILING = 1000
_SCALE = scale("0", "12.5", "33.3333", "75", "100")

_roundings = st.builds(
    Rounding,
    digits=st.integers(0, 3),
    mode=st.sampled_from(RoundingMode),
    at=st.sampled_from(RoundedAt),
)


@st.composite
def _criteria(draw: st.DrawFn) -> Criteria:
    """Two criteria: judged sub-criteria in both, price and base points in the second."""
    points = st.integers(0, 400).map(lambda tenths: str(Fraction(tenths, 10).__float__()))
    counts = draw(st.tuples(st.integers(1, 3), st.integers(0, 2)))
    subs = [quality(f"s{n}", draw(points)) for n in range(sum(counts))]
    if draw(st.booleans()):
        subs[0] = quality("s0", draw(points), "e2")
    floor = draw(st.sampled_from((None, "20", "50")))
    return criteria(
        group("one", *subs[: counts[0]], floor=floor),
        group("two", *subs[counts[0] :], priced(draw(points)), base(draw(points))),
        grades=_SCALE,
        formula=draw(st.sampled_from(PriceFormula)),
        rounding=draw(_roundings),
        total_floor=draw(st.sampled_from((None, "30"))),
        ties=tuple(draw(st.lists(st.sampled_from(TieBreak), unique=True))),
    )


def _count(sub: SubCriterion) -> int:
    return len(sub.evaluators) or len(_EVALUATORS)


@st.composite
def _projects(draw: st.DrawFn, blanks: bool = True) -> Project:
    agreed = draw(_criteria())
    grade = st.integers(0, 4) if not blanks else st.one_of(st.none(), *[st.integers(0, 4)] * 9)
    price = st.integers(1, 1200) if blanks else st.integers(1, _CEILING)
    bids = [
        Bid(
            f"v{n}",
            draw(price),
            {
                sub.id: draw(st.lists(grade, min_size=_count(sub), max_size=_count(sub)))
                for sub in agreed.all_subs()
                if sub.scoring is Scoring.QUALITY
            },
            gates={"g1": draw(st.sampled_from((True, True, True, False))) if blanks else True},
        )
        for n in range(draw(st.integers(1, 4)))
    ]
    return project(agreed, *bids, evaluators=_EVALUATORS, gates=["g1"], ceiling=_CEILING)


@given(_projects())
def test_totals_are_the_sum_of_their_parts(judged: Project) -> None:
    at = judged.criteria.rounding.at
    for one in evaluate(judged).vendors:
        if one.total is None:
            assert one.rank is None
            continue
        groups = [group.points for group in one.criteria]
        assert None not in groups
        whole = sum((points for points in groups if points is not None), Fraction(0))
        parts = (one.quality or 0) + (one.price_points or 0)
        assert parts == sum(sub.points or 0 for sub in one.subs.values())
        unit = Fraction(1, 10**judged.criteria.rounding.digits)
        if at is RoundedAt.TOTAL:
            assert abs(one.total - whole) < unit
        else:
            assert one.total == whole
        if at is not RoundedAt.CRITERION:
            assert whole == parts
        if at is RoundedAt.SUB_CRITERION:
            assert all((sub.points or Fraction(0)) % unit == 0 for sub in one.subs.values())


@given(_projects())
def test_points_stay_between_nothing_and_all(judged: Project) -> None:
    unit = Fraction(1, 10**judged.criteria.rounding.digits)
    for one in evaluate(judged).vendors:
        for sub in one.subs.values():
            assert sub.points is None or 0 <= sub.points <= Fraction(sub.sub.points) + unit


@given(_projects())
def test_a_vendor_has_a_rank_or_a_reason(judged: Project) -> None:
    for one in evaluate(judged).vendors:
        assert (one.rank is None) == bool(one.out or one.missing)


@given(_projects())
def test_ranks_count_how_many_are_better(judged: Project) -> None:
    ranks = [one.rank for one in evaluate(judged).vendors if one.rank is not None]
    assert ranks == sorted(ranks)
    for rank in ranks:
        assert rank == 1 + sum(1 for other in ranks if other < rank)
    totals = [one.total for one in evaluate(judged).vendors if one.rank is not None]
    assert totals == sorted(totals, key=lambda total: total or 0, reverse=True)


def _outcome(evaluation: Evaluation) -> dict[str, tuple[object, ...]]:
    return {
        one.vendor.id: (one.total, one.rank, one.out, one.missing, one.tie_note) for one in evaluation.vendors
    }


@given(_projects(), st.randoms(use_true_random=False))
def test_the_order_of_vendors_does_not_matter(judged: Project, shuffling: Random) -> None:
    vendors = list(judged.vendors)
    proposals = list(judged.proposals)
    shuffling.shuffle(vendors)
    shuffling.shuffle(proposals)
    shuffled = judged.replace(vendors=tuple(vendors), proposals=tuple(proposals))
    assert _outcome(evaluate(judged)) == _outcome(evaluate(shuffled))


@settings(max_examples=60)
@given(_projects(blanks=False), st.data())
def test_a_better_grade_never_lowers_a_total(judged: Project, data: st.DataObject) -> None:
    book = data.draw(st.sampled_from(judged.score_books))
    raisable = [n for n, score in enumerate(book.scores) if score.score is not None and score.score < 4]
    if not raisable:
        return
    place = data.draw(st.sampled_from(raisable))
    score = book.scores[place]
    better = score.replace(score=data.draw(st.integers((score.score or 0) + 1, 4)))
    scores = (*book.scores[:place], better, *book.scores[place + 1 :])
    books = tuple(
        one.replace(scores=scores) if one.evaluator == book.evaluator else one for one in judged.score_books
    )
    before = {one.vendor.id: one.total or 0 for one in evaluate(judged).vendors}
    for one in evaluate(judged.replace(score_books=books)).vendors:
        if one.vendor.id == score.vendor:
            assert (one.total or 0) >= before[one.vendor.id]
        else:
            assert (one.total or 0) == before[one.vendor.id]


def test_many_vendors_criteria_and_evaluators() -> None:
    evaluators = [f"e{n}" for n in range(10)]
    subs = [quality(f"s{n}", 1) for n in range(299)]
    agreed = criteria(group("work", *subs), group("cost", priced(1)), grades=_SCALE)
    bids = [
        Bid(
            f"v{vendor:02}",
            100 + vendor,
            {sub.id: [(vendor + n + who) % 5 for who in range(10)] for n, sub in enumerate(subs)},
        )
        for vendor in range(20)
    ]
    evaluation = evaluate(project(agreed, *bids, evaluators=evaluators))
    assert evaluation.complete
    assert len(evaluation.vendors) == 20
    rates = [Fraction(grade.rate) / 100 for grade in _SCALE]
    # Ten evaluators go through all five grades twice.
    expected = 299 * sum(rates, Fraction(0)) / 5
    assert {one.quality for one in evaluation.vendors} == {expected}
