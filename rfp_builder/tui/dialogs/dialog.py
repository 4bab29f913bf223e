"""What dialogs have in common: a title, a body, buttons, Escape to leave, and an answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Self, TypeVar, cast

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Button, Input

from rfp_builder.i18n import Lang, Phrase, Speakable
from rfp_builder.tui.dialogs import drafts
from rfp_builder.tui.widgets.push import Push
from rfp_builder.tui.widgets.said import Said

if TYPE_CHECKING:
    from textual.widgets import TextArea

    from rfp_builder.tui.app import Wizard
    from rfp_builder.workspace.document.step import Change

A = TypeVar("A")

OK = Phrase("OK", "OK")
CANCEL = Phrase("やめる", "Cancel")
_SETTLED_SECONDS = 0.05
CLOSE = Phrase("閉じる", "Close")
_BROUGHT_BACK = Phrase("書きかけの入力を戻しました。", "What you had begun to type is back.")


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

    takes_keys = False
    """Whether keys may come: the dialog was composed and has its focus."""
    draft_key: str | None = None
    """Under which key a text that is typed here is kept until the dialog is left; see `drafts`."""

    def __init__(self) -> None:
        super().__init__()
        self._begun_with: Mapping[str, str] | None = None
        """The texts as the dialog came up, once it is up and until it is left."""

    def keeping(self, key: str) -> Self:
        """The same dialog with a key for what is typed into it."""
        self.draft_key = key
        return self

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

    def texts(self) -> dict[str, str]:
        """What stands in the lines and areas of the dialog, by their ids."""
        lines = {one.id or "": one.value for one in self.query(Input)}
        return lines | {area.id or "": area.text for area in self._areas}

    def take_texts(self, texts: Mapping[str, str]) -> None:
        """Put texts that were kept back where they were typed."""
        for one in self.query(Input):
            one.value = texts.get(one.id or "", one.value)
        for area in self._areas:
            area.text = texts.get(area.id or "", area.text)

    @property
    def _areas(self) -> list[TextArea]:
        # By its name: the editor of long texts is not imported before it is used.
        return [cast("TextArea", area) for area in self.query("TextArea")]

    def on_mount(self) -> None:
        """See Textual, which calls the handler of the subclass first, in any case."""
        self.app.call_later(self._take_keys)
        session = self.wizard.session
        if self.draft_key is None or session is None:
            return
        self._begun_with = self.texts()
        kept = drafts.kept(session.document, self.draft_key)
        if kept:
            self.take_texts(kept)
            self.wizard.tell(_BROUGHT_BACK)

    async def _take_keys(self) -> None:
        self.takes_keys = True
        await self.wizard.give_keys()

    def on_input_changed(self, event: Input.Changed) -> None:
        """See Textual, which calls this beside the handler of the subclass."""
        self.keep_draft()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """See Textual, which calls this beside the handler of the subclass."""
        self.keep_draft()

    def keep_draft(self) -> None:
        """Have what is typed outlive the process."""
        session = self.wizard.session
        if self.draft_key is None or self._begun_with is None or session is None:
            return
        texts = self.texts()
        if all(self._begun_with.get(name) == text for name, text in texts.items()):
            drafts.drop(session.document, self.draft_key)
        else:
            drafts.keep(session.document, self.draft_key, texts)

    def dismiss(self, result: A | None = None) -> AwaitComplete:
        """See Textual: whoever leaves a dialog has decided about what was typed.

        Only the one in front: an Enter too many would take away the screen below.
        """
        if self.wizard.screen_stack[-1] is not self:
            return AwaitComplete()
        session = self.wizard.session
        if self.draft_key is not None and session is not None:
            drafts.drop(session.document, self.draft_key)
        self._begun_with = None
        return super().dismiss(result)

    def begin_at_top(self) -> None:
        """Show what stands above the first text, which scrolls to its caret by itself."""
        for body in self.query(".dialog-body").results(VerticalScroll):
            self.set_timer(_SETTLED_SECONDS, partial(body.scroll_home, animate=False))

    def action_scroll_body(self, way: str) -> None:
        """Scroll what does not fit, where nothing that has the focus takes the key."""
        for body in self.query(".dialog-body").results(VerticalScroll):
            getattr(body, f"scroll_{way}")(animate=False)

    def action_leave(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)
