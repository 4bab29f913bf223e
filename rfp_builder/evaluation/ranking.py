"""Putting vendors in order, equal totals by the agreed rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import groupby

from rfp_builder.evaluation.result import VendorResult
from rfp_builder.i18n import Phrase
from rfp_builder.model.criteria import TieBreak

_BY_PRICE = Phrase("総合点が同じため、価格の低い順としました。", "Equal totals: the lower price goes first.")
_BY_QUALITY = Phrase(
    "総合点が同じため、技術点の高い順としました。", "Equal totals: the higher quality goes first."
)
_COUNCIL = Phrase(
    "同点です。合議で順位を決めてください。", "A tie: to be decided by the committee in council."
)


def ranked(vendors: list[VendorResult], ties: tuple[TieBreak, ...]) -> Iterator[VendorResult]:
    """Those with a total and still in, ranked; then the others as they came, without a rank."""
    running = [one for one in vendors if one.total is not None and not one.out]
    running.sort(key=_total, reverse=True)
    place = 1
    for _, group in groupby(running, key=_total):
        for tied in _untied(list(group), ties):
            for one in tied:
                yield replace(one, rank=place)
            place += len(tied)
    yield from (one for one in vendors if one.total is None or one.out)


def _total(one: VendorResult) -> Fraction:
    assert one.total is not None
    return one.total


def _untied(group: list[VendorResult], ties: tuple[TieBreak, ...]) -> Iterator[list[VendorResult]]:
    """Split vendors of equal total into groups that stay equal after all rules."""
    if len(group) == 1:
        yield group
        return
    for position, rule in enumerate(ties):
        if rule is TieBreak.COUNCIL:
            break
        if rule is TieBreak.LOWER_PRICE and any(one.price is None for one in group):
            continue
        note = _BY_PRICE if rule is TieBreak.LOWER_PRICE else _BY_QUALITY
        keyed = sorted(group, key=lambda one: _key(one, rule))
        parts = [list(part) for _, part in groupby(keyed, key=lambda one: _key(one, rule))]
        if len(parts) > 1:
            for part in parts:
                yield from _untied([replace(one, tie_note=note) for one in part], ties[position + 1 :])
            return
    yield [replace(one, tie_note=_COUNCIL) for one in group]


def _key(one: VendorResult, rule: TieBreak) -> Fraction:
    """Smaller is better. Whoever has a total has points for quality; prices are there when this is asked."""
    if rule is TieBreak.LOWER_PRICE:
        assert one.price is not None
        return Fraction(one.price)
    assert one.quality is not None
    return -one.quality
