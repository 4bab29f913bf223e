"""Choosing the look of the screen; it changes as one goes through the list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.tui.dialogs.dialog import CLOSE, Dialog
from rfp_builder.tui.looks import LOOKS

_TITLE = Phrase("画面の配色を選んでください。", "Choose a colour theme.")


class LookDialog(Dialog[None]):
    """Enter keeps the look, Escape goes back to the one before."""

    BUTTONS = (("close", CLOSE),)

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return _TITLE

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        options = [Option(Content(self.say(label)), id=name) for name, (_, label) in LOOKS.items()]
        yield OptionList(*options, id="looks", markup=False, classes="dialog-list")

    def on_mount(self) -> None:
        """See Textual."""
        self._before = self.app.theme
        looks = self.query_one("#looks", OptionList)
        looks.highlighted = list(LOOKS).index(self._before) if self._before in LOOKS else 0
        looks.focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """See Textual."""
        if event.option_id is not None:
            self.app.theme = event.option_id

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """See Textual."""
        event.stop()
        self.wizard.keep(replace(self.wizard.settings, theme=self.app.theme))
        self.dismiss(None)

    def pressed(self, button: str) -> None:
        """See `Dialog`."""
        self.action_leave()

    def action_leave(self) -> None:
        """See `Dialog`."""
        self.app.theme = self._before
        self.dismiss(None)
