"""Keys, pastes and clicks at random: the wizard never fails, and screen, document and folder tell the same.

Two hundred run always; RFP_BUILDER_SOAK=5000 in the environment makes it five thousand.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from textual import events
from textual.pilot import OutOfBounds, Pilot

from rfp_builder.forms.typed import as_typed
from rfp_builder.tui.app import Wizard
from rfp_builder.tui.fields.field import GONE, Field
from rfp_builder.tui.screens.screen import WizardScreen
from rfp_builder.tui.screens.welcome import Welcome
from rfp_builder.tui.table.field import TableField
from rfp_builder.workspace.workspace import Workspace
from tests.tui.waiting import pressed
from tests.tui.wizard import wizard_on

STEPS = int(os.environ.get("RFP_BUILDER_SOAK", "200"))
_LONGEST = 1000
"""Steps of one walk; a longer one is several, each with a seed of its own."""
SIZE = (100, 30)
_BY_TITLE = ("item", "criterion")
"""Fields of a requirement that say the title of what they refer to."""
_KEYS = (
    *(
        "down",
        "up",
        "left",
        "right",
        "tab",
        "shift+tab",
        "enter",
        "escape",
        "space",
        "home",
        "end",
        "pagedown",
    ),
    *("pageup", "delete", "insert", "backspace", "ctrl+z", "ctrl+y", "ctrl+s", "ctrl+n", "ctrl+d", "ctrl+k"),
    *(
        "ctrl+a",
        "ctrl+u",
        "ctrl+up",
        "ctrl+down",
        "shift+down",
        "alt+enter",
        "ctrl+left",
        "ctrl+right",
        "slash",
    ),
    *(f"f{number}" for number in range(1, 13)),
    *("f20", "ideographic_space", "fullwidth_solidus"),
)
_TEXTS = (
    *(
        "a",
        "z",
        "あ",
        "漢",
        "１",
        "2",
        "、",
        "[",
        "]",
        "{",
        "=",
        "…",
        "①",
        "𠮷",
        "👩‍👩‍👧",
        "e\u0301",
        "9",
        "-",
        "%",
    ),
)
_PASTES = (
    "[red]x[/] [a={'b[0]'}] {{ x }} =1+1 <b>& 𠮷",
    "１，２００\t120万\t令和9年4月1日\n3\t4\t5\n\n",
    "名称\t件数\n受付\t1,200\n督促\t-5\n",
    "\x00\x07\x1b[31m\u202e\ufeff\u200b\r\nおわり",
    "長い文。" * 5000,
    "👍🏽🇯🇵\n\n\n",
)


@pytest.mark.parametrize("seed", range(-(-STEPS // _LONGEST)))
@pytest.mark.asyncio
async def test_a_random_walk_never_fails_and_never_lies(seed: int, tmp_path: Path) -> None:
    app = wizard_on(tmp_path)
    random = Random(seed)
    trail: list[str] = []
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.pause()
        for number in range(min(STEPS - seed * _LONGEST, _LONGEST)):
            step = await _step(app, pilot, random)
            trail.append(step)
            assert app.failure is None, trail[-20:]
            if isinstance(app.screen, Welcome) or app.session is None:
                app.open_project(tmp_path / "project")
                await pilot.pause()
            if number % 10 == 9:
                await _settled(app, pilot)
                assert not list(_lies(app)), trail[-20:]
        await _settled(app, pilot)
        assert app.session is not None
        project = app.session.project
        app.leave()
        await pilot.pause()
    assert app.failure is None, trail[-20:]
    saved = Workspace.open(tmp_path / "project").project
    # The revision counts saves, of which leaving is one.
    assert saved.replace(revision=project.revision) == project, trail[-20:]


async def _step(app: Wizard, pilot: Pilot[None], random: Random) -> str:
    """One thing that a person might do."""
    chance = random.random()
    if chance < 0.04 and isinstance(app.screen, WizardScreen):
        from rfp_builder.tui.parts import OTHERS, SECTIONS
        from rfp_builder.tui.road import go

        place = random.choice([*(one.place for one in (*SECTIONS, *OTHERS)), "review"])
        go(app, place)
        await pilot.pause()
        return f"go {place}"
    if chance < 0.12:
        text = random.choice(_PASTES)
        app.post_message(events.Paste(text))
        await pilot.pause()
        return f"paste {text[:20]!r}"
    if chance < 0.20:
        spot = random.randrange(SIZE[0]), random.randrange(SIZE[1])
        try:
            await pilot.click(offset=spot)
        except OutOfBounds:
            return "click nowhere"
        return f"click {spot}"
    if chance < 0.55:
        text = random.choice(_TEXTS)
        for char in text:
            app.post_message(events.Key(char, char))
        await pilot.pause()
        return f"type {text!r}"
    key = random.choice(_KEYS)
    await pressed(pilot, key)
    return key


async def _settled(app: Wizard, pilot: Pilot[None]) -> None:
    """Nothing is being typed any more."""
    app.screen.set_focus(None)
    for _ in range(3):
        await pilot.pause()


def _lies(app: Wizard) -> Iterator[str]:
    """Fields on the screen that show something else than the document, or than what could not be read."""
    assert app.session is not None
    document = app.session.document
    for field in app.screen.query(Field):
        value = field.present()
        if isinstance(field, TableField):
            rows = value if isinstance(value, tuple) else ()
            if sorted(map(repr, field.cells.rows)) != sorted(map(repr, rows)):
                yield f"{field.path}: {len(field.cells.rows)} rows are not {len(rows)}"
            continue
        if (
            value is GONE
            or field.question.name in _BY_TITLE
            or not field.display
            or not field.is_mounted
            or not field.query(f"#{field.control_id}")
        ):
            continue
        kept = document.typed(field.path)
        wanted = as_typed(field.question, value, field.setting) if kept is None else kept
        if field.text() != wanted:
            yield f"{field.path}: {field.text()!r} is not {wanted!r}"
