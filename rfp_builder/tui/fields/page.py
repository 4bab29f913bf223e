"""The form of one page: its fields, and the requirement statements that belong to it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from rfp_builder.forms.pages import FormPage
from rfp_builder.i18n import Lang
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement
from rfp_builder.tui.fields.choice import ChoiceField
from rfp_builder.tui.fields.field import Field
from rfp_builder.tui.fields.make import field_for
from rfp_builder.tui.fields.statements import Statements
from rfp_builder.tui.widgets.said import Said


class PageForm(VerticalScroll, can_focus=False):
    """Mounted at the first visit of its page and kept."""

    def __init__(self, page: FormPage, lang: Lang, after: Content) -> None:
        super().__init__(id=form_id(page.key), classes="page-form")
        self.page = page
        self._lang, self._after = lang, after
        self._requirements: tuple[Requirement, ...] | None = None
        self.fields = tuple(field_for(question, question.path) for question in page.questions)

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield Said(self.page.question.to(self._lang), classes="page-question")
        yield from self.fields
        yield Statements()
        yield Said(self._after, classes="page-after")

    def show(self, project: Project) -> None:
        """Bring everything up to the document."""
        for field in self.fields:
            if field.is_mounted:
                field.show()
        if self.is_mounted:
            self.show_statements(project.requirements)

    def show_statements(self, requirements: tuple[Requirement, ...]) -> None:
        """List the statements of this page's item among `requirements`."""
        statements = self.query_one(Statements)
        if requirements is self._requirements or not statements.is_mounted:
            return
        self._requirements = requirements
        statements.show([one for one in requirements if one.item == self.page.item], self._lang)

    def field_at(self, path: str) -> Field | None:
        """The field that shows what stands at `path`, a cell of a table included."""
        return next(
            (
                one
                for one in self.fields
                if path == one.path or path.startswith((f"{one.path}[", f"{one.path}."))
            ),
            None,
        )

    def field_of(self, widget: Widget | None) -> Field | None:
        """The field that `widget` is part of."""
        if widget is None:
            return None
        return next((one for one in self.fields if one in widget.ancestors_with_self), None)

    def go_to(self, path: str) -> None:
        """Put the focus on the field at `path`; on the first one where the path is that of the page."""
        field = self.field_at(path)
        if field is None:
            first = next((one for one in self.fields if one.display), None)
            if first is not None:
                first.focus(scroll_visible=False)
                self.scroll_home(animate=False)
            return
        field.focus()
        go_to_cell = getattr(field, "go_to_cell", None)
        if path != field.path and go_to_cell is not None:
            go_to_cell(path)

    @property
    def open_list(self) -> ChoiceField | None:
        """The field whose list of choices is open."""
        return next((one for one in self.fields if isinstance(one, ChoiceField) and one.open), None)


def form_id(key: str) -> str:
    """Id of the form of the page called `key`."""
    return f"page-{key.replace('.', '-').replace('/', '-')}"
