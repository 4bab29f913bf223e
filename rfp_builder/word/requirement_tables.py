"""Requirements and open questions of one item as vendors see them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from markupsafe import Markup

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.disclosure.public import PublicQuestion, PublicRequirement
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.choices import Priority
from rfp_builder.word.blocks import Column, paragraph, table
from rfp_builder.word.styles import Styles
from rfp_builder.word.widths import TEXT_WIDTH, holding

NUMBER = Phrase("番号", "No.")
STATEMENT = Phrase("要件", "Requirement")
PRIORITY = Phrase("優先度", "Priority")
ACCEPTANCE = Phrase("達成の確認方法", "How fulfilment is checked")
CRITERION = Phrase("評価細目", "Scored under")
_STATEMENT_SHARE = 51
"""Of the room that statement and acceptance share, in per cent."""
_QUESTION = Phrase("問いかけ", "Open question")
_REQUIREMENTS = Phrase("要件", "Requirements")
_QUESTIONS = Phrase("問いかけ（自由に提案してください）", "Open questions (propose freely)")


def requirement_table(
    styles: Styles, columns: Sequence[Column], requirements: Sequence[PublicRequirement], lang: Lang
) -> Markup:
    """Number, requirement, priority, acceptance, criterion; empty without requirements."""
    if not requirements:
        return Markup("")
    rows = (
        (one.number, one.statement, _priority(one.priority, lang), one.acceptance or "", one.criterion or "")
        for one in requirements
    )
    return paragraph(styles["Table Title"], _REQUIREMENTS.to(lang)) + table(styles, columns, rows)


def requirement_columns(requirements: Sequence[PublicRequirement], lang: Lang) -> tuple[Column, ...]:
    """Columns for the requirements of a whole document, so that its tables stand in line.

    Number, priority and criterion take what their words need; the statement gets most of the rest.
    """
    number = holding(NUMBER.to(lang), [max((one.number for one in requirements), key=len, default="")])
    priority = holding(PRIORITY.to(lang), [_priority(one, lang) for one in Priority])
    criterion = holding(CRITERION.to(lang), {one.criterion or "" for one in requirements})
    rest = TEXT_WIDTH - number - priority - criterion
    statement = rest * _STATEMENT_SHARE // 100
    return (
        Column(NUMBER.to(lang), number),
        Column(STATEMENT.to(lang), statement),
        Column(PRIORITY.to(lang), priority),
        Column(ACCEPTANCE.to(lang), rest - statement),
        Column(CRITERION.to(lang), criterion),
    )


def question_table(styles: Styles, questions: Sequence[PublicQuestion], lang: Lang) -> Markup:
    """Number, question, criterion; empty without questions."""
    if not questions:
        return Markup("")
    columns = (
        Column(NUMBER.to(lang), 850),
        Column(_QUESTION.to(lang), 6520),
        Column(CRITERION.to(lang), 1700),
    )
    rows = ((one.number, one.question, one.criterion or "") for one in questions)
    return paragraph(styles["Table Title"], _QUESTIONS.to(lang)) + table(styles, columns, rows)


@cache
def _priority(priority: Priority, lang: Lang) -> str:
    return choice_label(priority).to(lang)
