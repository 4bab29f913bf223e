"""The price formula in full: symbols, formula, and a worked example in round figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from markupsafe import Markup

from rfp_builder.disclosure.public import PublicMethod
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.criteria import PriceFormula
from rfp_builder.text.show import show_number
from rfp_builder.word.blocks import facts, paragraph
from rfp_builder.word.styles import Styles


@dataclass(frozen=True, slots=True)
class _Wording:
    formula: Phrase
    symbols: tuple[tuple[str, Phrase], ...]
    example: Phrase
    """With `points`, the points of the offer, and `best`, those of the best one."""
    share: Fraction
    """Share of the points that the offer of the example earns."""


_POINTS = ("W", Phrase("価格点の配点（{points}点）", "points for price ({points})"))
_OFFER = ("P", Phrase("その提案の価格", "the price of the offer in question"))

_WORDINGS: Mapping[PriceFormula, _Wording] = MappingProxyType(
    {
        PriceFormula.ADDITIVE: _Wording(
            formula=Phrase("価格点 ＝ W ×（1 － P ÷ B）", "Price points = W × (1 − P ÷ B)"),
            symbols=(
                _POINTS,
                _OFFER,
                (
                    "B",
                    Phrase(
                        "発注者が定めた予定価格（開示しない）。PがBを超える提案は、評価の対象としない。",
                        "the ceiling price set by the client (not disclosed). An offer above B is not "
                        "evaluated.",
                    ),
                ),
            ),
            example=Phrase(
                "例: 予定価格を100、提案価格を80とすると、"
                "価格点は {points} ×（1 － 80 ÷ 100）＝ {earned}点です。"
                "数値は説明のためのもので、実際の予定価格とは関係ありません。",
                "Example: with a ceiling price of 100 and an offer of 80, the price points are "
                "{points} × (1 − 80 ÷ 100) = {earned}. The figures only illustrate the formula and have "
                "nothing to do with the actual ceiling price.",
            ),
            share=Fraction(1, 5),
        ),
        PriceFormula.LOWEST_OVER_PRICE: _Wording(
            formula=Phrase("価格点 ＝ W × Pmin ÷ P", "Price points = W × Pmin ÷ P"),
            symbols=(
                _POINTS,
                _OFFER,
                (
                    "Pmin",
                    Phrase(
                        "評価の対象となる提案のうち、最も低い価格",
                        "the lowest price among the offers that are evaluated",
                    ),
                ),
            ),
            example=Phrase(
                "例: 最も低い価格を80、提案価格を100とすると、"
                "価格点は {points} × 80 ÷ 100 ＝ {earned}点です。"
                "最も低い価格の提案は、配点の{points}点をすべて得ます。数値は説明のためのものです。",
                "Example: with a lowest price of 80 and an offer of 100, the price points are "
                "{points} × 80 ÷ 100 = {earned}. The lowest offer earns all {points} points. The figures "
                "only illustrate the formula.",
            ),
            share=Fraction(4, 5),
        ),
    }
)


def price_formula(styles: Styles, method: PublicMethod, lang: Lang) -> Markup:
    """The formula with its symbols and an example; empty where no points are given for price."""
    if not method.price_points:
        return Markup("")
    wording = _WORDINGS[method.price_formula]
    points = show_number(method.price_points)
    earned = show_number(Fraction(method.price_points) * wording.share)
    symbols = [(symbol, meaning.fill(points=points).to(lang)) for symbol, meaning in wording.symbols]
    example = wording.example.fill(points=points, earned=earned).to(lang)
    return (
        paragraph(styles["Formula"], wording.formula.to(lang))
        + facts(styles, symbols, label_width=1100)
        + paragraph(styles["Body Text"], example)
    )
