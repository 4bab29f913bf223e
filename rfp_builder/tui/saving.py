"""Saving by itself: within a second of the last key, on a signal, and when the wizard closes."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable
from contextvars import copy_context
from datetime import datetime
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING

from rfp_builder.errors import Problem
from rfp_builder.i18n import Phrase
from rfp_builder.tui.outside import take_in

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.workspace.document.document import Document

_LOOK_SECONDS = 0.05
_OUTSIDE_SECONDS = 2.0
_LAST_SIGNALS = ("SIGTERM", "SIGHUP")
_TROUBLE = Phrase("{what} {why}", "{what} {why}")


class Saver:
    """Watches one document. The disk is only touched in a worker thread: no key waits for it."""

    def __init__(
        self, wizard: Wizard, document: Document, tell: Callable[[], None], watch: Callable[[], None]
    ) -> None:
        """`tell` hears of each change of state; `watch` is called in a thread, whenever the disk is seen."""
        self._wizard, self._document, self._tell, self._watch = wizard, document, tell, watch
        self._save_thread: Thread | None = None
        self._look_thread: Thread | None = None
        self._looked = monotonic()
        self._asked = False
        """Whether a person waits to hear how the save went."""
        self._told: Problem | None = None
        self.saved_at: datetime | None = None
        self._timer = wizard.set_interval(_LOOK_SECONDS, self._look)

    def save_now(self, *, asked: bool = False) -> None:
        """Start a save unless one runs. Who `asked` for it is told why where it fails."""
        self._asked = self._asked or asked
        if not self.busy:
            self._save_thread = _thread(self._save)
            self._tell()

    @property
    def busy(self) -> bool:
        """Whether a save is under way."""
        return _runs(self._save_thread)

    def close(self) -> None:
        """Save what is left, and stop watching. What the disk refuses is kept on this machine."""
        self._timer.stop()
        self._document.save()
        self._document.let_go()

    def _look(self) -> None:
        now = monotonic()
        if self._document.due(now):
            self.save_now()
        elif now - self._looked > _OUTSIDE_SECONDS:
            self._looked = now
            # A drive that does not answer must not be asked by ever more threads.
            if not _runs(self._look_thread):
                self._look_thread = _thread(self._look_outside)

    def _save(self) -> None:
        self._document.save()
        if self._document.trouble is None:
            self.saved_at = datetime.now()
        self._wizard.call_later(self._say)

    def _say(self) -> None:
        """Say how the save went: trouble once in a notice, and in full to who asked."""
        self._tell()
        asked, self._asked = self._asked, False
        problem = self._document.trouble
        if problem is not None and asked:
            self._wizard.show_problem(problem)
        elif problem is not None and (self._told is None or self._told.why != problem.why):
            self._wizard.tell(_TROUBLE.fill(what=problem.what, why=problem.why))
        self._told = problem

    def _look_outside(self) -> None:
        self._watch()
        before = self._document.trouble
        with contextlib.suppress(Problem, OSError):
            if self._document.look() is not None:
                take_in(self._wizard)
        if self._document.trouble is not before:
            self._wizard.call_later(self._say)


def _thread(work: Callable[[], None]) -> Thread:
    """Do `work` in a thread that keeps no process alive: a disk may take minutes to answer, or never do."""

    def quietly() -> None:
        # Nobody reads a traceback below the screen, and it may quote what the project keeps secret.
        with contextlib.suppress(Exception):
            work()

    thread = Thread(target=copy_context().run, args=(quietly,), daemon=True)
    thread.start()
    return thread


def _runs(thread: Thread | None) -> bool:
    return thread is not None and thread.is_alive()


def save_on_signals(wizard: Wizard) -> None:
    """Save and leave when the system asks to end or the terminal goes away; a step under way ends first."""
    loop = asyncio.get_running_loop()

    def end() -> None:
        from rfp_builder.tui.steps import when_step_is_over

        when_step_is_over(wizard, wizard.leave, whatever_comes=True)

    for name in _LAST_SIGNALS:
        number = getattr(signal, name, None)
        if number is None:
            continue
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, end)
