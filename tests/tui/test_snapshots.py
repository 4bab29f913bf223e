"""Whole screens against the files in `screens`, for what nobody thought of to test.

RFP_BUILDER_SNAPSHOTS=renew in the environment writes the files anew; look at what `git diff` says of them.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from rfp_builder.i18n import Lang
from rfp_builder.tui.app import Wizard
from rfp_builder.tui.road import go
from tests.tui.drawn import drawn
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on

_FOLDER = Path(__file__).parent / "screens"
_RENEW = os.environ.get("RFP_BUILDER_SNAPSHOTS") == "renew"
_LOOKS, _BETWEEN_LOOKS = 50, 0.1
_NARROW, _WIDE = (80, 24), (100, 30)
_DARK, _CONTRAST = "rfp-dark", "rfp-contrast-dark"
_POLICY, _CHANNELS = "definition.overview.policy.policy", "definition.work.channels.channels"


@pytest.mark.parametrize(
    ("name", "place", "lang", "size", "theme", "colors"),
    [
        ("home-ja", "", Lang.JA, _NARROW, _DARK, True),
        ("section-ja", _POLICY, Lang.JA, _WIDE, _DARK, True),
        ("table-en", _CHANNELS, Lang.EN, _NARROW, _DARK, True),
        ("review-ja", "review", Lang.JA, _NARROW, _DARK, True),
        ("criteria-ja-contrast", "criteria", Lang.JA, _NARROW, _CONTRAST, True),
        ("withholding-ja", "withholding", Lang.JA, _NARROW, _DARK, True),
        ("staffing-ja", "staffing", Lang.JA, _NARROW, _DARK, True),
        ("documents-en-no-color", "documents", Lang.EN, _NARROW, _DARK, False),
    ],
)
@pytest.mark.asyncio
async def test_a_screen_looks_as_it_did(
    name: str,
    place: str,
    lang: Lang,
    size: tuple[int, int],
    theme: str,
    colors: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if colors:
        monkeypatch.delenv("NO_COLOR", raising=False)
    else:
        monkeypatch.setenv("NO_COLOR", "1")
    app = wizard_on(tmp_path, lang=lang)
    async with app.run_test(size=size) as pilot:
        app.theme = theme
        await until(pilot, lambda: app.session is not None and app.session.report is not None)
        if place:
            go(app, place)
            await until(pilot, lambda: len(app.screen_stack) > 2 and app.focused is not None)
        present = await _at_rest(app, pilot)
    file = _FOLDER / f"{name}.txt"
    if _RENEW:
        file.parent.mkdir(exist_ok=True)
        file.write_text(present, "utf-8", newline="\n")
    before = file.read_text("utf-8")
    assert present == before, _difference(before, present)


async def _at_rest(app: Wizard, pilot: Pilot[None]) -> str:
    """The screen once nothing is under way: no caret blinks, no list is being worked out."""
    focused = app.focused
    if isinstance(focused, Input | TextArea):
        focused.cursor_blink = False
    await app.workers.wait_for_complete()
    before = ""
    for _ in range(_LOOKS):
        await pilot.pause(_BETWEEN_LOOKS)
        await pilot.pause()
        present = drawn(app)
        if present == before:
            return present
        before = present
    raise AssertionError("the screen does not come to rest")


def _difference(before: str, present: str) -> str:
    lines: Callable[[str], list[str]] = str.splitlines
    told = "\n".join(unified_diff(lines(before), lines(present), "as it was", "as it is", lineterm="", n=1))
    return f"{told}\nIf it is meant to be so: RFP_BUILDER_SNAPSHOTS=renew pytest tests/tui/test_snapshots.py"
