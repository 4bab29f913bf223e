"""Answers picked by number, and answers said as they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.replies import number_in
from rfp_builder.forms.choices import YES_OR_NO, Choice, match_choice
from rfp_builder.forms.echo import echo
from rfp_builder.forms.questions import Question
from rfp_builder.forms.several import SEPARATOR
from rfp_builder.forms.typed import as_typed
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.answers import NotApplicable, Undecided
from rfp_builder.model.localized import Localized
from rfp_builder.model.shape import Kind
from rfp_builder.text.fold import fold

_NUMBERS = re.compile(r"[0-9]{1,3}")
_ONLY_NUMBERS = re.compile(r"[0-9\s、,;/・~〜-]+")
_ROWS = Phrase("{n}行", "{n} rows")
_OTHER_LANGUAGE = Phrase("（英語のみ）{text}", "(in Japanese only) {text}")


def choices_of(desk: Desk, question: Question) -> tuple[Choice, ...]:
    """What the answer can be picked from; empty where it is typed."""
    match question.kind:
        case Kind.YES_NO:
            return YES_OR_NO
        case Kind.CHOICE | Kind.CHOICES:
            return question.choices
        case Kind.REFERENCE:
            table = question.refers_to or ""
            names = desk.setting.names
            return tuple(
                Choice(row, Phrase(*(names.shown(table, row, lang) for lang in Lang)))
                for row in names.rows(table)
            )
    return ()


def tell_choices(desk: Desk, choices: Sequence[Choice]) -> None:
    """The list, numbered."""
    for number, choice in enumerate(choices, start=1):
        desk.say(f"  {number}. {desk.in_words(choice.label)}")


def by_number(desk: Desk, question: Question, text: str, choices: Sequence[Choice]) -> str:
    """The text as it would be typed in words: numbers of the list become what they stand for."""
    if question.kind is Kind.REFERENCES:
        ids = [one.id for one in desk.project.requirements]
        return _replaced(text, ids, ids)
    labels = [choice.label.to(desk.lang) for choice in choices]
    if question.kind is Kind.CHOICES:
        return _replaced(text, labels, labels)
    number = number_in(text)
    if number is None or not 0 < number <= len(labels) or match_choice(text, choices):
        return text
    return labels[number - 1]


def _replaced(text: str, words: Sequence[str], taken: Sequence[str]) -> str:
    folded = fold(text)
    if text.strip() in taken or _ONLY_NUMBERS.fullmatch(folded) is None:
        return text

    def word(match: re.Match[str]) -> str:
        number = int(match[0])
        return words[number - 1] if 0 < number <= len(words) else match[0]

    return _NUMBERS.sub(word, folded)


def said(desk: Desk, question: Question, value: object) -> str:
    """An answer in words, with its unit; empty where there is none."""
    if isinstance(value, Localized):
        if value.has(desk.lang):
            return value.to(desk.lang)
        return desk.in_words(_OTHER_LANGUAGE.fill(text=value))
    if isinstance(value, tuple) and question.kind is Kind.TABLE:
        return desk.in_words(_ROWS.fill(n=len(value)))
    if question.kind in (Kind.CHOICE, Kind.CHOICES) and not isinstance(value, Undecided | NotApplicable):
        taken = value if isinstance(value, tuple) else (value,)
        labels = [one.label.to(desk.lang) for one in question.choices if one.value in taken]
        return SEPARATOR[desk.lang].join(labels) or ("" if value in (None, ()) else str(value))
    return echo(question, value, desk.setting) or as_typed(question, value, desk.setting)
