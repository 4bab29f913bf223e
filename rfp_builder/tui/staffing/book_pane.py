"""Step 6: the plan as a workbook, and what somebody changed in it taken back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from rfp_builder.i18n import Phrase
from rfp_builder.tui.commands.command import Command
from rfp_builder.tui.commands.staffing import MakePlan
from rfp_builder.tui.documents.pane import Column, Pane, moment, table
from rfp_builder.tui.documents.said import Outcome
from rfp_builder.tui.staffing.desk_of import desk_of, show_staffing
from rfp_builder.tui.staffing.preview import Preview
from rfp_builder.tui.steps import Tell, run_step
from rfp_builder.workspace.staffing.book import FOLDER, books_in
from rfp_builder.workspace.staffing.steps import PlanAtHand
from rfp_builder.workspace.tidings import READING, remark_lines

if TYPE_CHECKING:
    from rfp_builder.model.staffing import Staffing
    from rfp_builder.tui.app import Wizard
    from rfp_builder.workload.plan.progress import Stage
    from rfp_builder.workload.plan.values import StaffingPlan
    from rfp_builder.workspace.staffing.settings import Assumed
    from rfp_builder.workspace.workspace import Workspace

_WRITING = Phrase("要員計画を Excel に書き出しています", "Writing the staffing plan to Excel")
_WRITTEN = Phrase("要員計画を書き出しました", "The staffing plan is written")
_CONFIDENTIAL = Phrase(
    "社外秘です。想定費用を含むため、提案会社には渡さないでください。",
    "Confidential: it holds the should-cost. Never hand it to a vendor.",
)
_CHOOSE = Phrase(
    "前提を直した要員計画（Excel）を選んでください。", "Choose the staffing workbook that was changed."
)
_READING = Phrase("要員計画を読み取っています", "Reading the staffing workbook")
_CHANGES = Phrase("Excel で変わった前提", "Assumptions changed in Excel")
_LEAD = Phrase(
    "取り込むと、次の{n}件が計画の設定になります。計画は作り直すまで前のままです。",
    "These become settings of the plan: {n}. The plan stays as it is until it is made anew.",
)
_NO_CHANGES = Phrase("変わった前提はありません。", "No assumption was changed.")
_LEFT = Phrase("対象がないため取り込めないもの:", "Not taken, since what it is about is gone:")
_REMARKS = Phrase("ファイルについて気づいた点:", "What was odd in the file:")
_TAKE = Phrase("取り込む", "Take them")
_TAKEN = Phrase("{n}件を取り込みました。計画を作り直してください。", "Taken: {n}. Make the plan anew.")
_MEANWHILE = Phrase(
    "その間に設定が変わりました。もう一度取り込んでください。",
    "The settings have changed meanwhile. Please take the file again.",
)
_NO_PLAN = Phrase("書き出すには、先に計画を作ります（F5 キー）。", "To write it, make the plan first (F5).")
_OLD = Phrase(
    "! 前提が変わりました。書き出す前に計画を作り直してください（F5 キー）。",
    "! The assumptions have changed. Make the plan anew before you write it (F5).",
)
_WHAT = Phrase(
    "「前提」シートの薄い黄色のセルを直すと、業務量・試算・想定費用がすぐに変わります。\n"
    "直したファイルを取り込むと、必要人数・シフト・採用計画も計算し直せます。",
    "Change the light yellow cells of the sheet Assumptions: loads, what-if and should-cost follow at once.\n"
    "Take the file back, and agents, shifts and hiring can be worked out anew, too.",
)
_COLUMNS = (
    Column(Phrase("書き出したファイル", "Files written"), 44),
    Column(Phrase("日時", "When"), 18),
)
_WHERE = Phrase(
    "ファイルは、プロジェクトの internal フォルダにあります。", "The files are in the folder internal."
)
_MOST = 8


class WriteBook(Command):
    """To Excel."""

    label = Phrase("Excel に書き出す", "Write to Excel")
    help = Phrase(
        "要員計画を Excel に書き出します（社外秘）。前のファイルは上書きしません。",
        "Write the staffing plan to Excel (confidential). Earlier files stay.",
    )

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`: with a plan that still holds."""
        return wizard.session is not None and desk_of(wizard).at_hand is PlanAtHand.CURRENT

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        made = desk_of(wizard).made
        assert made is not None, "possible only with a plan"

        def step(workspace: Workspace, _: Tell) -> Path:
            from rfp_builder.workspace.staffing.book import write_book

            return write_book(workspace, made.plan, wizard.today, wizard.lang)

        def done(path: Path) -> None:
            lines = [f"  {path.parent.name}/{path.name}", "", _CONFIDENTIAL.to(wizard.lang)]
            wizard.push_screen(Outcome(_WRITTEN, lines, path.parent), lambda _: show_staffing(wizard))

        run_step(wizard, _WRITING, step, done)


class OpenBooks(Command):
    """The folder of the workbooks."""

    label = Phrase("フォルダを開く", "Open the folder")
    help = Phrase("要員計画のあるフォルダを開きます。", "Open the folder of the staffing workbooks.")

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`."""
        return wizard.session is not None and bool(books_in(wizard.session.document.folder))

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.folders import open_folder

        assert wizard.session is not None
        folder = wizard.session.document.folder / FOLDER
        if not open_folder(folder):
            wizard.tell(Phrase("フォルダ: {folder}", "Folder: {folder}").fill(folder=folder))


class TakeBook(Command):
    """From Excel."""

    label = Phrase("直した Excel を取り込む", "Take changes back")
    help = Phrase(
        "Excel で直した前提を、変わる点を確かめてから取り込みます。",
        "Take assumptions changed in Excel, after a look at what would change.",
    )

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`."""
        return wizard.session is not None and wizard.session.project.staffing.history is not None

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.dialogs.files import FileDialog

        assert wizard.session is not None
        folder = wizard.session.document.folder / FOLDER
        start = folder if folder.is_dir() else Path.cwd()

        def chosen(path: Path | None) -> None:
            if path is not None:
                _look(wizard, path)

        wizard.push_screen(FileDialog(_CHOOSE, start, suffixes=(".xlsx",)), chosen)


class BookPane(Pane):
    """What was written."""

    TITLE = Phrase("Excel", "Excel")
    LEAD = Phrase(
        "計画をグラフ付きの Excel に書き出し、直した前提を取り込みます。",
        "The plan goes to Excel with charts, and assumptions changed there come back.",
    )
    DOES = (WriteBook, TakeBook, OpenBooks, MakePlan)

    def view(self) -> Content:
        """See `Pane`."""
        desk, lang = desk_of(self.front.wizard), self.front.lang
        lines = [Content(self.say(_WHAT)), Content("")]
        if desk.stage is not None:
            lines.append(Content.styled(self.say(desk.stage), "$accent"))
        elif desk.at_hand is not PlanAtHand.CURRENT:
            said = _NO_PLAN if desk.at_hand is PlanAtHand.NONE else _OLD
            lines.append(Content.styled(self.say(said), "bold"))
        books = books_in(self.front.session.document.folder)[:_MOST]
        if books:
            rows = [(one.name, moment(one.at, lang)) for one in books]
            lines += [Content(""), *table(_COLUMNS, rows, lang), Content("")]
            lines.append(Content.styled(self.say(_WHERE), "$text-muted"))
        return Content("\n").join(lines)


def _look(wizard: Wizard, path: Path) -> None:
    """Read the workbook and say what it changes; a plan that still holds is not made again for it."""
    desk = desk_of(wizard)
    plan: StaffingPlan | None = None
    if desk.made is not None and desk.at_hand is PlanAtHand.CURRENT:
        plan = desk.made.plan

    def step(workspace: Workspace, tell: Tell) -> Assumed:
        from rfp_builder.workspace.incoming import read_file
        from rfp_builder.workspace.staffing.settings import look_at_assumptions

        def progress(stage: Stage, done: int, of: int) -> None:
            tell(Phrase("{stage} {done}/{of}", "{stage} {done}/{of}").fill(stage=stage, done=done, of=of))

        tell(READING.fill(name=path.name))
        data = read_file(path)
        return look_at_assumptions(workspace, path.name, data, wizard.today, plan=plan, progress=progress)

    run_step(wizard, _READING, step, lambda found: _preview(wizard, found))


def _preview(wizard: Wizard, found: Assumed) -> None:
    from rfp_builder.workspace.staffing.change_lines import change_line

    lines = [f"  {change_line(one, found.used).to(wizard.lang)}" for one in found.taken]
    if found.left:
        lines += ["", _LEFT.to(wizard.lang), *(f"  {one.label}" for one in found.left)]
    remarks = [f"  {one.to(wizard.lang)}" for one in remark_lines(found.remarks)]
    if remarks:
        lines += ["", _REMARKS.to(wizard.lang), *remarks]
    if not found.taken:
        wizard.push_screen(Preview(_CHANGES, _NO_CHANGES, lines, None))
        return
    assert wizard.session is not None
    before = wizard.session.project.staffing
    dialog = Preview(_CHANGES, _LEAD.fill(n=len(found.taken)), lines, _TAKE)
    wizard.push_screen(dialog, lambda sure: _take(wizard, found, before) if sure else None)


def _take(wizard: Wizard, found: Assumed, before: Staffing) -> None:
    session = wizard.session
    if session is None:
        return
    if session.project.staffing != before:
        wizard.tell(_MEANWHILE)
        return
    after = session.project.replace(staffing=found.staffing)
    if wizard.attempt(lambda: session.document.change(after, "staffing.settings")):
        wizard.tell(_TAKEN.fill(n=len(found.taken)))
