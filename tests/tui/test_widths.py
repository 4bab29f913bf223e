"""Characters of ambiguous width: what the terminal answers, and measuring that follows it."""

from __future__ import annotations

import gc
import os
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from rich.cells import cell_len, get_character_cell_size, set_cell_size
from rich.segment import Segment
from textual.content import Content
from textual.widgets import Input

from rfp_builder.i18n import Lang
from rfp_builder.model.localized import Localized
from rfp_builder.tui import start, widths
from rfp_builder.tui.app import Wizard
from rfp_builder.tui.repairs import output
from rfp_builder.tui.repairs.keys import keys_of
from rfp_builder.tui.repairs.widths import draw_ambiguous_wide
from rfp_builder.tui.road import go
from rfp_builder.tui.settings import Settings, load_settings, save_settings
from rfp_builder.tui.table.grid import Grid
from rfp_builder.tui.width_question import WidthQuestion
from rfp_builder.tui.widths import cells_of
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on


@pytest.fixture
def wide() -> Iterator[None]:
    draw_ambiguous_wide(True)
    yield
    draw_ambiguous_wide(False)


def test_rich_measures_ambiguous_characters_as_narrow() -> None:
    """Once it asks the terminal itself, the repair is not needed."""
    assert [cell_len(char) for char in "①○…→※■"] == [1] * 6


@pytest.mark.usefixtures("wide")
def test_measured_wide_where_the_terminal_draws_them_wide() -> None:
    assert [cell_len(char) for char in "①○…→※■─"] == [2] * 7
    assert [get_character_cell_size(char) for char in "aあｱ\u0301"] == [1, 2, 1, 0]
    assert cell_len("①abc漢") == 7
    assert Content("①②").cell_length == 4
    assert set_cell_size("①②③", 5) == "①② "
    assert [one.text for one in Segment("①②③").split_cells(2)] == ["①", "②③"]


def test_and_narrow_again() -> None:
    draw_ambiguous_wide(True)
    draw_ambiguous_wide(False)
    assert cell_len("①─") == 2


@pytest.mark.usefixtures("wide")
@pytest.mark.asyncio
async def test_the_caret_stands_behind_a_wide_character(tmp_path: Path) -> None:
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("f3")
        await pilot.pause()
        field = app.screen.query_one(Input)
        start = app.cursor_position.x
        await pilot.press("①", "あ")
        await pilot.pause()
        assert field.value == "①あ" and app.cursor_position.x == start + 4


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("answer", "cells"), [(b"\x1b[5;3R", 2), (b"\x1b[5;2R", 1), (b"", None)])
def test_the_terminal_is_asked(answer: bytes, cells: int | None, monkeypatch: pytest.MonkeyPatch) -> None:
    keyboard, terminal = os.openpty()
    with os.fdopen(terminal, "r+b", buffering=0) as stream:
        monkeypatch.setattr(sys, "__stdin__", stream)
        monkeypatch.setattr(sys, "__stdout__", stream)
        question = WidthQuestion()
        question.ask()
        assert b"\x1b[6n" in os.read(keyboard, 100)
        os.write(keyboard, "表".encode() + answer + b"x" * bool(answer))
        assert question.answer() == cells
        assert [key.character for key in keys_of(question.typed)] == ["表"], "who types ahead loses nothing"
        if answer:
            os.write(keyboard, b"\n")
            assert stream.read(1) == b"x", "what is typed behind the answer is left for the wizard"
    os.close(keyboard)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_nobody_is_asked_who_types_already(monkeypatch: pytest.MonkeyPatch) -> None:
    keyboard, terminal = os.openpty()
    with os.fdopen(terminal, "r+b", buffering=0) as stream:
        monkeypatch.setattr(sys, "__stdin__", stream)
        monkeypatch.setattr(sys, "__stdout__", stream)
        os.write(keyboard, b"\n")
        question = WidthQuestion()
        question.ask()
        assert question.answer() is None
        assert stream.read(1) == b"\n"
    os.close(keyboard)


def test_the_setting_goes_before_the_answer_and_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "wizard.json"
    save_settings(Settings(ambiguous=2), file)
    assert load_settings(file).ambiguous == 2
    file.write_text('{"ambiguous": 7}')
    assert load_settings(file).ambiguous is None


def test_a_terminal_is_asked_also_where_a_person_has_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever goes back to 自動 gets what suits the terminal, and need not start again for it."""
    asked: list[bool] = []
    heard: list[int | None] = []
    file = tmp_path / "wizard.json"
    save_settings(Settings(ambiguous=1), file)
    monkeypatch.setattr(start, "settings_file", lambda: file)
    monkeypatch.setattr(start, "show_splash", lambda lang: None)
    monkeypatch.setattr(WidthQuestion, "ask", lambda self: asked.append(True))
    monkeypatch.setattr(WidthQuestion, "answer", lambda self: 2 if asked else None)
    monkeypatch.setattr(output, "outlive_terminal", lambda: None)
    monkeypatch.setattr(Wizard, "run", lambda self: heard.append(self.answered))
    monkeypatch.setattr(Wizard, "call_later", lambda *args: True)
    monkeypatch.setenv("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        start.run_wizard(None, Lang.JA, date(2026, 11, 22))
    finally:
        gc.enable()
    assert heard == [2]
    assert cells_of("①") == 1, "what the person said holds until then"


def test_all_that_is_laid_out_here_is_measured_alike() -> None:
    """Whoever measures by hand lays columns out that shift where the terminal draws such characters wide."""
    room = Path(widths.__file__).parent
    measuring = re.compile(r"rfp_builder\.text\.width import [^\n]*(cell_width|truncate|wrap)|ambiguous=[12]")
    found = [str(file) for file in room.rglob("*.py") if measuring.search(file.read_text("utf-8"))]
    assert not found


@pytest.mark.parametrize("wide_", [False, True])
def test_cut_filled_and_broken_to_the_width(wide_: bool) -> None:
    draw_ambiguous_wide(wide_)
    try:
        for text in ("①②③④⑤⑥", "注文①の受付", "abc", "", "第1章…※"):
            for width in range(14):
                assert widths.cells_of(widths.cut(text, width)) <= width
                assert widths.cells_of(widths.filled(text, width)) == width
                assert all(widths.cells_of(line) <= max(width, 2) for line in widths.lines_of(text, width))
            assert "".join(widths.lines_of(text, 4)) == text
        assert widths.cut("①②③④⑤⑥", 6) == ("①②.." if wide_ else "①②③④⑤⑥")
    finally:
        draw_ambiguous_wide(False)


@pytest.mark.parametrize("wide_", [False, True])
@pytest.mark.asyncio
async def test_the_columns_of_a_table_stand_below_each_other(wide_: bool, tmp_path: Path) -> None:
    draw_ambiguous_wide(wide_)
    try:
        app = wizard_on(tmp_path)
        async with app.run_test(size=(100, 30), notifications=True) as pilot:
            await until(pilot, lambda: app.session is not None)
            assert app.session is not None
            path = "overview.policy.principles"
            rows = app.session.document.value(path)
            assert isinstance(rows, tuple)
            app.session.document.set(path, (rows[0].replace(principle=Localized(ja="①②③※")), *rows[1:]))
            go(app, path)
            await until(pilot, lambda: bool(app.screen.query(Grid)))
            grid = app.screen.query(Grid).first()
            await until(pilot, lambda: grid.size.height > 2)
            strips = [grid.render_line(y) for y in range(4)]
            assert len({strip.cell_length for strip in strips}) == 1
            assert any("①②③※" in strip.text for strip in strips)
    finally:
        draw_ambiguous_wide(False)
