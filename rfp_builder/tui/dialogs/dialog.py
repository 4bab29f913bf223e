"""What dialogs have in common: a title, a body, buttons, Escape to leave, and an answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
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

    BINDINGS: ClassVar = [
        Binding("escape", "leave", show=False),
        Binding("up", "scroll_body('up')", show=False),
        Binding("down", "scroll_body('down')", show=False),
        Binding("pageup", "scroll_body('page_up')", show=False),
        Binding("pagedown", "scroll_body('page_down')", show=False),
    ]
    BUTTONS: ClassVar[tuple[tuple[str, Phrase], ...]] = (("close", CLOSE),)
    """Ids and labels of the buttons: what is done first, the way out last. `pressed` hears of them."""

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

    def buttons(self) -> tuple[tuple[str, Phrase], ...]:
        """The buttons of this very dialog."""
        return self.BUTTONS

    def pressed(self, button: str) -> None:
        """A button was pressed; by default any of them leaves the dialog."""
        self.dismiss(None)

    def document_changed(self, change: Change) -> None:
        """The document changed while the dialog is in front: its fields show it, if it has some."""
        from rfp_builder.tui.fields.field import Field

        for field in self.query(Field):
            field.show()

    def compose(self) -> ComposeResult:
        """See Textual: title and buttons stay in sight, what is between them scrolls."""
        with Vertical(classes="dialog"):
            yield Said(self.say(self.title_text()), classes="dialog-title")
            with VerticalScroll(classes="dialog-body", can_focus=False):
                yield from self.body()
            with Horizontal(classes="dialog-buttons"):
                for name, label in self.buttons():
                    yield Push(self.say(label), id=f"button-{name}")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """See Textual."""
        event.stop()
        self.pressed((event.button.id or "").removeprefix("button-"))

    def action_scroll_body(self, way: str) -> None:
        """Scroll what does not fit, where nothing that has the focus takes the key."""
        for body in self.query(".dialog-body").results(VerticalScroll):
            getattr(body, f"scroll_{way}")(animate=False)

    def action_leave(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)
