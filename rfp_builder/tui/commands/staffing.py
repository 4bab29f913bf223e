"""Commands of the staffing screen as a whole; those of its panes stand with the panes."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rfp_builder.i18n import Phrase
from rfp_builder.tui.commands.command import Command

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.tui.screens.staffing import StaffingScreen


_FIRST = Phrase("先に、過去の件数を取り込みます。", "First take past contacts in.")


class NextStep(Command):
    """To the right."""

    key, shown = "f8", "F8"
    label = Phrase("次の手順", "Next step")
    help = Phrase("次の手順に進みます。", "Go on to the next step.")

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        cast("StaffingScreen", wizard.screen).turn(1)


class PreviousStep(Command):
    """To the left."""

    key, shown = "shift+f8,f20", "Shift+F8"
    label = Phrase("前の手順", "Previous step")
    help = Phrase("前の手順に戻ります。", "Go back to the step before.")

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        cast("StaffingScreen", wizard.screen).turn(-1)


class MakePlan(Command):
    """Calculate everything."""

    key, shown = "f5", "F5"
    label = Phrase("計画を作る", "Make the plan")
    help = Phrase(
        "必要人数・シフト・採用・費用を計算します。計算の間も、ほかの作業を続けられます。",
        "Calculate agents, shifts, hiring and cost. You can go on working meanwhile.",
    )

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`: one at a time."""
        from rfp_builder.tui.staffing.desk_of import desk_of

        return wizard.session is not None and desk_of(wizard).stage is None

    async def run(self, wizard: Wizard) -> None:
        """See `Command`; without a history it leads to where one is taken in."""
        from rfp_builder.tui.staffing.desk_of import desk_of
        from rfp_builder.workspace.staffing.steps import StepName

        assert wizard.session is not None
        screen = cast("StaffingScreen", wizard.screen)
        if wizard.session.project.staffing.history is None:
            wizard.tell(_FIRST)
            screen.open_pane(StepName.HISTORY.value)
            return
        desk_of(wizard).make()
        screen.watch_plan()


class StopPlan(Command):
    """Give up the plan that is being made."""

    label = Phrase("計算をやめる", "Stop")
    help = Phrase("作っている途中の計画をやめます。", "Give up the plan that is being made.")

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`."""
        from rfp_builder.tui.staffing.desk_of import desk_of

        return wizard.session is not None and desk_of(wizard).stage is not None

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.staffing.desk_of import desk_of

        desk_of(wizard).stop()
