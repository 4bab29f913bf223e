"""What Textual does by itself, and repaired. Where the first half of a test fails, upstream mended it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from io import StringIO
from pathlib import Path
from random import Random
from typing import Any

import pytest
from rich.cells import cell_len
from rich.text import Text
from textual.app import App, ComposeResult
from textual.content import Content
from textual.drivers._writer_thread import WriterThread
from textual.events import Paste
from textual.geometry import Offset
from textual.screen import Screen
from textual.widgets import Input, Static, TextArea

from rfp_builder.tui.repairs import lines, text_area
from rfp_builder.tui.repairs.caret import caret_of
from rfp_builder.tui.repairs.controls import keep_controls_off
from rfp_builder.tui.repairs.lines import break_japanese_lines
from rfp_builder.tui.repairs.output import PatientWriter
from rfp_builder.tui.repairs.styles import KeepsStyles
from rfp_builder.tui.repairs.text_area import SafeTextArea

_CONTENT: Any = import_module("textual.content")
_STYLESHEET: Any = import_module("textual.css.stylesheet")
_TEXT = "問い合わせの内容を確認し、「至急」と記されたものから順に処理する。"
_NOT_FIRST, _NOT_LAST = "、。」）ーっ", "「（"


@pytest.fixture(autouse=True)
def repaired() -> Iterator[None]:
    before = _CONTENT.divide_line
    break_japanese_lines()
    yield
    _CONTENT.divide_line = before


def _parts(text: str, starts: list[int]) -> list[str]:
    return [text[a:b] for a, b in zip([0, *starts], [*starts, len(text)], strict=True)]


def test_textual_breaks_japanese_anywhere_and_repaired_not_before_a_full_stop() -> None:
    plain = {
        part[0]
        for width in range(4, 40)
        for part in _parts(_TEXT, list(lines._divide_by_spaces(_TEXT, width)))[1:]
    }
    mended = {
        part[0] for width in range(4, 40) for part in _parts(_TEXT, _CONTENT.divide_line(_TEXT, width))[1:]
    }
    assert plain & set(_NOT_FIRST), "Textual keeps the rules of Japanese lines by itself now"
    assert not mended & set(_NOT_FIRST)


@pytest.mark.parametrize("seed", range(20))
def test_no_line_is_too_wide_loses_a_character_or_begins_wrongly(seed: int) -> None:
    random = Random(seed)
    letters = [*"あ漢カｱ、。」「（）ーっ…①a b1,.", "\u3000", "𠮷", "é", "e\u0301"]
    wrap: Any = text_area._wrap_offsets
    for _ in range(50):
        text, width = "".join(random.choices(letters, k=random.randrange(1, 80))), random.randrange(4, 30)
        for starts in (_CONTENT.divide_line(text, width), wrap(text, width, 4)):
            parts = _parts(text, starts)
            assert "".join(parts) == text and all(parts)
            assert all(cell_len(part.rstrip()) <= width for part in parts)


class _Areas(App[None]):
    def __init__(self, kind: type[TextArea]) -> None:
        super().__init__()
        self._kind = kind

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield self._kind(id="area", soft_wrap=True, compact=True)


async def _undo_a_long_paste(kind: type[TextArea]) -> str:
    app = _Areas(kind)
    async with app.run_test(size=(20, 5)) as pilot:
        area = app.query_one(kind)
        area.focus()
        app.post_message(Paste("\n".join("長い行です。" * 3 for _ in range(40))))
        await pilot.pause()
        await pilot.press("ctrl+z")
        await pilot.pause()
        return area.text


@pytest.mark.asyncio
async def test_undoing_a_paste_longer_than_the_area_ends_textual_and_not_the_wizard() -> None:
    with pytest.raises(Exception):  # noqa: B017 - whichever error it is, the application ends
        await _undo_a_long_paste(TextArea)
    assert await _undo_a_long_paste(SafeTextArea) == ""


class _Line(App[None]):
    def compose(self) -> ComposeResult:
        """See Textual."""
        yield Input("漢字", id="line", compact=True)


@pytest.mark.asyncio
async def test_textual_puts_the_cursor_one_cell_too_far_at_the_end_of_a_line() -> None:
    app = _Line()
    async with app.run_test(size=(20, 5)) as pilot:
        line = app.query_one(Input)
        line.focus()
        await pilot.pause()
        left = line.content_region.x
        assert line.cursor_screen_offset.x == left + 5, "Textual counts the end of a line rightly now"
        assert caret_of(line) == Offset(left + 4, line.content_region.y)
        await pilot.press("end", "left")
        await pilot.pause()
        assert caret_of(line) == line.cursor_screen_offset == Offset(left + 2, line.content_region.y)
    assert caret_of(None) is None


class _Closed(StringIO):
    def write(self, text: str) -> int:
        raise OSError("the window was closed")


@pytest.mark.parametrize(("kind", "lives"), [(WriterThread, False), (PatientWriter, True)])
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_textual_stops_taking_what_is_drawn_when_the_window_was_closed(
    kind: type[WriterThread], lives: bool
) -> None:
    writer = kind(_Closed())
    writer.start()
    writer.write("x")
    # One that is to end is waited for; one that is to live can only be looked at for a moment.
    writer.join(0.3 if lives else 60)
    assert writer.is_alive() is lives
    if lives:
        for _ in range(100):
            writer.write("x")
        writer.stop()


def test_an_unexpected_error_shows_nothing_of_what_it_held(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import asyncio

    from tests.tui.wizard import wizard_on

    monkeypatch.delenv("RFP_BUILDER_DEBUG", raising=False)
    app = wizard_on(tmp_path)

    def fail() -> None:
        secret = "極秘の上限価格"
        raise RuntimeError(secret)

    async def run() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            app.call_later(fail)
            await pilot.pause()

    with pytest.raises(RuntimeError):
        asyncio.run(run())
    assert isinstance(app.failure, RuntimeError)
    said = capsys.readouterr()
    assert "極秘" not in said.out + said.err


def test_ctrl_a_leads_to_the_beginning_of_the_line_in_textual() -> None:
    """Once it selects all, the repair is not needed."""
    for kind, action in ((Input, "home"), (TextArea, "cursor_line_start")):
        assert [one.action for one in kind()._bindings.key_to_bindings["ctrl+a"]] == [action]


def _screen_with(style: Path) -> Screen[None]:
    style.write_text("#styled { height: 3; }", "utf-8")

    class Styled(Screen[None]):
        CSS_PATH = style

        def compose(self) -> ComposeResult:
            """See Textual."""
            yield Static(id="styled")

    return Styled()


async def _parsed_for(screen: Screen[None], app: App[None], monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The classes whose styles are parsed when a screen comes."""
    parsed, parse = set(), _STYLESHEET.parse

    def noted(scope: str, css: str, read_from: tuple[str, str], **more: Any) -> Any:
        parsed.add(read_from[1])
        return parse(scope, css, read_from, **more)

    async with app.run_test():
        with monkeypatch.context() as patched:
            patched.setattr(_STYLESHEET, "parse", noted)
            await app.push_screen(screen)
        height = screen.query_one("#styled").styles.height
        assert height is not None and height.value == 3
    return parsed


@pytest.mark.asyncio
async def test_textual_parses_all_styles_again_for_a_screen_and_the_wizard_those_of_that_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screens = [_screen_with(tmp_path / name) for name in ("one.tcss", "other.tcss")]
    plain = await _parsed_for(screens[0], App(), monkeypatch)
    assert "App.DEFAULT_CSS" in plain, "Textual keeps what it has parsed now"
    assert "App.DEFAULT_CSS" not in await _parsed_for(screens[1], KeepsStyles(), monkeypatch)


def test_a_window_squeezed_to_nothing_ends_textual_and_not_the_wizard() -> None:
    with pytest.raises(ValueError, match="must not be zero"):
        lines._divide_by_spaces("word", 0, True)
    assert lines._divide_line("word", 0) == [1, 2, 3]


def test_the_name_of_a_file_gives_the_terminal_no_orders() -> None:
    name = "a\x1b[31m\x1b]0;x\x07\x9b2J\x7f\tb\nc"
    assert 0x1B not in _CONTENT._STRIP_CONTROL_CODES, "Textual lets the escape character through"
    keep_controls_off()
    assert Content(name).plain == Text(name).plain == "a[31m]0;x2J\tb\nc"
