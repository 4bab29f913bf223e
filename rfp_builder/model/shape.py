"""The shape of the definition, read off its types: items, fields, columns and the kind of each answer.

Forms, workbooks, documents and checks walk the definition by this; nobody lists its fields a second time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from rfp_builder.model.answers import CONFIDENTIAL, Item, NotApplicable, RefersTo, Row, Undecided
from rfp_builder.model.base import Value
from rfp_builder.model.definition import Definition
from rfp_builder.model.localized import Localized
from rfp_builder.model.units import Clock, Money, Percent, Reads, YearMonth


class Kind(StrEnum):
    """What kind of answer a field or column takes."""

    TEXT = "text"
    LINE = "line"
    WHOLE = "whole"
    DECIMAL = "decimal"
    PERCENT = "percent"
    MONEY = "money"
    CLOCK = "clock"
    DATE = "date"
    MONTH = "month"
    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    REFERENCE = "reference"
    """The row id of another table."""
    REFERENCES = "references"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Slot:
    """One field of an item, or one column of a table."""

    name: str
    kind: Kind
    confidential: bool
    answerable: bool
    """Whether 未定 and 該当なし are possible instead of a value."""
    choices: type[Enum] | None = None
    refers_to: str | None = None
    """Dotted path of the table a reference points into."""
    reads: Reads | None = None
    """What the number or code stands for, where it is not read as it is written."""
    row: type[Row] | None = None
    columns: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemShape:
    """One numbered item: where it stands and what it asks."""

    id: str
    section: str
    name: str
    model: type[Item]
    slots: tuple[Slot, ...]

    @property
    def path(self) -> str:
        """Dotted path below the definition, such as `work.volumes`."""
        return f"{self.section}.{self.name}"

    def slot(self, name: str) -> Slot:
        """The field called `name`.

        Raises:
            KeyError: the item has no such field.
        """
        for slot in self.slots:
            if slot.name == name:
                return slot
        raise KeyError(name)


@cache
def items() -> Mapping[str, ItemShape]:
    """All items in order, by id: `items()["2.2"].path == "work.volumes"`."""
    return MappingProxyType({shape.id: shape for shape in _items()})


@cache
def sections() -> Mapping[int, str]:
    """Section number to attribute name: `{1: "overview", …}`."""
    return MappingProxyType(dict(enumerate(Definition.model_fields, start=1)))


def item_at(definition: Definition, item_id: str) -> Item:
    """The item `item_id` of a definition.

    Raises:
        KeyError: there is no such item.
    """
    shape = items()[item_id]
    found = getattr(getattr(definition, shape.section), shape.name)
    assert isinstance(found, Item)
    return found


def _items() -> Iterator[ItemShape]:
    for number, section in sections().items():
        section_model = Definition.model_fields[section].annotation
        assert isinstance(section_model, type) and issubclass(section_model, Value)
        for position, (name, info) in enumerate(section_model.model_fields.items(), start=1):
            item_model = info.annotation
            assert isinstance(item_model, type) and issubclass(item_model, Item)
            yield ItemShape(f"{number}.{position}", section, name, item_model, _slots(item_model))


def _slots(model: type[Value]) -> tuple[Slot, ...]:
    skipped = {"id", "internal_note"}
    return tuple(_slot(name, info) for name, info in model.model_fields.items() if name not in skipped)


def _slot(name: str, info: FieldInfo) -> Slot:
    members, marks = _unfold(info.annotation, tuple(info.metadata))
    answerable = Undecided in [member for member, _ in members]
    plain = [m for m in members if m[0] not in (Undecided, NotApplicable, type(None))]
    assert len(plain) == 1, f"{name} takes more than one kind of value"
    value, value_marks = plain[0]
    confidential = CONFIDENTIAL in marks
    if get_origin(value) is tuple:
        inner, _ = _strip(get_args(value)[0])
        if isinstance(inner, type) and issubclass(inner, Row):
            return Slot(name, Kind.TABLE, confidential, answerable, row=inner, columns=_slots(inner))
        if isinstance(inner, type) and issubclass(inner, Enum):
            return Slot(name, Kind.CHOICES, confidential, answerable, choices=inner)
        assert inner is str, f"{name} is a list of something else than ids"
        return Slot(name, Kind.REFERENCES, confidential, answerable)
    if isinstance(value, type) and issubclass(value, Enum):
        return Slot(name, Kind.CHOICE, confidential, answerable, choices=value)
    target = next((mark.table for mark in value_marks if isinstance(mark, RefersTo)), None)
    kind = Kind.REFERENCE if target else _scalar(value, value_marks)
    reads = next((mark for mark in value_marks if isinstance(mark, Reads)), None)
    return Slot(name, kind, confidential, answerable, refers_to=target, reads=reads)


def _scalar(value: Any, marks: tuple[Any, ...]) -> Kind:
    """Tell kinds apart that share a Python type, by the marks of their unit."""
    if value is str:
        return Kind.MONTH if marks == _marks(YearMonth) else Kind.LINE
    if value is int:
        return {_marks(Money): Kind.MONEY, _marks(Clock): Kind.CLOCK}.get(marks, Kind.WHOLE)
    if value is Decimal:
        return Kind.PERCENT if marks == _marks(Percent) else Kind.DECIMAL
    simple: dict[Any, Kind] = {Localized: Kind.TEXT, date: Kind.DATE, bool: Kind.YES_NO}
    return simple[value]


def _strip(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        return inner, tuple(marks)
    return annotation, ()


def _marks(annotation: Any) -> tuple[Any, ...]:
    return _strip(annotation)[1]


def _unfold(
    annotation: Any, marks: tuple[Any, ...]
) -> tuple[list[tuple[Any, tuple[Any, ...]]], tuple[Any, ...]]:
    """The members of a (possibly annotated, possibly nested) union, each with its own marks."""
    inner, own = _strip(annotation)
    marks = marks + own
    origin = get_origin(inner)
    if origin is Union or (origin is not None and getattr(origin, "__name__", "") == "UnionType"):
        members: list[tuple[Any, tuple[Any, ...]]] = []
        for member in get_args(inner):
            found, inner_marks = _unfold(member, ())
            members.extend(found)
            marks = marks + inner_marks if len(found) > 1 else marks
        return members, marks
    return [(inner, own or marks)], marks
