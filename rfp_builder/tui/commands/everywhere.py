"""Commands that work on every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.tui.commands.command import Command

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard


_BOTTOM = 2
"""Screens that stay: Textual's own, and the first of ours."""


class _WithProject(Command):
    def possible(self, wizard: Wizard) -> bool:
        """See `Command`."""
        return wizard.session is not None


class Back(Command):
    """Leave the screen."""

    key, shown = "escape", "Esc"
    label = Phrase("戻る", "Back")
    help = Phrase("前の画面に戻ります。", "Go back to the previous screen.")

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`."""
        return len(wizard.screen_stack) > _BOTTOM

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        wizard.pop_screen()


class Search(_WithProject):
    """Find a label or an answer."""

    key, shown = "f3", "F3"
    label = Phrase("検索", "Search")
    help = Phrase(
        "項目名と回答を検索して、その場所へ移ります。", "Search labels and answers, and go to a match."
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.dialogs.search import SearchDialog

        wizard.push_screen(SearchDialog())


class NextMissing(_WithProject):
    """Go to the next thing that is missing."""

    key, shown = "f2", "F2"
    label = Phrase("次の未入力", "Next missing")
    help = Phrase(
        "次に答えるべき場所、または直すべき場所へ移ります。",
        "Go to the next answer that is missing or wrong.",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.missing import go_to_next

        # What was typed a moment ago must not count as missing.
        await wizard.desk.check_now()
        go_to_next(wizard)


class Review(_WithProject):
    """Read every answer."""

    key, shown = "f9", "F9"
    label = Phrase("確認", "Review")
    help = Phrase("すべての回答と指摘を一覧で確認します。", "See all answers and findings in one list.")

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.road import go

        go(wizard, "review")


class SaveNow(_WithProject):
    """Save at once."""

    key, shown = "ctrl+s", "Ctrl+S"
    label = Phrase("保存", "Save")
    help = Phrase("すぐに保存します（入力は自動でも保存されます）。", "Save now (saving is also automatic).")
    always = True

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        wizard.desk.save_now()


class ChooseVersion(Command):
    """Choose between what was typed here and what was saved elsewhere."""

    label = Phrase("ほかでの変更を確認", "Changed elsewhere")
    help = Phrase(
        "ほかでも変更された箇所について、どちらの内容を残すか選びます。",
        "Choose which side stays where the same place was changed elsewhere, too.",
    )

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`."""
        return wizard.session is not None and bool(wizard.session.document.clashes)

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.outside import ask_whose

        ask_whose(wizard)


class Undo(_WithProject):
    """Take the last change back."""

    key, shown = "ctrl+z", "Ctrl+Z"
    label = Phrase("元に戻す", "Undo")
    help = Phrase("直前の変更を取り消し、その場所を示します。", "Undo the last change and show where it was.")
    always = True

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.history import undo

        undo(wizard)


class Redo(_WithProject):
    """Redo the change that was undone."""

    key, shown = "ctrl+y,ctrl+shift+z", "Ctrl+Y"
    label = Phrase("やり直す", "Redo")
    help = Phrase("取り消した変更をもう一度行います。", "Redo the change that was undone.")
    always = True

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.history import redo

        redo(wizard)


class ShowCommands(Command):
    """The palette."""

    key, shown = "f10", "F10"
    label = Phrase("操作一覧", "Commands")
    help = Phrase("この画面でできる操作をすべて表示します。", "List every command available on this screen.")

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        wizard.action_command_palette()


class OtherLanguage(Command):
    """Japanese to English and back."""

    key, shown = "f12", "F12"
    label = Phrase("English", "日本語")
    help = Phrase("表示と記入の言語を英語に切り替えます。", "Switch the screen and your entries to Japanese.")

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        await wizard.speak(Lang.EN if wizard.lang is Lang.JA else Lang.JA)


class ChooseLook(Command):
    """Dark, light, high contrast."""

    label = Phrase("画面の配色", "Colour theme")
    help = Phrase(
        "暗い、明るい、強いコントラストから選びます。", "How the screen looks: dark, light or high contrast."
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.dialogs.look import LookDialog

        wizard.push_screen(LookDialog())


class SuitTerminal(Command):
    """Width of ambiguous characters, and the terminal's cursor."""

    label = Phrase("端末の設定", "Terminal")
    help = Phrase(
        "丸数字などの幅とカーソルの表示を選びます。表の列がずれるときや、変換候補が離れて出るときに使います。",
        "Width of circled digits and the like, and the terminal's cursor: for columns that shift, or an "
        "input method whose candidates appear elsewhere.",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.dialogs.look import LookDialog

        wizard.push_screen(LookDialog(terminal=True))


class TakeTour(Command):
    """The tour of five steps."""

    label = Phrase("使い方の案内", "Tour")
    help = Phrase("5つの画面で使い方を案内します。", "Show how the wizard works in five steps.")

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.dialogs.tour import Tour

        wizard.push_screen(Tour())


class OtherProject(_WithProject):
    """Close this project and choose another."""

    label = Phrase("別のプロジェクト", "Another project")
    help = Phrase("保存して閉じ、別のプロジェクトを開きます。", "Save, close and open another project.")

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.leaving import put_away

        put_away(wizard, wizard.welcome)


class Quit(Command):
    """Save and end."""

    key, shown = "ctrl+q", "Ctrl+Q"
    label = Phrase("終了", "Quit")
    help = Phrase("保存して終了します。", "Save everything and quit.")
    always = True

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.leaving import put_away

        put_away(wizard, wizard.leave)


EVERYWHERE: tuple[type[Command], ...] = (
    *(NextMissing, Search, Review, Undo, Redo, SaveNow, ChooseVersion, ShowCommands),
    *(OtherLanguage, ChooseLook, SuitTerminal, TakeTour, OtherProject, Back, Quit),
)
"""In the order of the palette."""
