"""What all screens have in common: title bar, body, bar of keys, and hearing of changes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.app import ComposeResult
from textual.events import ScreenResume
from textual.screen import Screen
from textual.widget import Widget

from rfp_builder.i18n import Lang, Phrase, Speakable
from rfp_builder.tui.commands.command import Command, bindings
from rfp_builder.tui.commands.everywhere import Back
from rfp_builder.tui.commands.screen_help import ScreenHelp
from rfp_builder.tui.leaving import take_typed
from rfp_builder.tui.widgets.key_bar import KeyBar
from rfp_builder.tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.tui.session import Session
    from rfp_builder.workspace.document.step import Change

_LONGEST_WAIT_SECONDS = 0.5


class WizardScreen(Screen[None]):
    """A full screen. Subclasses fill `body` and say what changed in `show`.

    The screen is a view: it reads `self.session.project` and writes through `self.session.document`.
    """

    KEYS: ClassVar[tuple[type[Command], ...]] = ()
    """What the bar of keys shows, at most six."""
    DOES: ClassVar[tuple[type[Command], ...]] = ()
    """Every command of this screen; `BINDINGS = bindings(*DOES)` in the subclass."""
    ABOUT: ClassVar[Phrase]
    """What the screen is for, which F1 explains unless the screen has an F1 of its own."""
    BINDINGS: ClassVar = bindings(ScreenHelp)
    _had_project = False
    _was_in_front = False
    takes_keys = False
    """Whether keys may come: the screen was composed and has its focus."""
    place_key: str = ""
    """Which place of the project the screen shows; given by `road`."""

    @property
    def wizard(self) -> Wizard:
        """The application."""
        return cast("Wizard", self.app)

    @property
    def session(self) -> Session:
        """The open project."""
        session = self.wizard.session
        assert session is not None, "this screen is shown with a project only"
        return session

    @property
    def lang(self) -> Lang:
        """The language of the wizard."""
        return self.wizard.lang

    def say(self, text: Speakable) -> str:
        """A phrase, or what a user wrote, in the language of the wizard."""
        return text.to(self.lang)

    def place(self) -> Phrase:
        """Where one is, for the title bar."""
        raise NotImplementedError

    def body(self) -> Iterable[Widget]:
        """The widgets between title bar and bar of keys. Runs again when the language changes."""
        raise NotImplementedError

    def show(self) -> None:
        """Bring what is on the screen up to the document: after mounting, changes and a return."""

    def document_changed(self, change: Change) -> None:
        """The document changed, here or elsewhere. Cheap by default: the screen shows itself anew."""
        self.show()

    def report_changed(self) -> None:
        """A new check is there."""

    def go_to(self, path: str) -> None:
        """Put the focus on the field at `path`, where this screen has it. May come before mounting."""

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield TitleBar()
        yield from self.body()
        yield KeyBar(self.KEYS, self.lang)

    def arrive(self) -> None:
        """The screen is up for the first time: put the focus where the work begins.

        A hook of its own, because Textual calls `on_mount` of every base class by itself.
        """

    def on_mount(self) -> None:
        """See Textual."""
        self._had_project = self.wizard.session is not None
        self.relate()
        self.arrive()
        self.welcome_keys()

    def welcome_keys(self) -> None:
        """Let keys come as soon as the application has moved the focus to where it was sent."""
        self.app.call_later(self._take_keys)

    async def _take_keys(self) -> None:
        self.takes_keys = True
        await self.wizard.give_keys()

    def on_screen_resume(self, event: ScreenResume) -> None:
        """What changed while another screen was in front is shown on the return.

        Not where the project was put away meanwhile: then this screen is about to go, too.
        """
        # The widgets of a new screen have just got their styles: once more would only delay its first frame.
        event.refresh_styles, self._was_in_front = self._was_in_front, True
        if event.refresh_styles and not self.takes_keys:
            # What was to come after the next paint has gone with a dialog that was in front just then.
            self.set_timer(_LONGEST_WAIT_SECONDS, self.welcome_keys)
        if self.is_mounted and not (self._had_project and self.wizard.session is None):
            self.relate()

    def relate(self) -> None:
        """Show title, state of saving and body as they are now."""
        back = Back.label if Back().possible(self.wizard) else None
        self.query_one(TitleBar).show_place(self.say(self.place()), "" if back is None else self.say(back))
        self.show_saved()
        self.show()

    def show_saved(self) -> None:
        """Say in the title bar whether everything is saved."""
        # A screen that comes or goes, or is being said anew, may have no bar for a moment.
        for bar in self.query(TitleBar):
            bar.show_saved(self.wizard.desk.save_state, self.wizard.desk.saved_at, self.say)

    async def speak(self) -> None:
        """Say everything anew after the language changed; the focus stays where it was."""
        focused = self.focused.id if self.focused is not None else None
        await self.recompose()
        self.relate()
        if focused is not None:
            for widget in self.query(f"#{focused}"):
                widget.focus()

    async def action_leave(self) -> None:
        """Go back at once. Escape may have a list to close first; who clicks on the way back means it."""
        take_typed(self.wizard)
        if Back().possible(self.wizard):
            await Back().run(self.wizard)

    def later(self, callback: Any) -> None:
        """Run `callback` after the next paint: what is not seen at once can wait."""
        self.call_after_refresh(callback)
