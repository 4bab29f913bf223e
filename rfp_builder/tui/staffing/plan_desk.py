"""The plan at hand of an open project: made in a thread, while people go on with something else."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from rfp_builder.errors import Problem
from rfp_builder.i18n import Phrase
from rfp_builder.model.derived import changed_inputs
from rfp_builder.tui.steps import UNEXPECTED
from rfp_builder.workspace.disk import kind
from rfp_builder.workspace.staffing.steps import PlanAtHand

if TYPE_CHECKING:
    from rfp_builder.model.derived import Input
    from rfp_builder.model.project import Project
    from rfp_builder.model.staffing import HistoryFile, StaffingResult
    from rfp_builder.tui.app import Wizard
    from rfp_builder.tui.session import Session
    from rfp_builder.workload.plan.progress import Stage
    from rfp_builder.workspace.staffing.by_month import MonthOfService
    from rfp_builder.workspace.staffing.planning import Planned, Volumes
    from rfp_builder.workspace.staffing.proposal import Proposal

_READY = Phrase("要員計画ができました。", "The staffing plan is ready.")
_READING = Phrase("過去の件数を読み込み中", "reading the past contacts")
_STAGE = Phrase("計画を作っています（{n}/{all}）: {stage}", "Making the plan ({n} of {all}): {stage}")
_STOPPING = Phrase("計算をやめています", "Stopping")
_PART = Phrase(" {done}/{of}", " {done}/{of}")
_TRY_AGAIN = Phrase("もう一度お試しください。", "Please try again.")


class _Stopped(Exception):
    """Nobody waits for the plan any more."""


class PlanDesk:
    """Makes the plan of a session and keeps it as long as the project is open. Confidential.

    The project keeps the plan's result; the plan itself is only here.
    """

    def __init__(self, wizard: Wizard, session: Session, changed: Callable[[], None]) -> None:
        """`changed` is told of every stage, and when it is over."""
        self.made: Planned | None = None
        self.view = "summary"
        """How the plan was looked at last."""
        self.stage: Phrase | None = None
        """What is being done, while a plan is made."""
        self._wizard, self._session, self._changed = wizard, session, changed
        self.months: tuple[MonthOfService, ...] = ()
        """The months of the plan, which take a while to work out."""
        self._inputs: list[tuple[Input, ...]] = []
        """What the plan rests on: as it was made, and as it was filled in."""
        self._judged: tuple[Project, PlanAtHand] | None = None
        """Whether it holds for that project; several parts of the screen ask."""
        self._result: StaffingResult | None = None
        """What the project does not hold yet."""
        self._stop = False
        self._read: HistoryFile | None = None
        """The file that is read, or was, and in which manner."""
        self._volumes: Volumes | None = None
        self.left_out: tuple[Phrase, ...] = ()
        """What the plan does not fill in, and why."""
        self._compared: tuple[Planned, Project] | None = None
        self._proposals: tuple[Proposal, ...] | None = None
        self._proposed_for: Project | None = None
        self.reading = False
        """Whether the past contacts are being read."""

    @property
    def at_hand(self) -> PlanAtHand:
        """Whether there is a plan to look at, and whether it still holds."""
        if self.made is None:
            return PlanAtHand.NONE
        project = self._session.project
        if self._judged is None or self._judged[0] is not project:
            holds = any(not changed_inputs(project, inputs) for inputs in self._inputs)
            self._judged = project, PlanAtHand.CURRENT if holds else PlanAtHand.OLD
        return self._judged[1]

    def filled_in(self) -> None:
        """The plan was filled in: what it wrote where it had taken something from makes it no older."""
        result = self._session.project.staffing.result
        if result is not None:
            self._inputs.append(result.inputs)
            self._judged = None

    def make(self) -> None:
        """Make the plan of the project as it is now. One at a time."""
        if self.stage is not None:
            return
        self._stop = False
        self.stage = _READING
        project = self._session.project
        self._wizard.run_worker(lambda: self._work(project), thread=True, group="plan", exit_on_error=False)
        self._changed()

    def volumes(self) -> Volumes | None:
        """The contacts that were taken in; None while they are being read, which begins here.

        What cannot be read is said once, until another file is taken in.
        """
        kept = self._session.project.staffing.history
        if kept is None:
            return None
        if self._read != kept:
            self._read, self._volumes, self.reading = kept, None, True
            project = self._session.project
            self._wizard.run_worker(
                lambda: self._read_volumes(project, kept), thread=True, group="history", exit_on_error=False
            )
        return self._volumes

    def proposals(self) -> tuple[Proposal, ...] | None:
        """What the plan has for the definition; None until that was worked out for the first time.

        After a change they are those of before until the new ones are there: see `compare_now`.
        """
        made, project = self.made, self._session.project
        if made is None:
            return None
        if self._compared is None or self._compared[0] is not made or self._compared[1] is not project:
            if self._compared is None or self._compared[0] is not made:
                self._proposals = None
            self._compared = made, project
            self._wizard.run_worker(
                lambda: self._compare(made, project), thread=True, group="proposals", exit_on_error=False
            )
        return self._proposals

    def compare_now(self) -> None:
        """Have the proposals be those for the definition as it is now."""
        from rfp_builder.workspace.staffing.proposing import left_out, proposals

        made, project = self.made, self._session.project
        if made is not None and self._proposed_for is not project:
            self._compared = made, project
            self._take_proposals(self._compared, proposals(made, project), left_out(made, project))

    def _compare(self, made: Planned, project: Project) -> None:
        from rfp_builder.workspace.staffing.proposing import left_out, proposals

        try:
            found, left = proposals(made, project), left_out(made, project)
        except Exception as error:
            self._back(self._say, _problem(error))
        else:
            self._back(self._take_proposals, (made, project), found, left)

    def _take_proposals(
        self, of: tuple[Planned, Project], found: tuple[Proposal, ...], left: tuple[Phrase, ...]
    ) -> None:
        if self._compared is not None and self._compared[0] is of[0] and self._compared[1] is of[1]:
            self._proposals, self.left_out, self._proposed_for = found, left, of[1]
            self._changed()

    def _read_volumes(self, project: Project, kept: HistoryFile) -> None:
        from rfp_builder.workspace.staffing.history import volumes_in

        try:
            found = volumes_in(self._session.document.folder, project)
        except Exception as error:
            self._back(self._take_volumes, kept, None)
            self._back(self._say, _problem(error))
        else:
            self._back(self._take_volumes, kept, found)

    def _take_volumes(self, kept: HistoryFile, found: Volumes | None) -> None:
        if self._read == kept and self._wizard.session is self._session:
            self._volumes, self.reading = found, False
            self._changed()

    def stop(self) -> None:
        """Give it up, at the next stage, and say that one comes to an end meanwhile."""
        if self.stage is None:
            return
        self._stop, self.stage = True, _STOPPING
        self._changed()

    def _work(self, project: Project) -> None:
        from rfp_builder.workload.plan.result import result_of
        from rfp_builder.workspace.staffing.by_month import months_of_service
        from rfp_builder.workspace.staffing.planning import planned_in

        worker = get_current_worker()

        def progress(stage: Stage, done: int, of: int) -> None:
            if self._stop or worker.is_cancelled:
                raise _Stopped
            # Without waiting, as the steps of the road do.
            self._wizard.call_later(self._tell, stage, done, of)

        try:
            made = planned_in(self._session.document.folder, project, self._session.today, progress=progress)
            result = result_of(made.plan, project, self._session.today)
            months = months_of_service(made.plan)
        except _Stopped:
            self._back(self._over, None)
        except Exception as error:
            self._back(self._over, _problem(error))
        else:
            self._back(self._done, made, result, months)

    def _back(self, callback: Callable[..., None], *values: object) -> None:
        with contextlib.suppress(RuntimeError):
            self._wizard.call_from_thread(callback, *values)

    def _tell(self, stage: Stage, done: int, of: int) -> None:
        if self.stage is None or self._stop:
            return
        from rfp_builder.workload.plan.progress import Stage as Stages

        part = _PART.fill(done=done, of=of) if of > 1 else Phrase("", "")
        said = _STAGE.fill(n=stage.number, all=len(Stages), stage=stage)
        self.stage = Phrase(said.ja + part.ja, said.en + part.en)
        self._changed()

    def _over(self, problem: Problem | None) -> None:
        self.stage = None
        if self._wizard.session is not self._session:
            return
        self._changed()
        if problem is not None:
            self._say(problem)

    def _say(self, problem: Problem) -> None:
        if self._wizard.session is self._session:
            self._wizard.show_problem(problem)

    def _done(
        self,
        made: Planned,
        result: StaffingResult,
        months: tuple[MonthOfService, ...],
    ) -> None:
        self.stage = None
        if self._wizard.session is not self._session:
            return
        self.made, self.months, self._inputs, self._judged = made, months, [result.inputs], None
        self._proposed_for = None
        self._result = result
        self._wizard.tell(_READY)
        self._changed()

    def keep_result(self) -> None:
        """Have the project keep the result of a plan that was just made; it says what it rests on.

        The screen calls this while it is in front: undo must not find it among what is typed elsewhere.
        """
        result, self._result = self._result, None
        project = self._session.project
        held = project.staffing.result
        if result is not None and (held is None or held.replace(on=result.on) != result):
            after = project.replace(staffing=project.staffing.replace(result=result))
            self._wizard.attempt(lambda: self._session.document.change(after, "staffing.result"))


def _problem(error: Exception) -> Problem:
    """What is told of it; of what nobody expected only its kind, since its text may quote a secret."""
    return error if isinstance(error, Problem) else Problem(UNEXPECTED, kind(error), _TRY_AGAIN)
