"""A step of the road while somebody leaves the wizard, or opens something over the window of the step."""

from __future__ import annotations

import errno
import threading
from pathlib import Path

import pytest

from rfp_builder.errors import Refused
from rfp_builder.i18n import Phrase
from rfp_builder.tui.dialogs.look import LookDialog
from rfp_builder.tui.dialogs.problem import ProblemDialog
from rfp_builder.tui.road import go
from rfp_builder.tui.steps import Tell, Working, run_step, when_step_is_over
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.workspace import Workspace
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on

WHAT = Phrase("試しています", "Trying")
_PATIENCE = 10
"""Seconds after which a step that waits for ever is taken for one."""


@pytest.mark.asyncio
async def test_who_leaves_during_a_step_does_not_wait_for_ever(tmp_path: Path) -> None:
    app = wizard_on(tmp_path)
    left, told = threading.Event(), threading.Event()

    def step(workspace: Workspace, tell: Tell) -> None:
        left.wait(_PATIENCE)
        reporter = threading.Thread(target=tell, args=(WHAT,), daemon=True)
        reporter.start()
        reporter.join(_PATIENCE)
        if not reporter.is_alive():
            told.set()

    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.session is not None)
        run_step(app, WHAT, step, lambda _: None)
        await until(pilot, lambda: isinstance(app.screen, Working))
        app.call_later(left.set)
        app.call_later(app.leave)
        await pilot.pause()
    assert told.is_set()


@pytest.mark.asyncio
async def test_what_lies_over_the_window_of_a_step_goes_with_it(tmp_path: Path) -> None:
    app, going, seen = wizard_on(tmp_path), threading.Event(), list[str]()

    def step(workspace: Workspace, tell: Tell) -> str:
        going.wait(_PATIENCE)
        return "made"

    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.session is not None)
        run_step(app, WHAT, step, seen.append)
        await until(pilot, lambda: isinstance(app.screen, Working))
        app.push_screen(LookDialog())
        await pilot.pause()
        going.set()
        await until(pilot, lambda: seen == ["made"])
        assert not any(isinstance(one, Working | LookDialog) for one in app.screen_stack)


@pytest.mark.asyncio
async def test_quitting_during_a_step_waits_for_it_and_may_be_taken_back(tmp_path: Path) -> None:
    app, going, seen = wizard_on(tmp_path), threading.Event(), list[str]()

    def step(workspace: Workspace, tell: Tell) -> str:
        going.wait(_PATIENCE)
        return "made"

    def says_it_leaves() -> bool:
        return app.screen.query_one("#working-leaves").display

    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.session is not None)
        go(app, "documents")
        await pilot.pause()
        run_step(app, WHAT, step, seen.append)
        await until(pilot, lambda: isinstance(app.screen, Working))
        assert not says_it_leaves()
        await pilot.press("ctrl+q")
        await until(pilot, says_it_leaves)
        await pilot.press("escape")
        await pilot.pause()
        assert not says_it_leaves() and isinstance(app.screen, Working)
        await pilot.press("ctrl+q")
        going.set()
        await until(pilot, lambda: not app.desk.watching)
    assert not seen and not app.is_running


@pytest.mark.asyncio
@pytest.mark.parametrize("terminal_is_gone", [False, True])
async def test_a_step_that_fails_keeps_people_here_to_read_why(
    tmp_path: Path, terminal_is_gone: bool
) -> None:
    app, going = wizard_on(tmp_path), threading.Event()

    def step(workspace: Workspace, tell: Tell) -> None:
        going.wait(_PATIENCE)
        raise Refused(WHAT, WHAT, WHAT)

    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.session is not None)
        run_step(app, WHAT, step, lambda _: None)
        await until(pilot, lambda: isinstance(app.screen, Working))
        when_step_is_over(app, app.leave, whatever_comes=terminal_is_gone)
        going.set()
        await until(pilot, lambda: not app.desk.watching or isinstance(app.screen, ProblemDialog))
        assert app.desk.watching is not terminal_is_gone


@pytest.mark.asyncio
async def test_a_full_disk_is_called_a_full_disk(tmp_path: Path) -> None:
    app = wizard_on(tmp_path)

    def step(workspace: Workspace, tell: Tell) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(tmp_path / "drafts" / "rfp.docx"))

    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.session is not None)
        run_step(app, WHAT, step, lambda _: None)
        await until(pilot, lambda: isinstance(app.screen, ProblemDialog))
        assert "空き容量がありません" in " ".join(str(said.render()) for said in app.screen.query(Said))
