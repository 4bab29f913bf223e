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
"""One table for each enum, labels by value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer of a closed list: its value in the project file, and its label."""

    value: str
    label: Phrase


def choice_label(member: Enum) -> Phrase:
    """The label of one member of an enum of the model: `choice_label(Channel.PHONE).ja == "電話"`.

    Raises:
        KeyError: the enum is none of the labelled ones.
        CatalogueError: the data file is broken.
    """
    return _labels(type(member))[str(member.value)]


def choices_of(kind: type[Enum]) -> tuple[Choice, ...]:
    """All members of an enum of the model with their labels, in the model's order.

    Raises:
        KeyError: the enum is none of the labelled ones.
        CatalogueError: the data file is broken.
    """
    return tuple(Choice(value=value, label=label) for value, label in _labels(kind).items())


def table_name(kind: type[Enum]) -> str:
    """The table of the file that labels `kind`: `ProgramKind` stands under `program_kind`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", kind.__name__).lower()


@cache
def _labels(kind: type[Enum]) -> Mapping[str, Phrase]:
    name = table_name(kind)
    table = _file()[name]
    values = [str(member.value) for member in kind]
    for stray in sorted(set(table) ^ set(values)):
        raise CatalogueError(f"{FILE}: {name}.{stray}", "unknown key" if stray in table else "missing key")
    labels = {value: build(Phrase, table[value], f"{FILE}: {name}.{value}") for value in values}
    return MappingProxyType(labels)


@cache
def _file() -> Mapping[str, Mapping[str, object]]:
    return MappingProxyType(read_table(FILE))
