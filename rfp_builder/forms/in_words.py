"""Any value of a project in a few words, where no question is at hand to say how it is shown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum

from rfp_builder.catalogue import outline
from rfp_builder.catalogue.choices import choice_label
from rfp_builder.i18n import Lang, Phrase, Speakable
from rfp_builder.model.answers import NotApplicable, Undecided
from rfp_builder.model.base import Value
from rfp_builder.text.show import show_date, show_number

_ROWS = Phrase("{n}行", "{n} rows")


def in_words(value: object, lang: Lang) -> str:
    """What `value` says; a row by its first text, a table by the number of its rows. Empty for None."""
    match value:
        case None:
            return ""
        case Undecided():
            return outline.UNDECIDED_BY.fill(owner=value.owner, due=show_date(value.due, lang)).to(lang)
        case NotApplicable():
            return outline.NOT_APPLICABLE_WHY.fill(reason=value.reason).to(lang)
        case bool():
            return (outline.YES if value else outline.NO).to(lang)
        case Enum():
            return _label(value, lang)
        case date():
            return show_date(value, lang)
        case int() | Decimal():
            return show_number(value)
        case tuple():
            return _several(value, lang)
        case Speakable():
            return value.to(lang)
        case Value():
            parts = (
                in_words(getattr(value, name), lang) for name in type(value).model_fields if name != "id"
            )
            return next((part for part in parts if part), "")
    return str(value)


def _several(values: tuple[object, ...], lang: Lang) -> str:
    if any(isinstance(one, Value) for one in values):
        return _ROWS.fill(n=len(values)).to(lang)
    return ("、" if lang is Lang.JA else ", ").join(in_words(one, lang) for one in values)


def _label(member: Enum, lang: Lang) -> str:
    try:
        return choice_label(member).to(lang)
    except KeyError:
        return str(member.value)
