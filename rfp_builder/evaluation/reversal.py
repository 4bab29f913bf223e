"""Whether the winner hangs on an offer that lost.

Where points for price are measured against the lowest offer, a losing bid moves everybody else's points, and
may so decide who wins. Source: rank reversal of relative price scoring, shown by leaving one offer out.
"""

from __future__ import annotations

from dataclasses import dataclass

from rfp_builder.evaluation.evaluate import evaluate
from rfp_builder.evaluation.result import Evaluation
from rfp_builder.model.criteria import PriceFormula
from rfp_builder.model.parties import Vendor
from rfp_builder.model.project import Project


@dataclass(frozen=True, slots=True)
class Reversal:
    """Without the offer of `without`, `winners` would be first and not those who are."""

    without: Vendor
    winners: tuple[Vendor, ...]


def reversals(project: Project, evaluation: Evaluation) -> tuple[Reversal, ...]:
    """Every losing offer that decides who wins; none under a formula that looks at one price alone.

    Raises:
        Refused: as `evaluate` does.
    """
    criteria = project.criteria
    if criteria.price_formula is not PriceFormula.LOWEST_OVER_PRICE or not criteria.scores_price:
        return ()
    first = _first(evaluation)
    ranked = [one for one in evaluation.vendors if one.rank is not None]
    # Only a lowest offer is looked at by the others' points.
    lowest = min((one.price for one in ranked if one.price is not None), default=None)
    found = []
    for one in evaluation.vendors:
        if one.vendor in first or one.price is None or lowest is None or one.price > lowest:
            continue
        others = tuple(proposal for proposal in project.proposals if proposal.vendor != one.vendor.id)
        winners = _first(evaluate(project.replace(proposals=others)))
        if winners and winners != first:
            found.append(Reversal(one.vendor, winners))
    return tuple(found)


def _first(evaluation: Evaluation) -> tuple[Vendor, ...]:
    return tuple(one.vendor for one in evaluation.vendors if one.rank == 1)
