"""Commands of the criteria screen. Each changes the document in one step, so that Ctrl+Z takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rfp_builder.errors import Problem
from rfp_builder.i18n import Phrase
from rfp_builder.model.criteria import Criteria
from rfp_builder.model.localized import Localized
from rfp_builder.tui.commands.command import Command
from rfp_builder.workspace import criteria_shaping as shaping

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.tui.criteria.lines import Node
    from rfp_builder.tui.screens.criteria import CriteriaScreen

_NAME_SUB = Phrase("新しい評価細目の名前", "Name of the new sub-criterion")
_NAME_CRITERION = Phrase("新しい評価基準の名前", "Name of the new criterion")
_NAME_HINT = Phrase(
    "例: 緊急時の対応。あとで変えられます。", "Such as: emergencies. You can change it later."
)
_DELETE = Phrase("「{name}」を削除しますか。", "Delete “{name}”?")
_DELETE_TEXT = Phrase(
    "配点{points}点が空きます。ここで採点する要件 {n}件は、どの細目にも付かなくなります。"
    "Ctrl+Z で元に戻せます。",
    "This frees {points} points. Requirements left without a sub-criterion: {n}. Ctrl+Z undoes it.",
)
_DELETE_IT = Phrase("削除する", "Delete")
_NOTHING_LEFT = Phrase("配る点は残っていません。", "There are no points left to give.")
_SPREAD = Phrase(
    "残りを評価細目の配点に比例して配りました。元に戻すには Ctrl+Z を押します。",
    "The remaining points were shared out in proportion. Ctrl+Z undoes it.",
)
_ALL_THERE = Phrase(
    "用意された評価基準は、すべて入っています。", "All standard criteria have already been added."
)


def front(wizard: Wizard) -> CriteriaScreen:
    """The criteria screen, which is in front when its commands run."""
    found = screen_of(wizard)
    assert found is not None, "its commands are offered on this screen only"
    return found


def screen_of(wizard: Wizard) -> CriteriaScreen | None:
    """The criteria screen, though a dialog or the list of commands may lie over it."""
    from rfp_builder.tui.screens.criteria import CriteriaScreen

    return next((one for one in reversed(wizard.screen_stack) if isinstance(one, CriteriaScreen)), None)


def locked(wizard: Wizard) -> bool:
    """Whether criteria can no longer be changed."""
    session = wizard.session
    return session is None or session.project.criteria.lock is not None or bool(session.project.issues)


class InPart(Command):
    """A command of one part of the screen."""

    part = "points"

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`."""
        screen = screen_of(wizard)
        return screen is not None and screen.present == self.part


class Changing(InPart):
    """A command that is over once the criteria are locked."""

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`."""
        return super().possible(wizard) and not locked(wizard)


class OnNode(Changing):
    """A command on the marked row of the tree."""

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`."""
        return super().possible(wizard) and front(wizard).points.rows.node is not None

    def node(self, wizard: Wizard) -> Node:
        """The marked row."""
        node = front(wizard).points.rows.node
        assert node is not None
        return node

    def put(self, wizard: Wizard, criteria: Criteria, node: str) -> None:
        """Make `criteria` the present and mark a row of it."""
        assert wizard.session is not None
        document = wizard.session.document
        project = document.project.replace(criteria=criteria)
        if wizard.attempt(lambda: document.change(project, shaping.path_of(criteria, node))):
            front(wizard).points.rows.mark(node)


class NextPart(Command):
    """To the right."""

    key, shown = "f8", "F8"
    label = Phrase("次の面", "Next part")
    help = Phrase(
        "配点、採点の方法、評価者、合意の面を順に切り替えます。",
        "Points, method, evaluators and agreement in turn.",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        front(wizard).turn(1)


class PreviousPart(Command):
    """To the left."""

    key, shown = "shift+f8,f20", "Shift+F8"
    label = Phrase("前の面", "Previous part")
    help = Phrase("前の面に戻ります。", "Go to the previous part.")

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        front(wizard).turn(-1)


class EditNode(InPart):
    """Open the marked row."""

    shown = "Enter"
    label = Phrase("開く", "Open")
    help = Phrase(
        "選んだ評価基準の文章、判定基準、評価者、足切りを編集します。",
        "Open texts, anchors, evaluators and floor of the selected row.",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        front(wizard).points.open()


class EditPoints(OnNode):
    """Type points on the row."""

    key, shown = "f4", "F4"
    label = Phrase("配点を直す", "Edit points")
    help = Phrase(
        "選んだ評価細目の配点を行の上で直します。数字を打つだけでも始まります。",
        "Edit the points of the selected row; you can also just type digits.",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        front(wizard).points.rows.edit()


class OtherPane(InPart):
    """Between the tree and its text."""

    key, shown = "f7", "F7"
    label = Phrase("内容を見る", "Read")
    help = Phrase("選んだ行の判定基準などを表示します。", "Show all details of the selected row.")

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        front(wizard).points.other_pane()


class LeaveText(InPart):
    """Escape leads from the text back to the tree before it leaves the screen."""

    shown = "Esc"
    label = Phrase("一覧に戻る", "Back to the list")
    help = Phrase("評価基準の一覧に戻ります。", "Go back to the list of criteria.")

    @classmethod
    def id(cls) -> str:
        """See `Command`: Escape is bound to the command of this name."""
        return "Back"

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`."""
        return super().possible(wizard) and front(wizard).points.reading

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        front(wizard).points.leave_text()


class NewSub(OnNode):
    """A sub-criterion behind the marked row."""

    shown = "Ins"
    label = Phrase("細目を追加", "Add sub")
    help = Phrase(
        "選んだ評価基準に評価細目を追加します（Ctrl+N でも同じ）。",
        "Add a sub-criterion to the selected criterion (also Ctrl+N).",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.dialogs.ask import Ask

        node = self.node(wizard)

        def named(text: str | None) -> None:
            assert wizard.session is not None
            if text is not None:
                behind = None if node.sub is None else node.sub.id
                criteria, key = shaping.with_new_sub(
                    wizard.session.project.criteria, node.criterion.id, worded(wizard, text), behind
                )
                self.put(wizard, criteria, key)

        wizard.push_screen(Ask(_NAME_SUB, _NAME_HINT), named)


class NewCriterion(Changing):
    """A criterion behind the marked one."""

    label = Phrase("基準を追加", "Add criterion")
    help = Phrase("評価基準を新しく作ります。", "Add a criterion of your own.")

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.dialogs.ask import Ask

        node = front(wizard).points.rows.node

        def named(text: str | None) -> None:
            assert wizard.session is not None
            if text is not None:
                criteria, key = shaping.with_new_criterion(
                    wizard.session.project.criteria,
                    worded(wizard, text),
                    None if node is None else node.criterion.id,
                )
                OnNode().put(wizard, criteria, key)

        wizard.push_screen(Ask(_NAME_CRITERION, _NAME_HINT), named)


class FromCatalogue(Changing):
    """Ready criteria."""

    key, shown = "f6", "F6"
    label = Phrase("用意された基準", "Standard")
    help = Phrase(
        "用意された評価基準から選んで、判定基準ごと取り入れます。",
        "Add standard criteria with their anchors.",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.dialogs.criterion import ReadyCriteria

        assert wizard.session is not None
        ready = shaping.ready_ones(wizard.session.project.criteria)
        if not ready:
            wizard.tell(_ALL_THERE)
            return

        def taken(ids: frozenset[str] | None) -> None:
            assert wizard.session is not None
            if ids:
                criteria = shaping.with_ready(wizard.session.project.criteria, ids)
                first = next(sub.id for one in ready for sub in one.subs if sub.id in ids)
                OnNode().put(wizard, criteria, first)

        wizard.push_screen(ReadyCriteria(ready), taken)


class CopyNode(OnNode):
    """A copy behind the marked row."""

    label = Phrase("複製", "Copy")
    help = Phrase(
        "選んだ行を配点0点で複製します。似た評価細目を作るときに使います。",
        "Copy the selected row, with no points, as a starting point.",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        assert wizard.session is not None
        criteria, key = shaping.with_copy(wizard.session.project.criteria, self.node(wizard).id)
        self.put(wizard, criteria, key)


class MoveUp(OnNode):
    """One place up."""

    shown = "Ctrl+Up"
    label = Phrase("上へ", "Up")
    help = Phrase(
        "選んだ行を上へ移します。端では隣の評価基準に移ります。",
        "Move the selected row up, into the criterion above if need be.",
    )
    _by = -1

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        assert wizard.session is not None
        node = self.node(wizard).id
        self.put(wizard, shaping.moved(wizard.session.project.criteria, node, self._by), node)


class MoveDown(MoveUp):
    """One place down."""

    shown = "Ctrl+Down"
    label = Phrase("下へ", "Down")
    help = Phrase(
        "選んだ行を下へ移します。端では隣の評価基準に移ります。",
        "Move the selected row down, into the criterion below if need be.",
    )
    _by = 1


class DeleteNode(OnNode):
    """Take the marked row away."""

    shown = "Del"
    label = Phrase("削除", "Delete")
    help = Phrase("選んだ行を削除します（Ctrl+K でも同じ）。", "Delete the selected row (also Ctrl+K).")

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.text.show import show_number
        from rfp_builder.tui.dialogs.confirm import Confirm

        assert wizard.session is not None
        node = self.node(wizard)
        disclosed, _ = shaping.hanging_on(wizard.session.project, node.id)
        try:
            shaping.without(wizard.session.project, node.id)
        except Problem as problem:
            wizard.show_problem(problem)
            return

        def sure(yes: bool | None) -> None:
            assert wizard.session is not None
            if yes:
                document = wizard.session.document
                wizard.attempt(
                    lambda: document.change(shaping.without(document.project, node.id), "criteria.criteria")
                )

        told = _DELETE_TEXT.fill(points=show_number(node.points), n=disclosed)
        wizard.push_screen(Confirm(_DELETE.fill(name=node.name), told, _DELETE_IT), sure)


class SpreadRest(Changing):
    """Give away what is left."""

    label = Phrase("残りを配る", "Share out rest")
    help = Phrase(
        "残りの点を、評価者が採点する細目に配点の比で配ります（超過なら減らします）。",
        "Share out the remaining points among the judged sub-criteria (or take away the excess).",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        assert wizard.session is not None
        document = wizard.session.document
        criteria = shaping.spread_rest(document.project.criteria)
        if criteria == document.project.criteria:
            wizard.tell(_NOTHING_LEFT)
            return
        if wizard.attempt(
            lambda: document.change(document.project.replace(criteria=criteria), "criteria.criteria")
        ):
            wizard.tell(_SPREAD)


def worded(wizard: Wizard, text: str) -> Localized:
    """What was typed, in the language of the wizard."""
    return Localized.model_validate({wizard.lang.value: text})
