"""What earns each step of the scale: one field for each step, side by side where there is room."""

from __future__ import annotations

from typing import Any

from textual.containers import HorizontalGroup, VerticalGroup

from rfp_builder.forms.questions import Question
from rfp_builder.model.criteria import SubCriterion
from rfp_builder.tui.fields.field import GONE
from rfp_builder.tui.fields.text import TextField
from rfp_builder.workspace.criteria_shaping import with_anchor


class Anchors(VerticalGroup):
    """All that is asked only of what evaluators score."""

    DEFAULT_CLASSES = "anchors"

    @staticmethod
    def row() -> HorizontalGroup:
        """Where the fields stand beside each other."""
        return HorizontalGroup(classes="anchor-row")


class AnchorField(TextField):
    """One step. The anchor begins with its first letter, and goes when the text is emptied."""

    DEFAULT_CLASSES = "field anchor"

    def __init__(self, question: Question, sub_path: str, score: int) -> None:
        super().__init__(question, f"{sub_path}.anchors[{score}].text")
        self._sub_path, self._score = sub_path, score

    def present(self) -> object:
        """See `Field`: None where there is no anchor yet."""
        sub = self._sub()
        if sub is None:
            return GONE
        return next((one.text for one in sub.anchors if one.score == self._score), None)

    def put(self, value: Any) -> None:
        """See `Field`."""
        sub = self._sub()
        if sub is not None:
            anchors = with_anchor(sub, self._score, value).anchors
            self.document.set(f"{self._sub_path}.anchors", anchors, typing=True)

    def _sub(self) -> SubCriterion | None:
        try:
            found = self.document.value(self._sub_path)
        except KeyError:
            return None
        return found if isinstance(found, SubCriterion) else None
