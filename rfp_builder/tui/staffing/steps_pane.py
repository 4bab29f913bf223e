"""The steps of staffing with the state of each: where the screen begins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from textual.content import Content

from rfp_builder.i18n import Phrase
from rfp_builder.tui.staffing.desk_of import desk_of
from rfp_builder.tui.staffing.list_pane import Lines, ListPane
from rfp_builder.tui.widgets.long_list import Entry
from rfp_builder.tui.widths import filled
from rfp_builder.workspace.staffing.proposal import Standing
from rfp_builder.workspace.staffing.steps import (
    PlanAtHand,
    StaffingStep,
    StepName,
    StepState,
    next_step,
    steps_of,
)

if TYPE_CHECKING:
    from rfp_builder.tui.screens.staffing import StaffingScreen

_SIGN = {
    StepState.EARLY: ("", "$text-muted", Phrase("", "")),
    StepState.OPEN: ("-", "bold $primary", Phrase("未着手", "to do")),
    StepState.OPTIONAL: ("", "$text-muted", Phrase("任意", "optional")),
    StepState.DONE: ("v", "$success", Phrase("済み", "done")),
    StepState.OLD: ("!", "bold $warning", Phrase("古い", "out of date")),
}
_MAKING = Phrase("計算中", "under way")
_NEXT = Phrase("次にすること: {n} {what}", "Next: {n} {what}")
_ALL_DONE = Phrase("しなければならないことは残っていません。", "Nothing is left that has to be done.")
_FREE = (Standing.EMPTY, Standing.FILLED)
"""Places that the plan's value goes into without taking away what somebody wrote."""
_TITLE_WIDTH, _STATE_WIDTH = 34, 14


class StepsPane(ListPane):
    """Enter or a click opens a step."""

    TITLE = Phrase("手順", "Steps")
    LEAD = Phrase(
        "過去の件数から、必要人数・シフト・採用計画・想定費用を計算します。"
        "上から順に進めてください。Enter キーで開きます。",
        "From past contacts to agents, shifts, hiring and should-cost. Go from top to bottom; Enter opens "
        "a step.",
    )

    def entries(self) -> Sequence[Entry]:
        """See `ListPane`."""
        return [self._entry(number, one) for number, one in enumerate(self._steps(), start=1)]

    def view(self) -> Content:
        """See `Pane`."""
        steps = self._steps()
        coming = next_step(steps)
        if coming is None:
            return Content.styled(self.say(_ALL_DONE), "bold")
        said = _NEXT.fill(n=steps.index(coming) + 1, what=coming.name.label)
        return Content.styled(self.say(said), "bold")

    def take_focus(self) -> None:
        """See `Pane`: the cursor stands on what comes next."""
        coming = next_step(self._steps())
        if coming is not None and self.listed.current is self.listed.entries[0]:
            self.listed.go(coming.name.value)
        super().take_focus()

    def chosen(self, key: str) -> None:
        """See `ListPane`."""
        cast("StaffingScreen", self.front).open_pane(key)

    def _steps(self) -> tuple[StaffingStep, ...]:
        desk = desk_of(self.front.wizard)
        found = desk.proposals() if desk.at_hand is PlanAtHand.CURRENT else None
        free = None if found is None else sum(one.standing in _FREE for one in found)
        return steps_of(self.front.session.project, desk.at_hand, free)

    def _entry(self, number: int, step: StaffingStep) -> Lines:
        sign, style, word = _SIGN[step.state]
        detail = step.detail
        making = desk_of(self.front.wizard).stage
        if step.name is StepName.PLAN and making is not None:
            sign, style, word, detail = "-", "bold $accent", _MAKING, making
        head = filled(f"{number} {self.say(step.name.label)}", _TITLE_WIDTH)
        state = Content.styled(filled(f"{sign} {self.say(word)}", _STATE_WIDTH), style)
        below = Content.styled(f"  {self.say(detail)}", "$text-muted")
        return Lines(step.name.value, (Content.assemble(head, state), below))
