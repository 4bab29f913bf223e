"""What a price earns: five prices worked through by the formula."""

from __future__ import annotations

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.i18n import Phrase
from rfp_builder.text.show import show_money, show_percent
from rfp_builder.workspace.price_examples import PriceExample, price_examples
from rfp_builder.workspace.price_words import (
    OUT,
    base_of_examples,
    points_of_example,
    rounded_later,
    share_of_base,
    why_no_examples,
)

_TITLE = Phrase("価格と価格点の早見表（社外秘）:", "What a price earns (confidential):")
_NO_TABLE = Phrase("早見表は出せません。{why}", "There is no table. {why}")
_WITH_PRICE = Phrase("  {of}（{price}）: {points}", "  {of} ({price}): {points}")
_WITHOUT_PRICE = Phrase("  {of}: {points}", "  {of}: {points}")
_POINTS = Phrase("{points}点（価格点の{share}）", "{points} points ({share} of those for price)")


def tell_prices(desk: Desk) -> None:
    """Five prices with the points that they earn, or why there are none."""
    examples, criteria = price_examples(desk.project), desk.project.criteria
    if not examples:
        desk.say(_NO_TABLE.fill(why=why_no_examples(criteria)))
        return
    desk.say(_TITLE)
    desk.say(base_of_examples(desk.project, examples, desk.setting.currency))
    for one in examples:
        desk.say(_line(desk, one))
    if (rounding := rounded_later(criteria)) is not None:
        desk.say(rounding)


def _line(desk: Desk, one: PriceExample) -> Phrase:
    earned, points = OUT, points_of_example(desk.project.criteria, one)
    if points is not None and one.share is not None:
        earned = _POINTS.fill(points=points, share=show_percent(one.share * 100, 1))
    if one.price is None:
        return _WITHOUT_PRICE.fill(of=share_of_base(one), points=earned)
    price = show_money(one.price, desk.setting.currency, desk.lang)
    return _WITH_PRICE.fill(of=share_of_base(one), price=price, points=earned)
