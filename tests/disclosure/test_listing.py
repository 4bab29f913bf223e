"""The list of what may go out, held against the model: nothing forgotten, nothing confidential."""

from __future__ import annotations

import pytest

from rfp_builder.disclosure.listing import INTERNAL, LISTED
from rfp_builder.model.shape import ItemShape, Kind, items

_SHAPES = list(items().values())


def test_every_item_is_listed() -> None:
    assert list(LISTED) == list(items())
    assert set(INTERNAL) <= set(items())


@pytest.mark.parametrize("shape", _SHAPES, ids=lambda shape: shape.id)
def test_every_field_is_listed_or_internal(shape: ItemShape) -> None:
    listed, internal = set(LISTED[shape.id]), set(INTERNAL.get(shape.id, ()))
    assert listed | internal == {slot.name for slot in shape.slots}
    assert not listed & internal


@pytest.mark.parametrize("shape", _SHAPES, ids=lambda shape: shape.id)
def test_nothing_confidential_is_listed(shape: ItemShape) -> None:
    for slot in shape.slots:
        if slot.confidential:
            assert slot.name in INTERNAL[shape.id]
        assert not any(column.confidential for column in slot.columns), slot.name
    assert "internal_note" not in LISTED[shape.id]


@pytest.mark.parametrize("shape", _SHAPES, ids=lambda shape: shape.id)
def test_listed_tables_name_all_their_columns(shape: ItemShape) -> None:
    for name, columns in LISTED[shape.id].items():
        slot = shape.slot(name)
        assert columns == tuple(column.name for column in slot.columns), name
        assert bool(columns) == (slot.kind is Kind.TABLE), name


def test_references_lead_to_listed_tables_only() -> None:
    """The name of a referred row is shown: its table must be public."""
    for shape in _SHAPES:
        for name in LISTED[shape.id]:
            for column in shape.slot(name).columns:
                if column.refers_to:
                    section, item, field = column.refers_to.split(".")
                    (target,) = (one for one in _SHAPES if (one.section, one.name) == (section, item))
                    assert field in LISTED[target.id]
                assert column.kind is not Kind.REFERENCES, "names requirements that may be withheld"
