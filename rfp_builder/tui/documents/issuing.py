"""Drafts and the issue: what was written, and what stands in the way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from rfp_builder.check.finding import Severity
from rfp_builder.i18n import Phrase
from rfp_builder.text.show import show_date
from rfp_builder.tui.commands.command import Command
from rfp_builder.tui.dialogs.obstacles import Obstacle, show_obstacles
from rfp_builder.tui.documents.pane import Column, Pane, table
from rfp_builder.tui.documents.said import Outcome
from rfp_builder.tui.steps import Tell, run_step
from rfp_builder.workspace.tidings import (
    DRAFTS_FOR_VENDORS,
    FOR_VENDORS,
    INTERNAL,
    ISSUE_IS_FINAL,
    ISSUED,
    SURE_TO_ISSUE,
    WITH_ANNEX,
)

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.tui.session import Session
    from rfp_builder.workspace.issuing import Issued
    from rfp_builder.workspace.workspace import Workspace

_DRAFTING = Phrase("下書きを作っています", "Writing drafts")
_DRAFTED = Phrase("下書きを作りました。", "Drafts are written.")
_ISSUING = Phrase("発行しています", "Issuing")
_FIRST = Phrase("発行の前に、次のことが必要です。", "Before you can issue:")
_AGREE = Phrase("評価基準がまだ固定されていません。", "The criteria are not locked yet.")
_AGREE_HOW = Phrase(
    "評価基準の画面の「関係者の合意」で、合意を記録して固定します。",
    "Under Agreement on the criteria screen, record who agrees, then lock.",
)
_DO_IT = Phrase("発行する", "Issue")
_NOTHING = Phrase(
    "まだ発行していません。先に下書きを作って内容を確かめることができます。",
    "Nothing has been issued yet. Drafts show in advance what will go out.",
)
_LEFT = Phrase("発行までに残っていること:", "Still to do before the issue:")
_FINDINGS = Phrase(
    "発行を妨げる指摘 {n}件（F2 キーで順に移れます）",
    "Findings that block the issue: {n} (F2 goes through them)",
)
_READY = Phrase("発行できます。", "Everything is ready for the issue.")
_COLUMNS = (
    Column(Phrase("版", "Ver."), 5),
    Column(Phrase("発行日", "Issued"), 22),
    Column(Phrase("ファイル", "File"), 44),
)
_KEPT = Phrase(
    "ファイルは、プロジェクトの issued フォルダにあります（F4 キーでフォルダを開きます）。",
    "The files are in the folder issued of the project (F4 opens it).",
)


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

        run_step(wizard, _DRAFTING, step, lambda done: _show(wizard, done, _DRAFTED, DRAFTS_FOR_VENDORS))


class IssueNow(Command):
    """The issue itself."""

    label = Phrase("発行する", "Issue")
    help = Phrase(
        "提案依頼書と回答書を発行します。非開示の要件が含まれていれば書き出しません。",
        "Issue RFP and response workbook. If a file shows something withheld, nothing is written.",
    )

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`: nothing goes out twice."""
        return wizard.session is not None and not wizard.session.project.issues

    async def run(self, wizard: Wizard) -> None:
        """See `Command`: what stands in the way is said before anybody is asked whether they are sure."""
        from rfp_builder.tui.dialogs.confirm import Confirm

        assert wizard.session is not None
        obstacles = _obstacles(wizard.session)
        if obstacles:
            show_obstacles(wizard, _FIRST, obstacles)
            return
        question = SURE_TO_ISSUE.fill(version=wizard.session.project.rfp.version)
        wizard.push_screen(
            Confirm(question, ISSUE_IS_FINAL, _DO_IT), lambda sure: _issue(wizard) if sure else None
        )


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
            return Content("\n").join([Content(self.say(_NOTHING)), Content(""), *self._still_to_do()])
        rows: list[tuple[str, str, str]] = []
        for issue in project.issues:
            head = (issue.version, show_date(issue.issued_on, self.front.lang))
            rows += [(*(head if n == 0 else ("", "")), file.name) for n, file in enumerate(issue.files)]
        listed = table(_COLUMNS, rows, self.front.lang)
        return Content("\n").join([*listed, Content(""), Content.styled(self.say(_KEPT), "$text-muted")])

    def _still_to_do(self) -> list[Content]:
        session = self.front.session
        blocking = sum(1 for one in _obstacles(session) if one.what is not _AGREE)
        lines = [] if session.project.criteria.lock is not None else [_AGREE]
        lines += [_FINDINGS.fill(n=blocking)] if blocking else []
        if session.report is None:
            return []
        if not lines:
            return [Content.styled(f"v {self.say(_READY)}", "$success")]
        return [
            Content.styled(self.say(_LEFT), "bold $primary"),
            *(Content(f"! {self.say(one)}") for one in lines),
        ]


def _obstacles(session: Session) -> list[Obstacle]:
    """What the issue still needs, by the last check; the issue itself looks once more."""
    project, report = session.project, session.report
    agree = [Obstacle(_AGREE, _AGREE_HOW, "criteria.lock")] if project.criteria.lock is None else []
    found = [] if report is None else [one for one in report.findings if one.severity is Severity.BLOCKS]
    return [*agree, *map(Obstacle.of, found)]


def _issue(wizard: Wizard) -> None:
    def step(workspace: Workspace, tell: Tell) -> Issued:
        from rfp_builder.workspace.issuing import issue

        return issue(workspace, wizard.today, tell)

    run_step(wizard, _ISSUING, step, lambda done: _show(wizard, done, ISSUED, FOR_VENDORS))


def _show(wizard: Wizard, done: Issued, title: Phrase, heading: Phrase) -> None:
    if done.blocked_by:
        show_obstacles(wizard, _FIRST, [Obstacle.of(one) for one in done.blocked_by])
        return
    lines = [heading.to(wizard.lang), *_names(done.for_vendors)]
    lines += [f"  {WITH_ANNEX.to(wizard.lang)}"] if done.with_annex else []
    lines += ["", INTERNAL.to(wizard.lang), *_names(done.internal)]
    wizard.push_screen(Outcome(title, lines, done.for_vendors[0].parent))


def _names(paths: tuple[Path, ...]) -> list[str]:
    return [f"  {path.parent.name}/{path.name}" for path in paths]
