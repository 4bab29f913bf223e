"""How a ranking comes about, in words: points, grades, price formula, rounding, ties and floors."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.i18n import Phrase, listed
from rfp_builder.model.criteria import Criteria, Scoring
from rfp_builder.text.show import show_number, show_percent

_POINTS = Phrase("配点", "Points")
_POINTS_TEXT = Phrase(
    "全{total}点。うち価格点{price}点、基礎点{base}点、評価者の採点{quality}点。",
    "{total} in all: {price} for price, {base} base points, {quality} scored by evaluators.",
)
_GRADING = Phrase("採点", "Grades")
_GRADE = Phrase("{score} {label} {rate}", "{score} {label} {rate}")
_GRADING_TEXT = Phrase(
    "評点ごとに決めた割合（{scale}）を評価者の間で平均し、配点に掛けます。",
    "Each grade earns a share of the points ({scale}); shares are averaged over the evaluators.",
)
_PRICE = Phrase("価格点", "Price")
_ROUNDING = Phrase("端数処理", "Rounding")
_ROUNDING_TEXT = Phrase("{at}、{mode}（小数第{digits}位まで）", "{at}; {mode}; {digits} decimal places")
_TIES = Phrase("同点の場合", "Ties")
_FLOORS = Phrase("最低基準", "Floors")
_TOTAL_FLOOR = Phrase("合計点の{floor}", "{floor} of all points")
_PART_FLOOR = Phrase("「{name}」の{floor}", "{floor} of “{name}”")


def method_in_words(criteria: Criteria) -> Iterator[tuple[Phrase, Phrase]]:
    """Label and sentence for each part of the method."""
    by_scoring = {kind.value: show_number(_points_for(criteria, kind)) for kind in Scoring}
    yield _POINTS, _POINTS_TEXT.fill(total=show_number(criteria.total_points), **by_scoring)
    scale = listed(
        _GRADE.fill(score=one.score, label=one.label, rate=show_percent(one.rate)) for one in criteria.scale
    )
    yield _GRADING, _GRADING_TEXT.fill(scale=scale)
    if criteria.scores_price:
        yield _PRICE, choice_label(criteria.price_formula)
    rounding = criteria.rounding
    yield (
        _ROUNDING,
        _ROUNDING_TEXT.fill(
            at=choice_label(rounding.at), mode=choice_label(rounding.mode), digits=rounding.digits
        ),
    )
    ties = [choice_label(rule) for rule in criteria.ties]
    if ties:
        yield (
            _TIES,
            Phrase(" → ".join(rule.ja for rule in ties), "; then: ".join(rule.en for rule in ties)),
        )
    floors = list(_floors(criteria))
    if floors:
        yield (
            _FLOORS,
            listed(floors),
        )


def _points_for(criteria: Criteria, kind: Scoring) -> Decimal:
    return sum((sub.points for sub in criteria.all_subs() if sub.scoring is kind), Decimal(0))


def _floors(criteria: Criteria) -> Iterator[Phrase]:
    if criteria.total_floor is not None:
        yield _TOTAL_FLOOR.fill(floor=show_percent(criteria.total_floor))
    parts = [(one.name, one.floor) for one in criteria.criteria]
    parts += [(one.name, one.floor) for one in criteria.all_subs()]
    for name, floor in parts:
        if floor is not None:
            yield _PART_FLOOR.fill(name=name, floor=show_percent(floor))
