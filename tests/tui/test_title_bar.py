"""The first line of a screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from rfp_builder.i18n import Lang
from rfp_builder.tui.road import go
from rfp_builder.tui.screens.home import Home
from rfp_builder.tui.widgets.title_bar import TitleBar
from rfp_builder.workspace.document.saving import SaveState
from tests.tui.wizard import wizard_on

_CHOICE = "operations.satisfaction.frequency"


def test_a_save_that_ends_while_a_screen_comes_or_goes_is_no_error() -> None:
    TitleBar().show_saved(SaveState.SAVED, None, lambda phrase: phrase.to(Lang.JA))


@pytest.mark.asyncio
async def test_a_click_leads_back_where_there_is_a_way_back(tmp_path: Path) -> None:
    app = wizard_on(tmp_path, lang=Lang.EN)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        assert not app.screen.query_one("#title-back").display
        for place in (_CHOICE, "review"):
            go(app, place)
            await pilot.pause()
            if place == _CHOICE:
                await pilot.press("enter")
            assert await pilot.click("#title-back", offset=(3, 0))
            await pilot.pause()
            assert isinstance(app.screen, Home)
