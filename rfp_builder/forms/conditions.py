"""Which questions are asked, given the other answers."""

from __future__ import annotations

from collections.abc import Sequence

from rfp_builder.catalogue.conditions import NOT_APPLICABLE
from rfp_builder.forms.choices import YES_OR_NO
from rfp_builder.forms.questions import Question
from rfp_builder.i18n import Phrase

_WHERE = Phrase("「{label}」が{choices}の場合に答えます。", "Asked where “{label}” is {choices}.")
_UNLESS = Phrase(
    "「{label}」が{choices}の場合は、答えなくて構いません。", "Not asked where “{label}” is {choices}."
)
_UNLESS_NOT_APPLICABLE = Phrase(
    "「{label}」が該当なしの場合は、答えなくて構いません。", "Not asked where “{label}” does not apply."
)


def asked(question: Question, holder: object) -> bool:
    """Whether a question is asked, given its item (or, for a column, its row) as it stands.

    An answer that is there already may be shown all the same; nothing takes it away.
    """
    return question.when is None or question.when.holds(holder)


def when_asked(question: Question, siblings: Sequence[Question]) -> Phrase | None:
    """On what other answer it depends that the question is asked; None where it always is.

    `siblings` are the questions of its page, or the columns of its table.
    """
    when = question.when
    if when is None:
        return None
    name, _, column = when.field.partition(".")
    other = next(one for one in siblings if one.name == name)
    if column:
        other = next(one for one in other.columns if one.name == column)
    wanted = when.is_ or when.is_not
    if wanted == (NOT_APPLICABLE,):
        return _UNLESS_NOT_APPLICABLE.fill(label=other.label)
    labels = [one.label for one in (other.choices or YES_OR_NO) if one.value in wanted]
    quoted = Phrase(
        "または".join(f"「{label.ja}」" for label in labels), " or ".join(f"“{label.en}”" for label in labels)
    )
    return (_WHERE if when.is_ else _UNLESS).fill(label=other.label, choices=quoted)
