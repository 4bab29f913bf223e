from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest

from rfp_builder.catalogue.sections import (
    column_text,
    example_of,
    field_text,
    item,
    section,
    sections,
)
from rfp_builder.model import shape
from rfp_builder.model.answers import Row
from rfp_builder.model.shape import Kind
from tests.catalogue.texts import JAPANESE, misspoken

ITEMS = list(shape.items())
NUMBERS = {Kind.WHOLE, Kind.DECIMAL, Kind.PERCENT, Kind.MONEY}


def test_the_sections_are_those_of_the_model() -> None:
    assert {found.number: found.key for found in sections()} == dict(shape.sections())
    assert [text.id for found in sections() for text in found.items] == ITEMS


@pytest.mark.parametrize("item_id", ITEMS)
def test_an_item_asks_for_every_field_and_column_of_the_model_in_its_order(item_id: str) -> None:
    text, model = item(item_id), shape.items()[item_id]
    assert text.key == model.name
    assert [field.name for field in text.fields] == [slot.name for slot in model.slots]
    for field, slot in zip(text.fields, model.slots, strict=True):
        assert [column.name for column in field.columns] == [column.name for column in slot.columns], (
            slot.name
        )


@pytest.mark.parametrize("item_id", ITEMS)
def test_something_is_required_of_every_item_and_table(item_id: str) -> None:
    text = item(item_id)
    assert text.optional or any(field.required for field in text.fields)
    assert [f.name for f in text.fields if f.columns and not any(c.required for c in f.columns)] == []


@pytest.mark.parametrize("item_id", ITEMS)
def test_units_stand_beside_numbers_only(item_id: str) -> None:
    for field, slot in zip(item(item_id).fields, shape.items()[item_id].slots, strict=True):
        assert field.unit is None or slot.kind in NUMBERS, field.name
        for column, inner in zip(field.columns, slot.columns, strict=True):
            assert column.unit is None or inner.kind in NUMBERS, column.name
            if inner.kind is Kind.PERCENT:
                assert column.unit is not None, column.name


@pytest.mark.parametrize("item_id", ITEMS)
def test_headings_are_short_and_unlike_each_other(item_id: str) -> None:
    for field in item(item_id).fields:
        assert len(field.label.ja) <= 20 and len(field.label.en) <= 48, field.name
        ja = [column.heading.ja for column in field.columns]
        en = [column.heading.en for column in field.columns]
        assert len(set(ja)) == len(ja) and len(set(en)) == len(en), field.name
        assert [c.name for c in field.columns if len(c.label.ja) > 14 or len(c.label.en) > 36] == []


@pytest.mark.parametrize("item_id", ITEMS)
def test_an_item_asks_explains_and_shows(item_id: str) -> None:
    text = item(item_id)
    for phrase in (text.question, text.why, text.good):
        assert phrase.ja.endswith(("。", "？")) and phrase.en.endswith((".", "?"))
    assert text.question.ja not in (text.why.ja, text.good.ja)


@pytest.mark.parametrize("item_id", ITEMS)
def test_the_example_fits_the_model_and_answers_what_is_required(item_id: str) -> None:
    example = example_of(item_id)
    unanswered = [
        field.name for field in item(item_id).fields if field.required and not getattr(example, field.name)
    ]
    assert unanswered == []


@pytest.mark.parametrize("item_id", ITEMS)
def test_rows_of_the_example_have_ids_of_their_own(item_id: str) -> None:
    example = example_of(item_id)
    for slot in shape.items()[item_id].slots:
        if slot.kind is Kind.TABLE:
            rows = getattr(example, slot.name) or ()
            assert len({row.id for row in rows}) == len(rows), slot.name


def test_references_of_the_examples_point_at_rows_of_the_examples() -> None:
    lost = [
        (place, row_id)
        for item_id in ITEMS
        for place, table, row_id in references(item_id)
        if row_id not in ids(table)
    ]
    assert lost == []


def references(item_id: str) -> Iterator[tuple[str, str, str]]:
    """Place, table pointed at, row id, of each reference in the tables of an example."""
    example = example_of(item_id)
    for slot in shape.items()[item_id].slots:
        if slot.kind is not Kind.TABLE:
            continue
        for row in getattr(example, slot.name) or ():
            for column in slot.columns:
                value = getattr(row, column.name)
                if column.refers_to and isinstance(value, str):
                    yield f"{item_id} {slot.name} {column.name}", column.refers_to, value


def ids(table: str) -> set[str]:
    """Row ids in the example of the table with that dotted path."""
    path, _, name = table.rpartition(".")
    item_id = next(found.id for found in shape.items().values() if found.path == path)
    rows: tuple[Row, ...] = getattr(example_of(item_id), name)
    return {row.id for row in rows}


def test_both_languages() -> None:
    assert misspoken(sections()) == []
    examples = [
        (item_id, text)
        for item_id in ITEMS
        for text in localized(item(item_id).example)
        if set(text) != {"ja", "en"} or JAPANESE.search(text["en"])
    ]
    assert examples == []


def localized(value: object) -> Iterator[Mapping[str, str]]:
    """Every text in both languages below the raw example."""
    if isinstance(value, list):
        for member in value:
            yield from localized(member)
    elif isinstance(value, Mapping):
        if {"ja", "en"} & set(value):
            yield value
        else:
            for member in value.values():
                yield from localized(member)


def test_texts_are_found_by_name() -> None:
    assert field_text("2.2", "volumes") is item("2.2").field("volumes")
    aht = column_text("2.2", "volumes", "aht")
    assert aht.unit is not None
    assert aht.heading.ja == f"{aht.label.ja}（{aht.unit.ja}）"
    assert re.fullmatch(r".+ \(.+\)", aht.heading.en)
    assert field_text("2.2", "volumes").heading == field_text("2.2", "volumes").label


@pytest.mark.parametrize("unknown", ["0.1", "2.9", "8.1", "2", "", "a.b"])
def test_an_unknown_item_is_refused(unknown: str) -> None:
    with pytest.raises(KeyError):
        item(unknown)


def test_an_unknown_section_field_or_column_is_refused() -> None:
    with pytest.raises(KeyError):
        section(8)
    with pytest.raises(KeyError):
        field_text("2.2", "colour")
    with pytest.raises(KeyError):
        column_text("2.2", "volumes", "colour")
