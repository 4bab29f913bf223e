"""One evaluator: name, department, and what is scored."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget

from rfp_builder.forms.criteria import evaluator_questions
from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.model.criteria import Scoring
from rfp_builder.tui.criteria.check_list import CheckList
from rfp_builder.tui.criteria.lines import nodes
from rfp_builder.tui.dialogs.dialog import CLOSE, Dialog
from rfp_builder.tui.fields.make import field_for
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.criteria_shaping import assigned, scored_by

_TITLE = Phrase("評価者", "Evaluator")
_SCORES = Phrase(
    "担当する評価細目（Space で切り替え。最後の1人は外せません）",
    "What is scored (Space changes it; the last evaluator of a sub-criterion stays)",
)


class EvaluatorDialog(Dialog[None]):
    """Everything is written to the document at once."""

    CSS_PATH: ClassVar = ["../styles/fields.tcss", "../styles/criteria.tcss"]
    BUTTONS = (("close", CLOSE),)

    def __init__(self, evaluator: str) -> None:
        super().__init__()
        self._evaluator = evaluator

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return _TITLE

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        for question in evaluator_questions():
            yield field_for(question, f"evaluators[{self._evaluator}].{question.path}")
        yield Said(self.say(_SCORES), classes="dialog-text")
        yield CheckList(id="scored-list")

    def on_mount(self) -> None:
        """See Textual."""
        self._show()
        self.query_one("#scored-list").focus()

    def on_check_list_toggled(self, event: CheckList.Toggled) -> None:
        """Take or leave a sub-criterion."""
        session = self.wizard.session
        assert session is not None
        document = session.document
        held = {sub.id for sub in scored_by(document.project, self._evaluator)}
        project = assigned(document.project, self._evaluator, held ^ {event.key})
        self.wizard.attempt(lambda: document.change(project, f"evaluators[{self._evaluator}]"))
        self._show()

    def _show(self) -> None:
        session = self.wizard.session
        assert session is not None
        project = session.project
        items = [
            (one.sub.id, f"{one.number} {self.say(one.name)}")
            for one in nodes(project.criteria)
            if one.sub is not None and one.sub.scoring is Scoring.QUALITY
        ]
        self.query_one(CheckList).show_items(items, {sub.id for sub in scored_by(project, self._evaluator)})
