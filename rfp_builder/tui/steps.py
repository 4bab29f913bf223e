"""Running a step of the road: in a thread, with a window that says what is being done, and a result."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

from textual.widget import Widget

from rfp_builder.errors import Problem
from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.tui.dialogs.dialog import Dialog
from rfp_builder.tui.outside import ask_whose
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.disk import disk_problem, kind

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.workspace.workspace import Workspace

T = TypeVar("T")
Tell = Callable[[Phrase], None]

_SECONDS = Phrase("{n}秒経過", "{n} s")
_THEN_LEAVES = Phrase("この処理が終わると閉じます。", "The wizard closes this when it is done.")
_OR_STAYS = Phrase("{leaves}Esc キーを押すと、閉じるのをやめます。", "{leaves} Esc: stay.").fill(
    leaves=_THEN_LEAVES
)
UNEXPECTED = Phrase("予期しない誤りが起きました。", "Something unexpected went wrong.")
_AS_SAVED = Phrase(
    "プロジェクトは最後に保存した状態のままです。もう一度お試しください。",
    "The project is unchanged since it was last saved. Please try again.",
)


class Working(Dialog[None]):
    """Says what is being done. It goes when the step is over; the step is not stopped half way."""

    BUTTONS = ()

    def __init__(self, what: Phrase) -> None:
        super().__init__()
        self._what = what
        self._seconds = 0
        self.leaving: Callable[[], object] | None = None
        """What somebody wants to do as soon as the step is over: to close the project or the wizard."""
        self.whatever_comes = False
        """Whether they leave even if the step fails, as when the terminal is gone."""

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return self._what

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        yield Said(id="working-stage", classes="dialog-text")
        yield Said(id="working-seconds", classes="dim")
        yield Said(id="working-leaves", classes="dialog-warning")

    def on_mount(self) -> None:
        """See Textual."""
        self._show_leaving()
        self.set_interval(1, self._count)

    def tell(self, stage: Phrase) -> None:
        """Say what is being done now."""
        # It may be told before its lines are there, and after they are gone.
        for said in self.query("#working-stage").results(Said):
            said.update(self.say(stage))

    def leave_after(self, then: Callable[[], object], *, whatever_comes: bool) -> None:
        """Do `then` when the step is over."""
        self.leaving, self.whatever_comes = then, self.whatever_comes or whatever_comes
        self._show_leaving()

    def action_leave(self) -> None:
        """See `Dialog`: a step goes on, but nobody has to leave after it."""
        if not self.whatever_comes:
            self.leaving = None
            self._show_leaving()

    def _show_leaving(self) -> None:
        for said in self.query("#working-leaves").results(Said):
            said.display = self.leaving is not None
            said.update(self.say(_THEN_LEAVES if self.whatever_comes else _OR_STAYS))

    def _count(self) -> None:
        self._seconds += 1
        self.query_one("#working-seconds", Said).update(self.say(_SECONDS.fill(n=self._seconds)))


def when_step_is_over(wizard: Wizard, then: Callable[[], object], *, whatever_comes: bool = False) -> None:
    """Do `then` now, or when the step that runs is over.

    A step that fails keeps people here, so that they read why; `whatever_comes` they leave all the same.
    """
    working = next((one for one in wizard.screen_stack if isinstance(one, Working)), None)
    if working is None:
        then()
    else:
        working.leave_after(then, whatever_comes=whatever_comes)


def run_step(
    wizard: Wizard, what: Phrase, step: Callable[[Workspace, Tell], T], done: Callable[[T], None]
) -> None:
    """Run `step` on everything typed so far; then `done` with its result, or the problem in a dialog."""
    assert wizard.session is not None
    document = wizard.session.document
    working = Working(what)

    def back(callback: Callable[..., None], *values: object) -> None:
        with contextlib.suppress(RuntimeError):
            wizard.call_from_thread(callback, *values)

    def tell(stage: Phrase) -> None:
        # Without waiting: who leaves the wizard waits for the step, and the step must not wait for them.
        wizard.call_later(working.tell, stage)

    def work() -> None:
        try:
            result = document.perform(lambda workspace: step(workspace, tell))
        except Problem as problem:
            back(over, problem, None)
        except OSError as error:
            back(over, disk_problem(error), None)
        except Exception as error:
            back(over, Problem(UNEXPECTED, kind(error), _AS_SAVED), None)
        else:
            back(over, None, result)

    def over(problem: Problem | None, result: T) -> None:
        if working not in wizard.screen_stack or wizard.session is None:
            return
        while wizard.screen is not working:
            # `dismiss` would take away whatever came to the front meanwhile.
            wizard.pop_screen()
        working.dismiss(None)
        leaving = working.leaving
        if leaving is not None and (problem is None or working.whatever_comes):
            leaving()
        elif problem is not None:
            ask_whose(wizard)
            wizard.show_problem(problem)
        else:
            done(result)

    wizard.push_screen(working)
    wizard.run_worker(work, thread=True, group="step", exit_on_error=False)
