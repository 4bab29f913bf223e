"""The worked examples of published evaluation rules come out to the last digit.

`price_formulas.json` names each source. Methods that the product does not offer are passed over.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from rfp_builder.evaluation.evaluate import evaluate
from rfp_builder.evaluation.price_points import Additive, LowestOverPrice, PriceField
from rfp_builder.evaluation.result import VendorResult
from rfp_builder.evaluation.reversal import reversals
from rfp_builder.evaluation.rounding import rounded
from rfp_builder.model.criteria import PriceFormula, RoundedAt, Rounding, RoundingMode
from rfp_builder.model.project import Project
from tests.evaluation.build import EXACT, Bid, criteria, group, priced, project, quality, scale

_FILE = Path(__file__).with_name("price_formulas.json")
_REFERENCE: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))


def _methods(name: str) -> list[dict[str, Any]]:
    found = [one for one in _REFERENCE["methods"] if one["id"] == name]
    assert found
    return found


def _judged(
    bids: Mapping[str, tuple[int, int]],
    formula: PriceFormula,
    price_points: int,
    quality_points: int = 100,
    ceiling: int | None = None,
    rounding: Rounding = EXACT,
) -> Project:
    """Vendors with a price and quality in per cent: the scale has one grade for each quality that occurs."""
    rates = sorted({rate for _, rate in bids.values()})
    agreed = criteria(
        group("all", quality("judged", quality_points), priced(price_points)),
        grades=scale(*(str(rate) for rate in rates)),
        formula=formula,
        rounding=rounding,
    )
    offers = [Bid(vendor, price, {"judged": [rates.index(rate)]}) for vendor, (price, rate) in bids.items()]
    return project(agreed, *offers, ceiling=ceiling)


def _results(judged: Project) -> dict[str, VendorResult]:
    return {one.vendor.id: one for one in evaluate(judged).vendors}


def test_additive_with_quality_and_an_offer_above_the_ceiling() -> None:
    (method,) = _methods("additive")
    bids = {bid["v"].lower(): (bid["P"], bid["T"]) for bid in method["bids"]}
    results = _results(_judged(bids, PriceFormula.ADDITIVE, method["W"], ceiling=method["B"]))
    assert {bid["v"].lower(): bid["total"] for bid in method["bids"]} == {
        vendor: result.total for vendor, result in results.items()
    }
    assert results[method["winner"].lower()].rank == 1
    outside = results["d"]
    assert outside.rank is None
    assert [why.en for why in outside.out] == ["The price is above the ceiling."]


def test_additive_with_points_cut_off() -> None:
    (method,) = _methods("additive_truncated")
    (bid,) = method["bids"]
    cut = Rounding(digits=0, mode=RoundingMode.DOWN, at=RoundedAt.SUB_CRITERION)
    judged = _judged(
        {"a": (bid["P"], 0)}, PriceFormula.ADDITIVE, method["W"], ceiling=method["B"], rounding=cut
    )
    assert _results(judged)["a"].price_points == bid["points"]
    exact = method["W"] * Additive().share(bid["P"], PriceField((bid["P"],), method["B"]))
    assert exact == Fraction("22.22223")


@pytest.mark.parametrize("method", _methods("lowest_over_price"), ids=lambda method: str(method["W"]))
def test_lowest_over_price(method: dict[str, Any]) -> None:
    field = PriceField(tuple(bid["P"] for bid in method["bids"]), None)
    agreed = method.get("rounding")
    for bid in method["bids"]:
        points = method["W"] * LowestOverPrice().share(bid["P"], field)
        if agreed:
            points = rounded(points, Rounding(digits=agreed["digits"], mode=RoundingMode(agreed["mode"])))
        assert points == Fraction(bid["points"])


def test_lowest_over_price_in_a_whole_evaluation() -> None:
    method = next(one for one in _methods("lowest_over_price") if "rounding" in one)
    rounding = Rounding(
        digits=method["rounding"]["digits"],
        mode=RoundingMode(method["rounding"]["mode"]),
        at=RoundedAt.SUB_CRITERION,
    )
    bids = {f"v{n}": (bid["P"], 0) for n, bid in enumerate(method["bids"])}
    results = _results(_judged(bids, PriceFormula.LOWEST_OVER_PRICE, method["W"], rounding=rounding))
    assert [one.price_points for one in results.values()] == [bid["points"] for bid in method["bids"]]


def test_lowest_over_price_with_quality() -> None:
    (method,) = _methods("lowest_over_price_with_quality")
    bids = {bid["v"].lower(): (bid["P"], bid["quality"]) for bid in method["bids"]}
    results = _results(_judged(bids, PriceFormula.LOWEST_OVER_PRICE, 70))
    for bid in method["bids"]:
        result = results[bid["v"].lower()]
        assert (result.price_points, result.total) == (bid["points"], bid["total"])
    assert results[method["winner"].lower()].rank == 1


def test_nested_weights() -> None:
    expected = [Fraction(str(one)) for one in _REFERENCE["nested_weights"]["expect"]]
    # Criteria of 20, 25, 30 and 25 inside a group of 75: a full grade earns each one's share of the whole.
    weights = (20, 25, 30, 25)
    subs = [quality(f"s{n}", str(75 * Decimal(weight) / 100)) for n, weight in enumerate(weights)]
    agreed = criteria(group("quality", *subs), group("cost", priced(25)))
    (result,) = evaluate(project(agreed, Bid("a", 100, {sub.id: [10] for sub in subs}))).vendors
    assert [result.subs[sub.id].points for sub in subs] == expected
    assert [one.points for one in result.criteria] == [75, 25]
    assert result.total == 100


def test_a_losing_offer_that_changes_the_winner_is_named() -> None:
    reference = _REFERENCE["rank_reversal"]
    bids = {
        name.lower(): (reference["without"][name]["price"], reference["without"][name]["quality"])
        for name in ("A", "B")
    }
    without = _judged(bids, PriceFormula.LOWEST_OVER_PRICE, 50, 50)
    before = evaluate(without)
    totals = {one.vendor.name: one.total for one in before.vendors}
    assert totals == reference["without"]["totals"]
    assert before.winner is not None
    assert before.winner.vendor.name == reference["without"]["winner"]
    assert reversals(without, before) == ()

    third = reference["add"]["C"]
    added = _judged(bids | {"c": (third["price"], third["quality"])}, PriceFormula.LOWEST_OVER_PRICE, 50, 50)
    after = evaluate(added)
    totals = {one.vendor.name: one.total for one in after.vendors}
    assert {name: totals[name] for name in ("A", "B")} == reference["add"]["totals"]
    assert after.winner is not None
    assert after.winner.vendor.name == reference["add"]["winner"]
    (found,) = reversals(added, after)
    assert (found.without.name, [one.name for one in found.winners]) == ("C", ["B"])


def test_additive_has_no_such_offers() -> None:
    bids = {"a": (100, 80), "b": (80, 68), "c": (40, 10)}
    judged = _judged(bids, PriceFormula.ADDITIVE, 50, 50, ceiling=200)
    assert reversals(judged, evaluate(judged)) == ()
