"""A question that is answered by doing it or leaving it."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.tui.dialogs.dialog import CANCEL, Dialog
from rfp_builder.tui.widgets.said import Said


class Confirm(Dialog[bool]):
    """True if the person says so; the focus stands on the way out."""

    def __init__(self, question: Phrase, consequence: Phrase, do_it: Phrase) -> None:
        super().__init__()
        self._question, self._consequence, self._do_it = question, consequence, do_it

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return self._question

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        yield Said(self.say(self._consequence), classes="dialog-text")

    def buttons(self) -> tuple[tuple[str, Phrase], ...]:
        """See `Dialog`."""
        return (("do", self._do_it), ("cancel", CANCEL))

    def on_mount(self) -> None:
        """See Textual."""
        self.query_one("#button-cancel").focus()

    def pressed(self, button: str) -> None:
        """See `Dialog`."""
        self.dismiss(button == "do")
