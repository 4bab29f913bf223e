"""The tree of criteria: digits typed on a row are its points."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding
from textual.events import Key
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from rfp_builder.errors import Problem
from rfp_builder.i18n import Phrase
from rfp_builder.text.numbers import read_number
from rfp_builder.text.show import show_number
from rfp_builder.text.unreadable import Unreadable
from rfp_builder.tui.criteria.lines import Node, nodes, row, serious
from rfp_builder.tui.criteria.rows import Rows
from rfp_builder.workspace.criteria_shaping import path_of
from rfp_builder.workspace.document.closed import closed

if TYPE_CHECKING:
    from rfp_builder.tui.screens.screen import WizardScreen

_TYPED = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
_LONGEST = 12
_ON_SUBS = Phrase(
    "配点は評価細目の行で入力します。評価基準の配点はその合計です。",
    "Points go to the sub-criteria; those of a criterion are their sum.",
)


class CriteriaTree(Rows):
    """Rows of criteria and sub-criteria. What is typed is written to the document key by key."""

    BINDINGS: ClassVar = [
        Binding("insert,ctrl+n", "app.command('NewSub')", show=False),
        Binding("delete,ctrl+k", "app.command('DeleteNode')", show=False),
        Binding("ctrl+up", "app.command('MoveUp')", show=False),
        Binding("ctrl+down", "app.command('MoveDown')", show=False),
        Binding("right", "app.command('EditNode')", show=False),
    ]

    class Opened(Message):
        """Enter or a click on a row."""

    def __init__(self) -> None:
        super().__init__(id="criteria-tree", markup=False)
        self._rows: tuple[Node, ...] = ()
        self._typing: str | None = None
        self._at: str | None = None
        """Id of the node whose points are being typed."""
        self._before = Decimal(0)
        """Its points before that."""

    @property
    def _front(self) -> WizardScreen:
        return cast("WizardScreen", self.screen)

    @property
    def node(self) -> Node | None:
        """The marked row."""
        at = self.highlighted
        return self._rows[at] if at is not None and at < len(self._rows) else None

    def mark(self, node: str) -> None:
        """Mark the row of a criterion or sub-criterion, where it is there."""
        for at, one in enumerate(self._rows):
            if one.id == node:
                self.highlighted = at

    def show(self) -> None:
        """Bring the rows up to the document; the marked one stays marked."""
        front = self._front
        project, session = front.session.project, front.session
        marked = self.node.id if self.node is not None else None
        before = [one.id for one in self._rows]
        self._rows = nodes(project.criteria)
        prompts = [
            row(
                one,
                project.criteria,
                front.lang,
                serious(session.findings_at(path_of(project.criteria, one.id)))
                if one.sub is not None
                else False,
                self._typing if one.id == self._at else None,
            )
            for one in self._rows
        ]
        if before == [one.id for one in self._rows] and self.option_count == len(prompts):
            for at, prompt in enumerate(prompts):
                if self.get_option_at_index(at).prompt != prompt:
                    self.replace_option_prompt_at_index(at, prompt)
            return
        at = self.highlighted or 0
        self.set_options(Option(prompt, id=one.id) for one, prompt in zip(self._rows, prompts, strict=True))
        if self._rows:
            self.highlighted = min(at, len(self._rows) - 1)
            if marked is not None:
                self.mark(marked)

    def edit(self) -> None:
        """Start from the points that are there (F4)."""
        node = self._open_node()
        if node is not None:
            self._begin(node, show_number(node.points).replace(",", ""))

    def settle(self) -> None:
        """The points typed are one step; whatever cannot be read is forgotten."""
        if self._typing is not None:
            self._typing = self._at = None
            self._front.session.document.settle()
            self.show()

    def forget(self) -> None:
        """What was being typed is over: the points were changed in another way."""
        self._typing = self._at = None

    def on_key(self, event: Key) -> None:
        """See Textual: digits, also full-width ones as an IME commits them, are points."""
        char = (event.character or "").translate(_TYPED)
        if event.key == "backspace" and self._typing is not None:
            self._type(self._typing[:-1])
        elif len(char) == 1 and char in "0123456789.,":
            node = self._open_node()
            if node is None:
                return
            if self._typing is None or self._at != node.id:
                self.settle()
                self._begin(node, "")
            self._type((self._typing or "") + char)
        else:
            return
        event.stop()
        event.prevent_default()

    def open_row(self) -> None:
        """Enter: the next row where points were typed, else open."""
        if self._typing is not None:
            self.settle()
            self.action_cursor_down()
        else:
            self.post_message(self.Opened())

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """See Textual: points belong to the row they were typed on."""
        if event.option_id != self._at:
            self.settle()

    def on_blur(self) -> None:
        """See Textual."""
        self.settle()

    def _open_node(self) -> Node | None:
        """The marked sub-criterion, where its points can be changed."""
        node, front = self.node, self._front
        if node is None:
            return None
        if node.sub is None:
            front.wizard.tell(_ON_SUBS)
            return None
        why = closed(front.session.project, "criteria")
        if why is not None:
            front.wizard.tell(why.why)
            return None
        return node

    def _begin(self, node: Node, text: str) -> None:
        self._at, self._typing, self._before = node.id, text, node.points
        self.show()

    def _type(self, text: str) -> None:
        self._typing = text[:_LONGEST]
        points = _read(self._typing) if self._typing else self._before
        if points is not None and self._at is not None:
            document = self._front.session.document
            path = f"{path_of(document.project.criteria, self._at)}.points"
            try:
                document.set(path, points, typing=True)
            except Problem as problem:
                self._front.wizard.tell(problem.why)
        self.show()


def _read(text: str) -> Decimal | None:
    try:
        return read_number(text)
    except Unreadable:
        return None
