"""The namespaces of workbooks: every name exists in a transitional and in a strict form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from rfp_builder.excel.gate.walk import Attributes

_SHEET = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
_RELATIONSHIP = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
RELATIONSHIP_TAG = "http://schemas.openxmlformats.org/package/2006/relationships Relationship"

_Handler = TypeVar("_Handler")


def sheet_tags(handlers: Mapping[str, _Handler]) -> dict[str, _Handler]:
    """`handlers` by local name, under the full names of both forms."""
    return {f"{space} {local}": handler for local, handler in handlers.items() for space in _SHEET}


def relationship_kind(type_uri: str) -> str | None:
    """The kind of a relationship, such as "worksheet", or None for one that is not of the office formats."""
    for space in _RELATIONSHIP:
        if type_uri.startswith(f"{space}/"):
            return type_uri.removeprefix(f"{space}/")
    return None


def relationship_id(attributes: Attributes) -> str | None:
    """The attribute r:id."""
    for space in _RELATIONSHIP:
        found = attributes.get(f"{space} id")
        if found is not None:
            return found
    return None
