"""Drafts and the issue: what was written, and what stands in the way."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from rfp_builder.i18n import Phrase
from rfp_builder.text.show import show_date
from rfp_builder.tui.commands.command import Command
from rfp_builder.tui.documents.pane import Pane, table
from rfp_builder.tui.documents.said import Outcome
from rfp_builder.tui.steps import Tell, run_step

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.workspace.issuing import Issued
    from rfp_builder.workspace.workspace import Workspace

_DRAFTING = Phrase("下書きを作っています", "Writing drafts")
_ISSUING = Phrase("発行しています", "Issuing")
_DRAFTED = Phrase("下書きを作りました（まだ送らないでください）", "Drafts are written; do not send them yet")
_ISSUED = Phrase("発行しました", "Issued")
_BLOCKED = Phrase(
    "発行していません。先に次の指摘を直してください。", "Nothing was issued. Resolve these findings first."
)
_WAY = Phrase(
    "閉じてから F2 キーを押すと、直す場所へ順に移れます。", "Close this and press F2 to go to them in turn."
)
_VENDORS = Phrase("提案会社へ送るもの:", "For vendors:")
_INTERNAL = Phrase("社内用（社外秘）:", "Internal (confidential):")
_SURE = Phrase("提案依頼書を発行しますか。", "Issue the RFP?")
_CONSEQUENCE = Phrase(
    "版 {version} の提案依頼書と回答書を作り、控えを残します。発行後は要件と非開示の選択を変えられません。",
    "RFP and response workbook {version} are written and kept. After that, requirements and "
    "what is withheld can no longer change.",
)
_DO_IT = Phrase("発行する", "Issue")
_NOTHING = Phrase(
    "まだ発行していません。先に下書きを作って内容を確かめることができます。",
    "Nothing has been issued yet. Drafts show in advance what will go out.",
)
_HEADINGS = (Phrase("版", "Ver."), Phrase("発行日", "Issued"), Phrase("ファイル", "File"))
_MOST_FINDINGS = 12


class Draft(Command):
    """Drafts with a watermark."""

    label = Phrase("下書きを作る", "Make drafts")
    help = Phrase(
        "透かしと不足の一覧の入った提案依頼書と回答書を作ります。",
        "RFP and response workbook with a watermark and the list of what is missing.",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""

        def step(workspace: Workspace, tell: Tell) -> Issued:
            from rfp_builder.workspace.issuing import draft

            return draft(workspace, wizard.today, tell)

        run_step(wizard, _DRAFTING, step, lambda done: _show(wizard, done, _DRAFTED))


class IssueNow(Command):
    """The issue itself."""

    label = Phrase("発行する", "Issue")
    help = Phrase(
        "提案依頼書と回答書を発行します。非開示の要件が含まれていれば書き出しません。",
        "Issue RFP and response workbook. If a file shows something withheld, nothing is written.",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.dialogs.confirm import Confirm

        assert wizard.session is not None
        consequence = _CONSEQUENCE.fill(version=wizard.session.project.rfp.version)
        wizard.push_screen(Confirm(_SURE, consequence, _DO_IT), lambda sure: _issue(wizard) if sure else None)


class IssuingPane(Pane):
    """What has gone out."""

    TITLE = Phrase("発行", "Issue")
    LEAD = Phrase(
        "提案依頼書（Word）と回答書（Excel）を作ります。発行の前に、評価基準の合意が必要です。",
        "Writes the RFP (Word) and the response workbook (Excel). The criteria must be agreed first.",
    )
    DOES = (Draft, IssueNow)

    def view(self) -> Content:
        """See `Pane`."""
        project = self.front.session.project
        if not project.issues:
            return Content(self.say(_NOTHING))
        rows = [
            (issue.version, _day(issue.issued_on, self), file.name)
            for issue in project.issues
            for file in issue.files
        ]
        return table([self.say(one) for one in _HEADINGS], rows, (5, 22, 44))


def _day(day: date, pane: Pane) -> str:
    return show_date(day, pane.front.lang)


def _issue(wizard: Wizard) -> None:
    def step(workspace: Workspace, tell: Tell) -> Issued:
        from rfp_builder.workspace.issuing import issue

        return issue(workspace, wizard.today, tell)

    run_step(wizard, _ISSUING, step, lambda done: _show(wizard, done, _ISSUED))


def _show(wizard: Wizard, done: Issued, title: Phrase) -> None:
    if done.blocked_by:
        lines = [f"- {one.message.to(wizard.lang)}" for one in done.blocked_by[:_MOST_FINDINGS]]
        wizard.push_screen(Outcome(_BLOCKED, [*lines, "", _WAY.to(wizard.lang)]))
        return
    lines = [_VENDORS.to(wizard.lang), *_names(done.for_vendors)]
    lines += ["", _INTERNAL.to(wizard.lang), *_names(done.internal)]
    wizard.push_screen(Outcome(title, lines, done.for_vendors[0].parent))


def _names(paths: tuple[Path, ...]) -> list[str]:
    return [f"  {path.parent.name}/{path.name}" for path in paths]
