"""The project on the desk: opened, watched, saved, checked and put away. At most one at a time."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING

from rfp_builder.i18n import Phrase
from rfp_builder.tui.live_check import LiveCheck
from rfp_builder.tui.saving import Saver
from rfp_builder.tui.screens.screen import WizardScreen
from rfp_builder.tui.session import Session

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.workspace.document.presence import Presence
    from rfp_builder.workspace.document.saving import SaveState
    from rfp_builder.workspace.document.step import Change

SHARED = Phrase(
    "このプロジェクトは、ほかの画面でも開かれています。変更は互いに取り込みます。",
    "This project is open in another window, too. Changes are taken over both ways.",
)
_OPENER = "rfp_builder.workspace.workspace"
_FIRST = 1
"""Number of the section that most people open first."""


class Desk:
    """Tells the screen in front what changed in the project."""

    def __init__(self, wizard: Wizard) -> None:
        self._wizard = wizard
        self._thread = get_ident()
        self.session: Session | None = None
        self._saver: Saver | None = None
        self._live_check: LiveCheck | None = None
        self._presence: Presence | None = None
        self._met = False
        """Whether it was said that others have the project open."""
        self.opening = False
        """Whether a project is about to be opened."""
        self._wanted: list[Callable[[], object]] = []
        self.rescue_folder: Path | None = None
        """Where what a project's folder does not take is kept; without one it is not."""
        self.leaving: object | None = None
        """What waits for the last save because somebody wants to leave the project."""

    @property
    def save_state(self) -> SaveState | None:
        """Whether everything is saved; None without a project."""
        return None if self.session is None else self.session.document.state

    @property
    def saved_at(self) -> datetime | None:
        """When the last save ended."""
        return None if self._saver is None else self._saver.saved_at

    @property
    def watching(self) -> bool:
        """Whether a project is open and what is typed is saved by itself."""
        return self._saver is not None

    @property
    def saving(self) -> bool:
        """Whether a save is under way."""
        return self._saver is not None and self._saver.busy

    @property
    def shared(self) -> bool:
        """Whether the project is open in another window, or by another person."""
        return self._presence is not None and self._presence.others

    @property
    def quick(self) -> bool:
        """Whether the libraries are there already: then opening takes no longer than a frame."""
        return _OPENER in sys.modules

    @property
    def awaited(self) -> bool:
        """Whether something was asked for that waits for the project."""
        return self.opening and bool(self._wanted)

    def open_soon(self, open_it: Callable[[], object]) -> None:
        """Call `open_it` once the first frame is on the screen; what is asked for until then comes after."""
        self.opening = True
        self._wizard.call_after_refresh(self.open_now, open_it)

    def open_now(self, open_it: Callable[[], object]) -> None:
        """Call `open_it`, then do what was asked for while it was waited for."""
        self.opening = False
        open_it()
        wanted, self._wanted = self._wanted, []
        for step in wanted:
            step()
        self._wizard.call_later(self._wizard.give_keys)
        if not wanted:
            self._wizard.run_worker(_get_ready, thread=True, group="getting-ready", exit_on_error=False)

    def when_open(self, step: Callable[[], object]) -> None:
        """Do `step` now, or as soon as the project is open."""
        if self.opening:
            self._wanted.append(step)
        else:
            step()

    def open(self, folder: Path) -> Session:
        """Put the project in `folder` on the desk; the one before is saved and put away.

        Raises:
            Problem: it cannot be opened.
        """
        from rfp_builder.workspace.document.document import Document
        from rfp_builder.workspace.document.presence import Presence
        from rfp_builder.workspace.document.rescue import rescue_below
        from rfp_builder.workspace.workspace import Workspace

        self.close()
        document = Document(Workspace.open(folder), rescue=rescue_below(self.rescue_folder))
        self.session = Session(document, self._wizard.today)
        self._presence = Presence(document.folder)
        self._met = self.shared
        self._saver = Saver(self._wizard, document, self._saving_changed, self._look_for_others)
        self._live_check = LiveCheck(self._wizard, self.session)
        document.subscribe(self._document_changed)
        if self.rescue_folder is not None and self.rescue_folder.is_dir():
            from rfp_builder.tui.rescue import offer_rescued

            self._wizard.call_later(offer_rescued, self._wizard, self.rescue_folder)
        return self.session

    def put_down(self) -> None:
        """Save, and watch no more. The project stays for what is still on the screen."""
        live_check, saver, presence = self._live_check, self._saver, self._presence
        self._live_check = self._presence = self._saver = None
        if live_check is not None:
            live_check.close()
        if saver is not None:
            saver.close()
        if presence is not None:
            presence.close()

    def close(self) -> None:
        """Save and let go of the project, if there is one."""
        self.put_down()
        if self.session is not None:
            # A key may have come after the last save.
            self.session.document.save()
            self.session = None

    def save_now(self, *, asked: bool = True) -> None:
        """Save without waiting for a pause. A person who `asked` for it is told in full where it fails."""
        if self._saver is not None:
            self._saver.save_now(asked=asked)

    async def check_now(self) -> None:
        """Check without waiting for a pause in typing."""
        if self._live_check is not None:
            await self._live_check.now()

    def _document_changed(self, change: Change) -> None:
        if get_ident() != self._thread:
            # A step of the road, or a save that took in what others did: widgets are the main thread's.
            self._wizard.call_later(self._document_changed, change)
            return
        if self._live_check is not None:
            self._live_check.again()
        from rfp_builder.tui.dialogs.dialog import Dialog

        front = self._wizard.screen
        if isinstance(front, WizardScreen | Dialog) and front.is_mounted:
            front.document_changed(change)
        self._saving_changed()
        if change.origin in ("outside", "step"):
            from rfp_builder.tui.outside import ask_whose

            # A save takes in what others did, too, and a step may close what is being typed.
            self._wizard.call_later(ask_whose, self._wizard)

    def _look_for_others(self) -> None:
        """Say once that another window has opened the project, too."""
        if not self._met and self.shared:
            self._met = True
            self._wizard.call_later(self._wizard.tell, SHARED)

    def _saving_changed(self) -> None:
        # A dialog may be in front: what it leaves visible of the screens below must be true, too.
        for screen in self._wizard.screen_stack:
            if isinstance(screen, WizardScreen) and screen.is_mounted:
                screen.show_saved()


def _get_ready() -> None:
    """Load what a section needs while somebody reads the list of tasks."""
    import_module("rfp_builder.tui.screens.section")
    import_module("rfp_builder.forms.pages").pages_of(_FIRST)
