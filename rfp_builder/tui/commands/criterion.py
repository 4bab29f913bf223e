"""Commands of the form over one criterion."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rfp_builder.i18n import Phrase
from rfp_builder.tui.commands.command import Command

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.tui.screens.criterion import CriterionScreen

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


class Explain(Command):
    """What the field with the focus is about."""

    key, shown = "f1", "F1"
    label = Phrase("説明", "Help")
    help = Phrase("選んでいる欄の説明と指摘を表示します。", "What this field is about, and its findings.")

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from textual.content import Content

        from rfp_builder.tui.dialogs.help import HelpDialog
        from rfp_builder.tui.fields.field import Field

        assert wizard.session is not None
        focused = wizard.focused
        above = () if focused is None else focused.ancestors_with_self
        field = next((one for one in above if isinstance(one, Field)), None)
        if field is None:
            wizard.push_screen(HelpDialog(_ABOUT, Content(_ABOUT_TEXT.to(wizard.lang))))
            return
        lines = [Content(field.question.help.to(wizard.lang))]
        for one in wizard.session.findings_at(field.path):
            lines += [
                Content.styled(f"! {one.message.to(wizard.lang)}", "$warning"),
                Content(one.remedy.to(wizard.lang)),
            ]
        wizard.push_screen(HelpDialog(field.question.label, Content("\n").join(lines)))


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
