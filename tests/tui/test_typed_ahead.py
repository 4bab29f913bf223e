"""Keys wait for the screen they are meant for, and never longer than they must."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from textual.events import Key
from textual.widgets import Input, OptionList, TextArea

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.tui.app import Wizard
from rfp_builder.tui.dialogs.confirm import Confirm
from rfp_builder.tui.dialogs.dialog import Dialog
from rfp_builder.tui.dialogs.problem import ProblemDialog
from rfp_builder.tui.repairs.keys import keys_of
from rfp_builder.tui.road import go
from rfp_builder.tui.screens.documents import DocumentsScreen
from rfp_builder.tui.screens.screen import WizardScreen
from rfp_builder.tui.screens.section import SectionScreen
from rfp_builder.tui.settings import Settings
from tests.tui.waiting import until
from tests.tui.wizard import TODAY, wizard_on


def _at_once(app: Wizard, place: str, *keys: str) -> None:
    """Open a part of the road and type on, as a terminal sends it: no key waits for the one before."""
    tasks = app.screen.query_one("#tasks", OptionList)
    tasks.highlighted = next(at for at, one in enumerate(tasks.options) if one.id == place)
    for key in ("enter", *keys):
        app.post_message(Key(key, key if len(key) == 1 else None))


@pytest.mark.asyncio
async def test_what_is_typed_on_the_way_to_a_screen_that_focuses_late_is_not_lost(tmp_path: Path) -> None:
    app = wizard_on(tmp_path, None)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        assert app.session is not None
        document = app.session.document
        _at_once(app, "rfp", "tab", *"12")
        await until(pilot, lambda: document.project.rfp.number == "12")
        await pilot.press("escape")
        _at_once(app, "documents", "tab")
        await until(pilot, lambda: isinstance(app.screen, DocumentsScreen) and app.screen.takes_keys)
        await pilot.pause()
        buttons = [one for one in app.screen.query("Button") if one.display and one.focusable]
        assert app.focused is buttons[1], "the first had the focus when Tab came"


@pytest.mark.asyncio
@pytest.mark.parametrize("enter", ["\r", "\n"], ids=["taken-over", "not-yet"])
async def test_what_was_typed_before_the_wizard_ran_is_meant_as_in_the_wizard(
    tmp_path: Path, enter: str
) -> None:
    app = wizard_on(tmp_path, None)
    app.hold(keys_of(f"{enter * 3}方針"))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        assert app.session is not None
        await until(pilot, lambda: isinstance(app.focused, TextArea) and "針" in app.focused.text)
        assert cast(TextArea, app.focused).text == "方針", "Enter pressed again leaves no empty line"
    first = Wizard(None, Lang.JA, TODAY, Settings(tour_seen=True))
    first.hold(keys_of(enter))
    async with first.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: isinstance(first.screen, Dialog))


@pytest.mark.asyncio
async def test_keys_come_again_where_a_dialog_took_away_what_they_waited_for(tmp_path: Path) -> None:
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("enter")
        screen = app.screen
        assert isinstance(screen, SectionScreen)
        await until(pilot, lambda: screen.takes_keys)
        app.push_screen(Confirm(Phrase("一", "1"), Phrase("二", "2"), Phrase("三", "3")))
        await pilot.pause()
        screen.takes_keys = False
        await pilot.press("escape")
        await until(pilot, lambda: screen.is_current and screen.takes_keys)


@pytest.mark.parametrize(
    ("place", "key", "line"),
    [
        ("requirements", "insert", "statement"),
        ("requirements", "slash", "register-filter"),
        ("criteria", "insert", "ask"),
    ],
)
@pytest.mark.asyncio
async def test_a_word_at_once_with_the_key_that_opens_a_line_stands_in_that_line(
    place: str, key: str, line: str, tmp_path: Path
) -> None:
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        go(app, place)
        screen = app.screen
        assert isinstance(screen, WizardScreen)
        await until(pilot, lambda: screen.takes_keys)
        for one in (key, *"新しい"):
            app.post_message(Key(one, one if len(one) == 1 else None))
        await until(pilot, lambda: app.focused is not None and app.focused.id == line)
        await pilot.pause()
        assert isinstance(app.focused, Input | TextArea)
        assert (app.focused.value if isinstance(app.focused, Input) else app.focused.text) == "新しい"


@pytest.mark.asyncio
async def test_enter_at_once_with_the_key_for_a_pane_presses_nothing_of_the_pane_before(
    tmp_path: Path,
) -> None:
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        go(app, "documents")
        await until(pilot, lambda: isinstance(app.screen, DocumentsScreen) and app.screen.takes_keys)
        for one in ("2", "enter"):
            app.post_message(Key(one, one if len(one) == 1 else None))
        await until(pilot, lambda: isinstance(app.screen, ProblemDialog))
        assert not (tmp_path / "project" / "drafts").exists()
