"""Before a project is put away: what stands in the fields is taken, and it is said if it cannot be saved."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING

from rfp_builder.i18n import Phrase

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.tui.dialogs.confirm import Confirm
    from rfp_builder.workspace.document.document import Document

_QUESTION = Phrase("保存できていません。このまま閉じますか。", "This is not saved. Close it all the same?")
_LOST = Phrase(
    "{why} 閉じると、保存できていない入力は失われます。",
    "{why} What is not saved will be lost when you close.",
)
_KEPT = Phrase(
    "{why} 保存できていない入力は、このパソコンに残してあります。"
    "次にこのプロジェクトを開いたときに取り込めます。",
    "{why} What is not saved is kept on this computer. You can put it in when you open this project again.",
)
_WAITING = Phrase(
    "保存しています。終わると閉じます。", "Saving. The project is closed as soon as it is saved."
)
_SLOW = Phrase(
    "保存が終わりません。保存先の応答が遅いか、ほかの人、またはほかの画面が保存しています。",
    "Saving takes long: the folder is slow to answer, or another person or window is saving.",
)
_LOOK_SECONDS = 0.05
_LOOKS_UNTOLD, _LOOKS = 6, 30
"""After which it is said that it takes its time, and asked whether to leave all the same."""
_CLOSE = Phrase("このまま閉じる", "Close anyway")
_CLOSE_UNSAVED = Phrase("保存せずに閉じる", "Close without saving")


def take_typed(wizard: Wizard) -> None:
    """Write what is being typed into the document, also what its field was not told of yet."""
    if wizard.session is None:
        return
    for screen in wizard.screen_stack:
        for node in () if screen.focused is None else screen.focused.ancestors_with_self:
            # By what it has, not by its class: fields are not imported before there are some.
            take = getattr(node, "take_typed", None)
            if take is not None:
                take()


def when_keys_arrived(wizard: Wizard, then: Callable[[], object]) -> None:
    """Call `then` once the keys on their way to the focus are there."""
    focused = wizard.focused if wizard.screen_stack else None
    if focused is None or not focused.message_queue_size or not focused.call_later(wizard.call_later, then):
        then()


def put_away(wizard: Wizard, then: Callable[[], object]) -> None:
    """Save everything, then call `then`. A step under way ends first; where the folder refuses, ask.

    The screen lives on while it is saved, and who does not want to wait for a slow folder may go.
    """
    from rfp_builder.tui.steps import when_step_is_over

    when_step_is_over(wizard, partial(when_keys_arrived, wizard, _Leaving(wizard, then).begin))


class _Leaving:
    """Waits for the last save, a look at a time."""

    def __init__(self, wizard: Wizard, then: Callable[[], object]) -> None:
        self._wizard, self._then = wizard, then
        self._looks = 0
        self._tried = False
        """Whether a save was begun for this: what an earlier one met may be over."""
        self._aside: Thread | None = None
        self._question: Confirm | None = None

    def begin(self) -> None:
        """Look for the first time, unless somebody waits already."""
        if self._wizard.desk.leaving is None:
            self._wizard.desk.leaving = self
            self._look()

    def _look(self) -> None:
        wizard = self._wizard
        if wizard.desk.leaving is not self:
            # Somebody chose to stay.
            return
        take_typed(wizard)
        document = None if wizard.session is None else wizard.session.document
        if document is None or not wizard.desk.watching or not document.unsaved:
            self._go()
            return
        if self._question is None:
            if wizard.desk.saving:
                self._wait(document)
            elif self._tried and document.failed:
                assert document.problem is not None
                self._ask(document, document.problem.why)
            else:
                self._tried = True
                wizard.desk.save_now(asked=False)
        wizard.set_timer(_LOOK_SECONDS, self._look)

    def _wait(self, document: Document) -> None:
        self._looks += 1
        if self._looks == _LOOKS_UNTOLD:
            self._wizard.tell(_WAITING)
        if self._looks == _LOOKS:
            # It is asked when it is known what becomes of the work; that may be on a slow disk, too.
            self._aside = Thread(target=document.keep_aside, daemon=True)
            self._aside.start()
        if self._aside is not None and not self._aside.is_alive():
            self._ask(document, _SLOW)

    def _ask(self, document: Document, why: Phrase) -> None:
        from rfp_builder.tui.dialogs.confirm import Confirm

        kept = document.rescued
        told = (_KEPT if kept else _LOST).fill(why=why)
        self._question = Confirm(_QUESTION, told, _CLOSE if kept else _CLOSE_UNSAVED)
        self._wizard.push_screen(self._question, self._answered)

    def _answered(self, sure: bool | None) -> None:
        if self._wizard.desk.leaving is not self:
            return
        if sure and self._wizard.session is not None:
            self._wizard.session.document.give_up()
            self._go()
        else:
            self._wizard.desk.leaving = None

    def _go(self) -> None:
        self._wizard.desk.leaving = None
        if self._question is not None and self._wizard.screen is self._question:
            self._question.dismiss(None)
        self._then()
