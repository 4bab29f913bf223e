"""What is kept beside a withheld requirement: the question in its place, the guide, the reason."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget

from rfp_builder.check.places import called
from rfp_builder.forms.withholding import withholding_questions
from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.tui.dialogs.dialog import CLOSE, Dialog
from rfp_builder.tui.fields.make import field_for
from rfp_builder.tui.widgets.said import Said

_TITLE = Phrase("非開示の要件 {id}（社外秘）", "Withheld requirement {id} (confidential)")


class WithholdDialog(Dialog[None]):
    """Everything is written to the document as it is typed."""

    CSS_PATH: ClassVar = ["../styles/fields.tcss", "../styles/withholding.tcss"]
    BUTTONS = (("close", CLOSE),)

    def __init__(self, requirement: str) -> None:
        super().__init__()
        self._requirement = requirement

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        session = self.wizard.session
        assert session is not None
        return _TITLE.fill(id=called(session.project, self._requirement))

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        session = self.wizard.session
        assert session is not None
        one = session.project.requirement(self._requirement)
        if one is not None:
            yield Said(self.say(one.statement), classes="dialog-text")
        for question in withholding_questions():
            yield field_for(question, f"requirements[{self._requirement}].withholding.{question.path}")
            yield Said(self.say(question.help), classes="withhold-help")

    def on_mount(self) -> None:
        """See Textual."""
        for area in self.query("TextArea"):
            area.focus()
            break
