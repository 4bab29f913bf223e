"""F1 on every screen: what it is for, and its keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from rfp_builder.i18n import Lang
from rfp_builder.tui.dialogs.help import HelpDialog
from rfp_builder.tui.road import go
from rfp_builder.tui.screens.home import Home
from rfp_builder.tui.widgets.said import Said
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("place", "lang", "purpose", "keys"),
    [
        ("", Lang.JA, "上下の矢印キーで作業を選び", ("F2  次の未入力", "F10  操作一覧")),
        ("", Lang.EN, "Whatever you enter is saved", ("F9  Review", "F12  日本語")),
        ("review", Lang.JA, "順に読み返す画面", ("F7  指摘だけ", "F8  次の章")),
        ("requirements", Lang.EN, "one statement a line", ("Space  ", "Insert  ")),
        ("documents", Lang.JA, "採点を集め", ("F4  フォルダを開く", "Esc  戻る")),
        ("criteria", Lang.EN, "Before any proposal arrives", ("F8  ",)),
        ("withholding", Lang.JA, "あえて提案依頼書に書かない", ("Space  開示/非開示",)),
    ],
)
async def test_f1_says_what_the_screen_is_for_and_its_keys(
    tmp_path: Path, place: str, lang: Lang, purpose: str, keys: tuple[str, ...]
) -> None:
    app = wizard_on(tmp_path, lang=lang)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: app.session is not None)
        if place:
            go(app, place)
            await until(pilot, lambda: not isinstance(app.screen, Home) and app.screen.focused is not None)
        behind = app.screen
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(app.screen, HelpDialog))
        said = "\n".join(str(one.render()) for one in app.screen.query(Said))
        assert purpose in said
        for key in keys:
            assert f"\n{key}" in said
        await pilot.press("f1")
        assert app.screen is behind
