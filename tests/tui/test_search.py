"""F3: hits appear as one types, and Enter goes there."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from rfp_builder.i18n import Lang
from rfp_builder.model.localized import Localized
from rfp_builder.tui.app import Wizard
from rfp_builder.tui.dialogs.search import SearchDialog
from rfp_builder.tui.screens.home import Home
from rfp_builder.tui.table.grid import Grid
from rfp_builder.tui.widgets.long_list import LongList
from rfp_builder.tui.widgets.said import Said
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on

SMALL = (80, 24)


async def search(wizard: Wizard, pilot: Pilot[None], text: str) -> LongList:
    """The dialog with something typed; its list."""
    await pilot.pause()
    await pilot.press("f3")
    await until(pilot, lambda: isinstance(wizard.screen, SearchDialog))
    wizard.post_message(events.Paste(text))
    await until(pilot, lambda: "準備" not in said(wizard) and "探します" not in said(wizard))
    return wizard.screen.query_one(LongList)


def said(wizard: Wizard) -> str:
    return str(wizard.screen.query_one("#search-said", Said).visual)


def on_screen(wizard: Wizard) -> str:
    strips = wizard.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


@pytest.mark.asyncio
async def test_enter_goes_to_what_is_marked(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        hits = await search(wizard, pilot, "折り返し")
        assert len(hits.entries) == 3
        assert "3件。" in said(wizard)
        assert "要件台帳 4.10 > 要件" in on_screen(wizard)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert getattr(wizard.screen, "place_key", "") == "requirements"
        assert getattr(wizard.screen, "editing", None) == "r50"


@pytest.mark.asyncio
async def test_a_label_leads_to_its_section(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        await search(wizard, pilot, "予定価格")
        await pilot.press("enter")
        await pilot.pause()
        assert getattr(wizard.screen, "place_key", "") == "section.2"


@pytest.mark.parametrize(("text", "row", "column"), [("ＡＨＴ", 1, "term"), ("最低値", 0, "minimum")])
@pytest.mark.asyncio
async def test_the_cursor_stands_on_the_cell_that_was_found(
    tmp_path: Path, text: str, row: int, column: str
) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        await search(wizard, pilot, text)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(wizard.focused, Grid))
        grid = wizard.focused
        assert isinstance(grid, Grid)
        assert (grid.row, grid.cells.columns[grid.column].name) == (row, column)


@pytest.mark.asyncio
async def test_a_click_goes_there(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        await search(wizard, pilot, "予定価格")
        await pilot.pause()
        await pilot.click(LongList, offset=(4, 1))
        await pilot.pause()
        assert getattr(wizard.screen, "place_key", "") == "section.2"


@pytest.mark.asyncio
async def test_what_is_nowhere_is_said(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        hits = await search(wizard, pilot, "[平安時代]")
        assert not hits.entries
        assert "「[平安時代]」は見つかりませんでした。" in said(wizard)
        await pilot.press("enter")
        assert isinstance(wizard.screen, SearchDialog)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(wizard.screen, Home)


@pytest.mark.asyncio
async def test_the_dialog_says_what_it_looks_through(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path, lang=Lang.EN)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        await pilot.pause()
        await pilot.press("f3")
        await pilot.pause()
        assert "Searches labels, answers, requirements and criteria" in said(wizard)


@pytest.mark.parametrize("text", ["[red]", "[/]", "[a={'b[0]'}]", "{{ x }}", "=1+1", "<b>&", "𠮷野"])
@pytest.mark.asyncio
async def test_hostile_texts_are_found_and_shown_to_the_letter(tmp_path: Path, text: str) -> None:
    wizard = wizard_on(tmp_path, None)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        await pilot.pause()
        assert wizard.session is not None
        wizard.session.document.set("overview.policy.policy", Localized(ja=f"方針は{text}とする"))
        hits = await search(wizard, pilot, text)
        assert len(hits.entries) == 1
        await pilot.pause()
        assert f"方針は{text}とする" in on_screen(wizard)
