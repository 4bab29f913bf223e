"""The JSON Schemas: the committed ones are the generated ones, and projects conform to them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings

from rfp_builder.catalogue.schema import schemas
from rfp_builder.catalogue.sections import sections
from rfp_builder.model.project import Project
from rfp_builder.model.shape import items
from rfp_builder.resources import data_folder
from tests.strategies import projects

_SCHEMAS = schemas()
_PROJECT = json.loads(_SCHEMAS["project.schema.json"])


def test_the_committed_schemas_are_the_generated_ones() -> None:
    committed = {path.name: path.read_bytes() for path in data_folder("schemas").glob("*.json")}
    assert committed == {name: text.encode() for name, text in _SCHEMAS.items()}


def test_the_readme_says_how_to_write_them_again() -> None:
    assert "rfp-builder export schema schemas" in (data_folder("schemas") / "README.md").read_text("utf-8")


def test_every_question_is_said_in_both_languages() -> None:
    definitions = json.loads(_SCHEMAS["definition.schema.json"])["$defs"]
    for section in sections():
        for item in section.items:
            schema = definitions[items()[item.id].model.__name__]
            assert schema["title"] == f"{item.id} {item.title.ja} / {item.title.en}"
            for field in item.fields:
                described = schema["properties"][field.name]
                assert described["title"] == f"{field.heading.ja} / {field.heading.en}"
                assert field.help.ja in described["description"] and field.help.en in described["description"]
                row = items()[item.id].slot(field.name).row
                for column in field.columns:
                    assert row is not None
                    assert definitions[row.__name__]["properties"][column.name]["title"].startswith(
                        column.heading.ja
                    )


def test_no_reference_leads_nowhere() -> None:
    for name, text in _SCHEMAS.items():
        schema = json.loads(text)
        references = set(re.findall(r'"\$ref": "#/\$defs/([^"]+)"', text))
        assert references <= set(schema.get("$defs", {}))
        assert schema["$id"] == name


@given(projects(1))
@settings(max_examples=12, deadline=None)
def test_a_project_conforms(project: Project) -> None:
    assert list(_faults(json.loads(project.model_dump_json(exclude_none=True)), _PROJECT, "project")) == []


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"schema_version": 2},
        {"schema_version": 1, "surprise": 1},
        {"schema_version": 1, "rfp": {"version": "x"}},
        {
            "schema_version": 1,
            "definition": {"work": {"programs": {"programs": [{"id": "a", "opens": 1441}]}}},
        },
        {"schema_version": 1, "requirements": [{"id": "a", "item": "9.9", "statement": {"ja": "文"}}]},
    ],
)
def test_what_the_model_refuses_does_not_conform(document: dict[str, Any]) -> None:
    assert list(_faults(document, _PROJECT, "project"))


def _faults(value: Any, schema: dict[str, Any], place: str) -> Iterator[str]:
    """As much of JSON Schema as the files use."""
    if "$ref" in schema:
        yield from _faults(value, _PROJECT["$defs"][schema["$ref"].rpartition("/")[2]], place)
    if "anyOf" in schema and all(list(_faults(value, one, place)) for one in schema["anyOf"]):
        yield f"{place}: none of the kinds"
    kinds: dict[str, Any] = {
        "object": dict,
        "array": list,
        "string": str,
        "boolean": bool,
        "integer": int,
        "number": (int, float),
        "null": type(None),
    }
    if "type" in schema and not isinstance(value, kinds[schema["type"]]):
        yield f"{place}: not {schema['type']}"
        return
    if value not in schema.get("enum", [value]) or value != schema.get("const", value):
        yield f"{place}: not one of the choices"
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        yield f"{place}: not of the pattern"
    if isinstance(value, int) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield f"{place}: out of bounds"
    if isinstance(value, list):
        for n, one in enumerate(value):
            yield from _faults(one, schema.get("items", {}), f"{place}[{n}]")
    if isinstance(value, dict):
        yield from (f"{place}.{name}: missing" for name in schema.get("required", ()) if name not in value)
        known = schema.get("properties", {})
        for name, one in value.items():
            if name in known:
                yield from _faults(one, known[name], f"{place}.{name}")
            elif schema.get("additionalProperties") is False:
                yield f"{place}.{name}: unknown"
