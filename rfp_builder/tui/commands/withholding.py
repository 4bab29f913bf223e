"""Commands of the withholding screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rfp_builder.check.places import called
from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.model.criteria import Scoring
from rfp_builder.model.requirement import Requirement
from rfp_builder.text.show import show_number
from rfp_builder.tui.commands.command import Command
from rfp_builder.tui.commands.screen_help import ScreenHelp

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.tui.screens.screen import WizardScreen
    from rfp_builder.tui.screens.withholding import WithholdingScreen

_CLOSED = Phrase(
    "発行済みのため、開示・非開示は変えられません。", "The RFP is out: what is withheld cannot change."
)
_WITHHELD = Phrase("{id} を非開示にしました。", "{id} is now withheld.")
_DISCLOSED = Phrase("{id} を開示に戻しました。", "{id} is disclosed again.")
_FIRST_WITHHOLD = Phrase(
    "先に Space で非開示にすると、代わりの問いなどを書けます。",
    "Withhold it with Space first; then its question and guide can be written.",
)
_WHERE = Phrase("どの評価細目で採点しますか。", "Under which sub-criterion is it scored?")
_NO_SUBS = Phrase(
    "先に評価基準の画面で、評価者が採点する評価細目を作ってください。",
    "First make a sub-criterion that evaluators score, on the criteria screen.",
)
_ITEMS = Phrase("どの項目の要件を見ますか。", "Requirements of which item?")
_ALL_ITEMS = Phrase("すべての項目", "All items")
_ALL = ""
_ABOUT = Phrase("非開示にする要件の選び方", "What may be left out on purpose")
_ABOUT_TEXT = Phrase(
    "提案力を見るために、要件の一部をあえて提案依頼書に書かないことができます。\n"
    "・伏せてよいのは解決のしかただけです。業務量、時間、日程、拠点、法令、個人情報、セキュリティ、価格に"
    "関わる事実は、すべての提案会社に知らせます。\n"
    "・伏せた要件は、公表した評価細目で採点します。懸けてよい配点には上限があります。\n"
    "・代わりに、答えを明かさない問いを置けます。\n"
    "・採点の手引きには、どんな提案なら0、1、2、3点かを書いておきます。\n"
    "発行したあとは、何を伏せたかも、問いも、採点する細目も変えられません。",
    "To see what vendors propose by themselves, some requirements may be left out of the RFP.\n"
    "- Only solutions may go. Volumes, hours, dates, sites, law, personal data, security and whatever drives "
    "the price are facts that every vendor must know.\n"
    "- What is left out is scored under a published sub-criterion, within a cap.\n"
    "- An open question that does not give the answer away may stand in its place.\n"
    "- The guide says which proposals earn 0, 1, 2 and 3.\n"
    "Once the RFP is issued, neither the choice nor the questions nor where it is scored can change.",
)


def front(wizard: Wizard) -> WithholdingScreen:
    """The withholding screen, which is in front when its commands run."""
    found = screen_of(wizard)
    assert found is not None, "its commands are offered on this screen only"
    return found


def screen_of(wizard: Wizard) -> WithholdingScreen | None:
    """The withholding screen, though a dialog or the list of commands may lie over it."""
    from rfp_builder.tui.screens.withholding import WithholdingScreen

    return next((one for one in reversed(wizard.screen_stack) if isinstance(one, WithholdingScreen)), None)


class OnRequirement(Command):
    """A command on the marked requirement."""

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`."""
        screen = screen_of(wizard)
        return screen is not None and screen.chosen is not None

    def chosen(self, wizard: Wizard) -> Requirement:
        """The marked requirement."""
        found = front(wizard).chosen
        assert found is not None
        return found


class Changing(OnRequirement):
    """A command that changes what is withheld; over once the RFP is out."""

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        assert wizard.session is not None
        if wizard.session.project.issues:
            wizard.tell(_CLOSED)
        else:
            self.change(wizard, self.chosen(wizard))

    def change(self, wizard: Wizard, one: Requirement) -> None:
        """Do it."""
        raise NotImplementedError


class Toggle(Changing):
    """Withhold, or disclose again."""

    shown = "Space"
    label = Phrase("開示/非開示", "Withhold")
    help = Phrase(
        "選んだ要件を非開示にします。もう一度押すと開示に戻します。",
        "Leave the selected requirement out of the RFP, or put it back.",
    )

    def change(self, wizard: Wizard, one: Requirement) -> None:
        """See `Changing`."""
        from rfp_builder.workspace.withholding import disclosed
        from rfp_builder.workspace.withholding_view import May, verdict

        assert wizard.session is not None
        document = wizard.session.document
        if one.withholding is not None:
            if wizard.attempt(lambda: document.change(disclosed(document.project, one.id), _path(one))):
                wizard.tell(_DISCLOSED.fill(id=called(document.project, one.id)))
            return
        found = verdict(one)
        if found.may is May.NO:
            wizard.tell(found.reason)
            return
        proposal = (
            sub.id
            for criterion in document.project.criteria.criteria
            if criterion.id == "proposal"
            for sub in criterion.subs
        )
        default = next(proposal, None)
        if default is None:
            pick_sub(wizard, one, None)
        else:
            put(wizard, one, default)


class EditWithholding(Changing):
    """Question, guide and reason."""

    shown = "Enter"
    label = Phrase("問いと手引き", "Question")
    help = Phrase(
        "代わりの問い、採点の手引き、非開示にする理由を書きます。",
        "Write the open question, the guide for scorers and the reason.",
    )

    def change(self, wizard: Wizard, one: Requirement) -> None:
        """See `Changing`."""
        from rfp_builder.tui.dialogs.withhold import WithholdDialog

        if one.withholding is None:
            wizard.tell(_FIRST_WITHHOLD)
        else:
            wizard.push_screen(WithholdDialog(one.id), lambda _: front(wizard).relate())


class ChooseSub(Changing):
    """Where it is scored."""

    key, shown = "f4", "F4"
    label = Phrase("評価細目", "Scored under")
    help = Phrase(
        "非開示の要件を採点する評価細目を選びます。", "Choose the sub-criterion that rewards the requirement."
    )

    def change(self, wizard: Wizard, one: Requirement) -> None:
        """See `Changing`."""
        if one.withholding is None:
            wizard.tell(_FIRST_WITHHOLD)
        else:
            pick_sub(wizard, one, one.withholding.criterion)


class ExplainWithholding(ScreenHelp):
    """What may be withheld, and why."""

    help = Phrase("非開示にできる要件とできない要件の考え方です。", "What may be withheld, and what may not.")

    def about(self, screen: WizardScreen) -> tuple[Speakable, Phrase]:
        """See `ScreenHelp`."""
        return _ABOUT, _ABOUT_TEXT


class NextFilter(Command):
    """What the list shows."""

    key, shown = "f8", "F8"
    label = Phrase("絞り込み", "Filter")
    help = Phrase(
        "非開示、非開示にできる、開示する、すべての順に絞り込みます。",
        "Withheld, may be withheld, must be told, all: in turn.",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        front(wizard).turn(1)


class PreviousFilter(Command):
    """The filter before."""

    key, shown = "shift+f8,f20", "Shift+F8"
    label = Phrase("前の絞り込み", "Previous filter")
    help = Phrase("前の絞り込みに戻ります。", "Go back to the previous filter.")

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        front(wizard).turn(-1)


class ChooseItem(Command):
    """One item only."""

    key, shown = "f6", "F6"
    label = Phrase("項目で絞る", "By item")
    help = Phrase("1つの項目の要件だけを表示します。", "Show the requirements of one item only.")

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.dialogs.one_of import OneOf
        from rfp_builder.workspace.document.labels import titled

        assert wizard.session is not None
        items = {one.item for one in wizard.session.project.requirements}
        ordered = sorted(items, key=lambda item: tuple(map(int, item.split("."))))
        offers = [(_ALL, _ALL_ITEMS.to(wizard.lang))]
        offers += [(item, titled(item).to(wizard.lang)) for item in ordered]
        present = front(wizard).filter.item or _ALL

        def chosen(item: str | None) -> None:
            if item is not None:
                front(wizard).narrow(item or None)

        wizard.push_screen(OneOf(_ITEMS, offers, present), chosen)


class OtherSide(Command):
    """What we know, or what a vendor will read."""

    key, shown = "f7", "F7"
    label = Phrase("見え方", "Vendor's view")
    help = Phrase(
        "発注者が知っていることと、提案会社が読む文を切り替えます（広い画面では並べて表示）。",
        "What we know, or what a vendor will read; a wide screen shows both.",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        front(wizard).other_side()


class ToRegister(OnRequirement):
    """The requirement itself."""

    label = Phrase("台帳で開く", "In the register")
    help = Phrase("選んだ要件を要件台帳で開きます。", "Open the selected requirement in the register.")

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.road import go

        go(wizard, f"requirements[{self.chosen(wizard).id}]")


def pick_sub(wizard: Wizard, one: Requirement, present: str | None) -> None:
    """Ask under which sub-criterion a requirement is scored, and withhold it there."""
    from rfp_builder.tui.dialogs.one_of import OneOf

    assert wizard.session is not None
    offers = [
        (
            sub.id,
            f"{criterion.name.to(wizard.lang)}: {sub.name.to(wizard.lang)} ({show_number(sub.points)})",
        )
        for criterion in wizard.session.project.criteria.criteria
        for sub in criterion.subs
        if sub.scoring is Scoring.QUALITY
    ]
    if not offers:
        wizard.tell(_NO_SUBS)
        return

    def chosen(sub: str | None) -> None:
        if sub is not None:
            put(wizard, one, sub)

    wizard.push_screen(OneOf(_WHERE, offers, present), chosen)


def put(wizard: Wizard, one: Requirement, sub: str) -> None:
    """Withhold a requirement under a sub-criterion, as one step."""
    from rfp_builder.workspace.withholding import withheld

    assert wizard.session is not None
    document = wizard.session.document
    done = wizard.attempt(
        lambda: document.change(withheld(document.project, one.id, criterion=sub), _path(one))
    )
    if done and one.withholding is None:
        wizard.tell(_WITHHELD.fill(id=called(document.project, one.id)))


def _path(one: Requirement) -> str:
    return f"requirements[{one.id}].withholding"
