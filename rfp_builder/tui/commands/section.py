"""What can be done on the screen of a section."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.command import CommandPalette

from rfp_builder.i18n import Phrase
from rfp_builder.tui.commands.command import Command

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.tui.screens.section import SectionScreen


def _screen(wizard: Wizard) -> SectionScreen:
    """The screen these commands belong to, below the palette if that is open."""
    front = next(one for one in reversed(wizard.screen_stack) if not isinstance(one, CommandPalette))
    return cast("SectionScreen", front)


class _OnPage(Command):
    def possible(self, wizard: Wizard) -> bool:
        """See `Command`; a key may arrive while the project is being closed."""
        return wizard.session is not None


class Help(_OnPage):
    """Why it is asked, what a good answer looks like, how it is typed."""

    key, shown = "f1", "F1"
    label = Phrase("説明", "Help")
    help = Phrase(
        "なぜ必要か、どう書けばよいかを説明します。", "Why this is asked and what a good answer looks like."
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        _screen(wizard).show_help()


class PutExample(_OnPage):
    """The filled example of the field."""

    key, shown = "f4", "F4"
    label = Phrase("記入例", "Example")
    help = Phrase(
        "いまの入力欄に記入例を入れます（後で書き換えられます）。",
        "Fill this field with the example, for you to adapt.",
    )

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`."""
        return super().possible(wizard) and _screen(wizard).field is not None

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        _screen(wizard).put_example()


class SayUndecided(_OnPage):
    """未定 with owner and date, 該当なし with the reason."""

    key, shown = "f5", "F5"
    label = Phrase("未定・該当なし", "TBD, N/A")
    help = Phrase(
        "いま答えられないことを、担当と期限、または理由とともに記録します。",
        "Say who will decide this and when, or why it does not apply.",
    )

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`."""
        field = _screen(wizard).field
        return field is not None and field.question.answerable

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        _screen(wizard).say_undecided()


class PickRequirements(_OnPage):
    """Ready requirement statements of this page."""

    key, shown = "f6", "F6"
    label = Phrase("要件文", "Statements")
    help = Phrase(
        "この項目のために用意された要件文から選び、要件台帳に加えます。",
        "Choose ready-made requirement statements for this item.",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        _screen(wizard).pick_requirements()


class WriteRequirement(_OnPage):
    """A requirement statement of one's own."""

    label = Phrase("要件文を書く", "Write a statement")
    help = Phrase("この項目に、自分で要件文を1件加えます。", "Add a requirement statement of your own here.")

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        _screen(wizard).write_requirement()


class OtherPane(_OnPage):
    """From the form to the list of pages, and back."""

    key, shown = "f7", "F7"
    label = Phrase("項目一覧", "Pages")
    help = Phrase(
        "この章の項目一覧と入力欄の間を行き来します。", "Switch between the list of pages and the form."
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        _screen(wizard).other_pane()


class NextPage(_OnPage):
    """The next page, or the next section after the last one."""

    key, shown = "f8", "F8"
    label = Phrase("次の項目", "Next page")
    help = Phrase(
        "次の項目へ進みます。最後の項目からは次の章へ進みます。",
        "Go to the next page, or to the next section after the last one.",
    )

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`."""
        return _screen(wizard).beside(1) is not None

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        _screen(wizard).turn(1)


class FormerPage(_OnPage):
    """The page before, or the section before."""

    # Many terminals send Shift+F8 as F20.
    key, shown = "shift+f8,f20", "Shift+F8"
    label = Phrase("前の項目", "Previous page")
    help = Phrase(
        "前の項目へ戻ります。最初の項目からは前の章へ戻ります。",
        "Go to the previous page, or to the section before the first one.",
    )

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`."""
        return _screen(wizard).beside(-1) is not None

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        _screen(wizard).turn(-1)


class CloseInFront(_OnPage):
    """Escape puts away what lies over the form before it leaves the screen."""

    shown = "Esc"
    label = Phrase("一覧を閉じる", "Close the list")
    help = Phrase("選択肢または項目の一覧を閉じます。", "Close the list of choices or pages.")

    @classmethod
    def id(cls) -> str:
        """See `Command`: Escape is bound to the command of this name."""
        return "Back"

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`."""
        return _screen(wizard).something_in_front

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        _screen(wizard).close_in_front()
