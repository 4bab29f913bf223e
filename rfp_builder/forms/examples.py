"""The filled example of a question, as an answer that can be put in by one key."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from rfp_builder.catalogue.sections import example_of
from rfp_builder.forms.ids import new_row_id
from rfp_builder.forms.names import RowNames, row_names
from rfp_builder.forms.pages import form_pages, question_at
from rfp_builder.forms.questions import Question
from rfp_builder.i18n import Lang
from rfp_builder.model.base import Value
from rfp_builder.model.definition import Definition
from rfp_builder.model.shape import Kind, items

_NOTHING = Definition.empty()


@cache
def example_definition() -> Definition:
    """The definition in which every item holds its filled example.

    Raises:
        CatalogueError: a data file is broken.
    """
    sections: dict[str, dict[str, object]] = {}
    for item_id, shape in items().items():
        sections.setdefault(shape.section, {})[shape.name] = example_of(item_id)
    return Definition.model_validate(sections)


def example_value(question: Question, definition: Definition = _NOTHING) -> object | None:
    """The answer of the filled example to a question, fit to be put into `definition`; None without one.

    Rows get fresh ids. What refers to a row of another table is pointed to the row of the same name in
    `definition`, or left out; what refers to requirements is left out. For a column, what the first row that
    answers it says there.
    """
    table = _tables().get(question.holder)
    if table is not None:
        return _in_column(question, _example_at(table), definition)
    if question_at(question.path) is None:
        return None
    example = _example_at(question)
    if question.kind is Kind.TABLE and isinstance(example, tuple):
        return _rows(question, example, definition)
    return example


def _in_column(column: Question, rows: object, definition: Definition) -> object | None:
    names = row_names(definition)
    for row in rows if isinstance(rows, tuple) else ():
        value: object = getattr(row, column.name)
        if column.refers_to is not None and isinstance(value, str):
            value = _pointed(names, column.refers_to, value)
        if value is not None and column.kind is not Kind.REFERENCES:
            return value
    return None


def _rows(table: Question, example: tuple[Any, ...], definition: Definition) -> tuple[Value, ...]:
    ids: dict[str, str] = {}
    for row in example:
        ids[row.id] = new_row_id(set(ids.values()))
    names = row_names(definition)
    return tuple(_row(table, row, ids, names) for row in example)


def _row(table: Question, row: Any, ids: Mapping[str, str], names: RowNames) -> Value:
    changes: dict[str, object] = {"id": ids[row.id]}
    for column in table.columns:
        value = getattr(row, column.name)
        if column.kind is Kind.REFERENCES:
            changes[column.name] = ()
        elif column.refers_to == table.path and value is not None:
            changes[column.name] = ids.get(value)
        elif column.refers_to is not None and isinstance(value, str):
            changes[column.name] = _pointed(names, column.refers_to, value)
    changed: Value = row.replace(**changes)
    return changed


def _pointed(names: RowNames, table: str, row_id: str) -> str | None:
    """The row of `table` that is called as the row of the example is, in either language."""
    called = (_example_names().shown(table, row_id, lang) for lang in Lang)
    return next((found for name in called if (found := names.row_of(table, name)) is not None), None)


def _example_at(question: Question) -> object:
    section, item, field = question.path.split(".")
    return getattr(getattr(getattr(example_definition(), section), item), field)


@cache
def _example_names() -> RowNames:
    return row_names(example_definition())


@cache
def _tables() -> Mapping[type[Value], Question]:
    """The table that each kind of row belongs to."""
    asked = (question for page in form_pages() for question in page.questions)
    return MappingProxyType({question.row: question for question in asked if question.row is not None})
