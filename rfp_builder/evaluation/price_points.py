"""Price to points. Each method is one small class behind the same interface; further ones are added here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Protocol

from rfp_builder.errors import Refused
from rfp_builder.i18n import Phrase
from rfp_builder.model.criteria import PriceFormula


@dataclass(frozen=True, slots=True)
class PriceField:
    """What a method may look at: all valid prices and the ceiling, in the smallest unit of money."""

    prices: tuple[int, ...]
    ceiling: int | None


class PriceMethod(Protocol):
    """Turns one price into a share of the price points."""

    needs_ceiling: bool

    def share(self, price: int, field: PriceField) -> Fraction:
        """Share of the points for price that `price` earns, 0 to 1, exact and not rounded."""


class Additive:
    """加算方式: 1 − P/B. Source: IPA Fundamental IT Engineer Examination, autumn 2015, question 66."""

    needs_ceiling = True

    def share(self, price: int, field: PriceField) -> Fraction:
        """See `PriceMethod.share`; an offer above the ceiling is out before it gets here."""
        assert field.ceiling
        return max(Fraction(0), 1 - Fraction(price, field.ceiling))


class LowestOverPrice:
    """Pmin/P; a price of 0 earns all. Source: worked example of the Crown Commercial Service."""

    needs_ceiling = False

    def share(self, price: int, field: PriceField) -> Fraction:
        """See `PriceMethod.share`."""
        return Fraction(min(field.prices), price) if price else Fraction(1)


METHODS: Mapping[PriceFormula, PriceMethod] = MappingProxyType(
    {PriceFormula.ADDITIVE: Additive(), PriceFormula.LOWEST_OVER_PRICE: LowestOverPrice()}
)


def method_for(formula: PriceFormula, ceiling: int | None) -> PriceMethod:
    """The method of `formula`.

    Raises:
        Refused: the formula needs a ceiling price and there is none.
    """
    method = METHODS[formula]
    if method.needs_ceiling and not ceiling:
        raise Refused(
            Phrase("価格点を計算できません。", "The points for price cannot be worked out."),
            Phrase(
                "合意した価格点の算式には予定価格が要りますが、入力されていません。",
                "The agreed price formula needs a ceiling price, and none is given.",
            ),
            Phrase(
                "業務要件定義書の 2.5 に予定価格を入力してください（提案会社には開示されません）。",
                "Give the ceiling price under 2.5 of the definition; it is never shown to vendors.",
            ),
        )
    return method
