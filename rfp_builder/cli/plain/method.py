"""How points come about: the questions of the method, and what a price earns."""

from __future__ import annotations

from rfp_builder.cli.plain.asking import ask
from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.slot import Move, slot_at
from rfp_builder.forms.criteria import method_questions
from rfp_builder.i18n import Phrase
from rfp_builder.text.show import show_money, show_number
from rfp_builder.workspace.price_examples import price_examples

_PRICES = Phrase(
    "価格点の例（社外秘。予定価格が分かります）:", "What a price earns (confidential: it shows the ceiling):"
)
_NONE = Phrase(
    "価格点の例は出せません。予定価格と、価格で採点する評価細目が必要です。",
    "No examples: they need the ceiling price and a sub-criterion scored by price.",
)
_OF_CEILING = Phrase(
    "予定価格の{percent}%（{price}）: {points}", "{percent}% of the ceiling ({price}): {points}"
)
_OF_LOWEST = Phrase("最低価格の{percent}%: {points}", "{percent}% of the lowest price: {points}")
_POINTS = Phrase("{points}点", "{points} points")
_OUT = Phrase("選外", "out")


def ask_method(desk: Desk) -> None:
    """Ask for every part of the method.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    slots = [slot_at(desk, question, path) for path, question in method_questions()]
    at = 0
    while 0 <= at < len(slots):
        at += 1 if ask(desk, slots[at]) is Move.ON else -1


def tell_prices(desk: Desk) -> None:
    """Five prices with the points that they earn."""
    found = price_examples(desk.project)
    desk.say(_PRICES if found else _NONE)
    digits = desk.project.criteria.rounding.digits
    for one in found:
        points = _OUT if one.points is None else _POINTS.fill(points=show_number(one.points, digits))
        if one.price is None:
            desk.say(_OF_LOWEST.fill(percent=one.percent, points=points))
        else:
            price = show_money(one.price, desk.setting.currency, desk.lang)
            desk.say(_OF_CEILING.fill(percent=one.percent, price=price, points=points))
