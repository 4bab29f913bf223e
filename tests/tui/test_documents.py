"""Documents: drafts, the issue, proposals, score books, the ranking and the journal."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from rfp_builder.i18n import Lang
from rfp_builder.resources import data_folder
from rfp_builder.tui.app import Wizard
from rfp_builder.tui.dialogs.ask import Ask
from rfp_builder.tui.dialogs.confirm import Confirm
from rfp_builder.tui.dialogs.files import FileDialog
from rfp_builder.tui.dialogs.obstacles import Obstacles
from rfp_builder.tui.dialogs.problem import ProblemDialog
from rfp_builder.tui.documents.copies import Copies
from rfp_builder.tui.documents.said import Outcome
from rfp_builder.tui.road import go
from rfp_builder.tui.screens.documents import DocumentsScreen
from rfp_builder.tui.screens.frame import FrameScreen
from rfp_builder.tui.settings import Settings
from rfp_builder.tui.standing_lines import next_line
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.agreement import lock_criteria
from rfp_builder.workspace.receiving import receive
from rfp_builder.workspace.workspace import Workspace
from tests.tui.waiting import until
from tests.tui.wizard import TODAY, wizard_on

_SAMPLE = data_folder("samples") / "mail-order"


def _wizard(folder: Path) -> Wizard:
    return Wizard(folder, Lang.JA, TODAY, Settings(tour_seen=True))


def _all(app: Wizard) -> str:
    return "\n".join(str(said.render()) for said in app.screen.query(Said) if said.display)


@pytest.mark.asyncio
async def test_a_draft_is_written_and_said(tmp_path: Path) -> None:
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        go(app, "documents")
        await pilot.pause()
        assert "まだ発行していません" in _all(app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Outcome))
        assert "drafts/rfp-draft.ja.docx" in _all(app)
        assert (tmp_path / "project" / "drafts" / "response-draft.en.xlsx").is_file()


@pytest.mark.asyncio
async def test_what_blocks_the_issue_is_said_before_anybody_is_asked(tmp_path: Path) -> None:
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: app.session is not None)
        assert app.session is not None
        app.session.document.set("rfp.contact", None)
        session = app.session
        await until(pilot, lambda: any("rfp.contact" in one.path for one in session.findings_at("rfp")))
        go(app, "documents")
        await pilot.pause()
        assert "評価基準がまだ固定されていません" in _all(app) and "発行を妨げる指摘 1件" in _all(app)
        await pilot.press("tab", "enter")
        await until(pilot, lambda: isinstance(app.screen, Obstacles))
        listed = app.screen.query_one(OptionList)
        assert [str(listed.get_option_at_index(n).prompt)[:13] for n in range(2)] == [
            "! 評価基準がまだ固定され",
            "! 提案依頼書の「問い合わ",
        ]
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, FrameScreen))
        assert not (tmp_path / "project" / "issued").exists()


@pytest.mark.asyncio
async def test_the_issue_asks_and_then_writes(tmp_path: Path) -> None:
    folder = Workspace.create(tmp_path / "project", "mail-order").folder
    lock_criteria(Workspace.open(folder), "委員会", TODAY)
    app = _wizard(folder)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: app.session is not None and app.session.report is not None)
        go(app, "documents")
        await pilot.pause()
        assert "発行できます" in _all(app)
        await pilot.press("tab", "enter")
        await until(pilot, lambda: isinstance(app.screen, Confirm))
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, DocumentsScreen) and not (folder / "issued").exists()
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Confirm))
        await pilot.press("tab", "enter")
        await until(pilot, lambda: isinstance(app.screen, Outcome))
        assert "issued/rfp-1.0.ja.docx" in _all(app)


@pytest.mark.asyncio
async def test_a_proposal_comes_in_under_the_name_that_is_asked(issued: Path) -> None:
    app = _wizard(issued)
    file = sorted((_SAMPLE / "proposals").glob("*.xlsx"))[0]
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        go(app, "documents")
        await pilot.pause()
        assert "まだ提案は届いていません" in _all(app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, FileDialog))
        app.screen.query_one("#file-path", Input).value = str(file)
        app.screen.query_one("#file-path").focus()
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        app.screen.query_one("#ask", Input).value = "[red]甲社[/]"
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Outcome))
        assert "[red]甲社[/]: 受領しました（1回目の提出" in _all(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "[red]甲社[/]" in _all(app)
        assert app.session is not None
        assert [one.name for one in app.session.project.vendors] == ["[red]甲社[/]"]


@pytest.mark.asyncio
async def test_a_proposal_is_looked_at_renamed_and_taken_back(issued: Path) -> None:
    workspace = Workspace.open(issued)
    now = datetime(2027, 3, 12, 12, tzinfo=UTC)
    for file in sorted((_SAMPLE / "proposals").glob("*.xlsx"))[:2]:
        receive(workspace, file.stem, file.name, file.read_bytes(), now)
    app = _wizard(issued)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: app.session is not None)
        assert app.session is not None
        document = app.session.document
        go(app, "documents")
        await pilot.pause()
        await pilot.press("2")
        await app.action_command("ShowNotes")
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Outcome))
        assert "A社 の回答書の指摘" in _all(app) and "要確認" in _all(app)
        await pilot.press("escape")
        await app.action_command("RenameVendor")
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        app.screen.query_one("#ask", Input).value = "乙[b]社"
        await pilot.press("enter")
        await until(pilot, lambda: [one.name for one in document.project.vendors] == ["乙[b]社", "B社"])
        await until(pilot, lambda: isinstance(app.screen, DocumentsScreen))
        assert "乙[b]社" in _all(app)
        await app.action_command("Withdraw")
        await pilot.pause()
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, Confirm))
        await pilot.press("tab", "enter")
        await until(pilot, lambda: isinstance(app.screen, Outcome))
        assert "B社: 1回目の提出の受領を取り消しました" in _all(app)
        assert [one.vendor for one in document.project.proposals] == ["v1"]


@pytest.mark.asyncio
async def test_copies_of_what_clashed_are_told_and_thrown_away(tmp_path: Path) -> None:
    app = wizard_on(tmp_path)
    folder = tmp_path / "project"
    store = Workspace.open(folder).store
    store.keep_version(store.load().replace(revision=7, evaluators=()))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: app.session is not None)
        go(app, "documents")
        await pilot.pause()
        assert "控えが 1件あります" in _all(app)
        await pilot.press("5", "enter")
        await until(pilot, lambda: isinstance(app.screen, Copies))
        listed = app.screen.query_one(OptionList)
        assert "違う箇所: 評価者" in str(listed.get_option_at_index(0).prompt)
        await pilot.press("shift+tab", "enter")
        await until(pilot, lambda: isinstance(app.screen, Confirm))
        await pilot.press("tab", "enter")
        await until(pilot, lambda: isinstance(app.screen, DocumentsScreen))
        assert not list(folder.glob("project.conflict-*")) and "控えが" not in _all(app)


@pytest.mark.asyncio
async def test_from_proposals_to_the_ranking(issued: Path) -> None:
    came = issued.parent / "届いたもの"
    shutil.copytree(_SAMPLE / "proposals", came)
    (came / "破損.xlsx").write_bytes(b"no workbook")
    (came / "memo.txt").write_text("a memo")
    app = _wizard(issued)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        go(app, "documents")
        await pilot.pause()
        told = await _take_folder(app, pilot, "Receive", came)
        assert "受領しました（1件は取り込めませんでした）" in told
        assert "破損.xlsx: 受け取れませんでした。" in told and "memo.txt: .xlsx ではない" in told
        assert app.session is not None
        assert len(app.session.project.proposals) == 3
        await _take_folder(app, pilot, "Collect", _SAMPLE / "scorebooks")
        assert len(app.session.project.score_books) == 4
        report = app.session.report
        folder = app.session.document.workspace
        assert "評価結果の作成" in str(next_line(folder, app.session.project, report, Lang.JA))
        await pilot.press("4")
        await pilot.pause()
        shown = _all(app)
        assert "1位" in shown and "対象外" in shown and "=====" in shown
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Outcome))
        assert (issued / "evaluation" / "evaluation-1.0.ja.xlsx").is_file()
        await pilot.press("escape")
        await pilot.press("f8")
        await pilot.pause()
        assert "提案を受領" in _all(app)
        said = str(next_line(app.session.document.workspace, app.session.project, report, Lang.JA))
        assert "委託先の選定" in said and "評価結果の作成" not in said


@pytest.mark.asyncio
async def test_what_comes_too_early_names_the_place_in_the_wizard(tmp_path: Path) -> None:
    app = wizard_on(tmp_path, lang=Lang.EN)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        go(app, "documents")
        await pilot.pause()
        await app.action_command("MakeScoreBooks")
        await until(pilot, lambda: isinstance(app.screen, ProblemDialog))
        assert "Agreement, with the criteria" in _all(app)


@pytest.mark.asyncio
async def test_a_long_deed_goes_on_below_itself_in_the_journal(tmp_path: Path) -> None:
    app = wizard_on(tmp_path, lang=Lang.EN)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: app.session is not None)
        assert app.session is not None
        files = [f"a-long-name-of-a-workbook-{number}.xlsx" for number in range(3)]
        workspace = app.session.document.workspace
        workspace.save(workspace.project, "-".join(files) + "受領" * 200, {})
        go(app, "documents")
        await pilot.pause()
        await pilot.press("5")
        await pilot.pause()
        shown = "".join(line[39:].strip() for line in _all(app).split("\n"))
        assert "-".join(files) in shown
        journal = app.screen.query_one("#pane-record .pane-view", Said)
        assert journal.size.height == len(str(journal.render()).split("\n")), "no line is broken again"


@pytest.mark.asyncio
async def test_score_books_are_made(issued: Path) -> None:
    app = _wizard(issued)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        go(app, "documents")
        await pilot.pause()
        await pilot.press("f8", "enter")
        await until(pilot, lambda: isinstance(app.screen, ProblemDialog))
        assert "受領" in _all(app)
        await pilot.press("escape", "shift+f8", "shift+f8")
        await pilot.pause()
        assert "rfp-1.0.ja.docx" in _all(app)


async def _take_folder(app: Wizard, pilot: Pilot[None], command: str, folder: Path) -> str:
    """Choose all files of a folder; returns what was said of them."""
    await app.action_command(command)
    await until(pilot, lambda: isinstance(app.screen, FileDialog))
    app.screen.query_one("#file-path", Input).value = str(folder)
    app.screen.query_one("#file-path").focus()
    await pilot.press("enter")
    await pilot.pause()
    await pilot.press("home", "down", "enter")
    await until(pilot, lambda: isinstance(app.screen, Outcome | Confirm))
    if isinstance(app.screen, Confirm):
        await pilot.press("tab", "enter")
    await until(pilot, lambda: isinstance(app.screen, Outcome))
    told = _all(app)
    await pilot.press("escape")
    await pilot.pause()
    return told
