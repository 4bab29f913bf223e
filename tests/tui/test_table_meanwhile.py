"""A cell that is being typed while something else happens: others save, the process ends, undo."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from rfp_builder.tui.app import Wizard
from rfp_builder.tui.outside import take_in
from rfp_builder.tui.road import go
from rfp_builder.tui.table.field import TableField
from rfp_builder.tui.table.week import WeekDialog
from rfp_builder.workspace.document.document import Document
from rfp_builder.workspace.workspace import Workspace
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on

VOLUMES = "work.volumes.volumes"
HOURS = "operations.sites.shifts"


async def on_cell(wizard: Wizard, pilot: Pilot[None], path: str) -> TableField:
    """The table with the cursor on the cell at `path`."""
    table = path.partition("[")[0]
    await until(pilot, lambda: wizard.session is not None)
    go(wizard, path)
    await until(pilot, lambda: any(one.path == table for one in wizard.screen.query(TableField)))
    field = next(one for one in wizard.screen.query(TableField) if one.path == table)
    await until(pilot, lambda: field.grid.has_focus)
    await pilot.pause()
    return field


def elsewhere(tmp_path: Path, path: str, change: Any) -> None:
    """Another window changes the rows at `path` and saves."""
    other = Document(Workspace.open(tmp_path / "project"))
    other.set(path, change(other.value(path)))
    other.save()


def rows(wizard: Wizard, path: str) -> tuple[Any, ...]:
    """The rows in the document."""
    assert wizard.session is not None
    found = wizard.session.document.value(path)
    assert isinstance(found, tuple)
    return found


@pytest.mark.asyncio
async def test_what_is_typed_lands_in_its_row_where_others_deleted_one_above(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=(100, 30)) as pilot:
        field = await on_cell(wizard, pilot, f"{VOLUMES}[v2].monthly_contacts")
        before = {row.id: row.monthly_contacts for row in rows(wizard, VOLUMES)}
        await pilot.press("7", "7")
        elsewhere(tmp_path, VOLUMES, lambda held: held[1:])
        take_in(wizard)
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        after = {row.id: row.monthly_contacts for row in rows(wizard, VOLUMES)}
        assert after == {key: 77 if key == "v2" else n for key, n in before.items() if key != "v1"}
        assert not field.editing


@pytest.mark.asyncio
async def test_the_editor_goes_where_others_deleted_its_row(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=(100, 30)) as pilot:
        field = await on_cell(wizard, pilot, f"{VOLUMES}[v1].monthly_contacts")
        await pilot.press("7", "7")
        elsewhere(tmp_path, VOLUMES, lambda held: held[1:])
        take_in(wizard)
        await pilot.pause()
        assert not field.editing
        before = rows(wizard, VOLUMES)
        await pilot.press("enter")
        assert rows(wizard, VOLUMES) == before


@pytest.mark.asyncio
async def test_a_cell_that_is_not_done_outlives_the_process(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=(100, 30)) as pilot:
        await on_cell(wizard, pilot, f"{VOLUMES}[v1].monthly_contacts")
        await pilot.press("7", "7")
        await pilot.pause()
        assert wizard.session is not None
        wizard.session.document.save()
        killed = Document(Workspace.open(tmp_path / "project"))
        assert killed.typed(f"{VOLUMES}[v1].monthly_contacts") == "77"
        await pilot.press("escape")
        assert wizard.session.document.typed(f"{VOLUMES}[v1].monthly_contacts") is None


@pytest.mark.asyncio
async def test_a_cell_kept_from_a_killed_process_is_taken_by_editing_it(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    document = Document(Workspace.open(tmp_path / "project"))
    document.keep_typed(f"{VOLUMES}[v1].monthly_contacts", "77")
    document.save()
    async with wizard.run_test(size=(100, 30)) as pilot:
        await on_cell(wizard, pilot, f"{VOLUMES}[v1].monthly_contacts")
        await pilot.press("f4", "enter")
        await pilot.pause()
        assert rows(wizard, VOLUMES)[0].monthly_contacts == 77
        assert wizard.session is not None
        assert wizard.session.document.typed(f"{VOLUMES}[v1].monthly_contacts") is None


@pytest.mark.asyncio
async def test_hours_chosen_in_a_dialog_leave_alone_what_others_changed_meanwhile(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: wizard.session is not None)
        before = rows(wizard, HOURS)
        last = before[-1]
        field = await on_cell(wizard, pilot, f"{HOURS}[{last.id}].days")
        field.choose_hours()
        await until(pilot, lambda: isinstance(wizard.screen, WeekDialog))
        elsewhere(tmp_path, HOURS, lambda held: held[1:])
        take_in(wizard)
        await pilot.press("space", "enter")
        await pilot.pause()
        held = rows(wizard, HOURS)
        assert held[:-1] == before[1:-1]
        assert held[-1].days != last.days
