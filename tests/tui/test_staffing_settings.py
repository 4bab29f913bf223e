"""The assumptions of the plan in the wizard: seen, typed, read back, and cleared."""

from __future__ import annotations

import threading
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import cast

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from rfp_builder.i18n import Lang
from rfp_builder.model.localized import Localized
from rfp_builder.tui.app import Wizard
from rfp_builder.tui.road import go
from rfp_builder.tui.screens.staffing import StaffingScreen
from rfp_builder.tui.settings import Settings
from rfp_builder.tui.staffing.desk_of import desk_of
from rfp_builder.tui.staffing.setting_form import SettingForm
from rfp_builder.tui.widgets.long_list import LongList
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workload.plan.progress import Progress, Stage
from rfp_builder.workspace.staffing import planning
from rfp_builder.workspace.staffing.planning import Planned
from tests.tui.past_contacts import HOSTILE, project_with_contacts
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on


async def _open(app: Wizard, pilot: Pilot[None], pane: str = "3") -> StaffingScreen:
    await until(pilot, lambda: app.session is not None)
    go(app, "staffing")
    await until(pilot, lambda: isinstance(app.screen, StaffingScreen))
    await pilot.press(pane)
    return cast(StaffingScreen, app.screen)


async def _form(app: Wizard, pilot: Pilot[None], **texts: str) -> SettingForm:
    """Type into the form in front and press Set; it may stay."""
    await until(pilot, lambda: isinstance(app.screen, SettingForm))
    form = cast(SettingForm, app.screen)
    for name, text in texts.items():
        form.query_one(f"#set-{name}", Input).value = text
    form.query_one("#button-set").focus()
    await pilot.press("enter")
    await pilot.pause()
    return form


def _said(app: Wizard) -> str:
    return "\n".join(str(one.render()) for one in app.screen.query(Said) if one.display)


def _rows(screen: StaffingScreen) -> list[str]:
    listed = screen.query_one("#list-pane-settings", LongList)
    return [line.plain for one in listed.entries for line in one.lines(80)]


@pytest.mark.asyncio
async def test_a_value_is_set_refused_with_its_reason_and_cleared(tmp_path: Path) -> None:
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(app, pilot)
        assert app.session is not None
        screen.query_one("#list-pane-settings", LongList).go("certainty")
        await pilot.press("enter")
        form = await _form(app, pilot, value="120%")
        assert app.screen is form and "50%から99%まで" in _said(app)
        await _form(app, pilot, value="９０")
        await until(pilot, lambda: app.screen is screen)
        assert app.session.project.staffing.certainty == 90
        assert any("90%" in line and "設定" in line for line in _rows(screen))
        await pilot.press("delete")
        await pilot.pause()
        assert app.session.project.staffing.certainty is None
        await pilot.press("ctrl+z", "enter")
        await _form(app, pilot, value=" ")
        assert app.screen is screen and app.session.project.staffing.certainty is None
        await pilot.press("ctrl+z")
        assert app.session.project.staffing.certainty == 90
    assert app.failure is None


@pytest.mark.asyncio
async def test_special_days_contracts_and_costs_are_typed_and_shown_to_the_letter(tmp_path: Path) -> None:
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(app, pilot)
        assert app.session is not None
        screen.query_one("#do-AddSpecial").focus()
        await pilot.press("enter")
        form = await _form(app, pilot, first="2027-11-19", last="2027-11-01", factor="1.4")
        assert app.screen is form and "最終日は初日以降" in _said(app)
        await _form(app, pilot, last="2027-11-25", occasion=HOSTILE)
        (special,) = app.session.project.staffing.specials
        assert (special.first, special.factor) == (date(2027, 11, 19), Decimal("1.4"))
        assert any(HOSTILE in line for line in _rows(screen))
        screen.query_one("#do-AddGroup").focus()
        await pilot.press("enter")
        await _form(app, pilot, name=HOSTILE, starts="8:00-10:00/30分", length="9時間", rests="4時間/60分")
        (group,) = app.session.project.staffing.groups
        assert group.name == Localized(ja=HOSTILE) and group.length == 540 and len(group.starts) == 5
        screen.query_one("#list-pane-settings", LongList).go("costs.margin")
        screen.query_one("#list-pane-settings").focus()
        await pilot.press("enter")
        form = await _form(app, pilot, low="12%", base="8%", high="15%", source="見積書")
        assert app.screen is form and "低め・標準・高め" in _said(app)
        await _form(app, pilot, low="5%", base="8%", high="12%")
        (cost,) = app.session.project.staffing.costs
        assert (cost.low, cost.base, cost.high) == (Decimal("0.05"), Decimal("0.08"), Decimal("0.12"))
        assert any("5% / 8% / 12%" in line for line in _rows(screen))
        await pilot.press("f12")
        await pilot.pause()
        assert any(HOSTILE in line for line in _rows(screen)) and app.lang is Lang.EN
    assert app.failure is None


@pytest.mark.asyncio
async def test_a_plan_can_be_left_and_stopped_while_it_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, ended = threading.Event(), threading.Event()

    def endless(*_: object, progress: Progress) -> Planned:
        """A plan that is never ready, told its stages as a real one."""
        began.set()
        try:
            while True:
                progress(Stage.SHIFTS, 0, 1)
                ended.wait(0.1)
        finally:
            ended.set()

    folder = project_with_contacts(tmp_path / "project")
    monkeypatch.setattr(planning, "planned_in", endless)
    app = Wizard(folder, Lang.JA, date(2026, 11, 22), Settings(tour_seen=True))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(app, pilot, "3")
        await pilot.press("down", "down", "f12")
        await until(pilot, lambda: app.lang is Lang.EN)
        await pilot.pause()
        current = app.screen.query("#pane-settings LongList").first(LongList).current
        assert current is not None and current.key == "certainty", "the cursor stays in the other language"
        await pilot.press("f12")
        await until(pilot, lambda: app.lang is Lang.JA)
        await pilot.press("f5")
        await until(pilot, lambda: began.is_set() and "シフトを作成中" in _said(app))
        assert screen.front_pane().id == "pane-plan", "where one sees how far it is"
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is not screen and not ended.is_set()
        await _open(app, pilot, "0")
        assert "計算中" in "\n".join(
            line.plain for one in app.screen.query_one(LongList).entries for line in one.lines(80)
        )
        await app.action_command("StopPlan")
        await until(pilot, ended.is_set)
        await until(pilot, lambda: desk_of(app).stage is None)
        assert desk_of(app).made is None
    assert app.failure is None


@pytest.mark.asyncio
async def test_a_long_label_takes_the_room_that_its_value_leaves(tmp_path: Path) -> None:
    app = wizard_on(tmp_path, lang=Lang.EN)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        rows = _rows(await _open(app, pilot))
        assert any(row.startswith("  Occupancy cap (load / agents) ") for row in rows)
        assert max(map(len, rows)) <= 80
