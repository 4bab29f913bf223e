"""Small projects to rank: vendors with a price, grades, gates and answers, under criteria of a few lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal

from rfp_builder.i18n import Lang
from rfp_builder.model.criteria import (
    Criteria,
    Criterion,
    Grade,
    PriceFormula,
    RoundedAt,
    Rounding,
    RoundingMode,
    Scoring,
    SubCriterion,
    TieBreak,
)
from rfp_builder.model.definition import Definition
from rfp_builder.model.localized import Localized
from rfp_builder.model.parties import Evaluator, Vendor
from rfp_builder.model.project import Project
from rfp_builder.model.proposals import Fit, GateAnswer, PriceLine, Proposal, RequirementAnswer
from rfp_builder.model.requirement import Requirement
from rfp_builder.model.rfp import Gate, Issue, PublicKey, Rfp
from rfp_builder.model.scores import Score, ScoreBook

NOW = datetime(2027, 3, 15, 9, 0, tzinfo=UTC)
DIGEST = "0" * 64
EXACT = Rounding(digits=6, mode=RoundingMode.HALF_UP, at=RoundedAt.TOTAL)
"""Keeps six digits of the total and rounds nothing below it."""


def text(ja: str) -> Localized:
    """A text in both languages."""
    return Localized(ja=ja, en=ja)


def scale(*rates: str) -> tuple[Grade, ...]:
    """Grades 0, 1, 2 … with these rates in per cent."""
    return tuple(Grade(score=n, label=text(f"{n}"), rate=Decimal(rate)) for n, rate in enumerate(rates))


PER_CENT = scale(*(str(10 * n) for n in range(11)))
"""Eleven grades: grade n earns 10 n per cent."""


def quality(sub: str, points: str | int, *evaluators: str, floor: str | None = None) -> SubCriterion:
    """A sub-criterion that is judged."""
    return SubCriterion(
        id=sub,
        name=text(sub),
        points=Decimal(points),
        evaluators=evaluators,
        floor=None if floor is None else Decimal(floor),
    )


def priced(points: str | int, sub: str = "price") -> SubCriterion:
    """A sub-criterion whose points come from the price formula."""
    return SubCriterion(id=sub, name=text(sub), points=Decimal(points), scoring=Scoring.PRICE)


def base(points: str | int, sub: str = "base") -> SubCriterion:
    """基礎点."""
    return SubCriterion(id=sub, name=text(sub), points=Decimal(points), scoring=Scoring.BASE)


def group(name: str, *subs: SubCriterion, floor: str | None = None) -> Criterion:
    """A criterion."""
    return Criterion(id=name, name=text(name), subs=subs, floor=None if floor is None else Decimal(floor))


def criteria(
    *groups: Criterion,
    grades: tuple[Grade, ...] = PER_CENT,
    formula: PriceFormula = PriceFormula.LOWEST_OVER_PRICE,
    rounding: Rounding = EXACT,
    total_floor: str | None = None,
    ties: tuple[TieBreak, ...] = (TieBreak.LOWER_PRICE, TieBreak.COUNCIL),
) -> Criteria:
    """Criteria whose total is what their parts add up to."""
    return Criteria(
        criteria=groups,
        scale=grades,
        total_points=sum((one.points for one in groups), Decimal(0)),
        price_formula=formula,
        rounding=rounding,
        total_floor=None if total_floor is None else Decimal(total_floor),
        ties=ties,
    )


@dataclass(frozen=True)
class Bid:
    """A vendor's offer. `grades`: sub-criterion to the grade of each evaluator, in their order."""

    vendor: str
    price: int | None = 100
    grades: Mapping[str, Sequence[int | None]] = field(default_factory=dict)
    gates: Mapping[str, bool | None] = field(default_factory=dict)
    fits: Mapping[str, Fit | None] = field(default_factory=dict)
    received: datetime = NOW


def project(
    agreed: Criteria,
    *bids: Bid,
    evaluators: Sequence[str] = ("e1",),
    gates: Sequence[str] = (),
    requirements: Sequence[Requirement] = (),
    issues: Sequence[Mapping[str, str]] = (),
    ceiling: int | None = None,
) -> Project:
    """A project with these bids. `issues`: public number to requirement id, one a month from February."""
    subs = {sub.id: sub for sub in agreed.all_subs()}
    books = []
    for who in evaluators:
        scores = [
            Score(vendor=bid.vendor, sub=sub, score=given[_place(subs[sub], evaluators, who)])
            for bid in bids
            for sub, given in bid.grades.items()
            if not subs[sub].evaluators or who in subs[sub].evaluators
        ]
        books.append(ScoreBook(evaluator=who, collected_at=NOW, sha256=DIGEST, scores=tuple(scores)))
    definition = Definition()
    if ceiling is not None:
        constraints = definition.work.constraints.replace(ceiling_price=ceiling)
        definition = definition.replace(work=definition.work.replace(constraints=constraints))
    return Project(
        rfp=Rfp(
            languages=(Lang.JA, Lang.EN), gates=tuple(Gate(id=one, statement=text(one)) for one in gates)
        ),
        definition=definition,
        requirements=tuple(requirements),
        criteria=agreed,
        evaluators=tuple(Evaluator(id=one, label=text(one)) for one in evaluators),
        vendors=tuple(Vendor(id=bid.vendor, name=bid.vendor.upper()) for bid in bids),
        issues=tuple(_issue(n, keys) for n, keys in enumerate(issues)),
        proposals=tuple(_proposal(bid) for bid in bids),
        score_books=tuple(books),
    )


def _place(sub: SubCriterion, evaluators: Sequence[str], who: str) -> int:
    named = [one for one in evaluators if not sub.evaluators or one in sub.evaluators]
    return named.index(who)


def _issue(place: int, keys: Mapping[str, str]) -> Issue:
    return Issue(
        version=f"1.{place}",
        issued_on=date(2027, 2 + place, 1),
        files=(),
        requirements=tuple(PublicKey(number=number, requirement=one) for number, one in keys.items()),
        criteria_digest=DIGEST,
    )


def _proposal(bid: Bid) -> Proposal:
    return Proposal(
        vendor=bid.vendor,
        submission=1,
        received_at=bid.received,
        file_name=f"{bid.vendor}-1.xlsx",
        sha256=DIGEST,
        answers=tuple(RequirementAnswer(number=number, fit=fit) for number, fit in bid.fits.items()),
        gates=tuple(GateAnswer(gate=gate, passed=passed) for gate, passed in bid.gates.items()),
        price=(PriceLine(line="p-01", amount=bid.price),),
    )
