"""Why a vendor is out: a failed gate, a price above the ceiling, a floor not reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from rfp_builder.evaluation.result import CriterionResult, SubResult
from rfp_builder.i18n import Phrase
from rfp_builder.model.criteria import Criteria, PriceFormula
from rfp_builder.model.project import Project
from rfp_builder.model.proposals import Proposal
from rfp_builder.text.show import show_percent

_GATE = Phrase("応募資格「{gate}」を満たしていません。", "Gate not passed: {gate}")
_GATE_BLANK = Phrase("応募資格「{gate}」に回答がありません。", "Gate not answered: {gate}")
_CEILING = Phrase("価格が予定価格を超えています。", "The price is above the ceiling.")
_FLOOR = Phrase("「{name}」が基準（{floor}）に達していません。", "“{name}” is below its floor ({floor}).")
_TOTAL = Phrase("総合点が基準（{floor}）に達していません。", "The total is below its floor ({floor}).")


def failed_gates(project: Project, proposal: Proposal) -> Iterator[Phrase]:
    """Gates that are failed, or not answered: both put a vendor out, and both are said."""
    answers = {answer.gate: answer.passed for answer in proposal.gates}
    for gate in project.rfp.gates:
        passed = answers.get(gate.id)
        if not passed:
            yield (_GATE_BLANK if passed is None else _GATE).fill(gate=gate.statement)


def above_ceiling(criteria: Criteria, price: int | None, ceiling: int | None) -> Iterator[Phrase]:
    """An offer above the ceiling is out under a formula that works with one."""
    if criteria.price_formula is PriceFormula.ADDITIVE and price is not None and ceiling and price > ceiling:
        yield _CEILING


def below_floors(
    criteria: Criteria,
    subs: Mapping[str, SubResult],
    groups: tuple[CriterionResult, ...],
    total: Fraction | None,
) -> Iterator[Phrase]:
    """Floors not reached; a level whose points are unknown says nothing."""
    for result in subs.values():
        if _below(result.points, Fraction(result.sub.points), result.sub.floor):
            yield _FLOOR.fill(name=result.sub.name, floor=_shown(result.sub.floor))
    for criterion, group in zip(criteria.criteria, groups, strict=True):
        if _below(group.points, group.possible, criterion.floor):
            yield _FLOOR.fill(name=criterion.name, floor=_shown(criterion.floor))
    if _below(total, Fraction(criteria.total_points), criteria.total_floor):
        yield _TOTAL.fill(floor=_shown(criteria.total_floor))


def _below(points: Fraction | None, possible: Fraction, floor: Decimal | None) -> bool:
    return points is not None and floor is not None and points < possible * Fraction(floor) / 100


def _shown(floor: Decimal | None) -> str:
    return show_percent(floor or 0)
