"""All there is to say about a question, when somebody asks."""

from __future__ import annotations

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.slot import Slot
from rfp_builder.cli.plain.typing import choices_of, said, tell_choices
from rfp_builder.forms.help import example_value, help_of
from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.model.shape import Kind
from rfp_builder.workspace.staffing.marks import mark_at

_HEADING = Phrase("説明: {label}", "Help: {label}")
_ASKS = Phrase("この項目の問い: {text}", "What the item asks: {text}")
_WHY = Phrase("なぜ必要か: {text}", "Why it is needed: {text}")
_GOOD = Phrase("よい答え: {text}", "A good answer: {text}")
_HOW = Phrase("入力のしかた: {text}", "How to type it: {text}")
_SUCH = Phrase("入力の例: {text}", "Typed, for example: {text}")
_EXAMPLE = Phrase("記入例: {text}", "Filled example: {text}")
_FINDING = Phrase("指摘: {text}", "Finding: {text}")
_ALL_KEYS = Phrase("使える記号の一覧: ??", "All that can be typed: ??")
_MOST_FINDINGS = 5


def explain(desk: Desk, slot: Slot) -> None:
    """Label, help, why, what is good, how to type it, example, findings, and all keys."""
    question = slot.question
    help_ = help_of(question, slot.page, slot.table)
    desk.say(_HEADING.fill(label=help_.label))
    desk.say(help_.help)
    for phrase, text in ((_ASKS, help_.asks), (_WHY, help_.why), (_GOOD, help_.good)):
        _say(desk, phrase, text)
    choices = choices_of(desk, question)
    if choices:
        tell_choices(desk, choices)
    elif slot.long or question.kind is not Kind.TEXT:
        desk.say(_HOW.fill(text=help_.typing.how))
        for text in help_.typing.examples:
            desk.say(_SUCH.fill(text=text))
    for text in (help_.instead, help_.when):
        if text is not None:
            desk.say(text)
    example = None if question.kind is Kind.TABLE else example_value(question, desk.project.definition)
    if example is not None:
        desk.say(_EXAMPLE.fill(text=said(desk, question, example)))
    mark = mark_at(desk.project, slot.path)
    if mark is not None:
        desk.say(mark)
    findings_here(desk, slot.path)
    desk.say(_ALL_KEYS)


def findings_here(desk: Desk, path: str) -> None:
    """What the check says of a place and of everything below it."""
    if not path:
        return
    below = (f"{path}.", f"{path}[")
    found = [one for one in desk.report.findings if one.path == path or one.path.startswith(below)]
    for one in found[:_MOST_FINDINGS]:
        desk.say(_FINDING.fill(text=one.message))
        desk.say(one.remedy)


def _say(desk: Desk, phrase: Phrase, text: Speakable | None) -> None:
    if text is not None:
        desk.say(phrase.fill(text=text))
