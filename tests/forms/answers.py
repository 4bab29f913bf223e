"""Every question of the definition, with the answers that random definitions give to it."""

from __future__ import annotations

from collections.abc import Iterator

from rfp_builder.forms.pages import form_pages
from rfp_builder.forms.questions import Question
from rfp_builder.i18n import Lang
from rfp_builder.model.answers import Undecided
from rfp_builder.model.definition import Definition

QUESTIONS = tuple(question for page in form_pages() for question in page.questions)
COLUMNS = tuple((table, column) for table in QUESTIONS for column in table.columns)


def ends_in_comma(value: object, lang: Lang) -> bool:
    """Whether the comma at the end of an owner would be taken for the one between owner and date."""
    return isinstance(value, Undecided) and value.owner.to(lang).endswith((",", "、"))


def answers(definition: Definition) -> Iterator[tuple[Question, object]]:
    """All questions, columns among them, with every answer that a definition has to them."""
    for question in QUESTIONS:
        section, item, field = question.path.split(".")
        value = getattr(getattr(getattr(definition, section), item), field)
        yield question, value
        for row in value if question.columns and isinstance(value, tuple) else ():
            for column in question.columns:
                yield column, getattr(row, column.name)
