"""Help in a window: what the pane beside the form says where there is room for it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content

from rfp_builder.i18n import Speakable
from rfp_builder.tui.dialogs.dialog import CLOSE, Dialog
from rfp_builder.tui.widgets.push import Push
from rfp_builder.tui.widgets.said import Said


class HelpDialog(Dialog[None]):
    """Shows one text, scrolled with the arrow keys; Enter, F1 or the button leaves."""

    CSS_PATH = "../styles/help.tcss"
    BINDINGS: ClassVar = [Binding("enter,f1", "leave", show=False)]

    def __init__(self, title: Speakable, text: Content) -> None:
        super().__init__()
        self._title, self._text = title, text

    def compose(self) -> ComposeResult:
        """See Textual."""
        with Vertical(classes="dialog"):
            yield Said(self.say(self._title), classes="dialog-title")
            yield VerticalScroll(Said(self._text), id="help-body")
            with Horizontal(classes="dialog-buttons"):
                yield Push(self.say(CLOSE), id="button-close")

    def on_mount(self) -> None:
        """See Textual."""
        self.query_one("#help-body").focus()
