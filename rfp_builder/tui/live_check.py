"""The check, run after every pause in typing, in a thread; a run that is overtaken by a change is dropped."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from rfp_builder.tui.screens.screen import WizardScreen

if TYPE_CHECKING:
    from rfp_builder.check.report import CheckReport
    from rfp_builder.model.project import Project
    from rfp_builder.tui.app import Wizard
    from rfp_builder.tui.session import Session

_PAUSE_SECONDS = 0.4
_TRIES = 3


class LiveCheck:
    """Keeps the session's report up to date."""

    def __init__(self, wizard: Wizard, session: Session) -> None:
        self._wizard, self._session = wizard, session
        self._changes = 0
        """How often the document changed. A save makes a new project, too, but changes nothing in it."""
        self._taken = -1
        """How often it had changed when the report was made."""
        self._timer = wizard.set_timer(_PAUSE_SECONDS, self._start)

    def again(self) -> None:
        """The document changed: check it once nothing more has changed for a moment."""
        self._changes += 1
        self._timer.stop()
        self._timer = self._wizard.set_timer(_PAUSE_SECONDS, self._start)

    async def now(self) -> None:
        """Bring the report up to what the document is at present; keys that come meanwhile wait."""
        for _ in range(_TRIES):
            if self._taken == self._changes:
                return
            self._timer.stop()
            project, changes = self._session.project, self._changes
            report = await asyncio.to_thread(self._checked, project, changes)
            if report is not None:
                self._take(report, changes)

    def close(self) -> None:
        """Check no more."""
        self._changes += 1
        self._timer.stop()

    def _start(self) -> None:
        project, changes = self._session.project, self._changes
        self._wizard.run_worker(
            lambda: self._check(project, changes),
            thread=True,
            group="check",
            exclusive=True,
            exit_on_error=False,
        )

    def _checked(self, project: Project, changes: int) -> CheckReport | None:
        from rfp_builder.check.report import check_unless

        return check_unless(project, self._session.today, lambda: self._changes != changes)

    def _check(self, project: Project, changes: int) -> None:
        report = self._checked(project, changes)
        if report is not None:
            with contextlib.suppress(RuntimeError):
                self._wizard.call_from_thread(self._take, report, changes)

    def _take(self, report: CheckReport, changes: int) -> None:
        if self._changes == changes:
            self._taken = changes
            self._session.take_report(report)
            front = self._wizard.screen
            if isinstance(front, WizardScreen):
                front.report_changed()
