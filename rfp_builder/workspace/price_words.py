"""The words around the table of what a price earns, for all front ends."""

from __future__ import annotations

from collections.abc import Sequence

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.criteria import Criteria, RoundedAt
from rfp_builder.model.project import Project
from rfp_builder.text.show import show_money, show_number
from rfp_builder.workspace.price_examples import PriceExample

OUT = Phrase("予定価格を超えるため選外", "above the ceiling: out")
"""Said in place of points of an offer that earns none."""
_BY_CEILING = Phrase(
    "予定価格 {ceiling} を基準に、次の{n}社だけが提案したとして計算しています。提案会社には渡りません。",
    "Worked out from the ceiling of {ceiling}, as if these {n} were the only offers. No vendor sees it.",
)
_BY_LOWEST = Phrase(
    "予定価格がないため、最低価格を100として計算しています。",
    "There is no ceiling price, so the lowest offer is taken as 100.",
)
_NO_CEILING = Phrase(
    "計算式に予定価格が要りますが、2.5 にまだ入力されていません。",
    "The formula needs the ceiling price, which goes into 2.5 and is not there yet.",
)
_NOT_SCORED = Phrase(
    "価格の計算式で採点する評価細目がありません。", "No sub-criterion is scored by the price formula."
)
_OF_CEILING = Phrase("予定価格の{percent}%", "{percent}% of the ceiling")
_OF_LOWEST = Phrase("最低価格の{percent}%", "{percent}% of the lowest")
_NOT_ROUNDED = Phrase(
    "端数処理は{at}で行うため、ここでは小数第2位まで示します。",
    "Points are rounded {at}; here they are shown with two digits.",
)
_ROUNDED_AT = {
    RoundedAt.CRITERION: Phrase("評価基準ごと", "at each criterion"),
    RoundedAt.TOTAL: Phrase("合計点", "at the total"),
}
_DIGITS = 2


def why_no_examples(criteria: Criteria) -> Phrase:
    """What is missing where `price_examples` gives none."""
    return _NO_CEILING if criteria.scores_price else _NOT_SCORED


def base_of_examples(project: Project, examples: Sequence[PriceExample], currency: str) -> Phrase:
    """What the examples are measured by. Confidential: tells the ceiling. `currency`: ISO 4217."""
    ceiling = known(project.definition.work.constraints.ceiling_price)
    if not ceiling:
        return _BY_LOWEST
    amount = Phrase(*(show_money(ceiling, currency, lang) for lang in (Lang.JA, Lang.EN)))
    return _BY_CEILING.fill(ceiling=amount, n=len(examples))


def share_of_base(one: PriceExample) -> Phrase:
    """How the price stands to what it is measured by."""
    return (_OF_LOWEST if one.price is None else _OF_CEILING).fill(percent=one.percent)


def points_of_example(criteria: Criteria, one: PriceExample) -> str | None:
    """The points as digits, as many behind the point as rounding leaves; None: the offer is out."""
    if one.points is None:
        return None
    rounding = criteria.rounding
    return show_number(one.points, rounding.digits if rounding.at is RoundedAt.SUB_CRITERION else _DIGITS)


def rounded_later(criteria: Criteria) -> Phrase | None:
    """That the points shown are not the rounded ones yet; None where they are."""
    at = _ROUNDED_AT.get(criteria.rounding.at)
    return None if at is None else _NOT_ROUNDED.fill(at=at)
