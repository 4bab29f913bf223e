"""What an earlier session could not save: offered when its project is opened again."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.text.show import show_date
from rfp_builder.tui.dialogs.confirm import Confirm
from rfp_builder.tui.dialogs.dialog import Dialog
from rfp_builder.tui.outside import ask_whose
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.document.rescue import (
    NO_WAY_BACK,
    SURE_TO_THROW_AWAY,
    TAKEN_BACK,
    THERE_IS_SOME,
    Rescued,
    rescued,
)

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard

_WHEN = Phrase(
    "{day} {time} に、保存できないまま閉じた入力がこのパソコンに残っています。",
    "It was left unsaved on {day} at {time} and has been kept on this computer.",
)
_WHERE = Phrase("変更した箇所:", "What was being changed:")
_MORE = Phrase("ほか {n}件", "and {n} more")
_LATER = Phrase("あとで決める", "Decide later")
_THROW_AWAY = Phrase("捨てる", "Throw away")
_TAKE_BACK = Phrase("取り込む", "Put it in")
_UNDO = Phrase("{done}元に戻すには Ctrl+Z を押します。", "{done} Ctrl+Z takes it out again.")
_MOST = 6


class RescuedDialog(Dialog[str]):
    """Gives "take" or "throw", or None where the person decides later."""

    BUTTONS = (("take", _TAKE_BACK), ("throw", _THROW_AWAY), ("later", _LATER))

    def __init__(self, found: Rescued) -> None:
        super().__init__()
        self._found = found

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return THERE_IS_SOME

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        when = _WHEN.fill(day=show_date(self._found.at.date(), self.lang), time=f"{self._found.at:%H:%M}")
        yield Said(self.say(when), classes="dialog-text")
        places = self._places()
        if places:
            yield Said(Content("\n".join([self.say(_WHERE), *places])), classes="dialog-text")

    def on_mount(self) -> None:
        """See Textual."""
        self.query_one("#button-take").focus()

    def pressed(self, button: str) -> None:
        """See `Dialog`."""
        self.dismiss(None if button == "later" else button)

    def _places(self) -> list[str]:
        labels = [self.say(one) for one in self._found.where]
        more = [f"- {self.say(_MORE.fill(n=len(labels) - _MOST))}"] if len(labels) > _MOST else []
        return [f"- {label}" for label in labels[:_MOST]] + more


def offer_rescued(wizard: Wizard, where: Path) -> None:
    """Ask about each piece of work that waits for the open project, the oldest first."""
    if wizard.session is not None:
        _ask(wizard, list(rescued(where, wizard.session.document.folder)))


def _ask(wizard: Wizard, waiting: list[Rescued]) -> None:
    if not waiting:
        ask_whose(wizard)
        return
    found, *others = waiting

    def decided(decision: str | None) -> None:
        if decision == "throw":
            wizard.push_screen(Confirm(SURE_TO_THROW_AWAY, NO_WAY_BACK, _THROW_AWAY), thrown_away)
            return
        if (
            decision == "take"
            and wizard.session is not None
            and wizard.attempt(partial(_take_back, wizard, found))
        ):
            wizard.tell(_UNDO.fill(done=TAKEN_BACK))
        _ask(wizard, others)

    def thrown_away(sure: bool | None) -> None:
        if sure and wizard.attempt(found.throw_away):
            _ask(wizard, others)
        else:
            _ask(wizard, waiting)

    wizard.push_screen(RescuedDialog(found), decided)


def _take_back(wizard: Wizard, found: Rescued) -> None:
    """Put it in and save; it is thrown away once it is in the folder, or kept anew for this session."""
    assert wizard.session is not None
    document = wizard.session.document
    document.take_back(found)
    document.save()
    if not document.failed or document.rescued:
        found.throw_away()
