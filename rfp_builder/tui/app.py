"""The application: one project at most, a stack of screens, and the commands that work everywhere."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar

from rfp_builder.errors import Problem
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.tui.commands.command import bindings
from rfp_builder.tui.commands.everywhere import EVERYWHERE, TakeTour
from rfp_builder.tui.commands.offered import commands_of
from rfp_builder.tui.commands.palette import Palette, PaletteCommands
from rfp_builder.tui.desk import SHARED, Desk
from rfp_builder.tui.expected import problem_of
from rfp_builder.tui.leaving import take_typed, when_keys_arrived
from rfp_builder.tui.looks import put_on
from rfp_builder.tui.repairs.caret import CursorOnCaret
from rfp_builder.tui.repairs.controls import keep_controls_off
from rfp_builder.tui.repairs.failure import DiscreetFailure
from rfp_builder.tui.repairs.lines import break_japanese_lines
from rfp_builder.tui.repairs.select_all import SelectsAll
from rfp_builder.tui.repairs.styles import KeepsStyles
from rfp_builder.tui.saving import save_on_signals
from rfp_builder.tui.screens.home import Home
from rfp_builder.tui.screens.screen import WizardScreen
from rfp_builder.tui.screens.welcome import Welcome
from rfp_builder.tui.session import Session
from rfp_builder.tui.settings import Settings, SettingsFile
from rfp_builder.tui.terminal import shows_cursor
from rfp_builder.tui.typed_ahead import TypedAhead


class Wizard(DiscreetFailure, CursorOnCaret, SelectsAll, KeepsStyles, TypedAhead):
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
        break_japanese_lines()
        keep_controls_off()
        super().__init__()
        self.settings = settings or Settings()
        self.lang = self.settings.lang or lang
        self.today = today
        self.desk = Desk(self)
        self.answered: int | None = None
        """Cells of an ambiguous character, as the terminal said when it was asked."""
        self.failure: Exception | None = None
        """What ended the application, if it was an error."""
        put_on(self, self.settings.theme)
        self._folder = folder
        self._settings_file = None if settings_file is None else SettingsFile(settings_file)

    @property
    def session(self) -> Session | None:
        """The open project, if there is one."""
        return self.desk.session

    def on_mount(self) -> None:
        """See Textual."""
        save_on_signals(self)
        self.show_cursor(shows_cursor(self.settings))
        if self._folder is None:
            self.welcome()
        elif self.desk.quick:
            self.open_project(self._folder)
        else:
            self._only(Home())
            self.desk.open_soon(partial(self.open_project, self._folder))
        if not self.settings.tour_seen:
            self.call_after_refresh(self.action_command, TakeTour.id())

    def on_unmount(self) -> None:
        """See Textual: however it ends, what was typed is saved."""
        self.desk.close()
        if self._settings_file is not None:
            self._settings_file.finish()

    def open_project(self, folder: Path) -> None:
        """Open the project in `folder`; one that cannot be opened is said in a dialog."""
        try:
            session = self.desk.open(folder)
        except (Problem, OSError) as error:
            self.welcome()
            self.show_problem(problem_of(error))
            return
        self.keep(self.settings.with_recent(session.document.folder))
        if isinstance(self.screen, Home):
            self.screen.relate()
        else:
            self._only(Home())
        if self.desk.shared:
            self.tell(SHARED)

    def welcome(self) -> None:
        """The first screen, where a project is made or chosen."""
        take_typed(self)
        self.desk.close()
        self._only(Welcome())

    def leave(self) -> None:
        """Save everything and end."""
        when_keys_arrived(self, self._end)

    def _end(self) -> None:
        take_typed(self)
        self.desk.put_down()
        self.exit()

    def failed(self, error: Exception) -> None:
        """See `repairs`: what was typed is saved before the application ends."""
        self.failure = error
        for save in (partial(take_typed, self), self.desk.put_down):
            with contextlib.suppress(Exception):
                save()

    def keep(self, settings: Settings) -> None:
        """Remember `settings` on this machine, if they changed."""
        changed, self.settings = settings != self.settings, settings
        if changed and self._settings_file is not None:
            self._settings_file.keep(settings)

    def too_early(self) -> bool:
        """See `TypedAhead`."""
        front = self.screen_stack[-1] if self.screen_stack else None
        # Screens of Textual's own, such as the palette, take keys from the start.
        return self.desk.awaited or not getattr(front, "takes_keys", True)

    async def speak(self, lang: Lang) -> None:
        """Change the language of everything on the screen."""
        self.lang = lang
        self.keep(replace(self.settings, lang=lang))
        await self.anew()

    async def anew(self) -> None:
        """Make everything on the screens once more: it is said or laid out in another way now."""
        for screen in self.screen_stack:
            if not isinstance(screen, WizardScreen):
                continue
            if screen.is_mounted:
                await screen.speak()
            else:
                screen.call_later(screen.speak)

    def show_problem(self, problem: Problem) -> None:
        """Say what went wrong, why, and what to do."""
        from rfp_builder.tui.dialogs.problem import ProblemDialog

        self.push_screen(ProblemDialog(problem))

    def tell(self, text: Phrase) -> None:
        """A short notice that goes by itself, or with the next one: several would lie over the form."""
        self.clear_notifications()
        self.screen.remove_class("-notice-above")
        self.notify(text.to(self.lang), markup=False, timeout=4)

    def attempt(self, step: Callable[[], object]) -> bool:
        """Do `step`; a problem is shown. True if it went well."""
        try:
            step()
        except (Problem, OSError, KeyError) as error:
            self.show_problem(problem_of(error))
            return False
        return True

    async def action_command(self, name: str) -> None:
        """Run the command called `name`, of the screen in front or of those that work everywhere."""
        if self.desk.opening:
            self.desk.when_open(partial(self.call_later, self.action_command, name))
            return
        for command in commands_of(self.screen):
            if command.id() == name and command().possible(self):
                take_typed(self)
                await command().run(self)
                return

    def action_command_palette(self) -> None:
        """See Textual: the palette, in the language of the wizard."""
        if not any(isinstance(screen, Palette) for screen in self.screen_stack):
            self.push_screen(Palette(self.lang))

    def _only(self, screen: WizardScreen) -> None:
        """Show `screen` and nothing below it but Textual's own."""
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.push_screen(screen)
