"""A project as the lines that somebody types to make it: tables as pasted blocks."""

from __future__ import annotations

from collections.abc import Iterator

from rfp_builder.cli.plain.desk import LAST_LINE
from rfp_builder.forms.conditions import asked
from rfp_builder.forms.frame import evaluators_page, frame_page
from rfp_builder.forms.pages import pages_of
from rfp_builder.forms.questions import NOTE_FIELD, Question
from rfp_builder.forms.ready import ready_statements
from rfp_builder.forms.typed import Setting, as_typed
from rfp_builder.i18n import Lang
from rfp_builder.model.project import Project
from rfp_builder.model.shape import Kind
from rfp_builder.workspace.document.paths import value_at

ON = "-"
SHORT = ("rfp.title", "rfp.client", "rfp.contact.desk")


class Lines:
    """What to type to get from an empty project to `project`."""

    def __init__(self, project: Project, lang: Lang) -> None:
        self._project, self._setting = project, Setting.of(project, lang)

    def section(self, number: int) -> Iterator[str]:
        """All questions of a section, from its first; ends in the menu."""
        pages = pages_of(number)
        yield from (str(number), pages[0].key)
        for page in pages:
            holder = value_at(self._project, page.path)
            for question in page.questions:
                if question.name != NOTE_FIELD and asked(question, holder):
                    yield from self.answer(question)
        yield "m"

    def frame(self) -> Iterator[str]:
        """The frame of the RFP; ends in the menu."""
        yield "8"
        for question in frame_page().questions:
            yield from self.answer(question)
        yield "m"

    def evaluators(self) -> Iterator[str]:
        """Those who score; ends in the menu."""
        yield from ("10", "e")
        yield from self.answer(next(evaluators_page().questions))
        yield "m"

    def register(self) -> Iterator[str]:
        """Ready statements by number, our own word by word; ends in the menu."""
        taken = {one.source for one in self._project.requirements}
        ready = [n for n, one in enumerate(ready_statements(Project()), 1) if one.ready.key in taken]
        yield from ("9", "+", "", ",".join(map(str, ready)), "<")
        for one in self._project.requirements:
            if one.source is None:
                yield from ("a", one.item, one.statement.to(self._setting.lang))
                yield from (
                    self._said(one.priority.value),
                    one.acceptance.to(self._setting.lang) if one.acceptance else "-",
                )
                yield from ("-", "-", "-")
        yield "m"

    def answer(self, question: Question) -> Iterator[str]:
        """One answer, or on where there is none."""
        value = value_at(self._project, question.path)
        if question.kind is Kind.TABLE and isinstance(value, tuple):
            yield from ("p", *self._block(question, value), LAST_LINE, ON)
            return
        typed = as_typed(question, value, self._setting)
        yield typed or ON
        if typed and question.kind is Kind.TEXT and question.path not in SHORT:
            yield LAST_LINE
        elif typed and question.kind is Kind.TABLE:
            yield ON

    def _block(self, table: Question, rows: tuple[object, ...]) -> Iterator[str]:
        columns = [column for column in table.columns if column.kind is not Kind.REFERENCES]
        yield "\t".join(column.label.to(self._setting.lang) for column in columns)
        for row in rows:
            cells = (as_typed(column, getattr(row, column.name), self._setting) for column in columns)
            yield "\t".join(f'"{cell}"' if "\n" in cell else cell for cell in cells)

    def _said(self, priority: str) -> str:
        return {"must": "必須", "should": "推奨", "may": "任意"}[priority]
