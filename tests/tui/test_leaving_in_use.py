"""Leaving while somebody else holds the folder: said at once, and nobody is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from filelock import FileLock

from rfp_builder.model.localized import Localized
from rfp_builder.store.folder import LOCK_FILE
from rfp_builder.tui import leaving
from rfp_builder.tui.dialogs.confirm import Confirm
from rfp_builder.tui.road import go
from rfp_builder.workspace.workspace import Workspace
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on


@pytest.mark.asyncio
async def test_who_leaves_while_another_saves_is_told_and_may_stay_or_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
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
            assert any("保存しています" in str(one.message) for one in wizard._notifications)
            await until(pilot, lambda: isinstance(wizard.screen, Confirm))
            await pilot.press("escape")
            await pilot.pause()
        assert wizard.session is not None and wizard.session.document.workspace.store.waits
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
