"""The JSON Schemas of what is stored, with the catalogue's labels and help as titles and descriptions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from rfp_builder.catalogue.sections import Column, FieldText, ItemText, sections
from rfp_builder.model.criteria import Criteria
from rfp_builder.model.definition import Definition
from rfp_builder.model.project import Project
from rfp_builder.model.proposals import Proposal
from rfp_builder.model.requirement import Requirement
from rfp_builder.model.scores import ScoreBook
from rfp_builder.model.shape import items

_FILES: Mapping[str, type[BaseModel]] = {
    "project": Project,
    "definition": Definition,
    "requirement": Requirement,
    "criteria": Criteria,
    "proposal": Proposal,
    "score-book": ScoreBook,
}


def schemas() -> dict[str, str]:
    """File name to the text of the schema, ready to be written."""
    return {f"{name}.schema.json": _text(name, model) for name, model in _FILES.items()}


def _text(name: str, model: type[BaseModel]) -> str:
    schema = _without_empty_defaults(model.model_json_schema())
    definitions = schema.get("$defs", {})
    if "schema_version" in schema["properties"]:
        # The model has it by default, but a file that does not name its version is not opened.
        schema["required"] = ["schema_version"]
    for section in sections():
        for item in section.items:
            shape = items()[item.id]
            _describe_item(definitions, shape.model.__name__, item)
            for slot in shape.slots:
                if slot.row is not None:
                    _describe(definitions.get(slot.row.__name__), item.field(slot.name).columns)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"{name}.schema.json"}
    return json.dumps({**head, **schema}, ensure_ascii=False, indent=2) + "\n"


def _without_empty_defaults(node: Any) -> Any:
    """Without the defaults that say that nothing is there: they are half of the text."""
    if isinstance(node, dict):
        empty = "default" in node and (node["default"] is None or isinstance(node["default"], dict))
        return {
            key: _without_empty_defaults(value)
            for key, value in node.items()
            if not (empty and key == "default")
        }
    return [_without_empty_defaults(one) for one in node] if isinstance(node, list) else node


def _describe_item(definitions: dict[str, Any], name: str, item: ItemText) -> None:
    schema = definitions.get(name)
    if schema is None:
        return
    schema["title"] = f"{item.id} {item.title.ja} / {item.title.en}"
    schema["description"] = f"{item.question.ja}\n{item.question.en}"
    _describe(schema, item.fields)


def _describe(schema: dict[str, Any] | None, texts: tuple[FieldText, ...] | tuple[Column, ...]) -> None:
    for text in texts if schema is not None else ():
        assert schema is not None
        property_schema = schema["properties"][text.name]
        property_schema["title"] = f"{text.heading.ja} / {text.heading.en}"
        property_schema["description"] = f"{text.help.ja}\n{text.help.en}"
