"""Step 7: the volume annex of the RFP, all that vendors get of this."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from rfp_builder.i18n import Phrase
from rfp_builder.tui.commands.command import Command
from rfp_builder.tui.documents.pane import Pane
from rfp_builder.tui.staffing.preview import Preview
from rfp_builder.tui.steps import Tell, run_step
from rfp_builder.workspace.staffing.steps import StaffingStep, StepName, StepState, steps_of

if TYPE_CHECKING:
    from rfp_builder.model.annex import VolumeAnnex
    from rfp_builder.tui.app import Wizard
    from rfp_builder.workspace.workspace import Workspace

PLACE = "annex"
_MAKING = Phrase("別紙を作っています", "Making the annex")
_READ = Phrase("提案会社が読む内容: 別紙「業務量資料」", "What vendors will read: annex “Contact volumes”")
_FACTS = Phrase(
    "件数の事実だけです。人数・費用・サービスレベルの目標は含みません。",
    "Facts on contacts alone: no headcount, no cost, no service goal.",
)
_ATTACH = Phrase("提案依頼書に付ける", "Add it to the RFP")
_ATTACHED = Phrase(
    "次に発行する提案依頼書に付きます。Ctrl+Z で元に戻せます。",
    "The next RFP carries it. Ctrl+Z takes it back.",
)
_REMOVED = Phrase(
    "別紙を外しました。Ctrl+Z で元に戻せます。", "The annex is taken out. Ctrl+Z brings it back."
)
_NOTHING = Phrase(
    "別紙は、まだ提案依頼書に付いていません。\n\n"
    "「別紙を作る」で内容を確かめてから付けます。過去の実績と見込みの件数を、月別・曜日別・時間帯別に示すもので、"
    "提案会社は同じ数字をもとに見積もれます。",
    "The RFP has no annex yet.\n\n"
    "“Make the annex” shows it first. It holds actual and expected contacts by month, weekday and time of "
    "day, so that all vendors quote on the same figures.",
)


class MakeAnnex(Command):
    """Looked at first, then put in."""

    label = Phrase("別紙を作る", "Make the annex")
    help = Phrase(
        "別紙「業務量資料」を作り、提案会社が読む内容を確かめてから提案依頼書に付けます。",
        "Make the annex “Contact volumes”, see what vendors will read, then add it to the RFP.",
    )

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`: with actual contacts, and before the issue."""
        session = wizard.session
        if session is None or session.project.issues:
            return False
        kept = session.project.staffing.history
        return kept is not None and not kept.is_forecast

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""

        def step(workspace: Workspace, _: Tell) -> VolumeAnnex:
            from rfp_builder.workspace.staffing.annex import look_at_annex

            return look_at_annex(workspace, wizard.today)

        run_step(wizard, _MAKING, step, lambda made: _preview(wizard, made))


class RemoveAnnex(Command):
    """Out of the RFP."""

    label = Phrase("別紙を外す", "Take it out")
    help = Phrase("別紙「業務量資料」を提案依頼書から外します。", "Take the annex out of the RFP.")

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`."""
        session = wizard.session
        return session is not None and session.project.annex is not None and not session.project.issues

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        session = wizard.session
        assert session is not None
        if wizard.attempt(lambda: session.document.set(PLACE, None)):
            wizard.tell(_REMOVED)


class AnnexPane(Pane):
    """The annex as it is in the RFP now."""

    TITLE = Phrase("別紙", "Annex")
    LEAD = Phrase(
        "提案会社に渡る、件数の資料です。上下の矢印キーで続きを見られます。",
        "The facts on contacts that vendors get. The arrow keys scroll.",
    )
    DOES = (MakeAnnex, RemoveAnnex)

    def view(self) -> Content:
        """See `Pane`."""
        project, lang = self.front.session.project, self.front.lang
        step = next(one for one in steps_of(project) if one.name is StepName.ANNEX)
        if project.annex is None:
            return Content(self.say(_NOTHING)) if step.state is StepState.OPTIONAL else self._state(step)
        from rfp_builder.disclosure.public_annex import public_annex
        from rfp_builder.tui.staffing.annex_lines import annex_lines

        shown = annex_lines(public_annex(project.annex, project.definition, lang), lang)
        return Content("\n").join([self._state(step), Content(""), *shown])

    def _state(self, step: StaffingStep) -> Content:
        if step.state is StepState.OLD:
            return Content.styled(f"! {self.say(step.detail)}", "bold $warning")
        return Content.styled(self.say(step.detail), "bold")


def _preview(wizard: Wizard, made: VolumeAnnex) -> None:
    from rfp_builder.disclosure.public_annex import public_annex
    from rfp_builder.tui.staffing.annex_lines import annex_lines

    session = wizard.session
    if session is None:
        return
    lines = list(annex_lines(public_annex(made, session.project.definition, wizard.lang), wizard.lang))

    def sure(yes: bool | None) -> None:
        if yes and wizard.attempt(lambda: session.document.set(PLACE, made)):
            wizard.tell(_ATTACHED)

    wizard.push_screen(Preview(_READ, _FACTS, lines, _ATTACH), sure)
