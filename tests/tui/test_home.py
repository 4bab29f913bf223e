"""The task list: what it says of a project, and where it leads."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList

from rfp_builder.check.completeness import Progress
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.localized import Localized
from rfp_builder.tui.screens.documents import DocumentsScreen
from rfp_builder.tui.screens.home import Home
from rfp_builder.tui.task_lines import task_line
from rfp_builder.tui.widths import cells_of
from rfp_builder.workspace.tasks import Status, Task
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on

_HOSTILE = "[red]x[/] [a={'b[0]'}] {{ x }} =1+1 <b>& 𠮷"


def _lines(home: Home) -> list[str]:
    tasks = home.query_one("#tasks", OptionList)
    return [str(tasks.get_option_at_index(index).prompt) for index in range(tasks.option_count)]


@pytest.mark.asyncio
async def test_it_lists_the_seven_sections_and_the_rest_of_the_road(tmp_path: Path) -> None:
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, Home)
        lines = _lines(app.screen)
        for title in ("1 概要", "7 追加資料", "要件台帳", "評価基準と評価者", "非開示にする要件"):
            assert any(title in line for line in lines)


@pytest.mark.asyncio
async def test_the_check_fills_in_status_and_counts(tmp_path: Path) -> None:
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await _checked(app, pilot)
        assert isinstance(app.screen, Home)
        line = next(line for line in _lines(app.screen) if "2 業務内容" in line)
        assert "完了" in line or "要対応" in line
        report = app.session.report if app.session else None
        assert report is not None
        progress = report.sections[1].progress
        assert f"{progress.answered}/{progress.required}" in line


@pytest.mark.asyncio
async def test_an_empty_project_is_not_started_and_says_what_comes_first(tmp_path: Path) -> None:
    app = wizard_on(tmp_path, sample=None)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await _checked(app, pilot)
        assert isinstance(app.screen, Home)
        assert "未着手" in next(line for line in _lines(app.screen) if "1 概要" in line)
        assert "次にすること" in str(app.screen.query_one("#home-next").render())


@pytest.mark.asyncio
async def test_f12_speaks_english_and_back(tmp_path: Path) -> None:
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("f12")
        await pilot.pause()
        assert app.lang is Lang.EN
        assert isinstance(app.screen, Home)
        assert any("1 Overview" in line for line in _lines(app.screen))
        await pilot.press("f12")
        await pilot.pause()
        assert any("1 概要" in line for line in _lines(app.screen))


@pytest.mark.asyncio
async def test_enter_opens_and_escape_comes_back_to_the_same_line(tmp_path: Path) -> None:
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("end", "enter")
        await pilot.pause()
        assert isinstance(app.screen, DocumentsScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, Home)
        tasks = app.screen.query_one("#tasks", OptionList)
        assert tasks.highlighted == tasks.option_count - 1
        await pilot.press("escape")
        assert isinstance(app.screen, Home)


@pytest.mark.asyncio
async def test_a_title_is_shown_to_the_letter(tmp_path: Path) -> None:
    app = wizard_on(tmp_path)
    async with app.run_test(size=(160, 24), notifications=True) as pilot:
        assert app.session is not None
        app.session.document.set("rfp.title", Localized(ja=_HOSTILE))
        app.screen.query_one("#title-place")
        await pilot.press("end", "enter", "escape")
        await pilot.pause()
        assert _HOSTILE in str(app.screen.query_one("#title-place").render())


@pytest.mark.asyncio
async def test_undo_says_where_and_goes_there(tmp_path: Path) -> None:
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        assert app.session is not None
        before = app.session.project.rfp.title
        app.session.document.set("rfp.title", Localized(ja="別の件名"))
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert app.session.project.rfp.title == before
        assert any("件名" in str(toast.message) for toast in app._notifications)
        await pilot.press("ctrl+y")
        await pilot.pause()
        assert app.session.project.rfp.title == Localized(ja="別の件名")
        await pilot.press("ctrl+y")
        await pilot.pause()
        assert any("やり直せる変更はありません" in str(toast.message) for toast in app._notifications)


async def _checked(app: object, pilot: object) -> None:
    from textual.pilot import Pilot

    from rfp_builder.tui.app import Wizard

    assert isinstance(app, Wizard) and isinstance(pilot, Pilot)
    await until(pilot, lambda: app.session is not None and app.session.report is not None)


@pytest.mark.parametrize("lang", list(Lang))
def test_findings_stand_below_each_other_in_both_parts(lang: Lang) -> None:
    section = Task("a", Phrase("概要", "Overview"), Status.ATTENTION, Progress(112, 90), 3, Phrase("", ""))
    detail = Phrase("1,000 / 1,000点", "1,000/1,000 points")
    rest = Task("b", Phrase("評価基準", "Criteria"), Status.ATTENTION, None, 12, detail)
    word = {Lang.JA: "指摘", Lang.EN: "12 findings"}[lang]
    lines = [str(task_line(one, lang)) for one in (section, rest)]
    starts = {
        cells_of(line[: line.rindex(one)])
        for line, one in zip(lines, (word.replace("12", "3"), word), strict=True)
    }
    assert len(starts) == 1
    assert max(map(cells_of, lines)) <= 78


def test_one_finding_is_not_called_findings() -> None:
    task = Task("a", Phrase("台帳", "Register"), Status.UNTOUCHED, None, 1, Phrase("", ""))
    assert str(task_line(task, Lang.EN)).endswith(" 1 finding")
    assert str(task_line(task, Lang.JA)).endswith(" 指摘 1件")
