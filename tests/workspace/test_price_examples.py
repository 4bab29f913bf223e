"""What a price earns, worked through."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from rfp_builder.model.criteria import Criteria, PriceFormula, RoundedAt, Rounding
from rfp_builder.model.project import Project
from rfp_builder.workspace.price_examples import price_examples
from rfp_builder.workspace.price_words import (
    base_of_examples,
    points_of_example,
    rounded_later,
    share_of_base,
    why_no_examples,
)
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


def test_what_is_missing_is_named() -> None:
    assert "2.5" in why_no_examples(under(None).criteria).ja
    assert "No sub-criterion" in why_no_examples(Criteria()).en


def test_the_words_follow_base_and_rounding() -> None:
    project = under(1_000_000)
    examples = price_examples(project)
    assert "the ceiling of USD 10,000.00, as if these 5 " in base_of_examples(project, examples, "USD").en
    assert share_of_base(examples[-1]).en == "105% of the ceiling"
    assert [points_of_example(project.criteria, one) for one in examples[-2:]] == ["0.00", None]
    assert rounded_later(project.criteria) is None
    total = Criteria(rounding=Rounding(at=RoundedAt.TOTAL, digits=0))
    assert "合計点で行う" in str(rounded_later(total)) and points_of_example(total, examples[0]) == "54.00"
    relative = under(None, price_formula=PriceFormula.LOWEST_OVER_PRICE)
    cheapest = price_examples(relative)[0]
    assert share_of_base(cheapest).ja == "最低価格の100%"
    assert "最低価格を100として" in base_of_examples(relative, (cheapest,), "JPY").ja
