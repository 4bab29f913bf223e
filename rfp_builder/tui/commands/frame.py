"""Commands of the frame of the RFP."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rfp_builder.i18n import Phrase
from rfp_builder.tui.commands.command import Command
from rfp_builder.tui.commands.screen_help import ScreenHelp

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.tui.screens.frame import FrameScreen


class FieldHelp(ScreenHelp):
    """What the field is for."""

    help = Phrase("この項目の説明を表示します。", "What this field is for.")

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.dialogs.help import HelpDialog
        from rfp_builder.tui.fields.help_text import help_text

        field = cast("FrameScreen", wizard.screen).field_here()
        if field is None or wizard.session is None:
            await super().run(wizard)
        else:
            question, path, table = field.here
            text = help_text(None, question, wizard.session.findings_at(path), wizard.lang, table)
            wizard.push_screen(HelpDialog(question.label, text))


class NextBlock(Command):
    """The next part of the form."""

    key, shown = "f8", "F8"
    label = Phrase("次の部分", "Next part")
    help = Phrase(
        "表紙、窓口、日程、応募資格、提出方法を順に移ります。",
        "Cover, contact, schedule, gates, submission in turn.",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        cast("FrameScreen", wizard.screen).turn(1)


class PreviousBlock(Command):
    """The part before."""

    key, shown = "shift+f8,f20", "Shift+F8"
    label = Phrase("前の部分", "Previous part")
    help = Phrase("前の部分に戻ります。", "Go to the previous part.")

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        cast("FrameScreen", wizard.screen).turn(-1)
