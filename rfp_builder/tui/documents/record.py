"""The journal: who did what when, the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from textual.content import Content

from rfp_builder.errors import Problem
from rfp_builder.i18n import Phrase
from rfp_builder.tui.documents.copies import ClearCopies
from rfp_builder.tui.documents.pane import Column, Pane, moment, table
from rfp_builder.tui.widths import lines_of
from rfp_builder.workspace.journal_lines import JournalLine, journal_lines

_NUMBER = Column(Phrase("番号", "No."), 5, number=True)
_WHEN = Column(Phrase("日時", "When"), 16)
_WHO = Column(Phrase("だれ", "Who"), 12)
_WHAT = Phrase("何を", "What")
_OTHERS = 47
"""Cells that the other columns take, with the gaps, the margins and the bars for scrolling."""
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
        width = max(self.app.size.width - _OTHERS, _LEAST)
        columns = (_NUMBER, _WHEN, _WHO, Column(_WHAT, width))
        rows = (row for one in found for row in self._rows(one, width))
        return Content("\n").join(table(columns, rows, self.front.lang))

    def _rows(self, one: JournalLine, width: int) -> Iterator[tuple[str, str, str, str]]:
        """What was done goes on below itself where it is long: nothing of it is cut."""
        first, *more = lines_of(self.say(one.what), width)
        at = moment(datetime.fromisoformat(one.at), self.front.lang)
        yield str(one.number), at, one.who, first
        yield from (("", "", "", part) for part in more)
