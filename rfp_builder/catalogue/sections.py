"""The seven sections as they are asked: titles, questions, help, examples, and labels of fields and columns.

Names are those of the model (`rfp_builder.model.shape`). Forms, workbooks and documents take texts here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TypeVar

from rfp_builder.catalogue.conditions import Condition
from rfp_builder.catalogue.reading import KEY, read
from rfp_builder.i18n import Phrase
from rfp_builder.model import shape
from rfp_builder.model.answers import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table: `unit` stands in the heading of numbers, not in the label."""

    name: str
    label: Phrase
    help: Phrase
    required: bool
    """Whether completeness asks for it."""
    unit: Phrase | None = None
    when: Condition | None = None
    """On what other answer of its row it depends that it is asked."""

    @property
    def heading(self) -> Phrase:
        """The label with its unit: 月間件数（件）."""
        return _heading(self.label, self.unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldText:
    """A field of an item; `columns` where it is a table."""

    name: str
    label: Phrase
    help: Phrase
    required: bool
    unit: Phrase | None = None
    when: Condition | None = None
    """On what other answer of its item it depends that it is asked."""
    columns: tuple[Column, ...] = field(default=(), metadata={KEY: "column"})

    @property
    def heading(self) -> Phrase:
        """The label with its unit."""
        return _heading(self.label, self.unit)

    def column(self, name: str) -> Column:
        """The column called `name`.

        Raises:
            KeyError: the table has no such column.
        """
        return _named(self.columns, name)


N = TypeVar("N", Column, FieldText)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemText:
    """One numbered item: what is asked, why vendors need it, what a good answer looks like."""

    id: str
    key: str
    """Attribute name in the model's section."""
    title: Phrase
    question: Phrase
    why: Phrase
    good: Phrase
    example: Mapping[str, object]
    """A filled answer in the model's JSON form; `example_of` gives it as the model's value."""
    optional: bool = False
    """Whether a complete definition may leave the item out."""
    fields: tuple[FieldText, ...] = field(metadata={KEY: "field"})

    def field(self, name: str) -> FieldText:
        """The field called `name`.

        Raises:
            KeyError: the item has no such field.
        """
        return _named(self.fields, name)


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionText:
    """One of the seven sections."""

    number: int
    key: str
    """Attribute name in the model's definition."""
    title: Phrase
    lead: Phrase
    """What the section is for, said to the project manager."""
    items: tuple[ItemText, ...] = field(metadata={KEY: "item"})


@cache
def section(number: int) -> SectionText:
    """Section `number`, 1 to 7.

    Raises:
        KeyError: there is no such section.
        CatalogueError: the data file is broken.
    """
    if number not in shape.sections():
        raise KeyError(number)
    return read(f"sections/{number}.toml", SectionText)


def sections() -> tuple[SectionText, ...]:
    """All sections in order.

    Raises:
        CatalogueError: a data file is broken.
    """
    return tuple(section(number) for number in shape.sections())


def item(item_id: str) -> ItemText:
    """The item `item_id`, "1.1" to "7.5". Reads the file of its section only.

    Raises:
        KeyError: there is no such item.
        CatalogueError: the data file is broken.
    """
    number = item_id.partition(".")[0]
    if item_id in shape.items():
        for candidate in section(int(number)).items:
            if candidate.id == item_id:
                return candidate
    raise KeyError(item_id)


def field_text(item_id: str, name: str) -> FieldText:
    """The texts of one field, such as `field_text("2.2", "volumes")`.

    Raises:
        KeyError: there is no such item or field.
        CatalogueError: the data file is broken.
    """
    return item(item_id).field(name)


def column_text(item_id: str, name: str, column: str) -> Column:
    """The texts of one column, such as `column_text("2.2", "volumes", "aht")`.

    Raises:
        KeyError: there is no such item, field or column.
        CatalogueError: the data file is broken.
    """
    return field_text(item_id, name).column(column)


def example_of(item_id: str) -> Item:
    """The filled example as a value of the model.

    Raises:
        KeyError: there is no such item.
        CatalogueError: the data file is broken.
        pydantic.ValidationError: the example does not fit the model.
    """
    return shape.items()[item_id].model.model_validate(dict(item(item_id).example))


def _heading(label: Phrase, unit: Phrase | None) -> Phrase:
    if unit is None:
        return label
    return Phrase(f"{label.ja}（{unit.ja}）", f"{label.en} ({unit.en})")


def _named(texts: tuple[N, ...], name: str) -> N:
    for text in texts:
        if text.name == name:
            return text
    raise KeyError(name)
