"""Writing the definition workbook: every question of the seven sections, and what is answered so far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rfp_builder.excel.definition.answers import Parts, TableAnswer, answers_of
from rfp_builder.excel.definition.cover import write_cover
from rfp_builder.excel.definition.library_sheet import write_library
from rfp_builder.excel.definition.names import names_in
from rfp_builder.excel.definition.origin import ORIGIN_SHEET, origin_lines
from rfp_builder.excel.definition.page import PageWriter
from rfp_builder.excel.definition.paper import FormBook
from rfp_builder.excel.definition.reader import CURRENCY, LANGUAGES
from rfp_builder.excel.definition.show import Manner
from rfp_builder.excel.forms import Form, meta_of
from rfp_builder.forms.frame import pages
from rfp_builder.forms.names import RowNames
from rfp_builder.forms.questions import by_path
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.answers import NotApplicable, Undecided, known
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project

TITLE = Phrase("業務要件定義 記入ブック", "Business requirements definition")


def definition_workbook(project: Project, lang: Lang) -> bytes:
    """The definition, the frame of the RFP and the evaluators as a workbook to fill in. Internal.

    The same project gives the same bytes.

    Raises:
        Refused: a text is longer than a cell can hold.
    """
    asked = pages()
    questions = by_path(asked)
    parts = Parts.of(project)
    answers = answers_of(parts, questions.values())
    currency = known(project.definition.price.payment.currency) or "JPY"
    names = RowNames(names_in(questions, answers))
    manner = Manner(lang, _languages(project.rfp.languages, answers), currency, names)
    written_in = {LANGUAGES: ",".join(manner.languages), CURRENCY: currency}
    meta = meta_of(Form.DEFINITION, lang, project.rfp.version) | written_in
    book = FormBook(lang, TITLE.to(lang), meta)
    cover = book.form(_COVER.to(lang))
    sheets = [PageWriter(book, page, answers, manner).write() for page in asked]
    library = write_library(book, project)
    write_cover(cover, project, TITLE, [*zip(asked, sheets, strict=True)], library)
    book.hidden_lines(ORIGIN_SHEET, origin_lines(questions.values(), answers, manner))
    return book.finish()


_COVER = Phrase("はじめに", "Start here")


def _languages(wanted: tuple[Lang, ...], answers: Mapping[str, Any]) -> tuple[Lang, ...]:
    """The languages of the RFP, and those in which something is written already: nothing may be lost."""
    used = {lang for text in _texts(answers) for lang in Lang if text.has(lang)}
    return tuple(lang for lang in Lang if lang in used or lang in wanted) or (Lang.JA,)


def _texts(answers: Mapping[str, Any]) -> Iterator[Localized]:
    for answer in answers.values():
        match answer:
            case Localized():
                yield answer
            case Undecided():
                yield answer.owner
            case NotApplicable():
                yield answer.reason
            case TableAnswer():
                yield from _texts({"": answer.state})
                for row in answer.rows.values():
                    yield from _texts(row)
