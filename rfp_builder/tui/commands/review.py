"""What can be done on the review."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rfp_builder.i18n import Phrase
from rfp_builder.tui.commands.command import Command

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.tui.screens.review import ReviewScreen


class _OnReview(Command):
    """Something done on the review."""

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`."""
        return _in_front(wizard) is not None

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        screen = _in_front(wizard)
        if screen is not None:
            self.do(screen)

    def do(self, screen: ReviewScreen) -> None:
        """Do it on the review."""
        raise NotImplementedError


class ChangeAnswer(_OnReview):
    """Go to the field."""

    shown = "Enter"
    label = Phrase("変更", "Change")
    help = Phrase(
        "その回答の入力欄へ移ります。Esc か F9 でここに戻ります。",
        "Go to that field; Esc or F9 brings you back.",
    )

    def do(self, screen: ReviewScreen) -> None:
        """See `Command`."""
        screen.rows.action_choose()


class OnlyFindings(_OnReview):
    """What is wrong, without what is right."""

    key, shown = "f7", "F7"
    label = Phrase("指摘だけ／すべて", "Findings")
    help = Phrase("指摘だけを表示するか、すべての回答を表示します。", "Show only findings, or every answer.")

    def do(self, screen: ReviewScreen) -> None:
        """See `Command`."""
        screen.show_findings_only(not screen.findings_only)


class NextPart(_OnReview):
    """The section below."""

    key, shown = "f8", "F8"
    label = Phrase("次の章", "Next section")
    help = Phrase(
        "次の章へ移ります（数字キー 1〜7 でも移れます）。", "Go to the next section; keys 1 to 7 work, too."
    )
    way: ClassVar[int] = 1

    def do(self, screen: ReviewScreen) -> None:
        """See `Command`."""
        screen.go_to_part(screen.part + self.way)


class FormerPart(NextPart):
    """The section above."""

    key, shown = "shift+f8,f20", "Shift+F8"
    label = Phrase("前の章", "Previous section")
    help = Phrase("前の章へ移ります。", "Go to the previous section.")
    way = -1


REVIEW: tuple[type[Command], ...] = (ChangeAnswer, OnlyFindings, NextPart, FormerPart)
"""In the order of the palette."""


def _in_front(wizard: Wizard) -> ReviewScreen | None:
    from rfp_builder.tui.screens.review import ReviewScreen

    # The palette lies over the screen whose commands it shows.
    screens = [one for one in wizard.screen_stack if isinstance(one, ReviewScreen)]
    return screens[-1] if screens else None
