"""Undo and redo, with the place shown where it happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rfp_builder.i18n import Phrase

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.workspace.document.step import Step

_UNDONE = Phrase("取り消しました: {what}", "Undone: {what}")
_REDONE = Phrase("やり直しました: {what}", "Redone: {what}")
_NOTHING = Phrase("取り消せる変更はありません。", "There is nothing to undo.")
_NOTHING_AGAIN = Phrase("やり直せる変更はありません。", "There is nothing to redo.")


def undo(wizard: Wizard) -> None:
    """Take the last change back and go to its place."""
    assert wizard.session is not None
    _show(wizard, wizard.session.document.undo(), _UNDONE, _NOTHING)


def redo(wizard: Wizard) -> None:
    """Do the change again that was taken back last, and go to its place."""
    assert wizard.session is not None
    _show(wizard, wizard.session.document.redo(), _REDONE, _NOTHING_AGAIN)


def _show(wizard: Wizard, step: Step | None, done: Phrase, nothing: Phrase) -> None:
    from rfp_builder.tui.road import go
    from rfp_builder.tui.screens.screen import WizardScreen

    if step is None:
        wizard.tell(nothing)
        return
    if isinstance(wizard.screen, WizardScreen):
        go(wizard, step.path)
    wizard.tell(done.fill(what=step.label))
