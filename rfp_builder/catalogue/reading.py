"""Reading a data file of the catalogue into frozen dataclasses: the dataclass is the format.

A field without a default must be there, a key without a field must not. A mistake in a data file is a mistake
of ours, not of the user, so it is a plain exception that names the file and the key.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType, NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")

KEY = "key"
"""Metadata of a dataclass field: its key in the file, where that differs from the field's name."""


class CatalogueError(Exception):
    """A data file does not have the format that its reader expects. The text says file, key and why."""

    def __init__(self, place: str, why: str) -> None:
        super().__init__(f"{place}: {why}")


def read(file: str, kind: type[T]) -> T:
    """The whole of `data/<file>` as one `kind`.

    Raises:
        CatalogueError: the file is missing, is no TOML, or has a missing, unknown or ill-typed key.
    """
    return build(kind, read_table(file), file)


def read_table(file: str) -> dict[str, Any]:
    """The whole of `data/<file>` as TOML gives it.

    Raises:
        CatalogueError: the file is missing or is no TOML.
    """
    try:
        return tomllib.loads((files(__package__) / "data" / file).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise CatalogueError(file, str(error)) from error


def build(kind: type[T], table: object, place: str) -> T:
    """A `kind` (a dataclass) from a TOML table; `place` is where the table stands, for the error text.

    Raises:
        CatalogueError: a missing, unknown or ill-typed key.
    """
    if not isinstance(table, dict):
        raise CatalogueError(place, "a table is expected")
    dataclass_: Any = kind
    specification, types = _specification(dataclass_)
    unknown = sorted(set(table) - set(specification))
    if unknown:
        raise CatalogueError(_below(place, unknown[0]), "unknown key")
    values: dict[str, Any] = {}
    for key, spec in specification.items():
        if key in table:
            values[spec.name] = _value(types[spec.name], table[key], _below(place, key))
        elif spec.default is MISSING and spec.default_factory is MISSING:
            raise CatalogueError(_below(place, key), "missing key")
    return kind(**values)


@cache
def _specification(kind: type[Any]) -> tuple[Mapping[str, Field[Any]], Mapping[str, Any]]:
    specification = {str(spec.metadata.get(KEY, spec.name)): spec for spec in fields(kind)}
    return MappingProxyType(specification), MappingProxyType(get_type_hints(kind))


def _value(kind: Any, value: object, place: str) -> Any:
    origin = get_origin(kind)
    if origin is tuple:
        return _many(get_args(kind)[0], value, place)
    if origin is UnionType:
        (kind,) = (member for member in get_args(kind) if member is not NoneType)
        return _value(kind, value, place)
    if origin is Mapping:
        return MappingProxyType(_checked(dict, value, place))
    if kind is Decimal:
        return _decimal(value, place)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _choice(kind, value, place)
    if is_dataclass(kind) and isinstance(kind, type):
        return build(kind, value, place)
    if kind is str:
        # Long texts are written as blocks; the line breaks at their ends are not meant.
        return _checked(str, value, place).strip()
    return _checked(kind, value, place)


def _many(kind: Any, value: object, place: str) -> tuple[Any, ...]:
    members = _checked(list, value, place)
    return tuple(_value(kind, member, f"{place}[{number}]") for number, member in enumerate(members, start=1))


def _checked(kind: type[T], value: object, place: str) -> T:
    # `type is` and not isinstance: true is no number here.
    if type(value) is not kind:
        raise CatalogueError(place, f"{kind.__name__} is expected")
    if isinstance(value, str) and not value.strip():
        raise CatalogueError(place, "empty text")
    return value


def _choice(kind: type[StrEnum], value: object, place: str) -> StrEnum:
    try:
        return kind(_checked(str, value, place))
    except ValueError as error:
        raise CatalogueError(place, f"one of {', '.join(kind)} is expected") from error


def _decimal(value: object, place: str) -> Decimal:
    try:
        number = Decimal(_checked(str, value, place))
    except InvalidOperation as error:
        raise CatalogueError(place, "a decimal number in quotes is expected") from error
    if not number.is_finite():
        raise CatalogueError(place, "a finite number is expected")
    return number


def _below(place: str, key: str) -> str:
    return f"{place}.{key}" if ": " in place else f"{place}: {key}"
