"""What a price earns, worked through."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from rfp_builder.model.criteria import Criteria, PriceFormula, RoundedAt, Rounding
from rfp_builder.model.project import Project
from rfp_builder.workspace.price_examples import price_examples
from rfp_builder.workspace.workspace import sample_project

PROJECT = sample_project("mail-order")


def under(ceiling: int | None, **changes: object) -> Project:
    work = PROJECT.definition.work
    constraints = work.constraints.replace(ceiling_price=ceiling)
    definition = PROJECT.definition.replace(work=work.replace(constraints=constraints))
    return PROJECT.replace(definition=definition, criteria=PROJECT.criteria.replace(**changes))


def test_the_additive_method_around_the_ceiling() -> None:
    examples = price_examples(under(1_000_000))
    assert [one.price for one in examples] == [700_000, 800_000, 900_000, 1_000_000, 1_050_000]
    assert [one.points for one in examples] == [54, 36, 18, 0, None]


def test_points_are_rounded_where_that_is_agreed() -> None:
    third = under(999_999, total_points=Decimal(1000))
    shown = price_examples(third)[0]
    assert shown.share == 1 - Fraction(699_999, 999_999)
    assert shown.points == Fraction(54)
    exact = price_examples(under(999_999, rounding=Rounding(at=RoundedAt.TOTAL)))[0]
    assert exact.points == (1 - Fraction(699_999, 999_999)) * 180


def test_the_lowest_price_earns_all_of_the_points() -> None:
    project = under(1_000_000, price_formula=PriceFormula.LOWEST_OVER_PRICE)
    assert [one.points for one in price_examples(project)][:2] == [180, Fraction("157.5")]
    relative = price_examples(under(None, price_formula=PriceFormula.LOWEST_OVER_PRICE))
    assert [(one.percent, one.price) for one in relative][:2] == [(100, None), (110, None)]
    assert relative[2].points == 144


def test_nothing_is_shown_where_nothing_can_be_worked_out() -> None:
    assert price_examples(under(None)) == ()
    assert price_examples(under(1_000_000, criteria=())) == ()
    assert price_examples(Project(criteria=Criteria())) == ()
