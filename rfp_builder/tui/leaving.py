"""Before a project is put away: what stands in the fields is taken, and it is said if it cannot be saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rfp_builder.i18n import Phrase

if TYPE_CHECKING:
    from rfp_builder.errors import Problem
    from rfp_builder.store.folder import FolderStore
    from rfp_builder.tui.app import Wizard

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
    "ほかの人、またはほかの画面が保存しています。終わるのを待っています。",
    "Another person, or another window, is saving. Waiting for it to end.",
)
_LOOK_SECONDS = 0.1
_LOOKS = 10
"""After which it is asked whether to leave all the same."""
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
    """Save everything, then call `then`. A step under way ends first; where the folder refuses, ask."""
    from rfp_builder.tui.dialogs.confirm import Confirm
    from rfp_builder.tui.steps import when_step_is_over

    def now(looked: int = 0) -> None:
        take_typed(wizard)
        store = _store_in_use(wizard)
        if store is not None and looked < _LOOKS:
            # Nobody is kept in front of a screen that does not answer: the save would wait in this thread.
            if not looked:
                wizard.tell(_WAITING)
            wizard.set_timer(_LOOK_SECONDS, lambda: now(looked + 1))
            return
        if store is not None:
            store.waits = False
        problem, kept = _saved(wizard)
        if problem is None:
            then()
        elif not isinstance(wizard.screen, Confirm):
            told = (_KEPT if kept else _LOST).fill(why=problem.why)
            wizard.push_screen(Confirm(_QUESTION, told, _CLOSE if kept else _CLOSE_UNSAVED), answered)

    def answered(sure: bool | None) -> None:
        if sure:
            then()
        elif wizard.session is not None:
            wizard.session.document.workspace.store.waits = True

    when_step_is_over(wizard, lambda: when_keys_arrived(wizard, now))


def _store_in_use(wizard: Wizard) -> FolderStore | None:
    """The folder, where something is to be saved in it and somebody else is saving."""
    from rfp_builder.workspace.document.saving import SaveState

    if wizard.session is None or wizard.session.document.state is SaveState.SAVED:
        return None
    store = wizard.session.document.workspace.store
    return store if store.taken else None


def _saved(wizard: Wizard) -> tuple[Problem | None, bool]:
    """Why something is not on the disk now, if it is not; and whether this machine keeps it."""
    if wizard.session is None:
        return None, False
    document = wizard.session.document
    document.save()
    return (document.problem if document.failed else None), document.rescued
