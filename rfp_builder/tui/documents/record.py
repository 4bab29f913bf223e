"""The journal: who did what when, the newest first."""

from __future__ import annotations

from datetime import datetime
from itertools import islice

from textual.content import Content

from rfp_builder.errors import Problem
from rfp_builder.i18n import Phrase
from rfp_builder.tui.documents.copies import ClearCopies
from rfp_builder.tui.documents.pane import Column, Pane, moment, table
from rfp_builder.workspace.journal_lines import JournalLine, journal_lines

_NUMBER = Column(Phrase("番号", "No."), 5, number=True)
_WHEN = Column(Phrase("日時", "When"), 16)
_WHO = Column(Phrase("だれ", "Who"), 12)
_WHAT = Phrase("何を", "What")
_OTHERS = 48
"""Cells that the other columns take, with the gaps, the margins and the bar for scrolling."""
_LEAST = 30
_MOST = 300


class RecordPane(Pane):
    """The last entries; runs of edits by one person are drawn together."""

    TITLE = Phrase("記録", "Journal")
    LEAD = Phrase(
        "だれが、いつ、何をしたかの記録です。あとから書き換えられると、この画面で分かります。",
        "Who did what and when. If anybody tampered with it, this screen would say so.",
    )
    DOES = (ClearCopies,)

    def view(self) -> Content:
        """See `Pane`."""
        found: list[JournalLine] = []
        try:
            found += islice(journal_lines(self.front.session.document.workspace), _MOST)
        except Problem as problem:
            return Content("\n".join(problem.lines(self.front.lang)))
        columns = (_NUMBER, _WHEN, _WHO, Column(_WHAT, max(self.app.size.width - _OTHERS, _LEAST)))
        rows = (
            (
                str(one.number),
                moment(datetime.fromisoformat(one.at), self.front.lang),
                one.who,
                self.say(one.what),
            )
            for one in found
        )
        return Content("\n").join(table(columns, rows, self.front.lang))
