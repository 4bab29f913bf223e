"""Undo and redo, with the place shown where it happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from rfp_builder.i18n import Phrase

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.workspace.document.step import Step

_UNDONE = Phrase("取り消しました: {what}", "Undone: {what}")
_REDONE = Phrase("やり直しました: {what}", "Redone: {what}")
_NOTHING = Phrase("取り消せる変更はありません。", "There is nothing to undo.")
_NOTHING_AGAIN = Phrase("やり直せる変更はありません。", "There is nothing to redo.")
_CLOSE_FIRST = Phrase(
    "ここを閉じてから、Ctrl+Z や Ctrl+Y を押してください。", "Close this first, then press Ctrl+Z or Ctrl+Y."
)


def undo(wizard: Wizard) -> None:
    """Take the last change back and go to its place."""
    assert wizard.session is not None
    if not _is_for_dialog(wizard, "undo"):
        _show(wizard, wizard.session.document.undo(), _UNDONE, _NOTHING)


def redo(wizard: Wizard) -> None:
    """Do the change again that was taken back last, and go to its place."""
    assert wizard.session is not None
    if not _is_for_dialog(wizard, "redo"):
        _show(wizard, wizard.session.document.redo(), _REDONE, _NOTHING_AGAIN)


def _is_for_dialog(wizard: Wizard, way: Literal["undo", "redo"]) -> bool:
    """Whether a dialog is in front that keeps what is typed to itself: the document below stays as it is.

    A text there is undone by itself; where there is none, it is said why nothing happens.
    """
    from textual.widgets import TextArea

    from rfp_builder.tui.fields.field import Field
    from rfp_builder.tui.screens.screen import WizardScreen

    front = wizard.screen
    if isinstance(front, WizardScreen) or front.query(Field):
        return False
    if not isinstance(front.focused, TextArea):
        wizard.tell(_CLOSE_FIRST)
    elif way == "undo":
        front.focused.undo()
    else:
        front.focused.redo()
    return True


def _show(wizard: Wizard, step: Step | None, done: Phrase, nothing: Phrase) -> None:
    from rfp_builder.tui.road import go
    from rfp_builder.tui.screens.screen import WizardScreen

    if step is None:
        wizard.tell(nothing)
        return
    if isinstance(wizard.screen, WizardScreen):
        go(wizard, step.path)
    wizard.tell(done.fill(what=step.label))
