"""One line of text."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.model.localized import LONGEST
from rfp_builder.text.clean import clean
from rfp_builder.tui.dialogs.dialog import CANCEL, OK, Dialog
from rfp_builder.tui.widgets.said import Said

_EMPTY = Phrase(
    "まだ何も入力されていません。入力してから OK を押してください。やめるときは Esc キーを押します。",
    "Nothing is typed yet. Type it, then press OK; Esc leaves without it.",
)


class Ask(Dialog[str]):
    """Gives the line, cleaned; Enter or the button takes it, an empty one is asked for again."""

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
        yield Said(id="ask-empty")

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
        if button == "ok" and not typed:
            self.query_one("#ask-empty", Said).update(Content.styled(f"! {self.say(_EMPTY)}", "$error"))
            self.query_one("#ask").focus()
            return
        self.dismiss(typed if button == "ok" else None)
