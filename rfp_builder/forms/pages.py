"""The pages of the wizard: one item of the definition each, in the order of the road."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rfp_builder.catalogue.sections import section as section_text
from rfp_builder.forms.questions import Question, item_questions
from rfp_builder.i18n import Phrase
from rfp_builder.model.shape import items, sections

_BELOW = re.compile(r"[.\[]")


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """One item with its questions, the internal note last. No item asks more than fits one page."""

    key: str
    """Names the page: "2.4"."""
    item: str
    section: int
    path: str
    """Dotted path of the item below the definition: `work.languages`."""
    title: Phrase
    question: Phrase
    why: Phrase
    """Why vendors need it."""
    good: Phrase
    """What a good answer looks like."""
    questions: tuple[Question, ...]


@cache
def form_pages() -> tuple[FormPage, ...]:
    """All pages of the definition in order, 1.1 to 7.5.

    Raises:
        CatalogueError: a data file is broken.
    """
    return tuple(page for section in sections() for page in pages_of(section))


@cache
def pages_of(section: int) -> tuple[FormPage, ...]:
    """The pages of section 1 to 7. Reads the file of that section only.

    Raises:
        CatalogueError: the data file is broken.
        KeyError: there is no such section.
    """
    return tuple(
        FormPage(
            key=text.id,
            item=text.id,
            section=section,
            path=items()[text.id].path,
            title=text.title,
            question=text.question,
            why=text.why,
            good=text.good,
            questions=item_questions(text),
        )
        for text in section_text(section).items
    )


def page_at(path: str) -> FormPage | None:
    """The page that asks for what stands at a path below the definition, however deep; None if no page does.

    `page_at("work.volumes.volumes[v1].aht").key == "2.2"`
    """
    section, name, *_ = *_BELOW.split(path, maxsplit=2), ""
    number = next((number for number, key in sections().items() if key == section), None)
    return None if number is None else _pages_by_path(number).get(f"{section}.{name}")


def question_at(path: str) -> Question | None:
    """The question at a path below the definition: a field, or a column where the path leads into a row.

    `question_at("work.volumes.volumes[v1].aht").name == "aht"`; the path of a row gives its table.
    """
    page = page_at(path)
    if page is None:
        return None
    rest = path.removeprefix(page.path).removeprefix(".")
    name, _, below = rest.partition("[")
    for question in page.questions:
        if question.name == name:
            column = below.partition("].")[2]
            if not column:
                return question
            return next((one for one in question.columns if one.name == column), None)
    return None


@cache
def _pages_by_path(section: int) -> Mapping[str, FormPage]:
    return MappingProxyType({page.path: page for page in pages_of(section)})
