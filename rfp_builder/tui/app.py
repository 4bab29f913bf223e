"""The application: one project at most, a stack of screens, and the commands that work everywhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.geometry import Offset
from textual.screen import Screen

from rfp_builder.errors import Problem
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.tui import repairs
from rfp_builder.tui.commands.command import Command, bindings
from rfp_builder.tui.commands.everywhere import EVERYWHERE
from rfp_builder.tui.commands.palette import Palette, PaletteCommands
from rfp_builder.tui.live_check import LiveCheck
from rfp_builder.tui.looks import DEFAULT, LOOKS
from rfp_builder.tui.saving import Saver, save_on_signals
from rfp_builder.tui.screens.home import Home
from rfp_builder.tui.screens.screen import WizardScreen
from rfp_builder.tui.screens.welcome import Welcome
from rfp_builder.tui.session import Session
from rfp_builder.tui.settings import Settings, save_settings

if TYPE_CHECKING:
    from rfp_builder.workspace.document.saving import SaveState
    from rfp_builder.workspace.document.step import Change


class Wizard(App[None]):
    """Opens `folder`, or asks which project to open."""

    TITLE = "RFP Builder"
    CSS_PATH: ClassVar = ["styles/wizard.tcss", "styles/dialogs.tcss"]
    BINDINGS: ClassVar = bindings(*EVERYWHERE)
    COMMANDS: ClassVar = {PaletteCommands}

    def __init__(
        self,
        folder: Path | None,
        lang: Lang,
        today: date,
        settings: Settings | None = None,
        settings_file: Path | None = None,
    ) -> None:
        repairs.install()
        super().__init__()
        self.settings = settings or Settings()
        self.lang = self.settings.lang or lang
        self.today = today
        self.session: Session | None = None
        self._folder, self._settings_file = folder, settings_file
        self._saver: Saver | None = None
        self._live_check: LiveCheck | None = None
        self._caret = Offset(0, 0)
        self.last_missing: str | None = None
        self.bottom = 2
        """Screens that stay: Textual's own, and the first of ours."""

    @property
    def save_state(self) -> SaveState | None:
        """Whether everything is saved; None without a project."""
        return None if self.session is None else self.session.document.state

    @property
    def saved_at(self) -> datetime | None:
        """When the last save ended."""
        return None if self._saver is None else self._saver.saved_at

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's cursor stands: on the caret, for the sake of the IME."""
        caret = repairs.caret_of(self.focused) if self._screen_stack else None
        return self._caret if caret is None else caret

    @cursor_position.setter
    def cursor_position(self, value: Offset) -> None:
        self._caret = value

    def on_mount(self) -> None:
        """See Textual."""
        for theme, _ in LOOKS.values():
            self.register_theme(theme)
        named = self.settings.theme
        self.theme = named if named is not None and named in LOOKS else DEFAULT
        save_on_signals(self)
        if self._folder is None:
            self.welcome()
        else:
            self.open_project(self._folder)

    def open_project(self, folder: Path) -> None:
        """Open the project in `folder`; one that cannot be opened is said in a dialog."""
        from rfp_builder.workspace.document.document import Document
        from rfp_builder.workspace.workspace import Workspace

        self.close_project()
        try:
            document = Document(Workspace.open(folder))
        except Problem as problem:
            self.welcome()
            self.show_problem(problem)
            return
        self.session = Session(document, self.today)
        self._saver = Saver(self, document, self._saving_changed)
        self._live_check = LiveCheck(self, self.session)
        document.subscribe(self._document_changed)
        self.keep(self.settings.with_recent(document.folder))
        self._to_bottom()
        self.push_screen(Home())

    def welcome(self) -> None:
        """The first screen, where a project is made or chosen."""
        self.close_project()
        self._to_bottom()
        self.push_screen(Welcome())

    def close_project(self) -> None:
        """Save and let go of the open project, if there is one."""
        if self._saver is not None and self._live_check is not None:
            self._live_check.close()
            self._saver.close()
        self.session = self._saver = self._live_check = None

    def leave(self) -> None:
        """Save everything and end."""
        self.close_project()
        self.exit()

    def save_now(self) -> None:
        """Save without waiting for a pause."""
        if self._saver is not None:
            self._saver.save_now()

    def changed_outside(self) -> None:
        """Somebody else saved the project: take it in, and say so."""
        from rfp_builder.tui.outside import take_in

        if self.session is not None:
            take_in(self)

    def keep(self, settings: Settings) -> None:
        """Remember `settings` on this machine."""
        self.settings = settings
        if self._settings_file is not None:
            save_settings(settings, self._settings_file)

    async def speak(self, lang: Lang) -> None:
        """Change the language of everything on the screen."""
        self.lang = lang
        self.keep(replace(self.settings, lang=lang))
        for screen in self.screen_stack:
            if isinstance(screen, WizardScreen):
                await screen.speak()

    def show_problem(self, problem: Problem) -> None:
        """Say what went wrong, why, and what to do."""
        from rfp_builder.tui.dialogs.problem import ProblemDialog

        self.push_screen(ProblemDialog(problem))

    def tell(self, text: Phrase) -> None:
        """A short notice that goes by itself."""
        self.notify(text.to(self.lang), markup=False, timeout=4)

    def attempt(self, step: Callable[[], object]) -> bool:
        """Do `step`; a problem is shown. True if it went well."""
        try:
            step()
        except Problem as problem:
            self.show_problem(problem)
            return False
        return True

    def report_changed(self) -> None:
        """A new check is there: the screen in front shows it."""
        if isinstance(self.screen, WizardScreen):
            self.screen.report_changed()

    async def action_command(self, name: str) -> None:
        """Run the command called `name`, of the screen in front or of those that work everywhere."""
        for command in self.commands_of(self.screen):
            if command.id() == name and command().possible(self):
                await command().run(self)
                return

    def commands_of(self, screen: Screen[object]) -> tuple[type[Command], ...]:
        """The commands of a screen, and those that work everywhere."""
        front = screen.DOES if isinstance(screen, WizardScreen) else ()
        return (*front, *(one for one in EVERYWHERE if one not in front))

    def action_command_palette(self) -> None:
        """See Textual: the palette, in the language of the wizard."""
        if not any(isinstance(screen, Palette) for screen in self.screen_stack):
            self.push_screen(Palette(self.lang))

    def _to_bottom(self) -> None:
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def _document_changed(self, change: Change) -> None:
        if self._live_check is not None:
            self._live_check.again()
        front = self.screen
        if isinstance(front, WizardScreen) and front.is_mounted:
            front.document_changed(change)
        self._saving_changed()

    def _saving_changed(self) -> None:
        if isinstance(self.screen, WizardScreen) and self.screen.is_mounted:
            self.screen.show_saved()
