"""Which field asks which kind of question."""

from __future__ import annotations

from typing import cast

from rfp_builder.forms.questions import Question
from rfp_builder.model.shape import Kind
from rfp_builder.tui.fields.choice import ChoiceField, SeveralField
from rfp_builder.tui.fields.field import Field
from rfp_builder.tui.fields.line import LineField
from rfp_builder.tui.fields.text import TextField

_FIELDS: dict[Kind, type[Field]] = {
    Kind.TEXT: TextField,
    Kind.YES_NO: ChoiceField,
    Kind.CHOICE: ChoiceField,
    Kind.REFERENCE: ChoiceField,
    Kind.CHOICES: SeveralField,
    Kind.REFERENCES: SeveralField,
}


def field_for(question: Question, path: str) -> Field:
    """The field that asks `question` at `path`; a table's comes from the room of tables."""
    if question.kind is Kind.TABLE:
        from importlib import import_module

        return cast("Field", import_module("rfp_builder.tui.table.field").TableField(question, path))
    return _FIELDS.get(question.kind, LineField)(question, path)
