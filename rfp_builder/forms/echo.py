"""What was understood, said back beside the field."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from rfp_builder.catalogue.outline import MONTH_END, say
from rfp_builder.forms.numbers import is_percent
from rfp_builder.forms.questions import Question
from rfp_builder.forms.setting import Setting
from rfp_builder.i18n import Lang, Phrase, listed
from rfp_builder.model.answers import NotApplicable, Undecided
from rfp_builder.model.rfp import Rfp
from rfp_builder.model.shape import Kind
from rfp_builder.model.units import Reads
from rfp_builder.text.show import show_minutes, show_money, show_number, show_percent, show_seconds
from rfp_builder.text.width import truncate

_MEASURED = frozenset({Kind.WHOLE, Kind.DECIMAL, Kind.PERCENT})
_MINUTE, _LAST_DAY = 60, 31
_BEGINNING = 40
"""Cells of a statement that say which one it is."""
_DAY = Phrase("{day}日", "day {day}")


def echo(question: Question, value: object, setting: Setting) -> str:
    """What was understood: 1,200,000円, 2027年4月1日（木）, 9:30; empty where there is nothing to say.

    Texts and rows of tables say nothing. Show it only where it differs from what stands in the field.
    """
    lang = setting.lang
    if value is None or value == ():
        return ""
    if not isinstance(value, Undecided | NotApplicable):
        if question.kind in (Kind.TEXT, Kind.TABLE):
            return ""
        if question.kind is Kind.REFERENCES:
            return in_words(cast(tuple[str, ...], value), setting)
        if question.kind is Kind.MONEY:
            return show_money(cast(int, value), setting.currency, lang)
        if question.kind in _MEASURED:
            return _measured(question, cast(int | Decimal, value), lang)
        if question.kind in (Kind.CHOICE, Kind.CHOICES) and question.holder is Rfp:
            # What an RFP is issued in is no list of the definition.
            taken = value if isinstance(value, tuple) else (value,)
            return listed(one.label for one in question.choices if one.value in taken).to(lang)
        if question.refers_to is not None:
            return setting.names.shown(question.refers_to, cast(str, value), lang)
    return say(setting.definition, question.slot, value, lang, internal=True)


def in_words(ids: tuple[str, ...], setting: Setting) -> str:
    """Requirements as people know them: each by its id and the beginning of what it says."""
    lang = setting.lang
    said = (
        f"{one} {truncate(setting.statements[one].to(lang), _BEGINNING, '..', 1)}"
        if one in setting.statements
        else one
        for one in ids
    )
    return ("、" if lang is Lang.JA else ", ").join(said)


def _measured(question: Question, number: int | Decimal, lang: Lang) -> str:
    if is_percent(question):
        return show_percent(number)
    if question.unit is None:
        return show_number(number)
    if question.reads is Reads.DAY_OF_MONTH:
        return (MONTH_END if number == _LAST_DAY else _DAY.fill(day=number)).to(lang)
    match question.unit.en:
        case "seconds" if number >= _MINUTE:
            return show_seconds(int(number), lang)
        case "minutes" if number >= _MINUTE:
            return show_minutes(int(number), lang)
    between = "" if lang is Lang.JA else " "
    return f"{show_number(number)}{between}{question.unit.to(lang)}"
