"""Writing one requirement statement of one's own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget

from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.model.localized import LONGEST
from rfp_builder.text.clean import clean
from rfp_builder.text.show import show_number
from rfp_builder.tui.dialogs.dialog import CANCEL, Dialog
from rfp_builder.tui.repairs.text_area import SafeTextArea
from rfp_builder.tui.widgets.said import Said

_TITLE = Phrase("{page}の要件文を書く", "A requirement statement for {page}")
_HOW = Phrase(
    "提案会社がすることを1つ、確かめられる形で「～すること。」と書いてください。",
    "State one duty so that it can be tested: “The vendor shall ...”",
)
_ADD = Phrase("加える", "Add")
_EMPTY = Phrase("要件文を入力してください。", "Please write the statement.")
TOO_LONG = Phrase("{most}文字以内で入力してください。", "Please write at most {most} characters.").fill(
    most=show_number(LONGEST)
)


class StatementDialog(Dialog[str]):
    """Gives the statement as it was written, cleaned."""

    BUTTONS: ClassVar = (("add", _ADD), ("cancel", CANCEL))

    def __init__(self, page: Speakable) -> None:
        super().__init__()
        self._page = page

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return _TITLE.fill(page=self._page)

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        yield Said(self.say(_HOW), classes="dialog-text")
        yield SafeTextArea(id="statement", classes="field-text", tab_behavior="focus", compact=True)
        yield Said(id="statement-refused")

    def on_mount(self) -> None:
        """See Textual."""
        self.query_one("#statement").focus()

    def pressed(self, button: str) -> None:
        """See `Dialog`."""
        statement = clean(self.query_one("#statement", SafeTextArea).text).text.strip()
        if button != "add":
            self.dismiss(None)
        elif 0 < len(statement) <= LONGEST:
            self.dismiss(statement)
        else:
            refused = self.say(TOO_LONG if statement else _EMPTY)
            self.query_one("#statement-refused", Said).update(Content.styled(f"! {refused}", "$error"))
