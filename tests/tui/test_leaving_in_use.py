"""Leaving while a save takes its time, as when somebody else holds the folder: said, and nobody is kept."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from filelock import FileLock

from rfp_builder.model.localized import Localized
from rfp_builder.store import atomic
from rfp_builder.store.folder import LOCK_FILE
from rfp_builder.tui import leaving
from rfp_builder.tui.dialogs.confirm import Confirm
from rfp_builder.tui.road import go
from rfp_builder.workspace.document.saving import SaveState
from rfp_builder.workspace.workspace import Workspace
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on


@pytest.mark.asyncio
async def test_who_leaves_while_another_saves_is_told_and_may_stay_or_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leaving, "_LOOKS_UNTOLD", 1)
    monkeypatch.setattr(leaving, "_LOOKS", 2)
    wizard = wizard_on(tmp_path, None)
    wizard.desk.rescue_folder = tmp_path / "state"
    folder = tmp_path / "project"
    async with wizard.run_test(size=(80, 24), notifications=True) as pilot:
        go(wizard, "rfp.title")
        await pilot.pause()
        await pilot.press("a")
        with FileLock(folder / LOCK_FILE, thread_local=False):
            await pilot.press("ctrl+q")
            await until(pilot, lambda: isinstance(wizard.screen, Confirm))
            assert any("保存しています" in str(one.message) for one in wizard._notifications)
            await pilot.press("escape")
            await pilot.pause()
        assert wizard.session is not None
        await pilot.press("b", "ctrl+s")
        await until(pilot, lambda: Workspace.open(folder).project.rfp.title == Localized(ja="ab"))
        await pilot.press("c")
        others = FileLock(folder / LOCK_FILE, thread_local=False)
        others.acquire()
        await pilot.press("ctrl+q")
        await until(pilot, lambda: isinstance(wizard.screen, Confirm))
        await pilot.press("tab", "enter")
        await until(pilot, lambda: not wizard.desk.watching)
    others.release()
    assert Workspace.open(folder).project.rfp.title == Localized(ja="ab")
    assert any((tmp_path / "state").rglob("*"))


@pytest.mark.asyncio
@pytest.mark.parametrize("patient", [True, False])
async def test_a_folder_that_does_not_answer_freezes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, patient: bool
) -> None:
    monkeypatch.setattr(leaving, "_LOOKS", 2)
    answers, write = Event(), atomic.write_atomic

    def slow(path: Path, data: bytes, **how: Any) -> None:
        answers.wait(30)
        write(path, data, **how)

    wizard = wizard_on(tmp_path, None)
    wizard.desk.rescue_folder = tmp_path / "state"
    async with wizard.run_test(size=(80, 24)) as pilot:
        go(wizard, "rfp.title")
        await pilot.pause()
        monkeypatch.setattr("rfp_builder.store.folder.write_atomic", slow)
        await pilot.press("a", "ctrl+q", "ctrl+q")
        await until(pilot, lambda: isinstance(wizard.screen, Confirm))
        assert wizard.desk.save_state is SaveState.SAVING
        if patient:
            answers.set()
        else:
            await pilot.press("tab", "enter")
        await until(pilot, lambda: not wizard.desk.watching)
    if patient:
        assert Workspace.open(tmp_path / "project").project.rfp.title == Localized(ja="a")
        assert not list((tmp_path / "state").glob("*.json"))
    else:
        assert list((tmp_path / "state").glob("*.json")), "it is kept where the save does not end"
        answers.set()
