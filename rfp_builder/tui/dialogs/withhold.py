"""What is kept beside a withheld requirement: the question in its place, the guide, the reason."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget

from rfp_builder.forms.questions import Question
from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.model.requirement import Withholding
from rfp_builder.model.shape import Kind
from rfp_builder.tui.dialogs.dialog import CLOSE, Dialog
from rfp_builder.tui.fields.make import field_for
from rfp_builder.tui.widgets.said import Said

_TITLE = Phrase("非開示の要件 {id}（社外秘）", "Withheld requirement {id} (confidential)")


def _asked(name: str, label: Phrase, help_: Phrase, confidential: bool) -> Question:
    return Question(
        path=name, kind=Kind.TEXT, label=label, help=help_, holder=Withholding, confidential=confidential
    )


QUESTIONS = (
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


class WithholdDialog(Dialog[None]):
    """Everything is written to the document as it is typed."""

    CSS_PATH: ClassVar = ["../styles/fields.tcss", "../styles/withholding.tcss"]
    BUTTONS = (("close", CLOSE),)

    def __init__(self, requirement: str) -> None:
        super().__init__()
        self._requirement = requirement

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return _TITLE.fill(id=self._requirement)

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        session = self.wizard.session
        assert session is not None
        one = session.project.requirement(self._requirement)
        if one is not None:
            yield Said(self.say(one.statement), classes="dialog-text")
        for question in QUESTIONS:
            yield field_for(question, f"requirements[{self._requirement}].withholding.{question.path}")
            yield Said(self.say(question.help), classes="withhold-help")

    def on_mount(self) -> None:
        """See Textual."""
        for area in self.query("TextArea"):
            area.focus()
            break
