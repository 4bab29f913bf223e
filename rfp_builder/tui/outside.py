"""Another window or another person saved the same project: their work is taken in, ours is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rfp_builder.i18n import Phrase

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard

_TAKEN = Phrase("ほかで保存された内容を取り込みました。", "Changes saved elsewhere were merged in.")


def take_in(wizard: Wizard) -> None:
    """Merge what is on the disk with what was typed here, in the thread that calls.

    Where both touched one place, the desk asks: it hears of the change.
    """
    if wizard.session is None:
        return
    merge = wizard.session.document.take_outside()
    if not merge.clashes:
        wizard.call_later(wizard.tell, _TAKEN)


def ask_whose(wizard: Wizard) -> None:
    """Ask whose value stands where both sides changed one place; not while a step runs, nor twice."""
    from rfp_builder.tui.dialogs.clashes import Clashes
    from rfp_builder.tui.steps import Working

    busy = any(isinstance(one, Clashes | Working) for one in wizard.screen_stack)
    if wizard.session is not None and wizard.session.document.clashes and not busy:
        wizard.push_screen(Clashes(), lambda _: _when_settled(wizard))


def _when_settled(wizard: Wizard) -> None:
    """Once nothing clashes any more, the copies that were kept meanwhile are the person's to throw away."""
    from rfp_builder.tui.documents.copies import show_copies

    if wizard.session is not None and not wizard.session.document.clashes:
        show_copies(wizard)
