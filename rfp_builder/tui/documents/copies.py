"""Copies that were kept where two people changed the same place: seen, and thrown away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.text.show import show_date
from rfp_builder.tui.commands.command import Command
from rfp_builder.tui.dialogs.confirm import Confirm
from rfp_builder.tui.dialogs.dialog import CLOSE, Dialog
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.document.kept import WHAT_THEY_ARE, Copy, kept_copies

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard

NOTICE = Phrase(
    "! 変更が重なったときの控えが {n}件あります。「5 記録」で確認して削除できます。",
    "! Copies kept where changes met: {n}. Look through them and delete them under 5 Journal.",
)
_TITLE = Phrase("変更が重なったときの控え", "Copies kept where changes met")
_HOW = Phrase("Enter キーで1件、ボタンで全部を削除します。", "Enter deletes one, the button all.")
_AT = Phrase("{day} {time}", "{day}, {time}")
_ALL = Phrase("すべて削除", "Delete all")
_SURE = Phrase("控え {n}件を削除しますか。", "Delete copies: {n}?")
_NO_WAY_BACK = Phrase("元に戻せません。", "There is no way back.")
_DELETE = Phrase("削除する", "Delete")


class ClearCopies(Command):
    """Look through the copies and throw them away."""

    label = Phrase("控えを片付ける", "Kept copies")
    help = Phrase(
        "変更が重なったときに残した控えを確認し、要らないものを削除します。",
        "See the copies that were kept where changes met, and delete those that nobody needs.",
    )

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`."""
        return wizard.session is not None and bool(kept_copies(wizard.session.document.folder))

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        show_copies(wizard)


class Copies(Dialog[tuple[Copy, ...]]):
    """Gives the copies to throw away."""

    BUTTONS = (("all", _ALL), ("close", CLOSE))

    def __init__(self, copies: tuple[Copy, ...]) -> None:
        super().__init__()
        self._copies = copies

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return _TITLE

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        yield Said(self.say(WHAT_THEY_ARE), classes="dialog-text")
        yield Said(self.say(_HOW), classes="dialog-text")
        options = [Option(self._said(one)) for one in self._copies]
        yield OptionList(*options, id="copies", markup=False, classes="dialog-list")

    def on_mount(self) -> None:
        """See Textual."""
        self.query_one("#copies", OptionList).highlighted = 0
        self.query_one("#button-close").focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """See Textual."""
        event.stop()
        self.dismiss((self._copies[event.option_index],))

    def pressed(self, button: str) -> None:
        """See `Dialog`."""
        self.dismiss(self._copies if button == "all" else None)

    def _said(self, one: Copy) -> Content:
        at = _AT.fill(day=show_date(one.at.date(), self.lang), time=f"{one.at:%H:%M}")
        session = self.wizard.session
        told = "" if session is None else self.say(one.told(session.project))
        return Content.assemble(
            f"{self.say(at)}  {told}", Content.styled(f"\n  {one.path.name}", "$text-muted")
        )


def show_copies(wizard: Wizard) -> None:
    """List the copies, if there are any, until the person has decided about them."""
    if wizard.session is None:
        return
    copies = kept_copies(wizard.session.document.folder)
    if not copies:
        return

    def chosen(going: tuple[Copy, ...] | None) -> None:
        if going:
            question = _SURE.fill(n=len(going))
            wizard.push_screen(
                Confirm(question, _NO_WAY_BACK, _DELETE), lambda sure: thrown_away(going if sure else ())
            )

    def thrown_away(going: tuple[Copy, ...]) -> None:
        for one in going:
            wizard.attempt(one.throw_away)
        _show_screen(wizard)
        if len(going) < len(copies):
            show_copies(wizard)

    wizard.push_screen(Copies(copies), chosen)


def _show_screen(wizard: Wizard) -> None:
    from rfp_builder.tui.screens.screen import WizardScreen

    for screen in wizard.screen_stack:
        if isinstance(screen, WizardScreen) and screen.is_mounted:
            screen.show()
