"""What a price earns: five prices worked through by the formula."""

from __future__ import annotations

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.criteria import RoundedAt, Scoring
from rfp_builder.text.show import show_money, show_number, show_percent
from rfp_builder.workspace.price_examples import PriceExample, price_examples

_TITLE = Phrase("価格と価格点の早見表（社外秘）:", "What a price earns (confidential):")
_BY_CEILING = Phrase(
    "予定価格 {ceiling} を基準に、次の{n}社だけが提案したとして計算しています。提案会社には渡りません。",
    "Worked out from the ceiling of {ceiling}, as if these {n} were the only offers. No vendor sees it.",
)
_BY_LOWEST = Phrase(
    "予定価格がないため、最低価格を100として計算しています。",
    "There is no ceiling price, so the lowest offer is taken as 100.",
)
_NO_CEILING = Phrase(
    "早見表は出せません。計算式に予定価格が要りますが、2.5 にまだ入力されていません。",
    "There is no table: the formula needs the ceiling price, which goes into 2.5 and is not there yet.",
)
_NOT_SCORED = Phrase(
    "早見表は出せません。価格の計算式で採点する評価細目がありません。",
    "There is no table: no sub-criterion is scored by the price formula.",
)
_OF_CEILING = Phrase(
    "  予定価格の{percent}%（{price}）: {points}", "  {percent}% of the ceiling ({price}): {points}"
)
_OF_LOWEST = Phrase("  最低価格の{percent}%: {points}", "  {percent}% of the lowest price: {points}")
_POINTS = Phrase("{points}点（価格点の{share}）", "{points} points ({share} of those for price)")
_OUT = Phrase("予定価格を超えるため選外", "above the ceiling: out")
_NOT_ROUNDED = Phrase(
    "端数処理は{at}で行うため、ここでは小数第2位まで示します。",
    "Points are rounded {at}; here they are told with two digits.",
)
_ROUNDED_AT = {
    RoundedAt.CRITERION: Phrase("評価基準ごと", "at each criterion"),
    RoundedAt.TOTAL: Phrase("合計点", "at the total"),
}
_DIGITS = 2


def tell_prices(desk: Desk) -> None:
    """Five prices with the points that they earn, or why there are none."""
    examples, criteria = price_examples(desk.project), desk.project.criteria
    if not examples:
        scored = any(sub.scoring is Scoring.PRICE for sub in criteria.all_subs())
        desk.say(_NO_CEILING if scored else _NOT_SCORED)
        return
    desk.say(_TITLE)
    ceiling = known(desk.project.definition.work.constraints.ceiling_price)
    if examples[0].price is None or ceiling is None:
        desk.say(_BY_LOWEST)
    else:
        amount = show_money(ceiling, desk.setting.currency, desk.lang)
        desk.say(_BY_CEILING.fill(ceiling=amount, n=len(examples)))
    for one in examples:
        desk.say(_line(desk, one))
    if criteria.rounding.at in _ROUNDED_AT:
        desk.say(_NOT_ROUNDED.fill(at=_ROUNDED_AT[criteria.rounding.at]))


def _line(desk: Desk, one: PriceExample) -> Phrase:
    rounding = desk.project.criteria.rounding
    digits = rounding.digits if rounding.at is RoundedAt.SUB_CRITERION else _DIGITS
    earned = _OUT
    if one.points is not None and one.share is not None:
        share = show_percent(one.share * 100, 1)
        earned = _POINTS.fill(points=show_number(one.points, digits), share=share)
    if one.price is None:
        return _OF_LOWEST.fill(percent=one.percent, points=earned)
    price = show_money(one.price, desk.setting.currency, desk.lang)
    return _OF_CEILING.fill(percent=one.percent, price=price, points=earned)
