"""The start: names before the project is there, and nothing that was pressed meanwhile is lost."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from threading import Event
from types import ModuleType

import pytest
from textual.events import Key
from textual.widgets import OptionList, TextArea

from rfp_builder.i18n import Lang
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.shape import sections
from rfp_builder.tui import desk, settings
from rfp_builder.tui.app import Wizard
from rfp_builder.tui.desk import Desk
from rfp_builder.tui.parts import OTHERS, SECTIONS, section_number
from rfp_builder.tui.screens.home import Home
from rfp_builder.tui.screens.section import SectionScreen
from rfp_builder.tui.screens.welcome import Welcome
from rfp_builder.tui.settings import Settings, load_settings
from rfp_builder.workspace.tasks import other_tasks, section_tasks
from tests.tui.waiting import until
from tests.tui.wizard import TODAY, wizard_on


def test_the_names_of_the_first_frame_are_those_of_the_catalogue() -> None:
    project = Project()
    assert [(one.place, one.title) for one in SECTIONS] == [
        (task.place, task.title) for task in section_tasks(project, None)
    ]
    assert [(one.place, one.title) for one in OTHERS] == [
        (task.place, task.title) for task in other_tasks(project, None)
    ]
    assert {section_number(key): key for key in sections().values()} == sections()
    assert section_number("rfp") is None


@pytest.mark.asyncio
async def test_the_parts_are_on_the_screen_before_the_project_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first: list[str] = []
    opening = Wizard.open_project

    def seen(app: Wizard, folder: Path) -> None:
        tasks = app.screen.query_one("#tasks", OptionList)
        first.extend(str(one.prompt).strip() for one in tasks.options)
        opening(app, folder)

    monkeypatch.setattr(Wizard, "open_project", seen)
    monkeypatch.setattr(Desk, "quick", False)
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: app.session is not None)
        assert [part.title.ja for part in (*SECTIONS, *OTHERS)] == [
            line for line in first if line and line not in ("業務要件定義書", "評価基準から選定まで")
        ]


@pytest.mark.asyncio
async def test_what_is_pressed_while_the_project_opens_is_done_when_it_is_open(tmp_path: Path) -> None:
    app = wizard_on(tmp_path)
    later: list[Callable[[], object]] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Desk, "quick", False)
        patch.setattr(app.desk, "open_soon", lambda open_it: _hold(app, open_it, later))
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            await pilot.press("down", "enter", "f12")
            await pilot.pause()
            assert app.session is None and app.lang is Lang.JA and isinstance(app.screen, Home)
            patch.undo()
            app.desk.open_now(later[0])
            await until(pilot, lambda: isinstance(app.screen, SectionScreen))
            await until(pilot, lambda: app.lang is Lang.EN)
            assert [one.pages[0].section for one in app.screen_stack if isinstance(one, SectionScreen)] == [2]


@pytest.mark.asyncio
async def test_what_a_section_needs_is_loaded_while_the_list_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str] = []

    def load(name: str) -> ModuleType:
        loaded.append(name)
        return import_module(name)

    monkeypatch.setattr(desk, "import_module", load)
    monkeypatch.setattr(Desk, "quick", False)
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: "rfp_builder.tui.screens.section" in loaded)
        assert isinstance(app.screen, Home) and app.session is not None


@pytest.mark.asyncio
@pytest.mark.parametrize("late", [True, False])
async def test_what_is_typed_at_once_after_the_start_lands_in_the_field_it_is_meant_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, late: bool
) -> None:
    monkeypatch.setattr(Desk, "quick", not late)
    app = wizard_on(tmp_path, None)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        for key in ("down", "up", "enter", *"方針", "f8", "insert"):
            # As a terminal sends them: none waits for what the one before leads to.
            app.post_message(Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: app.session is not None)
        assert app.session is not None
        document = app.session.document
        await until(pilot, lambda: document.project.definition.overview.purpose.purposes is not None)
        assert document.project.definition.overview.policy.policy == Localized(ja="方針")
        purposes = document.project.definition.overview.purpose.purposes
        assert isinstance(purposes, tuple) and len(purposes) == 1


@pytest.mark.asyncio
async def test_an_enter_that_is_repeated_impatiently_leaves_no_empty_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Desk, "quick", False)
    app = wizard_on(tmp_path, None)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        for key in ("enter", "enter", "enter", *"方針"):
            app.post_message(Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: isinstance(app.focused, TextArea) and "針" in app.focused.text)
        assert isinstance(app.focused, TextArea) and app.focused.text == "方針"


@pytest.mark.asyncio
async def test_changed_settings_are_written_and_a_slow_disk_holds_up_nothing_but_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, answers, write = tmp_path / "wizard.json", Event(), settings.save_settings
    written: list[Settings] = []

    def slow(kept: Settings, path: Path) -> None:
        written.append(kept)
        answers.wait(30)
        write(kept, path)

    monkeypatch.setattr(settings, "save_settings", slow)
    app = Wizard(None, Lang.JA, TODAY, Settings(tour_seen=True).with_recent(tmp_path), file)
    before = app.settings
    async with app.run_test(size=(80, 24)):
        app.keep(before.with_recent(tmp_path))
        app.keep(before.with_recent(tmp_path / "other"))
        app.keep(app.settings.with_recent(tmp_path / "last"))
        assert not file.exists()
        answers.set()
    assert load_settings(file) == app.settings and before not in written


def _hold(app: Wizard, open_it: Callable[[], object], later: list[Callable[[], object]]) -> None:
    app.desk.opening = True
    later.append(open_it)


@pytest.mark.asyncio
async def test_a_folder_without_a_project_leads_to_the_first_screen_with_the_reason(tmp_path: Path) -> None:
    wizard_on(tmp_path)
    (tmp_path / "project" / "project.json").unlink()
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: len(app.screen_stack) == 3)
        assert isinstance(app.screen_stack[1], Welcome)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, Welcome)
