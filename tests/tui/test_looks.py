"""The looks: text can be read on each ground it stands on, with colours and without."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.color import Color
from textual.content import Content
from textual.widgets import Input, OptionList

from rfp_builder.tui.dialogs.look import LookDialog
from rfp_builder.tui.looks import LOOKS
from rfp_builder.tui.repairs.widths import draw_ambiguous_wide
from rfp_builder.tui.screens.home import Home
from rfp_builder.tui.settings import Settings
from rfp_builder.tui.terminal import draws_wide, shows_cursor
from rfp_builder.tui.widgets.said import Said
from rfp_builder.tui.widths import cells_of
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on

_GROUNDS = ("background", "surface", "panel")
_TEXTS = ("foreground", "primary", "accent", "warning", "error", "success")
_LARGE, _NORMAL, _HIGH = 3.0, 4.5, 7.0
_MARKED = 0.35
"""Of the primary colour behind the marked line of a list."""


def _contrast(one: Color, other: Color) -> float:
    """Contrast ratio of WCAG 2.2, from 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""

    def luminance(color: Color) -> float:
        parts = (part / 255 for part in (color.r, color.g, color.b))
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_is_that_of_the_standard() -> None:
    assert _contrast(Color.parse("#000"), Color.parse("#fff")) == pytest.approx(21)
    assert _contrast(Color.parse("#777"), Color.parse("#fff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", LOOKS)
def test_fields_stand_out_from_what_is_around_them(name: str) -> None:
    theme, _ = LOOKS[name]
    background, surface, panel = (_color(theme, ground) for ground in _GROUNDS)
    assert len({background.hex, surface.hex, panel.hex}) == len(_GROUNDS)


@pytest.mark.parametrize("name", LOOKS)
def test_text_can_be_read_on_every_ground(name: str) -> None:
    theme, _ = LOOKS[name]
    wanted = _HIGH if "contrast" in name else _NORMAL
    weak = {
        (text, ground): round(ratio, 2)
        for text in _TEXTS
        for ground in _GROUNDS
        if (ratio := _contrast(_color(theme, text), _color(theme, ground))) < wanted
    }
    assert not weak


@pytest.mark.parametrize("name", LOOKS)
def test_reversed_text_can_be_read(name: str) -> None:
    """The title bar, what is marked in a list, and trouble are written in the colour of the ground."""
    theme, _ = LOOKS[name]
    wanted = _HIGH if "contrast" in name else _NORMAL
    for ground in ("primary", "error"):
        assert _contrast(_color(theme, "background"), _color(theme, ground)) >= wanted


@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.asyncio
async def test_what_is_muted_can_be_read(name: str, tmp_path: Path) -> None:
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        app.theme = name
        await pilot.pause()
        muted, strong = (Color.parse(app.theme_variables[one]) for one in ("text-muted", "foreground"))
        grounds = [Color.parse(app.theme_variables[one]) for one in _GROUNDS]
        for ground in grounds:
            assert _contrast(muted, ground) >= (_HIGH if "contrast" in name else _NORMAL)
            assert _contrast(muted, ground) < 0.85 * _contrast(strong, ground), "it recedes"
        marked = grounds[1].blend(Color.parse(app.theme_variables["primary"]), _MARKED, 1)
        assert _contrast(muted, marked) >= _NORMAL
        said = Said(Content.styled("x", "$text-muted"))
        await app.screen.mount(said)
        await pilot.pause()
        drawn = next(one.style for one in said.render_line(0) if one.text.startswith("x"))
        assert drawn is not None and drawn.color is not None
        assert Color.from_rich_color(drawn.color).hex == muted.hex, "in a span as everywhere"
        line = Input(placeholder="x")
        await app.screen.mount(line)
        await pilot.pause()
        hint = line.get_component_rich_style("input--placeholder").color
        assert hint is not None
        assert Color.from_rich_color(hint).hex == muted.hex, "what an empty line says, too"


def _color(theme: object, name: str) -> Color:
    value = getattr(theme, name)
    assert isinstance(value, str)
    return Color.parse(value)


@pytest.mark.asyncio
async def test_without_colours_a_word_says_the_status_and_the_line_is_marked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.session is not None and app.session.report is not None)
        assert isinstance(app.screen, Home)
        tasks = app.screen.query_one("#tasks", OptionList)
        lines = [str(one.prompt) for one in tasks.options if one.id]
        assert all(
            any(word in line for word in ("未着手", "入力中", "要対応", "完了")) for line in lines[:-1]
        )
        style = tasks.get_component_rich_style("option-list--option-highlighted")
        assert style.reverse or style.underline


@pytest.mark.asyncio
async def test_the_width_of_symbols_is_tried_kept_and_taken_back(tmp_path: Path) -> None:
    app = wizard_on(tmp_path)
    try:
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            await until(pilot, lambda: app.session is not None)
            await app.action_command("SuitTerminal")
            await until(pilot, lambda: isinstance(app.screen, LookDialog))
            listed = app.screen.query_one("#looks", OptionList)
            marked = [str(one.prompt) for one in listed.options if str(one.prompt).startswith("v ")]
            assert marked == ["v 暗い背景", "v 自動（いまは半角）", "v 自動（いまは表示しない）"]
            await pilot.press("down", "down")
            await pilot.pause()
            assert cells_of("①") == 2, "it is tried at once"
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(app.screen, Home))
            assert cells_of("①") == 1 and app.settings.ambiguous is None
            await app.action_command("SuitTerminal")
            await until(pilot, lambda: isinstance(app.screen, LookDialog))
            await pilot.press("down", "down", "enter")
            await until(pilot, lambda: isinstance(app.screen, Home))
            assert cells_of("①") == 2 and app.settings.ambiguous == 2
            await until(pilot, lambda: bool(app.screen.query("#tasks")))
    finally:
        draw_ambiguous_wide(False)


@pytest.mark.parametrize(
    ("settings", "environment", "shown"),
    [
        (Settings(), {}, False),
        (Settings(), {"WT_SESSION": "x"}, True),
        (Settings(), {"WEZTERM_PANE": "0"}, True),
        (Settings(cursor=False), {"WT_SESSION": "x"}, False),
        (Settings(cursor=True), {}, True),
    ],
)
def test_the_cursor_is_shown_where_the_terminal_needs_it(
    settings: Settings, environment: dict[str, str], shown: bool
) -> None:
    assert shows_cursor(settings, environment) is shown


def test_what_a_person_says_of_widths_goes_before_the_answer_of_the_terminal() -> None:
    assert draws_wide(Settings(), 2) and draws_wide(Settings(ambiguous=2), 1)
    assert not draws_wide(Settings(), 1) and not draws_wide(Settings(), None)
    assert not draws_wide(Settings(ambiguous=1), 2)
