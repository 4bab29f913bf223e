"""Answers as they stand in cells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from rfp_builder.excel.writing.table import YES_NO
from rfp_builder.forms import markers
from rfp_builder.forms.names import RowNames
from rfp_builder.forms.numbers import is_percent
from rfp_builder.forms.questions import Question
from rfp_builder.forms.several import SEPARATOR
from rfp_builder.i18n import Lang
from rfp_builder.model.answers import NotApplicable, Undecided
from rfp_builder.model.localized import Localized
from rfp_builder.model.shape import Kind
from rfp_builder.text.currency import minor_digits
from rfp_builder.text.show import show_time

Shown = str | int | Decimal | date
"""What one cell shows; an empty text is an empty cell."""

_DIGITS = 15
"""A number of a sheet is binary: more digits than these would not come back."""
_FIRST_DAY = date(1900, 3, 1)
"""Before it, the calendar of workbooks has a day that never was."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a workbook shows answers: language of labels, languages of texts, currency, names of rows."""

    lang: Lang
    languages: tuple[Lang, ...]
    currency: str
    names: RowNames
    requirements: frozenset[str] = frozenset()
    """The ids of the register, for what refers to requirements."""

    @property
    def single(self) -> Lang:
        """Language of what people write into a cell that stands for both languages."""
        return self.lang if self.lang in self.languages else self.languages[0]


def show(question: Question, value: Any, manner: Manner) -> tuple[Shown, ...]:
    """One cell for each language of a text, one cell for anything else."""
    if question.kind is Kind.TEXT:
        return tuple(_wording(question, value, lang) for lang in manner.languages)
    return (_single(question, value, manner),)


def _wording(question: Question, value: Any, lang: Lang) -> str:
    match value:
        case Localized():
            text = _in(value, lang)
            return markers.escaped(text) if question.answerable else text
        case Undecided():
            owner = _in(value.owner, lang)
            return markers.show_undecided(owner, value.due, lang) if owner else ""
        case NotApplicable():
            reason = _in(value.reason, lang)
            return markers.show_not_applicable(reason, lang) if reason else ""
    return ""


def _in(text: Localized, lang: Lang) -> str:
    return text.to(lang) if text.has(lang) else ""


def _single(question: Question, value: Any, manner: Manner) -> Shown:
    lang = manner.lang
    match value:
        case None:
            return ""
        case Undecided():
            return markers.show_undecided(value.owner.to(manner.single), value.due, lang)
        case NotApplicable():
            return markers.show_not_applicable(value.reason.to(manner.single), lang)
        case bool():
            return YES_NO[value].to(lang)
        case Enum():
            return _label(question, value, lang)
        case date():
            return value if value >= _FIRST_DAY else value.isoformat()
        case int() | Decimal():
            return _number(question, value, manner)
        case tuple():
            said = (_label(question, one, lang) if isinstance(one, Enum) else str(one) for one in value)
            return SEPARATOR[lang].join(said)
        case str():
            return (
                value if question.refers_to is None else manner.names.shown(question.refers_to, value, lang)
            )
    raise TypeError(f"{question.path} holds a {type(value).__name__}")


def _label(question: Question, value: Enum, lang: Lang) -> str:
    return next(choice.label.to(lang) for choice in question.choices if choice.value == value.value)


def _number(question: Question, value: int | Decimal, manner: Manner) -> Shown:
    if question.kind is Kind.CLOCK:
        return show_time(int(value))
    number = Decimal(value)
    if question.kind is Kind.MONEY:
        number = number.scaleb(-minor_digits(manner.currency))
    if is_percent(question) and 0 < abs(number) < 1:
        # A bare 0.8 might be meant as 80%, so the reader asks for the sign.
        return f"{plain(number)}%"
    text = plain(number)
    if len(text.lstrip("-").replace(".", "")) > _DIGITS:
        return text
    return Decimal(text)


def plain(number: Decimal) -> str:
    """All digits, without exponent and without zeros behind the point."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text
