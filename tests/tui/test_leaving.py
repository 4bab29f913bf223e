"""Leaving the wizard or the project: what was typed is saved, and a folder that does not take it is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

import rfp_builder.store.folder
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.tui.app import Wizard
from rfp_builder.tui.commands.everywhere import OtherProject
from rfp_builder.tui.dialogs.confirm import Confirm
from rfp_builder.tui.dialogs.problem import ProblemDialog
from rfp_builder.tui.rescue import RescuedDialog
from rfp_builder.tui.road import go
from rfp_builder.tui.screens.welcome import Welcome
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.workspace import Workspace
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on

TITLE = "rfp.title"
CELL = "work.volumes.volumes[v1].monthly_contacts"


async def at(wizard: Wizard, pilot: Pilot[None], path: str) -> None:
    """Put the focus on `path`."""
    await until(pilot, lambda: wizard.session is not None)
    go(wizard, path)
    control = path.partition("[")[0].replace(".", "-")
    await until(pilot, lambda: wizard.focused is not None and control in (wizard.focused.id or ""))
    await pilot.pause()


def burst(wizard: Wizard, *keys: str) -> None:
    """Send keys faster than anything can happen between them."""
    for key in keys:
        wizard.post_message(events.Key(key, key if len(key) == 1 else None))


def saved(tmp_path: Path) -> Project:
    """What the folder holds."""
    return Workspace.open(tmp_path / "project").project


@pytest.mark.asyncio
async def test_keys_on_their_way_are_saved_before_the_wizard_ends(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path, None)
    async with wizard.run_test(size=(80, 24)) as pilot:
        await at(wizard, pilot, TITLE)
        burst(wizard, "a", "b", "c", "ctrl+q")
        await until(pilot, lambda: not wizard.desk.watching)
    assert saved(tmp_path).rfp.title == Localized(ja="abc")


@pytest.mark.asyncio
@pytest.mark.parametrize("key", ["ctrl+q", "f2", "f9", "f12"])
async def test_a_cell_is_taken_by_whatever_leads_away_from_it(tmp_path: Path, key: str) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=(80, 24)) as pilot:
        await at(wizard, pilot, CELL)
        await pilot.press("7", "7", key)
        await pilot.pause()
    assert saved(tmp_path).definition.work.volumes.volumes[0].monthly_contacts == 77  # type: ignore[index]


@pytest.mark.asyncio
async def test_another_project_may_be_chosen_while_one_types(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path, None)
    async with wizard.run_test(size=(80, 24)) as pilot:
        await at(wizard, pilot, TITLE)
        await pilot.press("a", "b")
        await OtherProject().run(wizard)
        await until(pilot, lambda: isinstance(wizard.screen, Welcome))
    assert saved(tmp_path).rfp.title == Localized(ja="ab")


@pytest.mark.asyncio
async def test_leaving_what_cannot_be_saved_is_asked_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = wizard_on(tmp_path, None)
    async with wizard.run_test(size=(80, 24)) as pilot:
        await at(wizard, pilot, TITLE)
        with monkeypatch.context() as patch:
            _refuse(patch)
            await pilot.press("a", "ctrl+q")
            await until(pilot, lambda: isinstance(wizard.screen, Confirm))
            await pilot.press("escape")
            await pilot.pause()
            assert wizard.session is not None
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not wizard.desk.watching)
    assert saved(tmp_path).rfp.title == Localized(ja="a")


def _refuse(patch: pytest.MonkeyPatch) -> None:
    """From now on the folder of the project takes nothing, as when the disk is full."""

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    patch.setattr(rfp_builder.store.folder, "write_atomic", full)


def _texts(wizard: Wizard) -> str:
    return "\n".join(str(said.render()) for said in wizard.screen.query(Said) if said.display)


@pytest.mark.asyncio
async def test_what_could_not_be_saved_is_offered_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = wizard_on(tmp_path, None)
    wizard.desk.rescue_folder = tmp_path / "state"
    with monkeypatch.context() as patch:
        async with wizard.run_test(size=(80, 24)) as pilot:
            await at(wizard, pilot, TITLE)
            _refuse(patch)
            await pilot.press("a", "b", "ctrl+q")
            await until(pilot, lambda: isinstance(wizard.screen, Confirm))
            assert "このパソコンに残して" in _texts(wizard)
            await pilot.press("escape", "c", "ctrl+q")
            await until(pilot, lambda: isinstance(wizard.screen, Confirm))
            await pilot.press("tab", "enter")
            await until(pilot, lambda: not wizard.desk.watching)
    assert saved(tmp_path).rfp.title is None
    wizard = wizard_on(tmp_path, None)
    wizard.desk.rescue_folder = tmp_path / "state"
    async with wizard.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(wizard.screen, RescuedDialog))
        assert "前回保存できなかった入力" in _texts(wizard) and "abc" not in _texts(wizard)
        await pilot.press("enter")
        await pilot.pause()
        assert saved(tmp_path).rfp.title == Localized(ja="abc")
        assert not list((tmp_path / "state").iterdir())


@pytest.mark.asyncio
async def test_trouble_with_saving_is_said_once_and_in_full_to_who_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = wizard_on(tmp_path, None)
    async with wizard.run_test(size=(80, 24), notifications=True) as pilot:
        await at(wizard, pilot, TITLE)
        assert wizard.session is not None

        def broken(*_: object) -> None:
            raise RuntimeError("予定価格 123")

        with monkeypatch.context() as patch:
            patch.setattr(wizard.session.document.workspace.store, "save_unchanged", broken)
            await pilot.press("a")
            await until(pilot, lambda: "保存できません" in _texts(wizard))
            await pilot.press("ctrl+s")
            await until(pilot, lambda: isinstance(wizard.screen, ProblemDialog))
            assert "RuntimeError" in _texts(wizard) and "123" not in _texts(wizard)
            await pilot.press("escape")
        await pilot.press("b")
        await until(pilot, lambda: "保存済み" in _texts(wizard))
    assert saved(tmp_path).rfp.title == Localized(ja="ab")


@pytest.mark.asyncio
async def test_a_folder_that_is_gone_is_said_before_anything_is_typed(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path, None)
    async with wizard.run_test(size=(80, 24), notifications=True) as pilot:
        await at(wizard, pilot, TITLE)
        away = (tmp_path / "project").rename(tmp_path / "away")
        await until(pilot, lambda: "保存できません" in _texts(wizard))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(wizard.screen, ProblemDialog))
        assert "元の場所と名前に戻す" in _texts(wizard)
        await pilot.press("escape")
        away.rename(tmp_path / "project")
        await until(pilot, lambda: "保存できません" not in _texts(wizard))


def _no_file(folder: Path) -> None:
    (folder / "project.json").unlink()
    (folder / "project.json").mkdir()


def _no_folder(folder: Path) -> None:
    for one in folder.iterdir():
        one.unlink()
    folder.rmdir()


@pytest.mark.asyncio
@pytest.mark.parametrize("spoil", [_no_file, _no_folder])
async def test_a_project_that_cannot_be_read_is_said(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    wizard = wizard_on(tmp_path, None)
    spoil(tmp_path / "project")
    async with wizard.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(wizard.screen, ProblemDialog))
        assert any(isinstance(one, Welcome) for one in wizard.screen_stack)
