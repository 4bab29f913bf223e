"""What dialogs have in common: a title, a body, buttons, Escape to leave, and an answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Button

from rfp_builder.i18n import Lang, Phrase, Speakable
from rfp_builder.tui.widgets.push import Push
from rfp_builder.tui.widgets.said import Said

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.workspace.document.step import Change

A = TypeVar("A")

OK = Phrase("OK", "OK")
CANCEL = Phrase("やめる", "Cancel")
CLOSE = Phrase("閉じる", "Close")


class Dialog(ModalScreen[A | None]):
    """Gives an answer of type `A`, or None where the person leaves it."""

    BINDINGS: ClassVar = [Binding("escape", "leave", show=False)]
    BUTTONS: ClassVar[tuple[tuple[str, Phrase], ...]] = (("close", CLOSE),)
    """Ids and labels of the buttons, in order; `pressed` hears of them."""

    @property
    def wizard(self) -> Wizard:
        """The application."""
        return cast("Wizard", self.app)

    @property
    def lang(self) -> Lang:
        """The language of the wizard."""
        return self.wizard.lang

    def say(self, text: Speakable) -> str:
        """A phrase, or what a user wrote, in the language of the wizard."""
        return text.to(self.lang)

    def title_text(self) -> Speakable:
        """What the dialog is about."""
        raise NotImplementedError

    def body(self) -> Iterable[Widget]:
        """The widgets between title and buttons."""
        return ()

    def pressed(self, button: str) -> None:
        """A button was pressed; by default any of them leaves the dialog."""
        self.dismiss(None)

    def document_changed(self, change: Change) -> None:
        """The document changed while the dialog is in front: its fields show it, if it has some."""
        from rfp_builder.tui.fields.field import Field

        for field in self.query(Field):
            field.show()

    def compose(self) -> ComposeResult:
        """See Textual."""
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Said(self.say(self.title_text()), classes="dialog-title")
            yield from self.body()
            with Horizontal(classes="dialog-buttons"):
                for name, label in self.BUTTONS:
                    yield Push(self.say(label), id=f"button-{name}")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """See Textual."""
        event.stop()
        self.pressed((event.button.id or "").removeprefix("button-"))

    def action_leave(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)
