"""Conditional questions: they name answers that exist, and hold for the right ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from rfp_builder.catalogue.conditions import Condition
from rfp_builder.catalogue.sections import example_of, item
from rfp_builder.model import shape
from rfp_builder.model.answers import NotApplicable, Undecided
from rfp_builder.model.definition.ict import Data
from rfp_builder.model.definition.price import RunningCosts
from rfp_builder.model.definition.work import Program
from rfp_builder.model.localized import Localized
from rfp_builder.model.shape import Kind, Slot

NONE = NotApplicable(reason=Localized(ja="理由"))
OPEN = Undecided(owner=Localized(ja="企画部"), due=date(2027, 4, 1))


def conditions() -> Iterator[tuple[str, Condition, tuple[Slot, ...], bool]]:
    """Where each condition stands, the condition, what is beside it, and whether that is a row."""
    for item_id, found in shape.items().items():
        for field, slot in zip(item(item_id).fields, found.slots, strict=True):
            if field.when is not None:
                yield f"{item_id} {field.name}", field.when, found.slots, False
            for column in field.columns:
                if column.when is not None:
                    yield f"{item_id} {field.name}.{column.name}", column.when, slot.columns, True


CONDITIONS = list(conditions())


def test_there_are_conditions() -> None:
    places = {place for place, _, _, _ in CONDITIONS}
    assert {"2.4 trial_until", "2.1 programs.stage", "6.2 bands", "6.2 telecom_rule"} <= places


@pytest.mark.parametrize(("place", "when", "beside", "in_row"), CONDITIONS, ids=lambda value: str(value)[:24])
def test_a_condition_names_another_answer_and_values_that_it_can_have(
    place: str, when: Condition, beside: tuple[Slot, ...], in_row: bool
) -> None:
    name, _, column = when.field.partition(".")
    assert name != place.rpartition(".")[2].rpartition(" ")[2]
    slot = next(one for one in beside if one.name == name)
    if column:
        assert slot.kind is Kind.TABLE and not in_row
        slot = next(one for one in slot.columns if one.name == column)
    assert bool(when.is_) != bool(when.is_not)
    possible = {str(choice.value) for choice in slot.choices or ()}
    possible |= {"yes", "no"} if slot.kind is Kind.YES_NO else set()
    possible |= {"not_applicable"} if slot.answerable else set()
    assert set(when.is_) | set(when.is_not) <= possible


def test_the_examples_answer_nothing_that_is_not_asked() -> None:
    strays = []
    for item_id, found in shape.items().items():
        example = example_of(item_id)
        for field in item(item_id).fields:
            answer = getattr(example, field.name)
            if answer is not None and field.when is not None and not field.when.holds(example):
                strays.append(f"{item_id} {field.name}")
            for row in answer if field.columns and isinstance(answer, tuple) else ():
                for column in field.columns:
                    given = getattr(row, column.name) not in (None, ())
                    if given and column.when is not None and not column.when.holds(row):
                        strays.append(f"{item_id} {field.name}.{column.name}")
        assert found.id == item_id
    assert strays == []


def test_asked_where_the_other_answer_is_one_of_these() -> None:
    rule = Condition(field="sub_processing", is_=("allowed", "conditional"))
    assert not rule.holds(Data())
    assert not rule.holds(Data.model_validate({"sub_processing": "forbidden"}))
    assert rule.holds(Data.model_validate({"sub_processing": "conditional"}))
    assert not rule.holds(Data(sub_processing=OPEN))


def test_asked_unless_the_other_answer_is_one_of_these() -> None:
    stage = Condition(field="kind", is_not=("back_office",))
    assert stage.holds(Program(id="p"))
    assert not stage.holds(Program.model_validate({"id": "p", "kind": "back_office"}))
    assert stage.holds({"kind": None})
    rule = Condition(field="sub_processing", is_not=("not_applicable",))
    assert rule.holds(Data()) and rule.holds(Data(sub_processing=OPEN))
    assert not rule.holds(Data(sub_processing=NONE))


def test_one_row_of_a_table_is_enough() -> None:
    bands = Condition(field="costs.basis", is_=("tiered",))
    fixed = {"id": "a", "basis": "fixed_monthly"}
    assert not bands.holds(RunningCosts())
    assert not bands.holds(RunningCosts.model_validate({"costs": [fixed]}))
    assert bands.holds(RunningCosts.model_validate({"costs": [fixed, {"id": "b", "basis": "tiered"}]}))
    assert not bands.holds(RunningCosts(costs=NONE))


def test_yes_and_no_are_words_too() -> None:
    assert Condition(field="one", is_=("yes",)).holds({"one": True})
    assert not Condition(field="one", is_=("yes",)).holds({"one": False})
