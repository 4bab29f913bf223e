"""Copies that were kept where two people changed the same place: seen, and thrown away."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
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
from rfp_builder.workspace.document.kept import Copy, kept_copies
from rfp_builder.workspace.document.labels import label_of

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard

NOTICE = Phrase(
    "! 変更が重なったときの控えが {n}件あります。「5 記録」で確認して削除できます。",
    "! Copies kept where changes met: {n}. Look through them and delete them under 5 Journal.",
)
_TITLE = Phrase("変更が重なったときの控え", "Copies kept where changes met")
_LEAD = Phrase(
    "ほかの人と同じ箇所を変更したときに、こちらの内容を残した控えです。残す内容が決まっていれば、要りません。"
    "Enter キーで1件、ボタンで全部を削除します。",
    "Each holds this side of a place that somebody else changed, too. Once it is settled what stays, "
    "they are not needed. Enter deletes one, the button all.",
)
_AT = Phrase("{day} {time}", "{day}, {time}")
_DIFFERS = Phrase("いまの内容と違う箇所: {places}", "Differs from the project in: {places}")
_SAME = Phrase("いまの内容と同じです。", "Same as the project is now.")
_UNREADABLE = Phrase("読めません。", "It cannot be read.")
_COMMA = Phrase("、", ", ")
_ALL = Phrase("すべて削除", "Delete all")
_SURE = Phrase("控え {n}件を削除しますか。", "Delete copies: {n}?")
_NO_WAY_BACK = Phrase("元に戻せません。", "There is no way back.")
_DELETE = Phrase("削除する", "Delete")
_MOST_PLACES = 6


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
        yield Said(self.say(_LEAD), classes="dialog-text")
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
        about = Content.styled(f"\n  {self.say(self._about(one))}", "$text-muted")
        return Content.assemble(Content(f"{self.say(at)}  {one.path.name}"), about)

    def _about(self, one: Copy) -> Phrase:
        session = self.wizard.session
        places = None if session is None else one.differences(session.project)
        if places is None:
            return _UNREADABLE
        if not places:
            return _SAME
        labels = list(dict.fromkeys(self._labels(places)))
        more = [".."] if len(labels) > _MOST_PLACES else []
        return _DIFFERS.fill(places=self.say(_COMMA).join([*labels[:_MOST_PLACES], *more]))

    def _labels(self, places: tuple[str, ...]) -> Iterator[str]:
        session = self.wizard.session
        assert session is not None
        for place in places:
            with contextlib.suppress(KeyError):
                yield self.say(label_of(session.project, place))


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
