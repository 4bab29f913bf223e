"""Staffing and should-cost: from past contacts to a plan, and of the plan into the papers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding
from textual.widget import Widget

from rfp_builder.i18n import Phrase
from rfp_builder.tui.commands.command import bindings
from rfp_builder.tui.commands.everywhere import Back, OtherLanguage, ShowCommands
from rfp_builder.tui.commands.screen_help import ScreenHelp
from rfp_builder.tui.commands.staffing import MakePlan, NextStep, PreviousStep
from rfp_builder.tui.documents.pane import Pane
from rfp_builder.tui.screens.paned import PanedScreen
from rfp_builder.tui.staffing.annex_pane import AnnexPane
from rfp_builder.tui.staffing.book_pane import BookPane
from rfp_builder.tui.staffing.desk_of import desk_of
from rfp_builder.tui.staffing.fill_pane import FillPane
from rfp_builder.tui.staffing.history_pane import HistoryPane
from rfp_builder.tui.staffing.list_pane import ListPane
from rfp_builder.tui.staffing.plan_pane import PlanPane
from rfp_builder.tui.staffing.queues_pane import QueuesPane
from rfp_builder.tui.staffing.settings_pane import SettingsPane
from rfp_builder.tui.staffing.steps_pane import StepsPane
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.staffing.steps import StepName

_PLACE = Phrase("要員計画と想定費用", "Staffing and should-cost")
_CONFIDENTIAL = Phrase(
    "社外秘: 提案会社に渡るのは「7 別紙」の内容だけです。",
    "Confidential: vendors get nothing of this but 7 Annex.",
)
_PANES: tuple[tuple[str, type[Pane]], ...] = (
    ("steps", StepsPane),
    (StepName.HISTORY.value, HistoryPane),
    (StepName.QUEUES.value, QueuesPane),
    (StepName.SETTINGS.value, SettingsPane),
    (StepName.PLAN.value, PlanPane),
    (StepName.FILL.value, FillPane),
    (StepName.BOOK.value, BookPane),
    (StepName.ANNEX.value, AnnexPane),
)
_TELL_OF_PLAN = (StepsPane, PlanPane, FillPane, BookPane)
"""Panes that say how far a plan is."""
_SHOWN_IN = {
    "annex": StepName.ANNEX,
    "staffing.derived": StepName.FILL,
    "staffing.history": StepName.HISTORY,
    "staffing.queues": StepName.QUEUES,
    "staffing.result": StepName.PLAN,
}
"""Which pane shows a part of the project; the settings show everything else below `staffing`."""


class StaffingScreen(PanedScreen):
    """Opens on the list of steps; 0 to 7, F8 or a click go through them."""

    CSS_PATH: ClassVar = ["../styles/documents.tcss", "../styles/staffing.tcss"]
    PANES = _PANES
    FIRST_NUMBER = 0
    ROOM = ""
    ABOUT = Phrase(
        "過去の件数から、必要人数・シフト・採用計画・想定費用を計算し、業務要件定義に記入します。\n"
        "「0 手順」で次にすることを確かめ、Enter キーで開きます。数字キー 0〜7 か F8 キーでも移れます。"
        "ボタンは Tab キーで選び、Enter キーで押します。\n"
        "この画面の内容は社外秘です。提案会社に渡るのは、件数の資料である「7 別紙」だけです。",
        "From past contacts to agents, shifts, hiring and should-cost, and into the definition.\n"
        "0 Steps says what comes next; Enter opens it, and so do the keys 0 to 7 and F8. Tab chooses a "
        "button, Enter presses it.\n"
        "All of this is confidential. Vendors get nothing but 7 Annex, the facts on contact volumes.",
    )
    KEYS = (ScreenHelp, NextStep, MakePlan, ShowCommands, OtherLanguage, Back)
    DOES = (
        NextStep,
        PreviousStep,
        *dict.fromkeys(does for _, pane in _PANES for does in pane.DOES),
    )
    BINDINGS: ClassVar = [
        *bindings(NextStep, PreviousStep, MakePlan),
        *(Binding(str(place), f"pane({place})", show=False) for place in range(len(_PANES))),
    ]

    def place(self) -> Phrase:
        """See `WizardScreen`."""
        return _PLACE

    def first(self) -> str:
        """See `PanedScreen`."""
        return "steps"

    def above(self) -> Iterable[Widget]:
        """See `PanedScreen`."""
        yield Said(self.say(_CONFIDENTIAL), id="confidential")

    def relate(self) -> None:
        """See `WizardScreen`: what a plan came to belongs to the project from here on."""
        self._keep_result()
        super().relate()

    async def speak(self) -> None:
        """See `WizardScreen`; the cursor of a list stays where it is."""
        pane = self.front_pane()
        entry = pane.listed.current if isinstance(pane, ListPane) else None
        await super().speak()
        pane = self.front_pane()
        if entry is not None and isinstance(pane, ListPane):
            pane.show()
            pane.listed.go(entry.key)

    def watch_plan(self) -> None:
        """Bring a pane to the front that says how far the plan is, unless the one in front does."""
        if not isinstance(self.front_pane(), _TELL_OF_PLAN):
            self.open_pane(StepName.PLAN.value)

    def plan_changed(self) -> None:
        """A plan is being made, is ready, or was given up."""
        self._keep_result()
        self.show_front()

    def _keep_result(self) -> None:
        if self.wizard.screen is self:
            desk_of(self.wizard).keep_result()

    def go_to(self, path: str) -> None:
        """See `WizardScreen`: a part of the project, or `staffing` for where one was."""
        if path == "staffing":
            return
        place = ".".join(path.partition("[")[0].split(".")[:2])
        shown = _SHOWN_IN.get(place) or _SHOWN_IN.get(place.partition(".")[0])
        self.open_pane((shown or StepName.SETTINGS).value)
