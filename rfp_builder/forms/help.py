"""What the help key shows for a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rfp_builder.forms.conditions import when_asked
from rfp_builder.forms.examples import example_value
from rfp_builder.forms.pages import FormPage
from rfp_builder.forms.questions import Question
from rfp_builder.forms.typing_help import Typing, instead_of, typing_of
from rfp_builder.i18n import Phrase

__all__ = ["Help", "example_value", "help_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """All there is to say about a question, from the nearest to the farthest."""

    label: Phrase
    """With its unit."""
    help: Phrase
    typing: Typing
    instead: Phrase | None
    """How to say 未定 and 該当なし, where they are possible."""
    when: Phrase | None
    """On what other answer it depends that it is asked."""
    unit: Phrase | None
    required: bool
    confidential: bool
    asks: Phrase | None
    """The question that the whole item asks."""
    why: Phrase | None
    """Why vendors need it."""
    good: Phrase | None
    """What a good answer looks like."""


def help_of(question: Question, page: FormPage | None, table: Question | None = None) -> Help:
    """The help for a question of `page`; for a column, `table` is the one it stands in.

    Raises:
        CatalogueError: a data file is broken.
    """
    siblings: Sequence[Question] = ()
    if table is not None:
        siblings = table.columns
    elif page is not None:
        siblings = page.questions
    return Help(
        label=question.label,
        help=question.help,
        typing=typing_of(question),
        instead=instead_of(question),
        when=when_asked(question, siblings) if siblings else None,
        unit=question.unit,
        required=question.required,
        confidential=question.confidential,
        asks=None if page is None else page.question,
        why=None if page is None else page.why,
        good=None if page is None else page.good,
    )
