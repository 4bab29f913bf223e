"""The note under a control: what was understood or why it cannot be read, and the gravest finding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from rfp_builder.check.finding import Severity
from rfp_builder.forms.questions import Question
from rfp_builder.forms.typed import Setting, as_typed, echo
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.localized import Localized
from rfp_builder.text.fold import fold
from rfp_builder.tui.widths import cut

if TYPE_CHECKING:
    from rfp_builder.check.finding import Finding

_INCOMPLETE = "complete."
"""Rules that say no more than what the label says already: there is no answer."""
_OTHER_WIDTH = 66
"""One line on a narrow screen, with the name of the language before it."""
_STILL = Phrase("回答は「{answer}」のままです。", "The answer is still {answer}.")


@dataclass(frozen=True, slots=True)
class Noted:
    """What there is to say about a field. `typing`: somebody is at it, so nothing is held against it yet."""

    question: Question
    value: object
    text: str
    reason: Phrase | None
    typing: bool
    findings: tuple[Finding, ...]


def note_under(noted: Noted, setting: Setting) -> Content:
    """What was understood or why not, the gravest finding, and the wording in the other language."""
    lines = (
        _reading(noted, setting),
        _finding(noted, setting.lang),
        _other_wording(noted.value, setting.lang),
    )
    return Content("\n").join([line for line in lines if line is not None])


def _reading(noted: Noted, setting: Setting) -> Content | None:
    if noted.reason is not None:
        return None if noted.typing else Content.styled(_refused(noted, noted.reason, setting), "$error")
    understood = _understood(noted, setting)
    return Content.styled(f"= {understood}", "$success") if understood else None


def _refused(noted: Noted, reason: Phrase, setting: Setting) -> str:
    said = f"! {reason.to(setting.lang)}"
    held = echo(noted.question, noted.value, setting)
    return f"{said}\n  {_STILL.fill(answer=held).to(setting.lang)}" if held else said


def _finding(noted: Noted, lang: Lang) -> Content | None:
    told = [one for one in noted.findings if not one.rule.startswith(_INCOMPLETE)]
    if noted.typing or not told:
        return None
    gravest = min(told, key=lambda one: list(Severity).index(one.severity))
    return Content.styled(f"! {gravest.message.to(lang)}", "$warning")


def _understood(noted: Noted, setting: Setting) -> str:
    """What was understood, where it is not just what stands there."""
    if not noted.text.strip() or noted.value is None:
        return ""
    said = echo(noted.question, noted.value, setting)
    plain = as_typed(noted.question, noted.value, setting)
    same = {fold(noted.text), fold(noted.text) + fold(_unit(noted.question, setting.lang))}
    settled = fold(plain) == fold(noted.text) and fold(said).replace(" ", "") in {
        one.replace(" ", "") for one in same
    }
    return "" if settled else said


def _unit(question: Question, lang: Lang) -> str:
    return "" if question.unit is None else question.unit.to(lang)


def _other_wording(value: object, lang: Lang) -> Content | None:
    if not isinstance(value, Localized):
        return None
    other = Lang.EN if lang is Lang.JA else Lang.JA
    if not value.has(other):
        return None
    said = f"{other.label.to(lang)}: {value.to(other)}"
    if value.has(lang):
        said = cut(" ".join(said.split()), _OTHER_WIDTH)
    return Content.styled(said, "dim")
