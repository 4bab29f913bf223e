"""The bar of keys: whatever the width, nothing in it is cut, and the palette is always there."""

from __future__ import annotations

from pathlib import Path

import pytest

from rfp_builder.i18n import Lang
from rfp_builder.text.width import cell_width
from rfp_builder.tui.road import go
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
