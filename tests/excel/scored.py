"""The small project with criteria, evaluators and three proposals, ready to be scored and ranked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal

from rfp_builder.model.choices import Priority
from rfp_builder.model.criteria import (
    Anchor,
    Criteria,
    Criterion,
    Grade,
    Lock,
    PriceFormula,
    RoundedAt,
    Rounding,
    RoundingMode,
    Scoring,
    SubCriterion,
    TieBreak,
)
from rfp_builder.model.parties import Evaluator, Vendor
from rfp_builder.model.project import Project
from rfp_builder.model.proposals import (
    Fact,
    Fit,
    FreeProposal,
    GateAnswer,
    PriceLine,
    Proposal,
    RequirementAnswer,
)
from rfp_builder.model.scores import Score, ScoreBook
from tests.excel.projects import both, issue_of
from tests.excel.projects import project as plain_project

RECEIVED = datetime(2027, 3, 1, 12, tzinfo=UTC)
PRICES = (7_654_321, 8_000_000, 9_876_543)
"""What the three vendors ask for in all; found nowhere but on the sheets that may show prices."""
EXTRA_COST = 4_242_424
CEILING = 9_000_000

_RATES = ("0", "33.3333", "70", "100")
_LABELS = (("不可", "Poor"), ("可", "Fair"), ("良", "Good"), ("優", "Excellent"))


def sub(name: str, points: str, *evaluators: str, floor: str | None = None) -> SubCriterion:
    """A sub-criterion that evaluators judge."""
    return SubCriterion(
        id=name,
        name=both(f"細目{name}", f"Part {name}"),
        looks_at=both("提案書の記載。", "What the proposal says."),
        points=Decimal(points),
        anchors=tuple(
            Anchor(score=score, text=both(f"{name}の条件{score}。", f"Condition {score} of {name}."))
            for score in range(4)
        ),
        evaluators=evaluators,
        floor=None if floor is None else Decimal(floor),
    )


def criteria(**changes: object) -> Criteria:
    """Two criteria: three sub-criteria judged by some or all, price, and base points."""
    price = SubCriterion(
        id="price", name=both("総額", "Price"), points=Decimal("45.5"), scoring=Scoring.PRICE
    )
    base = SubCriterion(
        id="base", name=both("必須要件", "Required"), points=Decimal(10), scoring=Scoring.BASE
    )
    fields: dict[str, object] = {
        "criteria": (
            Criterion(id="c1", name=both("品質", "Quality"), subs=(sub("s1", "20"), sub("s2", "12.5", "e2"))),
            Criterion(id="c2", name=both("費用と基礎", "Cost and base"), subs=(price, sub("s3", "12"), base)),
        ),
        "scale": tuple(
            Grade(score=score, label=both(*label), rate=Decimal(rate))
            for score, (label, rate) in enumerate(zip(_LABELS, _RATES, strict=True))
        ),
        "total_points": Decimal(100),
        "price_formula": PriceFormula.ADDITIVE,
        "rounding": Rounding(digits=2, mode=RoundingMode.HALF_UP, at=RoundedAt.SUB_CRITERION),
        "total_floor": Decimal(10),
        "ties": (TieBreak.LOWER_PRICE, TieBreak.HIGHER_QUALITY, TieBreak.COUNCIL),
        "lock": Lock(locked_on=date(2027, 1, 20), locked_by=both("委員会", "Committee"), digest="a" * 64),
    }
    return Criteria.model_validate(fields | changes)


EVALUATORS = (
    Evaluator(id="e1", label=both("業務部", "Operations")),
    Evaluator(id="e2", label=both("品質部", "Quality")),
    Evaluator(id="e3", label=both("購買部", "Purchasing")),
)
VENDORS = tuple(Vendor(id=f"v{n}", name=name) for n, name in enumerate(("A社", "B社", "C社"), start=1))


def proposal(place: int, text: str = "手順書を毎月見直します。", **changes: object) -> Proposal:
    """The proposal of one vendor, with `text` wherever a text is free."""
    fields: dict[str, object] = {
        "vendor": f"v{place + 1}",
        "submission": 1,
        "received_at": RECEIVED,
        "file_name": f"v{place + 1}-1.xlsx",
        "sha256": str(place) * 64,
        "rfp_version": "1.0",
        "answers": (
            RequirementAnswer(number="R-001", fit=Fit.MEETS, how=text, evidence=text, extra_cost=EXTRA_COST),
            RequirementAnswer(number="R-002", fit=Fit.PARTLY if place == 1 else Fit.EXCEEDS, how=text),
            RequirementAnswer(number="R-003", fit=Fit.MEETS if place else None),
            RequirementAnswer(number="Q-01", how=text),
        ),
        "gates": (GateAnswer(gate="g1", passed=True), GateAnswer(gate="g2", passed=True, evidence=text)),
        "price": (
            PriceLine(line="p-01", unit_price=Decimal(1), quantity=1, amount=1_000_000),
            PriceLine(line="p-02", unit_price=Decimal(1), quantity=1, amount=PRICES[place] - 1_000_000),
        ),
        "facts": (
            Fact(table="experience", cells={"client": text, "results": text}),
            Fact(table="sites", cells={"place": text}),
        ),
        "free": (FreeProposal(title=text, how=text, benefit=text, evidence=text, extra_cost=EXTRA_COST),),
    }
    return Proposal.model_validate(fields | changes)


def project(text: str = "手順書を毎月見直します。", **changes: object) -> Project:
    """Everything but the scores."""
    plain = plain_project(currency="JPY")
    constraints = plain.definition.work.constraints.replace(ceiling_price=CEILING)
    definition = plain.definition.replace(work=plain.definition.work.replace(constraints=constraints))
    requirements = tuple(
        one.replace(criterion="s1", priority=Priority.MUST if one.id == "r2" else Priority.SHOULD)
        for one in plain.requirements
    )
    fields: dict[str, object] = {
        "definition": definition,
        "requirements": requirements,
        "criteria": criteria(),
        "evaluators": EVALUATORS,
        "vendors": VENDORS,
        "proposals": tuple(proposal(place, text) for place in range(3)),
        "issues": (issue_of(plain),),
    }
    return plain.replace(**(fields | changes))


GRADES: Mapping[str, Mapping[str, tuple[int, int, int]]] = {
    "e1": {"s1": (3, 2, 1), "s3": (1, 2, 3)},
    "e2": {"s1": (2, 2, 0), "s2": (3, 1, 2), "s3": (1, 1, 1)},
    "e3": {"s1": (1, 2, 3), "s3": (2, 1, 0)},
}
"""Evaluator, sub-criterion, and a grade for each vendor."""


def scores(evaluator: str, text: str = "根拠が具体である。") -> tuple[Score, ...]:
    """All that one evaluator gave, in the order of the score book."""
    given = GRADES[evaluator]
    return tuple(
        Score(vendor=f"v{place + 1}", sub=name, score=grade, justification=text)
        for name, grades in given.items()
        for place, grade in enumerate(grades)
    )


def scored(text: str = "根拠が具体である。", **changes: object) -> Project:
    """The project with every score book collected."""
    books = tuple(
        ScoreBook(evaluator=one, collected_at=RECEIVED, sha256="b" * 64, scores=scores(one, text))
        for one in GRADES
    )
    return project(**({"score_books": books} | changes))  # type: ignore[arg-type]
