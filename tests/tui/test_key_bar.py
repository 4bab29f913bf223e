"""The bar of keys: whatever the width, nothing in it is cut, and the palette is always there."""

from __future__ import annotations

from pathlib import Path

import pytest

from rfp_builder.i18n import Lang
from rfp_builder.text.width import cell_width
from rfp_builder.tui.road import go
from rfp_builder.tui.screens.documents import DocumentsScreen
from rfp_builder.tui.screens.register import RegisterScreen
from rfp_builder.tui.screens.section import SectionScreen
from rfp_builder.tui.screens.welcome import Welcome
from rfp_builder.tui.widgets.key_bar import KeyBar
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("width", [60, 80])
@pytest.mark.asyncio
async def test_the_bar_fits_and_keeps_the_palette(tmp_path: Path, lang: Lang, width: int) -> None:
    wizard = wizard_on(tmp_path, "mail-order", lang)
    async with wizard.run_test(size=(width, 20)) as pilot:
        await until(pilot, lambda: wizard.session is not None)
        for path in ("review", "requirements", "definition.work.programs.programs"):
            go(wizard, path)
            await pilot.pause()
            said = str(wizard.screen.query_one(KeyBar).render())
            assert "F10" in said
            assert cell_width(said, ambiguous=1) <= width, said


@pytest.mark.asyncio
async def test_f4_is_called_in_the_bar_what_it_does_where_the_focus_is(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path, None)
    async with wizard.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: wizard.session is not None)
        go(wizard, "work.programs.programs")
        await pilot.pause()
        bar = wizard.screen.query_one(KeyBar)
        assert "F4 記入例" in str(bar.render())
        await pilot.press("f4")
        await until(pilot, lambda: "F4 セルの編集" in str(bar.render()))
        go(wizard, "overview.policy.policy")
        await pilot.pause()
        assert "F4 記入例" in str(wizard.screen.query_one(KeyBar).render())


def test_what_stands_in_a_bar_has_a_key() -> None:
    for screen in (Welcome, SectionScreen, RegisterScreen, DocumentsScreen):
        assert all(one.shown for one in screen.KEYS), screen.__name__
