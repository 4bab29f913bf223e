"""What others change while a form or a question of staffing is open is not written over."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import cast

import pytest
from textual.widgets import Input

from rfp_builder.model.answers import known
from rfp_builder.tui.dialogs.confirm import Confirm
from rfp_builder.tui.dialogs.problem import ProblemDialog
from rfp_builder.tui.road import go
from rfp_builder.tui.screens.staffing import StaffingScreen
from rfp_builder.tui.staffing.desk_of import desk_of
from rfp_builder.tui.staffing.fill_pane import FillPane
from rfp_builder.tui.staffing.setting_form import SettingForm
from rfp_builder.tui.widgets.long_list import LongList
from rfp_builder.workspace.staffing.typed_setting import TypedSpecial, with_special
from tests.tui.past_contacts import project_with_contacts
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on


@pytest.mark.asyncio
async def test_a_form_of_special_days_changes_those_it_was_opened_for(tmp_path: Path) -> None:
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        assert app.session is not None
        document = app.session.document
        staffing = document.project.staffing
        for first, factor in (("2027-05-01", "2"), ("2027-11-19", "3")):
            staffing = with_special(staffing, None, TypedSpecial("", first, "", factor), app.lang)
        document.change(document.project.replace(staffing=staffing), "staffing.specials")
        earlier, later = staffing.specials
        go(app, "staffing.specials")
        await until(pilot, lambda: isinstance(app.screen, StaffingScreen) and app.screen.takes_keys)

        async def opened(place: int) -> None:
            app.screen.query_one("#list-pane-settings", LongList).go(f"specials.{place}")
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, SettingForm))

        await opened(1)
        alone = staffing.replace(specials=(later,))
        document.change(document.project.replace(staffing=alone), "staffing.specials")
        cast(SettingForm, app.screen).query_one("#set-factor", Input).value = "4"
        await pilot.press("enter", "enter", "enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, StaffingScreen))
        assert document.project.staffing.specials == (later.replace(factor=Decimal(4)),)
        await opened(0)
        document.change(
            document.project.replace(staffing=staffing.replace(specials=(earlier,))), "staffing.specials"
        )
        app.screen.query_one("#button-drop").focus()
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ProblemDialog))
        assert document.project.staffing.specials == (earlier,)


@pytest.mark.asyncio
async def test_a_plan_is_not_filled_in_over_what_was_written_while_it_was_asked(tmp_path: Path) -> None:
    project_with_contacts(tmp_path / "project")
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        assert app.session is not None
        document = app.session.document
        desk = desk_of(app)
        go(app, "staffing.derived")
        await until(pilot, lambda: isinstance(app.screen, StaffingScreen) and app.screen.takes_keys)
        await pilot.press("f5")
        await until(pilot, lambda: bool(desk.proposals()))
        await pilot.press("5")
        app.screen.query_one(FillPane).choose_all()
        await pilot.press("f6")
        await until(pilot, lambda: isinstance(app.screen, Confirm))
        sites = document.project.definition.operations.sites
        rows = known(sites.shifts) or ()
        document.set("operations.sites.shifts", rows[:1])
        written = document.project.definition
        cast(Confirm, app.screen).dismiss(True)
        await until(pilot, lambda: isinstance(app.screen, StaffingScreen))
        assert document.project.definition == written, "it is to be looked at again first"
