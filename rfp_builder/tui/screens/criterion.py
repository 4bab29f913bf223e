"""One criterion or sub-criterion: its texts, points, evaluators, and what earns each step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from rfp_builder.forms.criteria import anchor_question, criterion_questions, sub_questions
from rfp_builder.i18n import Phrase
from rfp_builder.model.criteria import Criteria, Grade, Scoring
from rfp_builder.text.show import show_percent
from rfp_builder.tui.commands.command import bindings
from rfp_builder.tui.commands.criterion import Explain, NextNode, PreviousNode
from rfp_builder.tui.commands.everywhere import Back, ShowCommands, Undo
from rfp_builder.tui.criteria.check_list import CheckList
from rfp_builder.tui.criteria.lines import Node, about, nodes, sum_line
from rfp_builder.tui.dialogs.anchors import AnchorField, Anchors
from rfp_builder.tui.fields.field import Field
from rfp_builder.tui.fields.make import field_for
from rfp_builder.tui.screens.screen import WizardScreen
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.criteria_shaping import path_of
from rfp_builder.workspace.document.closed import closed

_PLACE = Phrase("評価基準: {number} {name}", "Criteria: {number} {name}")
_GONE = Phrase("評価基準", "Criteria")
_LEAD = Phrase(
    "書いた内容はすぐに保存されます。F8 で次の基準、Esc で一覧に戻ります。",
    "All is saved as you type. F8 goes to the next one, Esc back to the list.",
)
_READ_ONLY = Phrase(
    "固定されているため、読むだけです。F8 で次の基準、Esc で一覧に戻ります。",
    "Locked: to read only. F8 goes to the next one, Esc back to the list.",
)
_EARNS = Phrase(
    "各段階の判定基準: 何が示されていればその段階かを、事実で書きます。",
    "What earns each step: say in facts what a proposal must show.",
)
_STEP = Phrase("{score} {label}（{rate}）", "{score} {label} ({rate})")
_NO_SCALE = Phrase(
    "評価の段階がまだありません。「採点の方法」で決めてください。",
    "There is no scale yet. Set it under Method.",
)
_WHO = Phrase(
    "採点する評価者（Space で切り替え。印のない状態は全員が採点します）",
    "Who scores it (Space changes it; all do where nobody is marked)",
)


class CriterionScreen(WizardScreen):
    """A form over one row of the tree; read-only once the criteria are locked."""

    CSS_PATH: ClassVar = ["../styles/fields.tcss", "../styles/criteria.tcss"]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 - as Textual types it
    KEYS = (Explain, NextNode, PreviousNode, Undo, ShowCommands, Back)
    DOES = (Explain, NextNode, PreviousNode)
    BINDINGS: ClassVar = bindings(*DOES)

    def __init__(self, node: str, path: str = "") -> None:
        super().__init__()
        self._node, self._wanted = node, path

    @property
    def node(self) -> Node | None:
        """What is edited; None once it is deleted."""
        return next((one for one in nodes(self._criteria) if one.id == self._node), None)

    @property
    def _criteria(self) -> Criteria:
        return self.session.project.criteria

    def place(self) -> Phrase:
        """See `WizardScreen`."""
        node = self.node
        return _GONE if node is None else _PLACE.fill(number=node.number, name=node.name)

    def body(self) -> Iterable[Widget]:
        """See `WizardScreen`."""
        yield Said(id="criteria-sum")
        yield Said(self.say(_READ_ONLY if self._locked else _LEAD), classes="part-lead")
        with VerticalScroll(id="criterion-form", classes="part-form", can_focus=self._locked):
            yield from self._widgets()

    def arrive(self) -> None:
        """See `WizardScreen`."""
        self._focus_wanted()

    def show(self) -> None:
        """See `WizardScreen`."""
        self.query_one("#criteria-sum", Said).update(sum_line(self._criteria, self.lang))
        node = self.node
        if node is None:
            return
        for field in self.query(Field):
            field.show()
        for said in self.query("#criterion-about").results(Said):
            said.update(about(self.session.project, node, self.lang, ()))
        for listed in self.query(CheckList):
            assert node.sub is not None
            people = [(one.id, self.say(one.label)) for one in self.session.project.evaluators]
            listed.show_items(people, node.sub.evaluators)
            listed.display = node.sub.scoring is Scoring.QUALITY
        for anchors in self.query(Anchors):
            anchors.display = node.sub is not None and node.sub.scoring is Scoring.QUALITY

    def report_changed(self) -> None:
        """See `WizardScreen`. A check may end while the form is still being made."""
        for field in self.query(Field) if self.is_mounted else ():
            field.show()

    def on_check_list_toggled(self, event: CheckList.Toggled) -> None:
        """Take or leave an evaluator."""
        node = self.node
        if node is None or node.sub is None:
            return
        held = set(node.sub.evaluators) ^ {event.key}
        ids = tuple(one.id for one in self.session.project.evaluators if one.id in held)
        path = f"{path_of(self._criteria, node.id)}.evaluators"
        self.wizard.attempt(lambda: self.session.document.set(path, ids))

    async def turn(self, steps: int) -> None:
        """The next row of the tree, or one before."""
        ids = [one.id for one in nodes(self._criteria)]
        if self._node in ids:
            self.session.document.settle()
            self._node = ids[(ids.index(self._node) + steps) % len(ids)]
            await self.recompose()
            self.relate()
            self._focus_wanted()

    @property
    def _locked(self) -> bool:
        return closed(self.session.project, "criteria") is not None

    def _widgets(self) -> Iterator[Widget]:
        node = self.node
        if node is None:
            return
        if self._locked:
            yield Said(id="criterion-about", classes="part-text")
            return
        path = path_of(self._criteria, node.id)
        if node.sub is None:
            for question in criterion_questions():
                yield field_for(question, f"{path}.{question.path}")
            return
        for question in sub_questions():
            yield field_for(question, f"{path}.{question.path}")
        steps = sorted(self._criteria.scale, key=lambda grade: grade.score)
        with Anchors():
            yield Said(
                Content.styled(self.say(_EARNS if steps else _NO_SCALE), "bold"), classes="part-heading"
            )
            with Anchors.row():
                for grade in steps:
                    yield AnchorField(anchor_question(_step(grade)), path, grade.score)
            yield Said(self.say(_WHO), classes="part-heading")
            yield CheckList(id="who-scores")

    def _focus_wanted(self) -> None:
        fields = [one for one in self.query(Field) if one.display]
        wanted, self._wanted = self._wanted, ""
        named: list[Field] = [one for one in fields if wanted and wanted.startswith(one.path)]
        if not named and wanted.endswith(".anchors"):
            # The first that is missing.
            anchors = [one for one in fields if isinstance(one, AnchorField)]
            named = [one for one in anchors if one.present() is None] or [*anchors]
        for field in named[:1]:
            field.focus()
        for field in () if named else fields[:1]:
            field.focus(scroll_visible=False)
            # The caret of the first field is in sight without its label being scrolled out.
            self.later(lambda: self.query_one("#criterion-form").scroll_home(animate=False))
        if wanted.endswith(".evaluators"):
            for listed in self.query(CheckList):
                listed.focus()


def _step(grade: Grade) -> Phrase:
    return _STEP.fill(score=grade.score, label=grade.label, rate=show_percent(grade.rate))
