"""Documents: issue, proposals, scores, ranking and journal, one pane each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding
from textual.widget import Widget

from rfp_builder.i18n import Phrase
from rfp_builder.tui.commands.command import bindings
from rfp_builder.tui.commands.documents import NextPane, OpenProjectFolder, PreviousPane
from rfp_builder.tui.commands.everywhere import Back, OtherLanguage, ShowCommands
from rfp_builder.tui.commands.screen_help import ScreenHelp
from rfp_builder.tui.documents.copies import NOTICE
from rfp_builder.tui.documents.issuing import IssuingPane
from rfp_builder.tui.documents.pane import Pane
from rfp_builder.tui.documents.proposals import ProposalsPane
from rfp_builder.tui.documents.ranking import RankingPane
from rfp_builder.tui.documents.record import RecordPane
from rfp_builder.tui.documents.scoring import ScoringPane
from rfp_builder.tui.screens.paned import PanedScreen
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.document.kept import kept_copies
from rfp_builder.workspace.states import State, state_of

_PLACE = Phrase("文書・提案・採点・評価結果", "Documents, scores and ranking")
_PANES: tuple[tuple[str, type[Pane]], ...] = (
    ("issue", IssuingPane),
    ("proposals", ProposalsPane),
    ("scores", ScoringPane),
    ("ranking", RankingPane),
    ("record", RecordPane),
)
_FIRST = {
    State.DRAFT: "issue",
    State.AGREED: "issue",
    State.ISSUED: "proposals",
    State.RECEIVED: "scores",
    State.SCORED: "ranking",
}


class DocumentsScreen(PanedScreen):
    """Opens on the pane where the work is; 1 to 5, F8 or a click change it."""

    CSS_PATH = "../styles/documents.tcss"
    PANES = _PANES
    ABOUT = Phrase(
        "提案依頼書を発行し、提案を受け取り、採点を集め、順位を出します。\n"
        "数字キー 1〜5 か F8 キーで、発行、提案、採点、評価結果、記録を切り替えます。"
        "ボタンは Tab キーで選び、Enter キーで押します。\n"
        "作った文書はプロジェクトのフォルダにあります（F4 キーで開きます）。",
        "Here the RFP is issued, proposals and scores come in, and the ranking is calculated.\n"
        "Keys 1 to 5, or F8, go through issue, proposals, scores, ranking and journal. Tab chooses a button, "
        "Enter presses it.\n"
        "The files are in the folder of the project (F4 opens it).",
    )
    KEYS = (ScreenHelp, NextPane, OpenProjectFolder, ShowCommands, OtherLanguage, Back)
    DOES = (NextPane, PreviousPane, OpenProjectFolder, *(does for _, pane in _PANES for does in pane.DOES))
    BINDINGS: ClassVar = [
        *bindings(NextPane, PreviousPane, OpenProjectFolder),
        *(Binding(str(number), f"pane({number - 1})", show=False) for number in range(1, len(_PANES) + 1)),
    ]

    def place(self) -> Phrase:
        """See `WizardScreen`."""
        return _PLACE

    def first(self) -> str:
        """See `PanedScreen`."""
        return _FIRST[state_of(self.session.project)]

    def above(self) -> Iterable[Widget]:
        """See `PanedScreen`."""
        yield Said(id="kept-copies")

    def show(self) -> None:
        """See `WizardScreen`."""
        copies = len(kept_copies(self.session.document.folder))
        notice = self.query_one("#kept-copies", Said)
        notice.display = copies > 0
        notice.update(self.say(NOTICE.fill(n=copies)))
        super().show()
