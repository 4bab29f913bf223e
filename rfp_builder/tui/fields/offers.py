"""What a drop-down list offers for a question: the answers in words, and what picking one types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rfp_builder.forms.choices import YES_OR_NO
from rfp_builder.forms.names import row_names
from rfp_builder.forms.questions import Question
from rfp_builder.forms.several import SEPARATOR
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.choices import Day
from rfp_builder.model.project import Project
from rfp_builder.model.shape import Kind
from rfp_builder.text.fold import fold
from rfp_builder.workspace.document.paths import value_at

_WEEKDAYS = Phrase("平日（月〜金）", "Weekdays (Mon to Fri)")
_EVERY_DAY = Phrase("毎日（祝日を含む）", "Every day, with holidays")
_WORKING = (Day.MON, Day.TUE, Day.WED, Day.THU, Day.FRI)


@dataclass(frozen=True, slots=True)
class Offer:
    """One line of the list. `typed` stands in the field for it; `whole` replaces all that stands there."""

    typed: str
    label: str
    whole: bool = False


def offers_of(question: Question, project: Project, lang: Lang) -> tuple[Offer, ...]:
    """What can be picked for `question`, in the order in which it is shown."""
    match question.kind:
        case Kind.YES_NO:
            return tuple(_plain(choice.label.to(lang)) for choice in YES_OR_NO)
        case Kind.CHOICE:
            return tuple(_plain(choice.label.to(lang)) for choice in question.choices)
        case Kind.CHOICES:
            each = tuple(_plain(choice.label.to(lang)) for choice in question.choices)
            return (*_days(question, lang), *each)
        case Kind.REFERENCE:
            return _rows(question.refers_to or "", project, lang)
        case Kind.REFERENCES:
            return tuple(
                Offer(one.id, f"{one.id}  {' '.join(one.statement.to(lang).split())}")
                for one in project.requirements
            )
    return ()


def matching(offers: Sequence[Offer], text: str) -> tuple[Offer, ...]:
    """The offers that hold `text`, those that begin with it first; all of them where none does."""
    wanted = fold(text)
    if not wanted:
        return tuple(offers)
    first = [one for one in offers if fold(one.label).startswith(wanted)]
    within = [one for one in offers if one not in first and wanted in fold(one.label)]
    return (*first, *within) or tuple(offers)


def _plain(label: str) -> Offer:
    return Offer(label, label)


def _days(question: Question, lang: Lang) -> tuple[Offer, ...]:
    """The days of the week are picked together more often than one by one."""
    labels = {choice.value: choice.label.to(lang) for choice in question.choices}
    if labels.keys() != {day.value for day in Day}:
        return ()
    between = SEPARATOR[lang]
    return (
        Offer(between.join(labels[day.value] for day in _WORKING), _WEEKDAYS.to(lang), whole=True),
        Offer(between.join(labels.values()), _EVERY_DAY.to(lang), whole=True),
    )


def _rows(table: str, project: Project, lang: Lang) -> tuple[Offer, ...]:
    rows = value_at(project, table)
    names = row_names(project.definition)
    return tuple(
        _plain(names.shown(table, row.id, lang)) for row in (rows if isinstance(rows, tuple) else ())
    )
