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
from rfp_builder.tui.road import go
from rfp_builder.tui.screens.welcome import Welcome
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
        await until(pilot, lambda: wizard.session is None)
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
    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    wizard = wizard_on(tmp_path, None)
    async with wizard.run_test(size=(80, 24)) as pilot:
        await at(wizard, pilot, TITLE)
        with monkeypatch.context() as patch:
            patch.setattr(rfp_builder.store.folder, "write_atomic", full)
            await pilot.press("a", "ctrl+q")
            await until(pilot, lambda: isinstance(wizard.screen, Confirm))
            await pilot.press("escape")
            await pilot.pause()
            assert wizard.session is not None
        await pilot.press("ctrl+q")
        await until(pilot, lambda: wizard.session is None)
    assert saved(tmp_path).rfp.title == Localized(ja="a")


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
