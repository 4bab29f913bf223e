"""The line above a control: what is asked, and whether it must be answered."""

from __future__ import annotations

from textual.content import Content

from rfp_builder.forms.questions import Question
from rfp_builder.i18n import Lang, Phrase

_REQUIRED = "*"
_CONFIDENTIAL = Phrase("社外秘", "confidential")
_EMPTY = Phrase("未入力", "not answered")


def label_line(question: Question, value: object, lang: Lang) -> Content:
    """Label with unit, `*` where an answer is required, and in words what is special about it."""
    parts = [Content.styled(question.label.to(lang), "bold")]
    if question.required:
        parts.append(Content.styled(f" {_REQUIRED}", "bold $accent"))
    if question.confidential:
        parts.append(Content.styled(f"  {_CONFIDENTIAL.to(lang)}", "$text-muted"))
    if question.required and value in (None, ()):
        parts.append(Content.styled(f"  {_EMPTY.to(lang)}", "$warning"))
    return Content.assemble(*parts)
