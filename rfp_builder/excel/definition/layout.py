"""How a page is laid out, for the writer and the reader alike.

The hidden first column says what each row is: `F path` an answer, `T path` the headings of a table, the id
of a row in a table, `E` the end of a table, `X` an example, `-` a text. Nothing depends on row numbers, so
rows may be inserted, moved and deleted.
"""

from __future__ import annotations

from collections.abc import Iterable

from rfp_builder.excel.definition.prints import shown_print
from rfp_builder.forms.questions import Question
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.shape import Kind
from rfp_builder.text.fold import fold

PAGE, FIELD, TABLE, END, EXAMPLE, TEXT, HEADS = "P", "F", "T", "E", "X", "-", "H"

KEYS = 1
"""The hidden column."""
LABELS = 2
"""Labels of fields, and the first column of tables."""
ANSWERS = 3
"""The first answer of a field."""

ANSWER = Phrase("回答", "Answer")
_STAR = " *"


def example_key(texts: Iterable[str]) -> str:
    """The key of a row that shows an example: with it, what somebody types over the example is noticed."""
    return f"{EXAMPLE} {shown_print(text.strip() for text in texts if text.strip())}"


def answer_heading(lang: Lang | None) -> Phrase:
    """The heading above answers in `lang`; None where the workbook has one language."""
    return ANSWER if lang is None else _in(ANSWER, lang)


def columns_of(table: Question, languages: tuple[Lang, ...]) -> list[tuple[Question, Lang | None, Phrase]]:
    """The columns of a table as they stand side by side: question, language of its texts, heading."""
    found: list[tuple[Question, Lang | None, Phrase]] = []
    for column in table.columns:
        label = Phrase(column.label.ja + _STAR, column.label.en + _STAR) if column.required else column.label
        if column.kind is Kind.TEXT and len(languages) > 1:
            found.extend((column, lang, _in(label, lang)) for lang in languages)
        else:
            found.append((column, None, label))
    return found


def folded_headings(table: Question, languages: tuple[Lang, ...]) -> dict[str, tuple[str, Lang | None]]:
    """Which column, and in which language, a folded heading of `table` stands for."""
    return {
        fold(heading.to(spoken)): (column.name, lang)
        for column, lang, heading in columns_of(table, languages)
        for spoken in Lang
    }


def _in(label: Phrase, lang: Lang) -> Phrase:
    name = lang.label
    return Phrase(f"{label.ja}（{name.ja}）", f"{label.en} ({name.en})")
