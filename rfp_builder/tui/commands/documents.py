"""Commands of the documents screen as a whole; those of its panes stand with the panes."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rfp_builder.i18n import Phrase
from rfp_builder.tui.commands.command import Command

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.tui.screens.documents import DocumentsScreen

_WHERE = Phrase("フォルダ: {folder}", "Folder: {folder}")


class NextPane(Command):
    """To the right."""

    key, shown = "f8", "F8"
    label = Phrase("次の面", "Next pane")
    help = Phrase(
        "発行、提案、採点、評価結果、記録を順に切り替えます。",
        "Issue, proposals, scores, ranking, journal in turn.",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        cast("DocumentsScreen", wizard.screen).turn(1)


class PreviousPane(Command):
    """To the left."""

    key, shown = "shift+f8,f20", "Shift+F8"
    label = Phrase("前の面", "Previous pane")
    help = Phrase("前の面に戻ります。", "Go to the previous pane.")

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        cast("DocumentsScreen", wizard.screen).turn(-1)


class OpenProjectFolder(Command):
    """The folder in the system's file manager."""

    key, shown = "f4", "F4"
    label = Phrase("フォルダを開く", "Open folder")
    help = Phrase("プロジェクトのフォルダを開きます。", "Open the folder of the project.")

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.folders import open_folder

        assert wizard.session is not None
        folder = wizard.session.document.folder
        if not open_folder(folder):
            wizard.tell(_WHERE.fill(folder=folder))
