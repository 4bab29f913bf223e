"""Help in a window: what the pane beside the form says where there is room for it."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget

from rfp_builder.i18n import Speakable
from rfp_builder.tui.dialogs.dialog import Dialog
from rfp_builder.tui.widgets.said import Said


class HelpDialog(Dialog[None]):
    """Shows one text; any button leaves."""

    def __init__(self, title: Speakable, text: Content) -> None:
        super().__init__()
        self._title, self._text = title, text

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return self._title

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        yield Said(self._text, classes="dialog-text")
