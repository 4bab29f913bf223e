"""The line above a control: what is asked, and whether it must be answered."""

from __future__ import annotations

from textual.content import Content

from rfp_builder.forms.questions import Question
from rfp_builder.i18n import Lang, Phrase

_REQUIRED = "*"
_CONFIDENTIAL = Phrase("社外秘", "confidential")
_EMPTY = Phrase("未入力", "not answered")
_AGREED = Phrase("確定済み（評価基準が合意済みのため変更できません）", "final: the criteria are agreed")
_ISSUED = Phrase("確定済み（発行済みのため変更できません）", "final: the RFP is out")


def label_line(question: Question, value: object, lang: Lang, agreed: bool | None = None) -> Content:
    """Label with unit, `*` where an answer is required, and in words what is special about it.

    `agreed` says of an answer that is final whether it was agreed, or else has gone out.
    """
    parts = [Content.styled(question.label.to(lang), "bold")]
    if question.required:
        parts.append(Content.styled(f" {_REQUIRED}", "bold $accent"))
    if question.confidential:
        parts.append(Content.styled(f"  {_CONFIDENTIAL.to(lang)}", "$text-muted"))
    if agreed is not None:
        parts.append(Content.styled(f"  {(_AGREED if agreed else _ISSUED).to(lang)}", "$text-muted"))
    elif question.required and value in (None, ()):
        parts.append(Content.styled(f"  {_EMPTY.to(lang)}", "$warning"))
    return Content.assemble(*parts)
