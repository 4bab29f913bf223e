"""Documents: issue, proposals, scores, ranking and journal, one pane each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.style import Style
from textual.widget import Widget
from textual.widgets import ContentSwitcher

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
from rfp_builder.tui.screens.screen import WizardScreen
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.document.kept import kept_copies
from rfp_builder.workspace.states import State, state_of

if TYPE_CHECKING:
    from rfp_builder.workspace.document.step import Change

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


class DocumentsScreen(WizardScreen):
    """Opens on the pane where the work is; 1 to 5, F8 or a click change it."""

    CSS_PATH = "../styles/documents.tcss"
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

    def __init__(self) -> None:
        super().__init__()
        self._at: int | None = None

    def place(self) -> Phrase:
        """See `WizardScreen`."""
        return _PLACE

    def body(self) -> Iterable[Widget]:
        """See `WizardScreen`."""
        if self._at is None:
            first = _FIRST[state_of(self.session.project)]
            self._at = [name for name, _ in _PANES].index(first)
        yield Said(id="panes")
        yield Said(id="kept-copies")
        yield ContentSwitcher(*(kind(name) for name, kind in _PANES), initial=f"pane-{_PANES[self._at][0]}")

    def show(self) -> None:
        """See `WizardScreen`."""
        self.query_one("#panes", Said).update(self._tabs())
        copies = len(kept_copies(self.session.document.folder))
        notice = self.query_one("#kept-copies", Said)
        notice.display = copies > 0
        notice.update(self.say(NOTICE.fill(n=copies)))
        self._front_pane().show()

    def document_changed(self, change: Change) -> None:
        """See `WizardScreen`: only what the project holds can be different."""
        self._front_pane().show()

    def report_changed(self) -> None:
        """See `WizardScreen`. A check may end while the panes are still being made."""
        if self.is_mounted:
            self._front_pane().show()

    def action_pane(self, number: int) -> None:
        """Bring a pane to the front."""
        self._at = number % len(_PANES)
        self.query_one(ContentSwitcher).current = f"pane-{_PANES[self._at][0]}"
        self.show()
        pane = self._front_pane()
        (next(iter(pane.query("Button")), pane)).focus()

    def turn(self, steps: int) -> None:
        """The next pane, or one before."""
        self.action_pane((self._at or 0) + steps)

    def arrive(self) -> None:
        """See `WizardScreen`."""
        self.later(lambda: self.action_pane(self._at or 0))

    def _front_pane(self) -> Pane:
        return self.query_one(f"#pane-{_PANES[self._at or 0][0]}", Pane)

    def _tabs(self) -> Content:
        parts: list[Content] = []
        for number, (_, kind) in enumerate(_PANES):
            label = f" {number + 1} {self.say(kind.TITLE)} "
            click = Style.from_meta({"@click": f"screen.pane({number})"})
            # Brackets, since a terminal without colours may have no reverse either.
            here = number == self._at
            text = Content.styled(f"[{label}]", "bold reverse") if here else Content(f" {label} ")
            parts += [text.stylize(click), Content(" ")]
        return Content.assemble(*parts)
