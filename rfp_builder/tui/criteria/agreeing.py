"""The fourth part: which stakeholders have agreed, and the lock."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from rfp_builder.i18n import Phrase
from rfp_builder.text.show import show_date
from rfp_builder.tui.commands.criteria_method import AddParty, LockCriteria, SignOrWithdraw, ToApprovers
from rfp_builder.tui.criteria.lines import fit
from rfp_builder.tui.criteria.part import Part
from rfp_builder.tui.criteria.rows import Rows
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.agreement import agreement_digest
from rfp_builder.workspace.sign_offs import Party, SignOff, parties

_EMPTY = Phrase(
    "関係者がまだいません。「承認者へ」で 7.1 に承認者を入力するか、「合意者を追加」で加えてください。",
    "There are no stakeholders yet. Enter the approvers under 7.1, or add one here.",
)
_SUM = Phrase("合意 {n} / {all}", "Agreed {n} of {all}")
_DIGEST = Phrase("いまの評価基準の確認用の値: {digest}", "Digest of the criteria as they are: {digest}")
_LOCKED = Phrase(
    "{day}に「{by}」の合意として固定しました。評価基準、採点の方法、応募資格、評価者は変更できません。",
    "Locked on {day} as agreed by “{by}”. Criteria, method, gates and evaluators cannot change.",
)
_LOCKED_DIGEST = Phrase("固定した内容の確認用の値: {digest}", "Digest of what was locked: {digest}")
_NOT_LOCKED = Phrase(
    "全員の合意がそろったら、F10 キーの操作一覧で「固定する」を選びます。固定すると元に戻せません。",
    "When all have agreed, press F10 and choose to lock the criteria. That cannot be undone.",
)
_CAN_LOCK = Phrase(
    "全員の合意がそろいました。F10 キーの操作一覧で「固定する」を選びます。固定すると元に戻せません。",
    "All have agreed. Press F10 and choose to lock the criteria. That cannot be undone.",
)
_SIGNS = {SignOff.OPEN: "  ", SignOff.CHANGED: "! ", SignOff.AGREED: "v "}
_STYLES = {SignOff.OPEN: "$text-muted", SignOff.CHANGED: "bold $warning", SignOff.AGREED: "$success"}
_SHOWN_DIGITS = 16


class PartyList(Rows):
    """One row for each stakeholder."""

    BINDINGS: ClassVar = [
        Binding("space", "select", show=False),
        Binding("insert,ctrl+n", "app.command('AddParty')", show=False),
    ]


class AgreeingPart(Part):
    """Space or Enter records or takes back the agreement of the marked stakeholder."""

    TITLE = Phrase("関係者の合意", "Agreement")
    LEAD = Phrase(
        "合意した関係者に Space で印を付けます。その後の変更は区別して示します。",
        "Record with Space who has agreed. Any later change will show.",
    )
    OFFERS = (SignOrWithdraw, AddParty, ToApprovers, LockCriteria)

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield self.lead()
        yield self.offers()
        yield Said(id="agreement-state", classes="part-text")
        yield Said(self.say(_EMPTY), id="agreement-empty", classes="part-text")
        yield PartyList(id="agreement-list", markup=False)

    @property
    def chosen(self) -> Party | None:
        """The marked stakeholder."""
        at = self.query_one("#agreement-list", OptionList).highlighted
        people = parties(self.project)
        return people[at] if at is not None and at < len(people) else None

    def enter(self) -> None:
        """See `Part`."""
        self.show()
        self.query_one("#agreement-list").focus()

    def show(self) -> None:
        """See `Part`."""
        self.show_offers()
        people = parties(self.project)
        self.query_one("#agreement-empty").display = not people
        listed = self.query_one("#agreement-list", OptionList)
        at = listed.highlighted or 0
        listed.set_options(Option(self._row(one)) for one in people)
        listed.highlighted = min(at, len(people) - 1) if people else None
        self.query_one("#agreement-state", Said).update(self._state(people))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """See Textual."""
        self.run_worker(self.front.wizard.action_command(SignOrWithdraw.id()))

    def _row(self, one: Party) -> Content:
        role = "" if one.role is None else self.say(one.role)
        status = f"{_SIGNS[one.sign_off]}{self.say(one.sign_off.label)}"
        day = "" if one.agreement is None else show_date(one.agreement.agreed_on, self.front.lang)
        return Content.assemble(
            Content(f"  {fit(self.say(one.name), 28)} "),
            Content.styled(fit(status, 22), _STYLES[one.sign_off]),
            Content(f" {fit(day, 20)} "),
            Content.styled(role if self.front.has_class("-wide") else "", "$text-muted"),
        )

    def _state(self, people: tuple[Party, ...]) -> Content:
        agreed = sum(one.sign_off is SignOff.AGREED for one in people)
        lines = [Content.styled(self.say(_SUM.fill(n=agreed, all=len(people))), "bold")]
        lock = self.project.criteria.lock
        if lock is None:
            digest = agreement_digest(self.project)[:_SHOWN_DIGITS]
            lines += [
                Content(self.say(_CAN_LOCK if people and agreed == len(people) else _NOT_LOCKED)),
                Content.styled(self.say(_DIGEST.fill(digest=digest)), "$text-muted"),
            ]
        else:
            day = show_date(lock.locked_on, self.front.lang)
            lines += [
                Content.styled(self.say(_LOCKED.fill(day=day, by=lock.locked_by)), "bold $accent"),
                Content.styled(self.say(_LOCKED_DIGEST.fill(digest=lock.digest)), "$text-muted"),
            ]
        return Content("\n").join(lines)
