"""Commands of the form over one criterion."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.tui.commands.command import Command
from rfp_builder.tui.commands.screen_help import ScreenHelp

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.tui.screens.criterion import CriterionScreen
    from rfp_builder.tui.screens.screen import WizardScreen

_ABOUT = Phrase("評価基準の決め方", "How criteria are set")
_ABOUT_TEXT = Phrase(
    "提案書を受け取る前に、何を何点で評価するかを関係者と合意し、固定します。\n"
    "・配点の合計が満点になるようにします。\n"
    "・評価者が採点する細目には、段階ごとに「何が示されていればその段階か」を書きます。\n"
    "・価格は計算式で採点します。誰も手を加えません。\n"
    "・評価者、応募資格、端数、同点の決め方も一緒に固定します。\n"
    "固定したあとで変えられるのは、変更管理の手順を経たときだけです。",
    "Before any proposal arrives, the stakeholders agree on what earns how many points, and lock it.\n"
    "- The points add up to the total.\n"
    "- Where people judge, each step says what a proposal must show for it.\n"
    "- Price is scored by a formula; nobody touches it.\n"
    "- Evaluators, gates, rounding and ties are locked along with it.\n"
    "After that, only change control can change them.",
)


class Explain(ScreenHelp):
    """What the field with the focus is about."""

    help = Phrase("選んでいる欄の説明と指摘を表示します。", "What this field is about, and its findings.")

    def about(self, screen: WizardScreen) -> tuple[Speakable, Phrase]:
        """See `ScreenHelp`."""
        return _ABOUT, _ABOUT_TEXT


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
    label = Phrase("前の基準", "Previous")
    help = Phrase("前の評価基準または評価細目に移ります。", "The previous criterion or sub-criterion.")

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        await cast("CriterionScreen", wizard.screen).turn(-1)
