"""Answers as people type them into one field of text, and read from there.

What `as_typed` shows, `read_typed` reads back as it was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from rfp_builder.catalogue.outline import YEN
from rfp_builder.forms import markers
from rfp_builder.forms.choices import YES_OR_NO, Choice, match_start, unknown_choice
from rfp_builder.forms.echo import echo
from rfp_builder.forms.fitting import fitting
from rfp_builder.forms.markers import Marker
from rfp_builder.forms.months import read_month
from rfp_builder.forms.names import read_reference
from rfp_builder.forms.numbers import read_numeral, show_numeral
from rfp_builder.forms.pages import question_at
from rfp_builder.forms.questions import Question
from rfp_builder.forms.refusal import Refusal
from rfp_builder.forms.setting import Setting
from rfp_builder.forms.several import SEPARATOR, read_several
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.answers import NotApplicable, Undecided
from rfp_builder.model.localized import Localized
from rfp_builder.model.shape import Kind
from rfp_builder.model.units import Reads
from rfp_builder.text.clean import clean
from rfp_builder.text.dates import read_date, read_time
from rfp_builder.text.fold import fold
from rfp_builder.text.show import show_time

__all__ = ["Setting", "as_typed", "echo", "read_typed"]

_KEPT = (Undecided, NotApplicable, str, tuple)
"""Answers that stay to the letter until another is typed: what points to a row that is gone, for example."""
_COMMA = re.compile(r"[、,，;；\s]+")
_YEN = frozenset(map(fold, ("円", "日本円", "¥", "yen", "Japanese yen", *(YEN.to(lang) for lang in Lang))))
_TABLE = Phrase(
    "ここには「未定: 担当 期日」または「該当なし: 理由」だけを書けます。内容は表の行に入力してください。",
    "Only “TBD: who date” or “N/A: why” can stand here. Please fill in the rows of the table.",
)
_NO_SUCH_REQUIREMENT = Phrase(
    "要件台帳に「{id}」というIDはありません。台帳にあるIDを「、」で区切って入力してください。",
    "The register has no requirement “{id}”. Enter ids of the register, with commas in between.",
)


def as_typed(question: Question, value: object, setting: Setting) -> str:
    """An answer as it stands in its field; empty where there is none.

    Of a text, the wording in the language of the setting; of the rows of a table, nothing.
    """
    lang = setting.lang
    match value:
        case None:
            return ""
        case Undecided():
            return markers.show_undecided(value.owner.to(lang), value.due, lang)
        case NotApplicable():
            return markers.show_not_applicable(value.reason.to(lang), lang)
        case Localized():
            text = value.to(lang) if value.has(lang) else ""
            return markers.escaped(text) if question.answerable else text
        case bool():
            return YES_OR_NO[0 if value else 1].label.to(lang)
        case Enum():
            return _label(question, value, lang)
        case date():
            return value.isoformat()
        case int() | Decimal():
            if question.kind is Kind.CLOCK:
                return show_time(int(value))
            return show_numeral(question, value, setting.currency)
        case tuple():
            if question.kind is Kind.TABLE:
                return ""
            said = (_label(question, one, lang) if isinstance(one, Enum) else str(one) for one in value)
            return SEPARATOR[lang].join(said)
        case str():
            if question.refers_to is not None:
                return setting.names.shown(question.refers_to, value, lang)
            return value
    raise TypeError(f"{question.path} holds a {type(value).__name__}")


def read_typed(question: Question, text: str, present: object, setting: Setting) -> Any:
    """The answer that was typed, as the model holds it; None (or no ids) where the field is empty.

    `present` is the answer so far: a text keeps its wording in the other language, and the rows of a table
    stay where nothing is typed instead of them.

    Raises:
        Unreadable: it has no certain reading, or does not fit; the reason says what to type.
    """
    typed = clean(text).text.strip()
    if question.kind is Kind.TABLE and not typed and isinstance(present, tuple):
        return present
    if question.begins and not typed:
        return None
    return fitting(question, _answer(question, typed, present, setting))


def _answer(question: Question, typed: str, present: object, setting: Setting) -> Any:
    if isinstance(present, _KEPT) and typed == as_typed(question, present, setting).strip():
        return present
    marker = markers.read_marker(typed) if question.answerable else None
    if marker is not None:
        return _said(marker, present, setting.lang)
    if question.kind is Kind.TEXT:
        return _text(question, typed, present, setting.lang)
    if not typed:
        return () if question.kind is Kind.REFERENCES else None
    return _value(question, typed, setting)


def _text(question: Question, typed: str, present: object, lang: Lang) -> dict[str, str | None] | None:
    wording = markers.unescaped(typed) if question.answerable else typed
    before = present.model_dump() if isinstance(present, Localized) else {"ja": None, "en": None}
    # The model says how long a wording may be, so it is the one to build it.
    wordings = before | {lang.value: wording or None}
    return wordings if any(wordings.values()) else None


def _said(marker: Marker, present: object, lang: Lang) -> Undecided | NotApplicable:
    if marker.due is None:
        reason = present.reason if isinstance(present, NotApplicable) else None
        return NotApplicable(reason=_reworded(marker.text, reason, lang))
    owner = present.owner if isinstance(present, Undecided) else None
    return Undecided(owner=_reworded(marker.text, owner, lang), due=marker.due)


def _reworded(text: str, before: Localized | None, lang: Lang) -> Localized:
    """The text in `lang`; where it is what was there before, in all its languages."""
    if before is not None and text == before.to(lang):
        return before
    return Localized(**{lang.value: text})


def _value(question: Question, typed: str, setting: Setting) -> Any:
    match question.kind:
        case Kind.TABLE:
            raise Refusal("table.text", _TABLE)
        case Kind.YES_NO:
            return _picked(typed, YES_OR_NO) == "yes"
        case Kind.CHOICE:
            return _picked(typed, question.choices)
        case Kind.CHOICES:
            return read_several(typed, question.choices)[0]
        case Kind.REFERENCE:
            assert question.refers_to is not None
            target = question_at(question.refers_to)
            title = target.label if target is not None else question.label
            return read_reference(setting.names, question.refers_to, typed, title)
        case Kind.REFERENCES:
            return _requirements(typed, setting.requirements)
        case Kind.DATE:
            return read_date(typed)
        case Kind.MONTH:
            return read_month(typed)
        case Kind.CLOCK:
            return read_time(typed)
        case Kind.LINE:
            return _line(question, typed)
    return read_numeral(question, typed, setting.currency)


def _picked(typed: str, choices: Sequence[Choice]) -> str:
    match = match_start(typed, choices)
    if match is None:
        raise unknown_choice(choices)
    return match.choice.value


def _requirements(typed: str, known: frozenset[str]) -> tuple[str, ...]:
    ids = tuple(dict.fromkeys(filter(None, _COMMA.split(typed))))
    for strange in (one for one in ids if one not in known):
        raise Refusal("requirement.unknown", _NO_SUCH_REQUIREMENT.fill(id=strange[:48]))
    return ids


def _line(question: Question, typed: str) -> str:
    if question.reads is not Reads.CURRENCY:
        return typed
    return "JPY" if fold(typed) in _YEN else fold(typed).upper()


def _label(question: Question, value: Enum, lang: Lang) -> str:
    return next(choice.label.to(lang) for choice in question.choices if choice.value == value.value)
