"""One line of text."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Input

from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.model.localized import LONGEST
from rfp_builder.text.clean import clean
from rfp_builder.tui.dialogs.dialog import CANCEL, OK, Dialog
from rfp_builder.tui.widgets.said import Said


class Ask(Dialog[str]):
    """Gives the line, cleaned; Enter or the button takes it, an empty one is no answer."""

    BUTTONS = (("ok", OK), ("cancel", CANCEL))

    def __init__(self, question: Phrase, hint: Phrase, text: str = "") -> None:
        super().__init__()
        self._question, self._hint, self._text = question, hint, text
        self.draft_key = f"~{question.en}"

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return self._question

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        yield Said(self.say(self._hint))
        yield Input(self._text, id="ask", max_length=LONGEST, classes="dialog-input")

    def on_mount(self) -> None:
        """See Textual."""
        self.query_one("#ask").focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """See Textual."""
        event.stop()
        self.pressed("ok")

    def pressed(self, button: str) -> None:
        """See `Dialog`."""
        typed = clean(self.query_one("#ask", Input).value).text.strip()
        self.dismiss(typed or None if button == "ok" else None)
