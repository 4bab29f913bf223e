"""The list of any length: where the cursor goes, what is drawn, and what clicks do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from textual.app import App, ComposeResult
from textual.content import Content

from rfp_builder.tui.widgets.entries import Row, cell, heading
from rfp_builder.tui.widgets.long_list import LongList
from rfp_builder.tui.widths import cut


@dataclass(frozen=True)
class Tall:
    """An entry of three lines."""

    key: str
    stop: bool = True

    def height(self, width: int) -> int:
        return 3

    def lines(self, width: int) -> Sequence[Content]:
        return [Content(f"{self.key} {n}") for n in range(3)]


class Lists(App[None]):
    """A list alone on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.moved: list[str | None] = []
        self.chosen: list[str] = []
        self.drawn: list[str] = []

    def compose(self) -> ComposeResult:
        yield LongList()

    def rows(self, names: Sequence[str]) -> list[Row]:
        def draw(name: str) -> Row:
            def line(width: int) -> Content:
                self.drawn.append(name)
                return Content(cut(name, width))

            return Row(name, line)

        return [draw(name) for name in names]

    def on_long_list_moved(self, event: LongList.Moved) -> None:
        self.moved.append(None if event.entry is None else event.entry.key)

    def on_long_list_chosen(self, event: LongList.Chosen) -> None:
        self.chosen.append(event.entry.key)


def shown(app: Lists) -> list[str]:
    """What stands on the screen, line by line."""
    strips = app.query_one(LongList)
    return [strips.render_line(y).text.rstrip() for y in range(app.size.height)]


@pytest.mark.asyncio
async def test_keys_move_the_cursor_and_enter_chooses() -> None:
    app = Lists()
    async with app.run_test(size=(20, 5)) as pilot:
        listed = app.query_one(LongList)
        listed.focus()
        listed.set_entries(app.rows([f"n{n}" for n in range(20)]))
        await pilot.press(
            "down", "enter", "end", "enter", "up", "enter", "home", "enter", "pagedown", "enter"
        )
        assert app.chosen == ["n1", "n19", "n18", "n0", "n4"]
        assert app.moved[0] == "n0"


@pytest.mark.asyncio
async def test_only_what_is_seen_is_drawn() -> None:
    app = Lists()
    async with app.run_test(size=(20, 5)) as pilot:
        listed = app.query_one(LongList)
        listed.set_entries(app.rows([f"n{n}" for n in range(5000)]))
        await pilot.pause()
        assert set(app.drawn) == {f"n{n}" for n in range(5)}
        listed.go("n4000")
        await pilot.pause()
        assert "n4000" in shown(app)
        assert len(set(app.drawn)) < 20


@pytest.mark.asyncio
async def test_the_cursor_passes_over_headings_and_shows_them() -> None:
    app = Lists()
    async with app.run_test(size=(20, 4)) as pilot:
        listed = app.query_one(LongList)
        listed.focus()
        one, two, three = app.rows(["one", "two", "three"])
        listed.set_entries([heading("A"), one, two, heading("B"), three])
        await pilot.press("down", "down")
        assert listed.current is three
        await pilot.press("up", "up")
        assert listed.current is one
        await pilot.pause()
        assert shown(app)[0] == "A"


@pytest.mark.asyncio
async def test_the_cursor_keeps_its_entry_when_the_list_is_filled_anew() -> None:
    app = Lists()
    async with app.run_test(size=(20, 5)):
        listed = app.query_one(LongList)
        listed.set_entries(app.rows(["a", "b", "c"]))
        listed.go("b")
        listed.set_entries(app.rows(["x", "y", "a", "b", "c"]))
        assert listed.current is not None and listed.current.key == "b"
        listed.set_entries(app.rows(["x", "y", "a"]))
        assert listed.current is not None and listed.current.key == "a"
        listed.set_entries([])
        assert listed.current is None


@pytest.mark.asyncio
async def test_entries_of_several_lines_are_drawn_whole() -> None:
    app = Lists()
    async with app.run_test(size=(20, 7)) as pilot:
        listed = app.query_one(LongList)
        listed.focus()
        listed.set_entries([Tall("a"), Tall("b"), Tall("c"), Tall("d")])
        await pilot.press("down", "down")
        await pilot.pause()
        assert shown(app) == ["a 2", "b 0", "b 1", "b 2", "c 0", "c 1", "c 2"]


@pytest.mark.asyncio
async def test_a_click_moves_and_a_double_click_chooses() -> None:
    app = Lists()
    async with app.run_test(size=(20, 5)) as pilot:
        listed = app.query_one(LongList)
        listed.set_entries(app.rows(["a", "b", "c"]))
        await pilot.click(LongList, offset=(1, 2))
        assert (listed.current and listed.current.key, app.chosen) == ("c", [])
        await pilot.click(LongList, offset=(1, 1), times=2)
        assert app.chosen == ["b"]
        await pilot.click(LongList, offset=(1, 4))
        assert listed.current and listed.current.key == "b"


@pytest.mark.parametrize("text", ["[red]", "[/]", "[a={'b[0]'}]", "{{ x }}", "𠮷野"])
@pytest.mark.asyncio
async def test_texts_are_shown_to_the_letter(text: str) -> None:
    app = Lists()
    async with app.run_test(size=(20, 3)) as pilot:
        app.query_one(LongList).set_entries([*app.rows([text]), heading(text)])
        await pilot.pause()
        assert shown(app)[:2] == [text, text]


def test_cells_are_as_wide_as_they_are_told() -> None:
    assert cell("漢字かな", 6) == "漢.. " + " "
    assert cell("abc", 6) == "abc   "
    assert cut("漢字かな", 5) == "漢.."
