"""The journal: who did what when, the newest first."""

from __future__ import annotations

from itertools import islice

from textual.content import Content

from rfp_builder.errors import Problem
from rfp_builder.i18n import Phrase
from rfp_builder.tui.documents.copies import ClearCopies
from rfp_builder.tui.documents.pane import Pane, table
from rfp_builder.workspace.journal_lines import JournalLine, journal_lines

_HEADINGS = (Phrase("番号", "No."), Phrase("日時", "When"), Phrase("だれ", "Who"), Phrase("何を", "What"))
_MOST = 300


class RecordPane(Pane):
    """The last entries; runs of edits by one person are drawn together."""

    TITLE = Phrase("記録", "Journal")
    LEAD = Phrase(
        "だれが、いつ、何をしたかの記録です。書き換えると検査で分かります。",
        "Who did what and when. Any tampering would be noticed.",
    )
    DOES = (ClearCopies,)

    def view(self) -> Content:
        """See `Pane`."""
        found: list[JournalLine] = []
        try:
            found += islice(journal_lines(self.front.session.document.workspace), _MOST)
        except Problem as problem:
            return Content("\n".join(problem.lines(self.front.lang)))
        rows = [(str(one.number), one.at, one.who, self.say(one.what)) for one in found]
        return table([self.say(one) for one in _HEADINGS], rows, (5, 16, 14, 36))
