"""All there is to say about a question, when somebody asks."""

from __future__ import annotations

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.everywhere import KEYS
from rfp_builder.cli.plain.slot import Slot
from rfp_builder.cli.plain.typing import said
from rfp_builder.forms.help import example_value, help_of
from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.model.shape import Kind

_HEADING = Phrase("説明: {label}", "Help: {label}")
_ASKS = Phrase("この項目の問い: {text}", "What the item asks: {text}")
_WHY = Phrase("なぜ必要か: {text}", "Why it is needed: {text}")
_GOOD = Phrase("よい答え: {text}", "A good answer: {text}")
_HOW = Phrase("入力のしかた: {text}", "How to type it: {text}")
_SUCH = Phrase("入力の例: {text}", "Typed, for example: {text}")
_EXAMPLE = Phrase("記入例: {text}", "Filled example: {text}")
_FINDING = Phrase("指摘: {text}", "Finding: {text}")
_OWN_KEYS = (
    Phrase("Enter だけ、または -: そのまま次へ", "Enter alone, or -: on to the next, as it is"),
    Phrase(
        "!: 未定（担当と期日）または該当なし（理由）", "!: to be decided (who, when) or not applicable (why)"
    ),
    Phrase("*: 記入例を答えに入れる", "*: put the example in"),
    Phrase(
        "+: そのまま使える要件文を選ぶ、または自分で書く",
        "+: pick ready requirement statements, or write one",
    ),
    Phrase("--: 答えを消す（「消す」でも同じ）", "--: empty the answer (or “clear”)"),
    Phrase("メモ: この項目の社内メモを書く", "note: write the internal note of the item"),
)
_MOST_FINDINGS = 5


def explain(desk: Desk, slot: Slot) -> None:
    """Label, help, why, what is good, how to type it, example, findings, and all keys."""
    question = slot.question
    help_ = help_of(question, slot.page, slot.table)
    desk.say(_HEADING.fill(label=help_.label))
    desk.say(help_.help)
    for phrase, text in ((_ASKS, help_.asks), (_WHY, help_.why), (_GOOD, help_.good)):
        _say(desk, phrase, text)
    _say(desk, _HOW, help_.typing.how)
    for text in (*help_.typing.examples[:2],):
        _say(desk, _SUCH, text)
    for text in (help_.instead, help_.when):
        if text is not None:
            desk.say(text)
    example = None if question.kind is Kind.TABLE else example_value(question, desk.project.definition)
    if example is not None:
        desk.say(_EXAMPLE.fill(text=said(desk, question, example)))
    findings_here(desk, slot.path)
    for key in (*_OWN_KEYS, *KEYS):
        desk.say(f"  {desk.in_words(key)}")


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
