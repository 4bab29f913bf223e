"""What the closed lists of the model are called in either language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import MappingProxyType

from rfp_builder.catalogue.reading import CatalogueError, build, read_table
from rfp_builder.i18n import Phrase

FILE = "choices.toml"
"""One table for each enum: by value its label, and in `also` what else people call it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer of a closed list: its value in the project file, its label, and other words for it."""

    value: str
    label: Phrase
    also: tuple[str, ...] = ()


def choice_label(member: Enum) -> Phrase:
    """The label of one member of an enum of the model: `choice_label(Channel.PHONE).ja == "電話"`.

    Raises:
        KeyError: the enum is none of the labelled ones.
        CatalogueError: the data file is broken.
    """
    return _listed(type(member))[str(member.value)].label


def choices_of(kind: type[Enum]) -> tuple[Choice, ...]:
    """All members of an enum of the model with their labels, in the model's order.

    Raises:
        KeyError: the enum is none of the labelled ones.
        CatalogueError: the data file is broken.
    """
    return tuple(_listed(kind).values())


def table_name(kind: type[Enum]) -> str:
    """The table of the file that labels `kind`: `ProgramKind` stands under `program_kind`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", kind.__name__).lower()


@cache
def _listed(kind: type[Enum]) -> Mapping[str, Choice]:
    name = table_name(kind)
    table = _file()[name]
    values = [str(member.value) for member in kind]
    for stray in sorted(set(table) ^ set(values)):
        raise CatalogueError(f"{FILE}: {name}.{stray}", "unknown key" if stray in table else "missing key")
    found = {value: _choice(value, table[value], f"{FILE}: {name}.{value}") for value in values}
    return MappingProxyType(found)


def _choice(value: str, written: object, place: str) -> Choice:
    if not isinstance(written, Mapping):
        raise CatalogueError(place, "expected a table")
    words = dict(written)
    also = words.pop("also", [])
    if not isinstance(also, list) or not all(isinstance(word, str) for word in also):
        raise CatalogueError(f"{place}.also", "expected a list of strings")
    return Choice(value=value, label=build(Phrase, words, place), also=tuple(also))


@cache
def _file() -> Mapping[str, Mapping[str, object]]:
    return MappingProxyType(read_table(FILE))
