"""Two windows on one project: whose value stands, and what is open while others delete it."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

from rfp_builder.i18n import Phrase
from rfp_builder.model.localized import Localized
from rfp_builder.tui.app import Wizard
from rfp_builder.tui.commands.everywhere import ChooseVersion
from rfp_builder.tui.dialogs.clashes import Clashes
from rfp_builder.tui.dialogs.problem import ProblemDialog
from rfp_builder.tui.dialogs.row_editor import RowEditor
from rfp_builder.tui.dialogs.undecided import UndecidedDialog
from rfp_builder.tui.documents.copies import Copies
from rfp_builder.tui.fields.field import Field
from rfp_builder.tui.road import go
from rfp_builder.tui.steps import run_step
from rfp_builder.tui.table.field import TableField
from rfp_builder.workspace.document.document import Document
from rfp_builder.workspace.document.saving import SaveState
from rfp_builder.workspace.workspace import Workspace
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on

TITLE = "rfp.title"
VOLUMES = "work.volumes.volumes"
AHT = f"{VOLUMES}[v1].aht"


def document(wizard: Wizard) -> Document:
    """The document under the wizard."""
    assert wizard.session is not None
    return wizard.session.document


def elsewhere(tmp_path: Path, path: str, value: Any) -> None:
    """Another window sets a value and saves."""
    other = Document(Workspace.open(tmp_path / "project"))
    other.set(path, value)
    other.save()


def ids(held: object) -> list[str]:
    """Ids of rows."""
    assert isinstance(held, tuple)
    return [row.id for row in held]


@pytest.mark.asyncio
async def test_what_a_save_finds_changed_elsewhere_is_asked_about(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: wizard.session is not None)
        document(wizard).set(TITLE, Localized(ja="こちら"))
        elsewhere(tmp_path, TITLE, Localized(ja="あちら"))
        await until(pilot, lambda: isinstance(wizard.screen, Clashes))
        await pilot.press("escape")
        await pilot.pause()
        assert document(wizard).state is SaveState.CONFLICT
        await ChooseVersion().run(wizard)
        await pilot.pause()
        await pilot.click("#button-mine")
        await pilot.pause()
        assert not any(isinstance(one, Clashes) for one in wizard.screen_stack)
        assert document(wizard).value(TITLE) == Localized(ja="こちら")
        await until(pilot, lambda: isinstance(wizard.screen, Copies))


@pytest.mark.asyncio
async def test_enter_meant_for_a_text_chooses_no_side(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: wizard.session is not None)
        document(wizard).set(TITLE, Localized(ja="こちら"))
        elsewhere(tmp_path, TITLE, Localized(ja="あちら"))
        await until(pilot, lambda: isinstance(wizard.screen, Clashes))
        await pilot.press("a", "enter", "space", "enter")
        assert isinstance(wizard.screen, Clashes) and document(wizard).clashes
        await pilot.press("tab", "tab", "enter")
        assert document(wizard).value(TITLE) == Localized(ja="こちら")


@pytest.mark.asyncio
async def test_a_step_that_a_clash_stops_says_so_and_asks(tmp_path: Path) -> None:
    wizard, never = wizard_on(tmp_path), threading.Event()
    async with wizard.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: wizard.session is not None)
        document(wizard).set(TITLE, Localized(ja="こちら"))
        elsewhere(tmp_path, TITLE, Localized(ja="あちら"))
        run_step(wizard, Phrase("試", "try"), lambda workspace, tell: never.set(), lambda _: None)
        await until(pilot, lambda: isinstance(wizard.screen, ProblemDialog))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(wizard.screen, Clashes))
        assert not never.is_set()


@pytest.mark.asyncio
async def test_a_side_that_cannot_be_put_in_leaves_the_other(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: wizard.session is not None)
        document(wizard).set(AHT, 11)
        elsewhere(tmp_path, AHT, 12)
        await until(pilot, lambda: isinstance(wizard.screen, Clashes))
        held = document(wizard).value(VOLUMES)
        assert isinstance(held, tuple)
        elsewhere(tmp_path, VOLUMES, held[1:])
        await until(pilot, lambda: "v1" not in ids(document(wizard).value(VOLUMES)))
        await pilot.click("#button-mine")
        await pilot.pause()
        assert isinstance(wizard.screen, Clashes)
        await pilot.click("#button-theirs")
        await pilot.pause()
        assert not document(wizard).clashes
        assert not isinstance(wizard.screen, Clashes)


@pytest.mark.asyncio
@pytest.mark.parametrize("dialog", [RowEditor, UndecidedDialog])
async def test_a_dialog_about_a_row_goes_when_others_delete_the_row(tmp_path: Path, dialog: type) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: wizard.session is not None)
        go(wizard, AHT)
        await until(pilot, lambda: any(one.path == VOLUMES for one in wizard.screen.query(TableField)))
        table = next(one for one in wizard.screen.query(TableField) if one.path == VOLUMES)
        await until(pilot, lambda: table.grid.has_focus)
        if dialog is RowEditor:
            table.open_row()
        else:
            table.say_undecided()
        await until(pilot, lambda: isinstance(wizard.screen, dialog))
        held = document(wizard).value(VOLUMES)
        assert isinstance(held, tuple)
        elsewhere(tmp_path, VOLUMES, held[1:])
        # Only a save takes in what others did in a thread of its own.
        document(wizard).set(TITLE, Localized(ja="題"))
        await until(pilot, lambda: not isinstance(wizard.screen, dialog))
        assert ids(document(wizard).value(VOLUMES)) == ids(held)[1:]
        assert wizard.is_running


@pytest.mark.asyncio
async def test_a_row_that_others_moved_stays_the_row_of_its_form(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: wizard.session is not None)
        go(wizard, f"{VOLUMES}[v2].aht")
        await until(pilot, lambda: any(one.path == VOLUMES for one in wizard.screen.query(TableField)))
        table = next(one for one in wizard.screen.query(TableField) if one.path == VOLUMES)
        await until(pilot, lambda: table.grid.has_focus)
        table.open_row()
        await until(pilot, lambda: isinstance(wizard.screen, RowEditor))
        held = document(wizard).value(VOLUMES)
        assert isinstance(held, tuple)
        elsewhere(tmp_path, VOLUMES, held[1:])
        await until(pilot, lambda: ids(document(wizard).value(VOLUMES))[0] == "v2")
        await pilot.pause()
        await pilot.press("f8")
        await until(pilot, lambda: any("[v3]" in one.path for one in wizard.screen.query(Field)))
