"""Documents: drafts, the issue, proposals, score books, the ranking and the journal."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from rfp_builder.i18n import Lang
from rfp_builder.resources import data_folder
from rfp_builder.tui.app import Wizard
from rfp_builder.tui.dialogs.ask import Ask
from rfp_builder.tui.dialogs.confirm import Confirm
from rfp_builder.tui.dialogs.files import FileDialog
from rfp_builder.tui.dialogs.problem import ProblemDialog
from rfp_builder.tui.documents.said import Outcome
from rfp_builder.tui.road import go
from rfp_builder.tui.screens.documents import DocumentsScreen
from rfp_builder.tui.settings import Settings
from rfp_builder.tui.widgets.said import Said
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
async def test_the_issue_asks_and_says_what_is_needed_first(tmp_path: Path) -> None:
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        go(app, "documents")
        await pilot.pause()
        await pilot.press("tab", "enter")
        await until(pilot, lambda: isinstance(app.screen, Confirm))
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, DocumentsScreen)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Confirm))
        await pilot.press("tab", "enter")
        await until(pilot, lambda: isinstance(app.screen, ProblemDialog))
        assert "合意" in _all(app)
        assert not (tmp_path / "project" / "issued").exists()


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
        assert "[red]甲社[/]: 1回目の提出" in _all(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "[red]甲社[/]" in _all(app)
        assert app.session is not None
        assert [one.name for one in app.session.project.vendors] == ["[red]甲社[/]"]


@pytest.mark.asyncio
async def test_from_proposals_to_the_ranking(issued: Path) -> None:
    app = _wizard(issued)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        go(app, "documents")
        await pilot.pause()
        await _take_folder(app, pilot, "Receive", _SAMPLE / "proposals")
        assert app.session is not None
        assert len(app.session.project.proposals) == 3
        await _take_folder(app, pilot, "Collect", _SAMPLE / "scorebooks")
        assert len(app.session.project.score_books) == 4
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


async def _take_folder(app: Wizard, pilot: Pilot[None], command: str, folder: Path) -> None:
    await app.action_command(command)
    await until(pilot, lambda: isinstance(app.screen, FileDialog))
    app.screen.query_one("#file-path", Input).value = str(folder)
    app.screen.query_one("#file-path").focus()
    await pilot.press("enter")
    await pilot.pause()
    app.screen.query_one("#file-list").focus()
    await pilot.press("home", "down", "enter")
    await until(pilot, lambda: isinstance(app.screen, Outcome))
    await pilot.press("escape")
    await pilot.pause()
