"""The form of one requirement: every field that can be changed, one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from rfp_builder.tui.fields.choice import ChoiceField
from rfp_builder.tui.fields.field import Field
from rfp_builder.tui.fields.make import field_for
from rfp_builder.workspace.requirement_questions import requirement_questions

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard


class CodedField(ChoiceField):
    """A choice that the project keeps as a bare id: shown by its label all the same."""

    def _put_text(self, text: str) -> None:
        labels = {choice.value: choice.label.to(self.lang) for choice in self.question.choices}
        super()._put_text(labels.get(text, text))

    def _note(self, value: object) -> Content:
        # Said back, the answer would be the bare id.
        return super()._note(None)


class RequirementForm(VerticalScroll, can_focus=False):
    """The fields of one requirement of the register."""

    def __init__(self, requirement_id: str, first: str) -> None:
        super().__init__(classes="requirement-form")
        self.requirement_id = requirement_id
        self._first = first
        """The field that has the focus to begin with."""

    def compose(self) -> ComposeResult:
        """See Textual."""
        wizard = cast("Wizard", self.app)
        assert wizard.session is not None
        for question in requirement_questions(wizard.session.project):
            path = f"requirements[{self.requirement_id}].{question.name}"
            coded = question.name in ("item", "criterion")
            yield CodedField(question, path) if coded else field_for(question, path)

    def on_mount(self) -> None:
        """See Textual."""
        self.focus_field(self._first)

    def show(self) -> None:
        """Bring the fields up to the document."""
        for field in self.query(Field):
            # Before that there is nothing to show it in, and mounting shows it.
            if field.is_mounted:
                field.show()

    def focus_field(self, name: str) -> None:
        """Put the focus into the field called `name`, the statement where there is none."""
        fields = {field.question.name: field for field in self.query(Field)}
        found = fields.get(name) or fields.get("statement")
        if found is not None:
            found.focus()

    def focused_field(self) -> str | None:
        """Name of the field that has the focus."""
        return next((field.question.name for field in self.query(Field) if field.has_focus_within), None)
