"""The frame of the RFP: fields, contact, schedule and gates, all on one form."""

from __future__ import annotations

from pathlib import Path

import pytest

from rfp_builder.i18n import Lang
from rfp_builder.model.localized import Localized
from rfp_builder.tui.dialogs.help import HelpDialog
from rfp_builder.tui.road import go
from rfp_builder.tui.screens.frame import FrameScreen
from rfp_builder.tui.widgets.said import Said
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on


@pytest.mark.asyncio
async def test_it_begins_with_the_title_and_writes_as_one_types(tmp_path: Path) -> None:
    app = wizard_on(tmp_path, sample=None)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: app.session is not None)
        go(app, "rfp")
        await until(
            pilot, lambda: isinstance(app.screen, FrameScreen) and app.screen.field_here() is not None
        )
        await pilot.press(*"RFP1")
        await pilot.pause()
        assert app.session is not None
        assert app.session.project.rfp.title == Localized(ja="RFP1")


@pytest.mark.asyncio
async def test_a_contact_begins_with_its_desk(tmp_path: Path) -> None:
    app = wizard_on(tmp_path, sample=None)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: app.session is not None)
        go(app, "rfp.contact.desk")
        await until(
            pilot, lambda: isinstance(app.screen, FrameScreen) and app.screen.field_here() is not None
        )
        assert isinstance(app.screen, FrameScreen)
        here = app.screen.field_here()
        assert here is not None and here.path == "rfp.contact.desk"
        await pilot.press(*"desk")
        await pilot.pause()
        assert app.session is not None
        assert app.session.project.rfp.contact is not None
        await pilot.press(*["backspace"] * 4)
        await until(pilot, lambda: app.session is not None and app.session.project.rfp.contact is None)


@pytest.mark.asyncio
async def test_f8_goes_from_part_to_part_and_back(tmp_path: Path) -> None:
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: app.session is not None)
        go(app, "rfp")
        await until(
            pilot, lambda: isinstance(app.screen, FrameScreen) and app.screen.field_here() is not None
        )
        places = []
        assert isinstance(app.screen, FrameScreen)
        for _ in range(5):
            here = app.screen.field_here()
            assert here is not None
            places.append(here.path)
            await pilot.press("f8")
            await pilot.pause()
        assert places == ["rfp.title", "rfp.contact.desk", "rfp.schedule", "rfp.gates", "rfp.how_to_submit"]
        await pilot.press("shift+f8")
        await pilot.pause()
        here = app.screen.field_here()
        assert here is not None and here.path == "rfp.how_to_submit"


@pytest.mark.asyncio
async def test_f1_explains_the_field(tmp_path: Path) -> None:
    app = wizard_on(tmp_path, lang=Lang.EN)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: app.session is not None)
        go(app, "rfp.number")
        await until(
            pilot, lambda: isinstance(app.screen, FrameScreen) and app.screen.field_here() is not None
        )
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(app.screen, HelpDialog))
        shown = "\n".join(str(said.render()) for said in app.screen.query(Said))
        assert "Your document number" in shown


@pytest.mark.asyncio
async def test_what_several_fields_answer_together_is_reached_at_the_first_of_them(tmp_path: Path) -> None:
    app = wizard_on(tmp_path, sample=None)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: app.session is not None and app.session.report is not None)
        go(app, "rfp.contact")
        await until(
            pilot, lambda: isinstance(app.screen, FrameScreen) and app.screen.field_here() is not None
        )
        assert isinstance(app.screen, FrameScreen)
        here = app.screen.field_here()
        assert here is not None and here.path == "rfp.contact.desk"


@pytest.mark.asyncio
async def test_it_opens_with_its_lead_and_the_label_of_the_first_field_in_sight(tmp_path: Path) -> None:
    app = wizard_on(tmp_path, sample=None)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await until(pilot, lambda: app.session is not None)
        go(app, "rfp")
        await until(
            pilot, lambda: isinstance(app.screen, FrameScreen) and app.screen.field_here() is not None
        )
        for _ in range(5):
            await pilot.pause()
        assert app.screen.query_one("#frame-form").scroll_offset.y == 0
