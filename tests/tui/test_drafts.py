"""What was typed into a dialog is there again in the next session, and gone once the dialog was left."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, TextArea

from rfp_builder.forms.pages import page_at, question_at
from rfp_builder.tui.app import Wizard
from rfp_builder.tui.dialogs.dialog import Dialog
from rfp_builder.tui.dialogs.undecided import UndecidedDialog
from rfp_builder.tui.fields.adding import write_own
from rfp_builder.tui.road import go
from rfp_builder.tui.widgets.long_list import LongList
from rfp_builder.tui.widgets.pick import Pick
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on

POLICY = "overview.policy.policy"


async def _undecided(pilot: Pilot[None], app: Wizard) -> None:
    question = question_at(POLICY)
    assert question is not None
    app.push_screen(UndecidedDialog(question, POLICY))


async def _statement(pilot: Pilot[None], app: Wizard) -> None:
    page = page_at(POLICY)
    assert page is not None
    write_own(app, page)


async def _split(pilot: Pilot[None], app: Wizard) -> None:
    go(app, "requirements")
    await until(pilot, lambda: bool(app.screen.query("#register-list")))
    await app.action_command("SplitRequirement")


async def _many(pilot: Pilot[None], app: Wizard) -> None:
    go(app, "requirements")
    await until(pilot, lambda: bool(app.screen.query("#register-list")))
    await app.action_command("ChangeMany")


OPENED: dict[str, tuple[Callable[[Pilot[None], Wizard], Awaitable[None]], str]] = {
    "undecided": (_undecided, "#reason"),
    "statement": (_statement, "#statement"),
    "split": (_split, "#split-ja"),
    "many": (_many, "#many-owner"),
}


async def _opened(pilot: Pilot[None], app: Wizard, name: str) -> Dialog[object]:
    open_it, place = OPENED[name]
    await open_it(pilot, app)
    await until(pilot, lambda: isinstance(app.screen, Dialog) and bool(app.screen.query(place)))
    assert isinstance(app.screen, Dialog)
    return app.screen


def _text(dialog: Dialog[object], place: str) -> str:
    widget = dialog.query_one(place)
    return widget.value if isinstance(widget, Input) else widget.text if isinstance(widget, TextArea) else ""


@pytest.mark.parametrize("name", OPENED)
@pytest.mark.asyncio
async def test_what_was_begun_is_there_in_the_next_session(tmp_path: Path, name: str) -> None:
    _, place = OPENED[name]
    first = wizard_on(tmp_path)
    async with first.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: first.session is not None)
        dialog = await _opened(pilot, first, name)
        await pilot.pause()
        if name == "undecided":
            dialog.query_one("#ways", OptionList).highlighted = 2
            await pilot.pause()
        if name == "many":
            dialog.query_one(Pick).action_move(1)
            dialog.query_one(LongList).action_move(1)
        dialog.query_one(place).focus()
        await pilot.pause()
        first.post_message(events.Paste("書きかけ[red]"))
        await until(pilot, lambda: "書きかけ[red]" in _text(dialog, place))
        await pilot.pause()
        begun = dialog.texts()
    second = wizard_on(tmp_path)
    async with second.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: second.session is not None)
        dialog = await _opened(pilot, second, name)
        await until(pilot, lambda: "書きかけ[red]" in _text(dialog, place))
        assert dialog.texts() == begun
        assert dialog.query_one(place).region.height, "the part it was typed in is shown"
        await pilot.press("escape")
        await until(pilot, lambda: second.screen is not dialog)
        dialog = await _opened(pilot, second, name)
        await pilot.pause()
        assert "書きかけ" not in _text(dialog, place), "whoever leaves a dialog has decided"
    assert not (tmp_path / "project" / "typed.json").exists()
