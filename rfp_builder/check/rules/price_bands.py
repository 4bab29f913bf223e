"""Bands of tiered prices (6.2): every number of contacts has one price and no more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from rfp_builder.check.context import Context, rows
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.check.said import number
from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import Undecided, known
from rfp_builder.model.choices import PriceBasis
from rfp_builder.model.definition.price import Band, RunningCost


@rule("price.band-missing", Severity.BLOCKS, "段階料金の区分", "Bands of a tiered price")
def band_missing(context: Context) -> Iterator[Hit]:
    """A tiered price without bands."""
    banded = {band.running_cost for band in rows(context.definition.price.running.bands)}
    for row in context.running_costs.values():
        if known(row.basis) is PriceBasis.TIERED and row.id not in banded:
            yield Hit(
                f"price.running.costs[{row.id}].basis",
                Phrase(
                    "「{item}」は段階単価ですが、件数の区分がありません。",
                    "“{item}” is a tiered price, but has no bands.",
                ).fill(item=context.named(row, row.item)),
                Phrase(
                    "区分（何件から何件まで）を6.2に加えてください。",
                    "Add the bands, from and until, to 6.2.",
                ),
            )


@rule("price.band-stray", Severity.WARNS, "段階料金でない行の区分", "Bands of a price that is not tiered")
def band_stray(context: Context) -> Iterator[Hit]:
    """Bands for a line that is priced in another way."""
    for band in rows(context.definition.price.running.bands):
        cost = context.running_costs.get(band.running_cost or "")
        basis = known(cost.basis) if cost is not None else None
        if cost is not None and basis is not None and basis is not PriceBasis.TIERED:
            yield Hit(
                f"price.running.bands[{band.id}].running_cost",
                Phrase(
                    "「{item}」は段階単価ではないのに、件数の区分があります。",
                    "“{item}” has bands although its price is not tiered.",
                ).fill(item=context.named(cost, cost.item)),
                Phrase(
                    "課金の方式を段階単価にするか、区分を削除してください。",
                    "Make the price tiered, or delete the bands.",
                ),
            )


@rule("price.band-gap", Severity.BLOCKS, "段階料金のすき間", "Gap between bands")
def band_gap(context: Context) -> Iterator[Hit]:
    """Volumes that no band prices."""
    for cost, bands in _bands(context):
        starts, missing = _limits(bands[0])[0], ""
        if starts > 1:
            missing = f"0–{starts - 1:,}"
        for lower, upper in pairwise(bands):
            until, then = _limits(lower)[1], _limits(upper)[0]
            if until is not None and then > until + 1 and not missing:
                missing = f"{until + 1:,}–{then - 1:,}"
        if missing:
            yield Hit(
                f"price.running.bands[{bands[0].id}]",
                Phrase(
                    "「{item}」の段階料金で、{missing}件の区分がありません。",
                    "No band of “{item}” covers {missing} contacts.",
                ).fill(item=context.named(cost, cost.item), missing=missing),
                Phrase(
                    "前の区分の終わりの次の件数から、次の区分を始めてください。",
                    "Let each band start one above the end of the band before.",
                ),
            )


@rule("price.band-overlap", Severity.BLOCKS, "段階料金の重なり", "Overlapping bands")
def band_overlap(context: Context) -> Iterator[Hit]:
    """Volumes that two bands price."""
    for cost, bands in _bands(context):
        for lower, upper in pairwise(bands):
            until, then = _limits(lower)[1], _limits(upper)[0]
            if until is None or then <= until:
                yield Hit(
                    f"price.running.bands[{upper.id}].starts",
                    Phrase(
                        "「{item}」の段階料金で、{starts}件から始まる区分が前の区分と重なっています。",
                        "A band of “{item}” that starts at {starts} overlaps the one before.",
                    ).fill(item=context.named(cost, cost.item), starts=number(then)),
                    Phrase(
                        "区分の終わりと始まりを直してください。上限がないのは最後の区分だけです。",
                        "Correct the limits. Only the last band may be open-ended.",
                    ),
                )


def _bands(context: Context) -> Iterator[tuple[RunningCost, list[Band]]]:
    """The bands of each tiered line in order, where all say where they start and no end is undecided."""
    grouped: dict[str, list[Band]] = defaultdict(list)
    for band in rows(context.definition.price.running.bands):
        grouped[band.running_cost or ""].append(band)
    for cost_id, bands in grouped.items():
        cost = context.running_costs.get(cost_id)
        told = all(known(one.starts) is not None and not isinstance(one.until, Undecided) for one in bands)
        if cost is not None and told:
            yield cost, sorted(bands, key=lambda band: _limits(band)[0])


def _limits(band: Band) -> tuple[int, int | None]:
    return known(band.starts) or 0, known(band.until)
