"""The journal, the newest deed first."""

from __future__ import annotations

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.listing import tell_through
from rfp_builder.i18n import Phrase
from rfp_builder.workspace.journal_lines import journal_lines

_TITLE = Phrase("== 記録 {n}件（新しい順） ==", "== Journal, the newest first ({n}) ==")
_LINE = Phrase("{at} {who}: {what}", "{at} {who}: {what}")


def tell_journal(desk: Desk) -> None:
    """Who did what when, for as long as somebody wants to hear it.

    Raises:
        Ended, ToMenu: see `Desk.ask`.
    """
    found = desk.attempt(lambda: list(journal_lines(desk.document.workspace)))
    if found is None:
        return
    desk.say()
    desk.say(_TITLE.fill(n=len(found)))
    tell_through(desk, [desk.in_words(_LINE.fill(at=one.at, who=one.who, what=one.what)) for one in found])
