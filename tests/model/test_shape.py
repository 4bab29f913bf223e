"""The shape of the definition, read off its types."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings

from rfp_builder.model.answers import Item, NotApplicable, Undecided
from rfp_builder.model.definition import Definition
from rfp_builder.model.requirement import Requirement
from rfp_builder.model.shape import Kind, Slot, item_at, items, sections
from tests.strategies import Maker, definition, makers

_SLOTS = [(shape, slot) for shape in items().values() for slot in shape.slots]
_COLUMNS = [(shape, table, column) for shape, table in _SLOTS for column in table.columns]
_IDS_OF_ITEMS = [
    *(f"1.{n}" for n in range(1, 7)),
    *(f"2.{n}" for n in range(1, 9)),
    *(f"3.{n}" for n in range(1, 6)),
    *(f"4.{n}" for n in range(1, 11)),
    *(f"5.{n}" for n in range(1, 7)),
    *(f"6.{n}" for n in range(1, 5)),
    *(f"7.{n}" for n in range(1, 6)),
]


def test_there_are_forty_four_items_in_seven_sections() -> None:
    assert list(items()) == _IDS_OF_ITEMS
    assert len(_IDS_OF_ITEMS) == 44
    assert list(sections()) == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize("item", _IDS_OF_ITEMS)
def test_a_requirement_may_stand_under_every_item(item: str) -> None:
    assert Requirement.model_validate({"id": "r", "item": item, "statement": {"ja": "文"}}).item == item


def test_an_item_is_found_by_its_path() -> None:
    shape = items()["2.2"]
    assert (shape.path, shape.slot("volumes").kind) == ("work.volumes", Kind.TABLE)
    assert item_at(Definition(), "2.2") == shape.model()
    with pytest.raises(KeyError):
        shape.slot("nothing")
    with pytest.raises(KeyError):
        item_at(Definition(), "2.9")


def test_every_field_of_every_item_has_one_slot() -> None:
    for shape in items().values():
        assert issubclass(shape.model, Item)
        assert {slot.name for slot in shape.slots} == set(shape.model.model_fields) - {"internal_note"}
    for _, table in _SLOTS:
        if table.row is not None:
            assert {column.name for column in table.columns} == set(table.row.model_fields) - {"id"}


def test_every_item_asks_something_typed() -> None:
    for shape in items().values():
        assert shape.slots, shape.id
        assert any(slot.kind is not Kind.TEXT for slot in shape.slots) or len(shape.slots) > 1, shape.id


def test_kinds_say_what_belongs_to_them() -> None:
    for slot in [*(slot for _, slot in _SLOTS), *(column for _, _, column in _COLUMNS)]:
        assert isinstance(slot.kind, Kind)
        assert (slot.choices is not None) == (slot.kind in (Kind.CHOICE, Kind.CHOICES)), slot.name
        assert (slot.refers_to is not None) == (slot.kind is Kind.REFERENCE), slot.name
        assert bool(slot.columns) == (slot.kind is Kind.TABLE) == (slot.row is not None), slot.name
    # Each kind but that of lists of ids is used by a field or a column, so that none is dead.
    used = Counter(slot.kind for slot in [*(s for _, s in _SLOTS), *(c for _, _, c in _COLUMNS)])
    assert set(used) == set(Kind)


@pytest.mark.parametrize(
    ("item", "field", "column", "kind"),
    [
        ("2.1", "programs", "opens", Kind.CLOCK),
        ("2.1", "programs", "days", Kind.CHOICES),
        ("2.2", "volumes", "peak_share", Kind.PERCENT),
        ("2.2", "volumes", "program", Kind.REFERENCE),
        ("2.3", "months", "month", Kind.MONTH),
        ("2.3", "special_days", "change", Kind.DECIMAL),
        ("2.4", "ramp", "starts", Kind.DATE),
        ("1.6", "requests", "requirements", Kind.REFERENCES),
        ("5.3", "data", "personal", Kind.YES_NO),
        ("4.9", "kpis", "target", Kind.DECIMAL),
        ("2.5", "ceiling_price", None, Kind.MONEY),
        ("6.4", "currency", None, Kind.LINE),
        ("6.4", "closing_day", None, Kind.WHOLE),
        ("1.1", "policy", None, Kind.TEXT),
    ],
)
def test_units_are_told_apart(item: str, field: str, column: str | None, kind: Kind) -> None:
    slot = items()[item].slot(field)
    found = slot if column is None else next(one for one in slot.columns if one.name == column)
    assert found.kind is kind


def test_references_lead_to_tables_that_are_there() -> None:
    tables = {f"{shape.path}.{slot.name}" for shape, slot in _SLOTS if slot.kind is Kind.TABLE}
    targets = {column.refers_to for _, _, column in _COLUMNS if column.refers_to}
    assert len(targets) == 4
    assert targets <= tables


def test_what_is_confidential_is_marked_and_nothing_else() -> None:
    assert {f"{shape.id} {slot.name}" for shape, slot in _SLOTS if slot.confidential} == {
        "1.5 incumbent",
        "2.5 ceiling_price",
        "2.5 budget_note",
    }
    assert not [column.name for _, _, column in _COLUMNS if column.confidential]


@given(makers(1))
@settings(max_examples=5, deadline=None)
def test_every_answer_may_be_undecided_or_not_applicable(make: Maker) -> None:
    for answer in (
        Undecided(owner=make.localized(), due=make.day()),
        NotApplicable(reason=make.localized()),
    ):
        for shape, slot in _SLOTS:
            assert slot.answerable, f"{shape.id} {slot.name}"
            item = shape.model.model_validate({slot.name: answer})
            assert getattr(type(item).model_validate_json(item.model_dump_json()), slot.name) == answer
        for _, table, column in _COLUMNS:
            if column.answerable:
                assert table.row is not None
                assert (
                    getattr(table.row.model_validate({"id": "x", column.name: answer}), column.name) == answer
                )


def test_every_table_names_its_rows_by_text_a_choice_or_a_reference() -> None:
    naming = (Kind.TEXT, Kind.CHOICE, Kind.REFERENCE, Kind.MONTH)
    for shape, slot in _SLOTS:
        if slot.kind is Kind.TABLE:
            assert slot.columns[0].kind in naming, f"{shape.id} {slot.name}"


def _filled(slot: Slot, value: object) -> bool:
    return value is not None and value != ()


@given(makers(3))
@settings(max_examples=10, deadline=None)
def test_a_definition_is_read_back_through_its_shape(make: Maker) -> None:
    value = definition(make)
    stored = value.model_dump(mode="json", exclude_none=True)
    for shape in items().values():
        item = item_at(value, shape.id)
        kept = stored[shape.section][shape.name]
        for slot in shape.slots:
            assert _filled(slot, getattr(item, slot.name)) == bool(
                slot.name in kept and kept[slot.name] != []
            ), f"{shape.id} {slot.name}"
