"""From gates, grades and prices to a ranking: exact, and explained level by level."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from rfp_builder.evaluation.elimination import above_ceiling, below_floors, failed_gates
from rfp_builder.evaluation.price_points import PriceField, method_for
from rfp_builder.evaluation.ranking import ranked
from rfp_builder.evaluation.result import CriterionResult, Evaluation, SubResult, VendorResult
from rfp_builder.evaluation.rounding import rounded
from rfp_builder.evaluation.scoring import ScoreTable, judge, score_table
from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.criteria import Criteria, RoundedAt, Scoring
from rfp_builder.model.parties import Vendor
from rfp_builder.model.project import Project
from rfp_builder.model.proposals import Proposal

_NO_PRICE = Phrase("価格表に記入のない行があります。", "The price sheet has lines without a price.")


def evaluate(project: Project) -> Evaluation:
    """Rank the current proposals under the agreed criteria.

    The lowest valid price is the lowest among vendors that pass all gates and do not exceed the ceiling;
    floors are looked at afterwards and do not change it. Criteria without points for price need neither
    prices nor a ceiling.

    Raises:
        Refused: the price formula needs a ceiling price and there is none.
    """
    ceiling = known(project.definition.work.constraints.ceiling_price)
    method = method_for(project.criteria.price_formula, ceiling) if project.criteria.scores_price else None
    vendors = {vendor.id: vendor for vendor in project.vendors}
    table = score_table(project)
    entries = []
    for proposal in project.current_proposals():
        price = proposal.total_price
        out = (*failed_gates(project, proposal), *above_ceiling(project.criteria, price, ceiling))
        entries.append((vendors[proposal.vendor], proposal, price, out))
    field = PriceField(
        prices=tuple(price for _, _, price, out in entries if price is not None and not out), ceiling=ceiling
    )
    results = []
    for vendor, proposal, price, out in entries:
        share = None if method is None or price is None or out else method.share(price, field)
        results.append(_one(project, vendor, proposal, price, share, out, table))
    return Evaluation(tuple(ranked(results, project.criteria.ties)))


def _one(
    project: Project,
    vendor: Vendor,
    proposal: Proposal,
    price: int | None,
    price_share: Fraction | None,
    out: tuple[Phrase, ...],
    table: ScoreTable,
) -> VendorResult:
    criteria = project.criteria
    subs = {sub.id: judge(project, proposal, sub, table, price_share) for sub in criteria.all_subs()}
    groups = _groups(criteria, subs)
    price_points = _sum(one.points for one in subs.values() if one.sub.scoring is Scoring.PRICE)
    quality = _sum(one.points for one in subs.values() if one.sub.scoring is not Scoring.PRICE)
    total = _sum(group.points for group in groups)
    if total is not None and criteria.rounding.at is RoundedAt.TOTAL:
        total = rounded(total, criteria.rounding)
    missing = [
        one.because
        for one in subs.values()
        if one.points is None and one.because is not None and one.sub.scoring is Scoring.QUALITY
    ]
    if price is None and criteria.scores_price:
        missing.append(_NO_PRICE)
    return VendorResult(
        vendor=vendor,
        subs=subs,
        criteria=groups,
        quality=quality,
        price=price,
        price_points=price_points,
        total=total,
        out=(*out, *below_floors(criteria, subs, groups, total)),
        missing=tuple(missing),
    )


def _groups(criteria: Criteria, subs: dict[str, SubResult]) -> tuple[CriterionResult, ...]:
    groups = []
    for criterion in criteria.criteria:
        points = _sum(subs[sub.id].points for sub in criterion.subs)
        if points is not None and criteria.rounding.at is RoundedAt.CRITERION:
            points = rounded(points, criteria.rounding)
        groups.append(CriterionResult(criterion.id, Fraction(criterion.points), points))
    return tuple(groups)


def _sum(values: Iterable[Fraction | None]) -> Fraction | None:
    """The sum; unknown as soon as one part is."""
    total = Fraction(0)
    for value in values:
        if value is None:
            return None
        total += value
    return total
