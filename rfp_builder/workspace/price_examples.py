"""What a price earns: five prices worked through by the agreed formula. Confidential: shows the ceiling."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from rfp_builder.evaluation.elimination import above_ceiling
from rfp_builder.evaluation.price_points import METHODS, PriceField
from rfp_builder.evaluation.rounding import rounded
from rfp_builder.model.answers import known
from rfp_builder.model.criteria import Criteria, RoundedAt, Scoring
from rfp_builder.model.project import Project

_PERCENT_OF_CEILING = (70, 80, 90, 100, 105)
_WITHOUT_CEILING = (100, 110, 125, 150, 200)


@dataclass(frozen=True, slots=True)
class PriceExample:
    """One price. `percent`: of the ceiling, or of the lowest price where there is no ceiling."""

    percent: int
    price: int | None
    """In the smallest unit of money; None without a ceiling."""
    share: Fraction | None
    """Share of the points for price, exact; None: the offer is out."""
    points: Fraction | None
    """Rounded as agreed where rounding is agreed for sub-criteria, otherwise exact."""


def price_examples(project: Project) -> tuple[PriceExample, ...]:
    """The examples, cheapest first, taken to be the only offers; none where nothing can be worked out.

    Without a ceiling only a formula that does without one can be shown, by prices relative to the lowest.
    """
    criteria = project.criteria
    ceiling = known(project.definition.work.constraints.ceiling_price) or None
    method = METHODS[criteria.price_formula]
    if not criteria.scores_price:
        return ()
    if ceiling is None and method.needs_ceiling:
        return ()
    percents = _WITHOUT_CEILING if ceiling is None else _PERCENT_OF_CEILING
    base = ceiling if ceiling is not None else 100
    prices = {percent: base * percent // 100 for percent in percents}
    out = {percent for percent, price in prices.items() if any(above_ceiling(criteria, price, ceiling))}
    field = PriceField(tuple(price for percent, price in prices.items() if percent not in out), ceiling)
    found = []
    for percent, price in prices.items():
        share = None if percent in out else method.share(price, field)
        found.append(
            PriceExample(
                percent,
                price if ceiling is not None else None,
                share,
                None if share is None else _points(criteria, share),
            )
        )
    return tuple(found)


def _points(criteria: Criteria, share: Fraction) -> Fraction:
    earned = (share * Fraction(sub.points) for sub in criteria.all_subs() if sub.scoring is Scoring.PRICE)
    if criteria.rounding.at is RoundedAt.SUB_CRITERION:
        return sum((rounded(one, criteria.rounding) for one in earned), Fraction(0))
    return sum(earned, Fraction(0))
