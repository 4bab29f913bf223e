"""What the plan desk works out in threads: read again when it has to be, and told when it cannot be."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import cast

import pytest

from rfp_builder.tui.commands.palette import PaletteCommands
from rfp_builder.tui.dialogs.problem import ProblemDialog
from rfp_builder.tui.parts import OTHERS, SECTIONS
from rfp_builder.tui.road import go
from rfp_builder.tui.screens.staffing import StaffingScreen
from rfp_builder.tui.staffing.desk_of import desk_of
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.staffing import history
from tests.tui.past_contacts import project_with_contacts
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on


@pytest.mark.asyncio
async def test_contacts_are_read_again_in_another_manner_and_what_nobody_expected_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project_with_contacts(tmp_path / "project")
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        assert app.session is not None
        desk, document = desk_of(app), app.session.document
        await until(pilot, lambda: desk.volumes() is not None)
        staffing = document.project.staffing
        assert staffing.history is not None
        abroad = staffing.replace(history=staffing.history.replace(time_zone="Europe/London"))
        document.change(document.project.replace(staffing=abroad), "staffing.history")
        assert desk.volumes() is None, "the same file says something else now"
        await until(pilot, lambda: desk.volumes() is not None)

        def broken(*_: object) -> None:
            raise ArithmeticError("ひみつの件数 123")

        monkeypatch.setattr(history, "volumes_in", broken)
        document.change(document.project.replace(staffing=staffing), "staffing.history")
        desk.volumes()
        await until(pilot, lambda: isinstance(app.screen, ProblemDialog))
        assert not desk.reading
        assert not any("ひみつ" in str(one.render()) for one in app.screen.query(Said))


@pytest.mark.asyncio
async def test_a_plan_without_contacts_leads_to_them_and_one_given_up_says_so(tmp_path: Path) -> None:
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: app.session is not None)
        go(app, "staffing")
        await until(pilot, lambda: isinstance(app.screen, StaffingScreen) and app.screen.takes_keys)
        screen = cast(StaffingScreen, app.screen)
        await pilot.press("f5")
        await until(pilot, lambda: screen.front_pane().id == "pane-history")
        desk = desk_of(app)
        assert desk.stage is None, "there is nothing to plan with"
        desk.stop()
        assert desk.stage is None, "nothing is stopped where nothing runs"
        desk.make()
        desk.stop()
        said = desk.stage
        assert said is not None and said.en == "Stopping"
        await until(pilot, lambda: desk.stage is None)


@pytest.mark.asyncio
async def test_the_palette_leads_to_every_part(tmp_path: Path) -> None:
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: app.session is not None)
        palette = PaletteCommands(app.screen)
        for words in ("要員計画", "Staffing"):
            hits = [one async for one in palette.search(words)]
            assert [str(one.text) for one in hits] == ["開く: 要員計画と想定費用"]
        offered = [str(one.text) async for one in palette.discover()]
        assert [one for one in offered if one.startswith("開く: ")] == [
            f"開く: {part.title.ja}" for part in (*SECTIONS, *OTHERS)
        ]
        await cast(Callable[[], Awaitable[None]], hits[0].command)()
        await until(pilot, lambda: isinstance(app.screen, StaffingScreen))
