"""One of a few things."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.tui.dialogs.dialog import CANCEL, Dialog


class OneOf(Dialog[str]):
    """Gives the key of what was picked with Enter or a click; the present one is marked."""

    BUTTONS = (("cancel", CANCEL),)

    def __init__(self, question: Phrase, offers: Sequence[tuple[str, str]], present: str | None) -> None:
        super().__init__()
        self._question, self._offers, self._present = question, tuple(offers), present

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return self._question

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        options = [
            Option(Content(f"{'v' if key == self._present else ' '} {label}")) for key, label in self._offers
        ]
        yield OptionList(*options, id="one-of", markup=False, classes="dialog-list")

    def on_mount(self) -> None:
        """See Textual."""
        listed = self.query_one("#one-of", OptionList)
        keys = [key for key, _ in self._offers]
        listed.highlighted = keys.index(self._present) if self._present in keys else 0
        listed.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """See Textual."""
        event.stop()
        self.dismiss(self._offers[event.option_index][0])
