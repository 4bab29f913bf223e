"""From a place of the project to the screen that shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rfp_builder.tui.road import go
from rfp_builder.tui.screens.home import Home
from rfp_builder.tui.screens.screen import WizardScreen
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("place", "key"),
    [
        ("work.volumes.volumes", "section.2"),
        ("definition.price", "section.6"),
        ("rfp.schedule", "rfp"),
        ("requirements[r01].statement", "requirements"),
        ("requirements[r03].withholding.open_question", "withholding"),
        ("criteria.rounding", "criteria"),
        ("evaluators", "criteria"),
        ("documents", "documents"),
        ("staffing.costs", "staffing"),
        ("annex", "staffing"),
        ("review", "review"),
    ],
)
async def test_each_place_has_its_screen(tmp_path: Path, place: str, key: str) -> None:
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: app.session is not None)
        go(app, place)
        await until(pilot, lambda: isinstance(app.screen, WizardScreen) and not isinstance(app.screen, Home))
        assert isinstance(app.screen, WizardScreen)
        assert app.screen.place_key in (key, place)


@pytest.mark.asyncio
@pytest.mark.parametrize("place", ["", "vendors", "issues"])
async def test_what_has_no_screen_of_its_own_leads_home(tmp_path: Path, place: str) -> None:
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: app.session is not None)
        go(app, "documents")
        await pilot.pause()
        go(app, place)
        await pilot.pause()
        assert isinstance(app.screen, Home)
