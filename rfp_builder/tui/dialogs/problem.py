"""What went wrong, why, and what to do: the one place of the wizard where problems are shown."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from rfp_builder.errors import Problem
from rfp_builder.i18n import Speakable
from rfp_builder.tui.dialogs.dialog import Dialog
from rfp_builder.tui.widgets.said import Said


class ProblemDialog(Dialog[None]):
    """Shows the three lines of a `Problem`."""

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        self._problem = problem

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return self._problem.what

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        yield Said(self.say(self._problem.why), classes="dialog-text")
        yield Said(self.say(self._problem.remedy), classes="dialog-text")
