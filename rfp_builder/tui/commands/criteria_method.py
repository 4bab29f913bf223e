"""Commands of the criteria screen beside the tree: method, evaluators, agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rfp_builder.check.finding import Severity
from rfp_builder.forms.several import SEPARATOR
from rfp_builder.i18n import Phrase
from rfp_builder.model.criteria import Lock
from rfp_builder.tui.commands.criteria import Changing, InPart, front, worded
from rfp_builder.workspace import criteria_shaping as shaping
from rfp_builder.workspace.agreement import AGREED

if TYPE_CHECKING:
    from rfp_builder.model.criteria import Criteria
    from rfp_builder.tui.app import Wizard
    from rfp_builder.tui.dialogs.obstacles import Obstacle

_NEW_STEP = Phrase("新しい段階の名前", "Name of the new step")
_STEP_HINT = Phrase(
    "いちばん上に加わり、割合は0%から100%まで等間隔になります。",
    "It goes on top, and the rates are spaced evenly from 0% to 100%.",
)
_TIES = Phrase("同点のときの決め方を選んでください。", "How are ties decided?")
_THEN = Phrase("。それでも同点なら、", "; then ")
_WHO = Phrase("新しい評価者の名前", "Name of the new evaluator")
_WHO_HINT = Phrase(
    "個人名ではなく役割や部署で書きます。例: 品質保証部",
    "A role or department, not a person. Such as: Quality Assurance",
)
_DELETE = Phrase("評価者「{name}」を削除しますか。", "Delete evaluator “{name}”?")
_DELETE_TEXT = Phrase(
    "担当 {n}細目から外れます。Ctrl+Z で元に戻せます。",
    "{n} sub-criteria lose this evaluator. Ctrl+Z takes it back.",
)
_DELETE_IT = Phrase("削除する", "Delete")
_PARTY = Phrase("合意した関係者の名前", "Who agreed")
_PARTY_HINT = Phrase(
    "役割または会議の名前で書きます。例: 選定委員会", "A role or a body. Such as: selection committee"
)
_BY = Phrase("誰の合意として固定しますか。", "On whose agreement are the criteria locked?")
_BY_HINT = Phrase(
    "合意を代表する人の役割、または会議の名前を書きます。例: 選定委員会",
    "The role or body that speaks for all. Such as: selection committee",
)
_SURE = Phrase("評価基準を固定しますか。", "Lock the criteria?")
_SURE_TEXT = Phrase(
    "評価基準、配点、採点の方法、応募資格、評価者を、「{by}」の合意として固定します。"
    "固定したあとは元に戻せません。変更は変更管理の手順で行います。\n{open}",
    "Criteria, points, method, gates and evaluators are locked as agreed by “{by}”. "
    "This cannot be undone; later changes go through change control.\n{open}",
)
_ALL_AGREED = Phrase("登録された関係者は全員合意しています。", "All stakeholders named have agreed.")
_SOME_OPEN = Phrase(
    "! まだ合意していない関係者が {n}人います: {who}", "! {n} stakeholders have not agreed yet: {who}"
)
_NOT_YET = Phrase("まだ固定できません。", "The criteria cannot be locked yet.")
_LOCK_IT = Phrase("固定する", "Lock")
_LOCKING = Phrase("評価基準を固定しています。", "Locking the criteria.")
_LOCKED = Phrase("評価基準を固定しました。", "The criteria are locked.")
_MOST_NAMED = 3


class OfMethod(Changing):
    """A command of the second part."""

    part = "method"

    def put(self, wizard: Wizard, criteria: Criteria, path: str) -> None:
        """Make `criteria` the present."""
        assert wizard.session is not None
        document = wizard.session.document
        wizard.attempt(lambda: document.change(document.project.replace(criteria=criteria), path))


class ChooseTies(OfMethod):
    """The rule for ties."""

    label = Phrase("同点の決め方", "Ties")
    help = Phrase("合計点が同じときの決め方を選びます。", "Choose how equal totals are put in order.")

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.catalogue.choices import choice_label
        from rfp_builder.tui.dialogs.one_of import OneOf

        assert wizard.session is not None
        criteria = wizard.session.project.criteria
        said = [
            (str(at), _THEN.to(wizard.lang).join(choice_label(one).to(wizard.lang) for one in order))
            for at, order in enumerate(shaping.TIE_ORDERS)
        ]
        present = shaping.TIE_ORDERS.index(criteria.ties) if criteria.ties in shaping.TIE_ORDERS else 0

        def chosen(key: str | None) -> None:
            assert wizard.session is not None
            if key is not None:
                now = wizard.session.project.criteria
                self.put(wizard, now.replace(ties=shaping.TIE_ORDERS[int(key)]), "criteria.ties")

        wizard.push_screen(OneOf(_TIES, said, str(present)), chosen)


class AddStep(OfMethod):
    """One more step of the scale."""

    label = Phrase("段階を追加", "Add step")
    help = Phrase("評価の段階をいちばん上に加えます。", "Add a step on top of the scale.")

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.dialogs.ask import Ask

        def named(text: str | None) -> None:
            if text is not None:
                wizard.attempt(lambda: self._add(wizard, text))

        wizard.push_screen(Ask(_NEW_STEP, _STEP_HINT), named)

    def _add(self, wizard: Wizard, text: str) -> None:
        assert wizard.session is not None
        criteria = shaping.with_step(wizard.session.project.criteria, worded(wizard, text))
        self.put(wizard, criteria, "criteria.scale")


class DropStep(OfMethod):
    """One step fewer."""

    label = Phrase("最上段を削除", "Drop top step")
    help = Phrase(
        "いちばん上の段階と、その判定基準を削除します。Ctrl+Z で元に戻せます。",
        "Delete the top step and its anchors. Ctrl+Z takes it back.",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        assert wizard.session is not None
        self.put(wizard, shaping.without_top_step(wizard.session.project.criteria), "criteria.scale")


class _Elsewhere(InPart):
    part = "method"
    place = ""

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.road import go

        go(wizard, self.place)


class ToGates(_Elsewhere):
    """Gates are on the frame screen."""

    label = Phrase("応募資格へ", "To the gates")
    shown = ""
    help = Phrase("応募資格を開きます。評価基準と一緒に固定されます。", "Gates are locked with the criteria.")
    place = "rfp.gates"


class ToCeiling(_Elsewhere):
    """The ceiling price is an answer of 2.5."""

    label = Phrase("予定価格へ", "To the ceiling")
    help = Phrase("2.5 の予定価格を開きます。", "Open the ceiling price under 2.5.")
    place = "work.constraints.ceiling_price"


class ToApprovers(_Elsewhere):
    """Stakeholders are the approvers of 7.1."""

    part = "agreement"
    label = Phrase("承認者へ", "To the approvers")
    help = Phrase("7.1 の承認者の表を開きます。", "Open the table of approvers under 7.1.")
    place = "additional.approval.approvers"


class OfPeople(Changing):
    """A command of the third part."""

    part = "evaluators"


class AddEvaluator(OfPeople):
    """One more who scores."""

    shown = "Ins"
    label = Phrase("評価者を追加", "Add")
    help = Phrase("評価者を役割で追加します（Ctrl+N でも同じ）。", "Add an evaluator by role (also Ctrl+N).")

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.dialogs.ask import Ask

        def named(text: str | None) -> None:
            assert wizard.session is not None
            if text is not None:
                document = wizard.session.document
                project, key = shaping.with_evaluator(document.project, worded(wizard, text))
                path = f"evaluators[{key}]"
                if wizard.attempt(lambda: document.change(project, path)):
                    front(wizard).people.go_to(path)

        wizard.push_screen(Ask(_WHO, _WHO_HINT), named)


class EditEvaluator(OfPeople):
    """Name, department and what is scored."""

    shown = "Enter"
    label = Phrase("開く", "Open")
    help = Phrase("評価者の名前、部署、担当する細目を編集します。", "Name, department and what is scored.")

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.dialogs.evaluators import EvaluatorDialog

        one = front(wizard).people.chosen
        if one is not None:
            wizard.push_screen(EvaluatorDialog(one.id), lambda _: front(wizard).relate())


class DeleteEvaluator(OfPeople):
    """Somebody does not score after all."""

    shown = "Del"
    label = Phrase("削除", "Delete")
    help = Phrase("評価者を削除します（Ctrl+K でも同じ）。", "Delete the evaluator (also Ctrl+K).")

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.dialogs.confirm import Confirm

        one = front(wizard).people.chosen
        if one is None or wizard.session is None:
            return
        document = wizard.session.document

        def sure(yes: bool | None) -> None:
            if yes:
                wizard.attempt(
                    lambda: document.change(shaping.without_evaluator(document.project, one.id), "evaluators")
                )

        named = sum(one.id in sub.evaluators for sub in document.project.criteria.all_subs())
        wizard.push_screen(
            Confirm(_DELETE.fill(name=one.label), _DELETE_TEXT.fill(n=named), _DELETE_IT), sure
        )


class OfAgreement(Changing):
    """A command of the fourth part."""

    part = "agreement"


class SignOrWithdraw(OfAgreement):
    """Record that the marked stakeholder agreed, or take it back."""

    shown = "Space"
    label = Phrase("合意を記録", "Agreed")
    help = Phrase(
        "選んだ関係者が、いまの評価基準に合意したことを記録します。もう一度押すと取り消します。",
        "Record that the marked stakeholder agrees to the criteria as they are; again takes it back.",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.workspace.sign_offs import SignOff, signed, withdrawn

        party = front(wizard).agreeing.chosen
        if party is None or wizard.session is None:
            return
        document = wizard.session.document
        agreement = party.agreement
        if agreement is not None and party.sign_off is SignOff.AGREED:
            project = withdrawn(document.project, agreement.id)
        else:
            project = signed(document.project, party.name, wizard.today)
        # Agreements have no place of their own on the road: an undo leads to the lock beside them.
        wizard.attempt(lambda: document.change(project, "criteria.lock"))


class AddParty(OfAgreement):
    """Somebody who is not among the approvers agreed."""

    shown = "Ins"
    label = Phrase("合意者を追加", "Add")
    help = Phrase(
        "7.1 の承認者ではない関係者の合意を記録します。",
        "Record the agreement of somebody not in 7.1.",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.dialogs.ask import Ask
        from rfp_builder.workspace.sign_offs import party_name, signed

        def named(text: str | None) -> None:
            assert wizard.session is not None
            if text is not None:
                document = wizard.session.document
                wizard.attempt(
                    lambda: document.change(
                        signed(document.project, party_name(text), wizard.today), "criteria.lock"
                    )
                )

        wizard.push_screen(Ask(_PARTY, _PARTY_HINT), named)


class LockCriteria(OfAgreement):
    """Agreed: nothing changes any more."""

    label = Phrase("固定する", "Lock")
    help = Phrase(
        "全員の合意にもとづいて評価基準を固定します。元に戻せません。",
        "Lock the criteria as all have agreed. It cannot be undone.",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.dialogs.ask import Ask
        from rfp_builder.tui.dialogs.obstacles import show_obstacles

        standing = _in_the_way(wizard)
        if standing:
            show_obstacles(wizard, _NOT_YET, standing)
            return

        def named(text: str | None) -> None:
            if text is not None:
                wizard.attempt(lambda: _ask_to_lock(wizard, text))

        wizard.push_screen(Ask(_BY, _BY_HINT), named)


def _in_the_way(wizard: Wizard) -> list[Obstacle]:
    """What the last check found against locking, so that nobody is asked in vain."""
    from rfp_builder.tui.dialogs.obstacles import Obstacle

    assert wizard.session is not None
    report = wizard.session.report
    found = () if report is None else report.findings
    return [
        Obstacle.of(one) for one in found if one.severity is Severity.BLOCKS and one.path.startswith(AGREED)
    ]


def _ask_to_lock(wizard: Wizard, typed: str) -> None:
    from rfp_builder.tui.dialogs.confirm import Confirm
    from rfp_builder.tui.steps import run_step
    from rfp_builder.workspace.agreement import lock_criteria
    from rfp_builder.workspace.sign_offs import SignOff, parties, party_name

    assert wizard.session is not None
    by = party_name(typed).to(wizard.lang)
    waiting = [one for one in parties(wizard.session.project) if one.sign_off is not SignOff.AGREED]
    names = [one.name.to(wizard.lang) for one in waiting[:_MOST_NAMED]]
    names += [".."] if len(waiting) > _MOST_NAMED else []
    told = _SOME_OPEN.fill(n=len(waiting), who=SEPARATOR[wizard.lang].join(names)) if waiting else _ALL_AGREED

    def done(lock: Lock) -> None:
        wizard.tell(_LOCKED)
        front(wizard).relate()

    def sure(yes: bool | None) -> None:
        if yes:
            run_step(wizard, _LOCKING, lambda workspace, _: lock_criteria(workspace, by, wizard.today), done)

    wizard.push_screen(Confirm(_SURE, _SURE_TEXT.fill(by=by, open=told), _LOCK_IT), sure)
