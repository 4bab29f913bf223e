"""Wherever Tab leads on the panes of documents, it can be seen where one is."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Button

from rfp_builder.tui.road import go
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on


@pytest.mark.asyncio
async def test_tab_goes_from_button_to_button(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: wizard.session is not None)
        go(wizard, "documents")
        await until(pilot, lambda: isinstance(wizard.focused, Button))
        met = [wizard.focused]
        for _ in range(2):
            await pilot.press("tab")
            met.append(wizard.focused)
        assert all(isinstance(one, Button) for one in met)
        assert met[0] is met[2] is not met[1]
