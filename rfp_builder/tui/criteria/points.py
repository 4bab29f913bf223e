"""The first part: the tree of criteria with its points, and all about the marked row beside it."""

from __future__ import annotations

import re

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import OptionList

from rfp_builder.i18n import Phrase
from rfp_builder.tui.commands.criteria import (
    CopyNode,
    DeleteNode,
    EditNode,
    EditPoints,
    FromCatalogue,
    MoveDown,
    MoveUp,
    NewCriterion,
    NewSub,
    SpreadRest,
)
from rfp_builder.tui.criteria.lines import about
from rfp_builder.tui.criteria.part import Part
from rfp_builder.tui.criteria.tree import CriteriaTree
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.criteria_shaping import path_of

_EMPTY = Phrase(
    "評価基準がまだありません。F6 で用意された評価基準から選ぶか、「基準を追加」で新しく作ってください。",
    "There are no criteria yet. F6 takes ready ones, or add one of your own.",
)
_NODE = re.compile(r"^criteria\.criteria\[([^\]]+)\](?:\.subs\[([^\]]+)\])?")
_DEEPER = re.compile(r"\.(?:name|intent|looks_at|scoring|anchors|evaluators|floor)(?:\[|\.|$)")


class PointsPart(Part):
    """Points are typed on the row; Enter opens the texts and anchors."""

    TITLE = Phrase("配点と基準", "Points")
    LEAD = Phrase(
        "行を選んで数字を打つと配点が変わります。Enter で文章と判定基準を開きます。",
        "Type digits on a row to set its points. Enter opens its texts and anchors.",
    )
    OFFERS = (
        EditNode,
        EditPoints,
        NewSub,
        NewCriterion,
        FromCatalogue,
        CopyNode,
        MoveUp,
        MoveDown,
        DeleteNode,
        SpreadRest,
    )

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield self.lead()
        yield self.offers()
        yield Said(self.say(_EMPTY), id="criteria-empty")
        with Horizontal(id="criteria-both"):
            yield CriteriaTree()
            with VerticalScroll(id="criteria-about", can_focus=True):
                yield Said(id="criteria-about-text")

    @property
    def rows(self) -> CriteriaTree:
        """The rows."""
        return self.query_one(CriteriaTree)

    def enter(self) -> None:
        """See `Part`."""
        self.show()
        self.rows.focus()

    def show(self) -> None:
        """See `Part`."""
        self.show_offers()
        self.query_one("#criteria-empty").display = not self.project.criteria.criteria
        self.rows.show()
        self._show_about()

    def go_to(self, path: str) -> None:
        """See `Part`: what is edited elsewhere is opened there."""
        found = _NODE.match(path)
        if found is None:
            return
        self.rows.mark(found[2] or found[1])
        self._show_about()
        if _DEEPER.search(path, found.end()):
            self.open(path)

    def open(self, path: str = "") -> None:
        """The texts and anchors of the marked row; the focus on the field at `path`."""
        from rfp_builder.tui.screens.criterion import CriterionScreen

        node = self.rows.node
        if node is not None:
            self.rows.settle()
            self.front.wizard.push_screen(CriterionScreen(node.id, path))

    @property
    def reading(self) -> bool:
        """Whether the text has the focus, or hides the tree."""
        hidden = self.front.has_class("-narrow") and self.has_class("reading")
        return hidden or self.query_one("#criteria-about").has_focus

    def leave_text(self) -> None:
        """Back to the tree."""
        self.remove_class("reading")
        self.rows.focus()

    def other_pane(self) -> None:
        """Between the tree and the text beside it; in a narrow terminal one takes the place of the other."""
        beside = self.query_one("#criteria-about")
        if self.front.has_class("-narrow"):
            showing = not self.has_class("reading")
            self.set_class(showing, "reading")
            (beside if showing else self.rows).focus()
        elif beside.has_focus:
            self.rows.focus()
        else:
            beside.focus()

    def on_criteria_tree_opened(self) -> None:
        """Enter, or a click on the marked row."""
        self.open()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """See Textual."""
        self._show_about()

    def _show_about(self) -> None:
        node, session = self.rows.node, self.front.session
        text = self.query_one("#criteria-about-text", Said)
        if node is None:
            text.update("")
            return
        path = path_of(session.project.criteria, node.id)
        findings = session.findings_at(path)
        text.update(about(session.project, node, self.front.lang, findings))
