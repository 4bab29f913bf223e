"""Contacts whose file does not say enough: which of day and month comes first, and in which time zone."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from rfp_builder.model.staffing import HistoryFile
from rfp_builder.text.date_order import DateOrder
from rfp_builder.tui.app import Wizard
from rfp_builder.tui.dialogs.ask import Ask
from rfp_builder.tui.dialogs.files import FileDialog
from rfp_builder.tui.dialogs.one_of import OneOf
from rfp_builder.tui.road import go
from rfp_builder.tui.screens.staffing import StaffingScreen
from rfp_builder.tui.staffing.preview import Preview
from rfp_builder.tui.widgets.said import Said
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on


def _said(app: Wizard) -> str:
    return "\n".join(str(one.render()) for one in app.screen.query(Said) if one.display)


def _kept(app: Wizard) -> HistoryFile | None:
    return None if app.session is None else app.session.project.staffing.history


async def _look_at(app: Wizard, pilot: Pilot[None], path: Path) -> None:
    await until(pilot, lambda: app.session is not None)
    go(app, "staffing.history")
    await until(pilot, lambda: isinstance(app.screen, StaffingScreen) and app.screen.is_mounted)
    await pilot.press("1", "enter")
    await until(pilot, lambda: isinstance(app.screen, FileDialog))
    line = app.screen.query_one("#file-path", Input)
    line.value = str(path)
    line.focus()
    await pilot.press("enter")


async def _answer(app: Wizard, pilot: Pilot[None], text: str) -> None:
    await until(pilot, lambda: isinstance(app.screen, Ask) and bool(app.screen.query("Input:focus")))
    app.screen.query_one(Input).value = text
    await pilot.press("enter")


@pytest.mark.asyncio
async def test_dates_that_can_be_read_in_two_ways_are_asked_about(tmp_path: Path) -> None:
    file = tmp_path / "calls.csv"
    file.write_text("date,calls\n" + "".join(f"0{month}/05/2026,40\n" for month in range(1, 10)), "utf-8")
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await _look_at(app, pilot, file)
        await until(pilot, lambda: isinstance(app.screen, OneOf))
        assert "月と日のどちらが先か" in _said(app)
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, Preview))
        assert "日/月/年" in _said(app)
        await pilot.press("enter")
        await until(pilot, lambda: _kept(app) is not None)
        kept = _kept(app)
        assert kept is not None and kept.date_order is DateOrder.DAY_FIRST and kept.first.month == 5
    assert app.failure is None


@pytest.mark.asyncio
async def test_stamps_are_converted_to_the_time_zone_that_is_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "calls.csv"
    rows = [f"2026-03-0{day}T{hour:02}:00:00Z,5\n" for day in range(1, 8) for hour in range(24)]
    file.write_text("".join(["timestamp,calls\n", *rows]), "utf-8")
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await _look_at(app, pilot, file)
        await until(pilot, lambda: isinstance(app.screen, Preview))
        assert "日本時間" in _said(app)
        await pilot.press("tab", "enter")
        await _answer(app, pilot, "Mars/Base")
        await until(pilot, lambda: any("Mars/Base" in str(one.message) for one in app._notifications))
        await _answer(app, pilot, "UTC")
        await until(pilot, lambda: isinstance(app.screen, Preview))
        assert "日本時間" not in _said(app)
        await pilot.press("enter")
        await until(pilot, lambda: _kept(app) is not None)
        kept = _kept(app)
        assert kept is not None and kept.time_zone == "UTC" and kept.first.day == 1
    assert app.failure is None
