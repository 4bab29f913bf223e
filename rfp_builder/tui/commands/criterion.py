"""Commands of the form over one criterion."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rfp_builder.i18n import Phrase
from rfp_builder.tui.commands.command import Command

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.tui.screens.criterion import CriterionScreen


class NextNode(Command):
    """The row below."""

    key, shown = "f8", "F8"
    label = Phrase("次の基準", "Next")
    help = Phrase("次の評価基準または評価細目に移ります。", "The next criterion or sub-criterion.")

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        await cast("CriterionScreen", wizard.screen).turn(1)


class PreviousNode(Command):
    """The row above."""

    key, shown = "shift+f8,f20", "Shift+F8"
    label = Phrase("前の基準", "Before")
    help = Phrase("前の評価基準または評価細目に移ります。", "The criterion or sub-criterion before.")

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        await cast("CriterionScreen", wizard.screen).turn(-1)
