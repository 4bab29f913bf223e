"""What all dialogs have in common: where their buttons stand, and that title and buttons stay in sight."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from textual.events import Key
from textual.widget import Widget

import rfp_builder.tui as room
from rfp_builder.i18n import Phrase
from rfp_builder.model.localized import Localized
from rfp_builder.tui.dialogs.ask import Ask
from rfp_builder.tui.dialogs.confirm import Confirm
from rfp_builder.tui.dialogs.dialog import Dialog
from rfp_builder.tui.dialogs.split import SplitDialog
from rfp_builder.tui.dialogs.statement import StatementDialog
from rfp_builder.tui.repairs.text_area import SafeTextArea
from rfp_builder.tui.screens.home import Home
from rfp_builder.tui.widgets.said import Said
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on

WAYS_OUT = ("cancel", "close")
_QUESTION = Phrase("名前", "Name")


def _kinds() -> Iterator[type[Dialog[Any]]]:
    for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
        import_module(found.name)
    pending: list[type[Dialog[Any]]] = [Dialog]
    while pending:
        kind = pending.pop()
        pending += kind.__subclasses__()
        yield kind


def test_the_way_out_is_the_last_button_of_every_dialog() -> None:
    names = {kind: [name for name, _ in kind.BUTTONS] for kind in _kinds()}
    assert len(names) > 20
    wrong = {kind.__name__: ids for kind, ids in names.items() if any(one in WAYS_OUT for one in ids[:-1])}
    assert not wrong


@pytest.mark.asyncio
async def test_a_question_stands_on_the_way_out_behind_what_it_asks(tmp_path: Path) -> None:
    app = wizard_on(tmp_path, None)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        answers: list[bool | None] = []
        app.push_screen(
            Confirm(Phrase("消しますか", "?"), Phrase("消えます。", "."), Phrase("消す", "Do")),
            answers.append,
        )
        await until(pilot, lambda: isinstance(app.screen, Confirm))
        assert app.focused is not None and app.focused.id == "button-cancel"
        do, cancel = (app.screen.query_one(f"#button-{name}") for name in ("do", "cancel"))
        assert do.region.x < cancel.region.x
        await pilot.press("left", "left", "right", "right")
        assert app.focused is cancel
        await pilot.press("left")
        assert app.focused is do
        await pilot.press("right", "enter")
        await until(pilot, lambda: bool(answers))
        assert answers == [False]


@pytest.mark.asyncio
async def test_a_long_dialog_scrolls_between_its_title_and_its_buttons(tmp_path: Path) -> None:
    app = wizard_on(tmp_path, None)
    said = Localized(ja="受託者は、毎日報告すること。" * 12, en="The vendor shall report daily. " * 12)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.push_screen(SplitDialog(said))
        await until(pilot, lambda: isinstance(app.screen, SplitDialog))
        await pilot.pause(0.2)
        for part in (".dialog-title", ".dialog-body .dialog-text", "#button-split", "#button-cancel"):
            assert _seen(app.screen.query_one(part)), part


def _seen(widget: Widget) -> bool:
    window = widget.screen.find_widget(widget)
    return window.visible_region == window.region


@pytest.mark.asyncio
async def test_an_empty_line_is_asked_for_again(tmp_path: Path) -> None:
    app = wizard_on(tmp_path, None)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        answers: list[str | None] = []
        asking = Ask(Phrase("問", "question"), Phrase("説明", "hint"))
        app.push_screen(asking, answers.append)
        await pilot.pause()
        await pilot.press("enter")
        assert not answers and "入力してから OK" in str(asking.query_one("#ask-empty", Said).visual)
        await pilot.press("x", "enter")
        assert answers == ["x"]


@pytest.mark.asyncio
async def test_an_undo_in_a_dialog_leaves_alone_what_lies_below(tmp_path: Path) -> None:
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: app.session is not None)
        assert app.session is not None
        document = app.session.document
        document.set("rfp.number", "A-77")
        app.push_screen(Ask(Phrase("名前", "Name"), Phrase("名前", "Name")))
        await pilot.pause()
        await pilot.press("a", "ctrl+z")
        assert document.value("rfp.number") == "A-77"
        await pilot.press("escape")
        document.settle()
        document.set("rfp.number", "A-78")
        app.push_screen(StatementDialog(Phrase("2.2", "2.2")))
        await pilot.pause()
        await pilot.press("a", "ctrl+z")
        assert document.value("rfp.number") == "A-78"
        assert app.screen.query_one(SafeTextArea).text == ""
        await pilot.press("ctrl+y")
        assert app.screen.query_one(SafeTextArea).text == "a"


@pytest.mark.asyncio
async def test_what_is_typed_while_a_dialog_comes_up_is_its_own(tmp_path: Path) -> None:
    app, given = wizard_on(tmp_path, None), list[str | None]()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.push_screen(Ask(_QUESTION, _QUESTION), given.append)
        # The second Enter comes before the dialog is gone.
        for key in ("新", "規", "enter", "enter"):
            app.post_message(Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: bool(given))
        assert given == ["新規"] and isinstance(app.screen, Home)
        app.push_screen(Ask(_QUESTION, _QUESTION), given.append)
        app.post_message(Key("escape", None))
        await until(pilot, lambda: len(given) > 1)
        assert given == ["新規", None] and isinstance(app.screen, Home)
