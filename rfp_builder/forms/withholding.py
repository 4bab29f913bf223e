"""What is asked about a withheld requirement: the question in its place, the guide, the reason."""

from __future__ import annotations

from rfp_builder.forms.questions import Question
from rfp_builder.i18n import Phrase
from rfp_builder.model.requirement import Withholding
from rfp_builder.model.shape import Kind


def withholding_questions() -> tuple[Question, ...]:
    """Each with the name of the field of `Withholding` for its path."""
    return _QUESTIONS


def _asked(name: str, label: Phrase, help_: Phrase, confidential: bool) -> Question:
    return Question(
        path=name, kind=Kind.TEXT, label=label, help=help_, holder=Withholding, confidential=confidential
    )


_QUESTIONS = (
    _asked(
        "open_question",
        Phrase("代わりの問い（提案会社が読みます）", "Open question (vendors read it)"),
        Phrase(
            "要件の言葉を使わずに、困る場面を述べて問いかけます。",
            "Describe the situation in other words, and ask.",
        ),
        False,
    ),
    _asked(
        "guide",
        Phrase("採点の手引き（評価者だけが読みます）", "Guide for scorers (no vendor reads it)"),
        Phrase(
            "0 触れていない、1 触れている、2 具体的、3 裏付けあり、の例を書きます。",
            "Say what counts as 0 absent, 1 mentioned, 2 concrete, 3 proven.",
        ),
        True,
    ),
    _asked(
        "reason",
        Phrase("非開示にする理由", "Why it is withheld"),
        Phrase("何を見極めるために伏せるのかを書きます。", "What leaving it out is to show."),
        True,
    ),
)
