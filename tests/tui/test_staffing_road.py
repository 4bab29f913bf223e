"""Staffing in the wizard from past contacts to the annex, by keys alone, and what is shown on the way."""

from __future__ import annotations

import io
import shutil
from pathlib import Path
from typing import cast

import openpyxl
import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from rfp_builder.i18n import Lang
from rfp_builder.tui.app import Wizard
from rfp_builder.tui.dialogs.files import FileDialog
from rfp_builder.tui.dialogs.one_of import OneOf
from rfp_builder.tui.documents.said import Outcome
from rfp_builder.tui.road import go
from rfp_builder.tui.screens.staffing import StaffingScreen
from rfp_builder.tui.settings import Settings
from rfp_builder.tui.staffing.desk_of import desk_of
from rfp_builder.tui.staffing.preview import Preview
from rfp_builder.tui.staffing.result import VIEWS
from rfp_builder.tui.widgets.long_list import LongList
from rfp_builder.tui.widgets.said import Said
from tests.tui.past_contacts import HOSTILE, past_contacts, project_with_contacts
from tests.tui.waiting import until
from tests.tui.wizard import TODAY, wizard_on


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with those contacts in it."""
    return project_with_contacts(tmp_path_factory.mktemp("staffing") / "project")


def _wizard(taken: Path, tmp_path: Path, lang: Lang = Lang.JA) -> Wizard:
    shutil.copytree(taken, tmp_path / "project")
    return Wizard(tmp_path / "project", lang, TODAY, Settings(tour_seen=True))


def _all(app: Wizard) -> str:
    """Everything that is said in front, lists included."""
    said = [str(one.render()) for one in app.screen.query(Said) if one.display]
    for listed in app.screen.query(LongList):
        said += [line.plain for one in listed.entries for line in one.lines(200)]
    return "\n".join(said)


async def _open(app: Wizard, pilot: Pilot[None], pane: str) -> StaffingScreen:
    await until(pilot, lambda: app.session is not None)
    go(app, "staffing")
    await until(pilot, lambda: isinstance(app.screen, StaffingScreen))
    await pilot.press(pane)
    return cast(StaffingScreen, app.screen)


async def _choose(app: Wizard, pilot: Pilot[None], path: Path) -> None:
    await until(pilot, lambda: isinstance(app.screen, FileDialog))
    line = app.screen.query_one("#file-path", Input)
    line.value = str(path)
    line.focus()
    await pilot.press("enter")


async def _planned(app: Wizard, pilot: Pilot[None]) -> None:
    await pilot.press("f5")
    await until(pilot, lambda: desk_of(app).made is not None)


@pytest.mark.asyncio
async def test_contacts_are_looked_at_taken_in_and_given_to_a_queue(tmp_path: Path) -> None:
    file = tmp_path / "実績.csv"
    file.write_bytes(past_contacts())
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(app, pilot, "0")
        assert app.session is not None
        assert "次にすること: 1 過去の件数を取り込む" in _all(app) and "社外秘" in _all(app)
        await pilot.press("enter")
        assert "まだ取り込んでいません" in _all(app)
        await pilot.press("enter")
        await _choose(app, pilot, file)
        await until(pilot, lambda: isinstance(app.screen, Preview))
        assert "「問い合わせ理由」" in _all(app) and app.session.project.staffing.history is None
        await pilot.press("enter")
        await until(
            pilot, lambda: app.session is not None and app.session.project.staffing.history is not None
        )
        await until(pilot, lambda: app.screen is screen)
        assert "実績.csv" in _all(app)
        await pilot.press("2")
        await until(pilot, lambda: HOSTILE in _all(app))
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, OneOf))
        assert HOSTILE in _all(app)
        await pilot.press("down", "enter")
        await until(pilot, lambda: bool(app.session and app.session.project.staffing.queues))
        owners = [one.id for one in app.session.project.staffing.queues if HOSTILE in one.names]
        assert owners == ["v2"] and "指定" in _all(app)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: app.session is not None and not app.session.project.staffing.queues)
        assert screen.front_pane().id == "pane-queues"
    assert app.failure is None


@pytest.mark.asyncio
async def test_a_plan_is_made_seen_and_filled_in_as_one_step(taken: Path, tmp_path: Path) -> None:
    app = _wizard(taken, tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(app, pilot, "4")
        assert app.session is not None
        await _planned(app, pilot)
        await until(
            pilot, lambda: app.session is not None and app.session.project.staffing.result is not None
        )
        for name in VIEWS:
            assert f"[{VIEWS[name].ja}]" in _all(app)
            words = {
                "months": "常勤低め",
                "week": "[",
                "shifts": "シフト別の人数",
                "hiring": "月ごとの人数",
                "cost": "! 社外秘",
                "used": "! 仮定",
            }
            assert words.get(name, "") in _all(app)
            await pilot.press("right")
        await pilot.press("5")
        await until(pilot, lambda: "選んでいる箇所" in _all(app))
        before = app.session.project.definition
        await pilot.press("f6")
        await until(pilot, lambda: app.session is not None and app.session.project.definition != before)
        assert app.session.project.staffing.derived
        await until(pilot, lambda: "選んでいる箇所: 0" in _all(app))
        await pilot.press("0")
        assert "か所に記入済みです" in _all(app)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert app.session.project.definition == before and not app.session.project.staffing.derived
        assert app.screen is screen and screen.front_pane().id == "pane-fill"
    assert app.failure is None


@pytest.mark.asyncio
async def test_what_somebody_wrote_is_replaced_only_when_that_is_confirmed(
    taken: Path, tmp_path: Path
) -> None:
    from rfp_builder.tui.dialogs.confirm import Confirm

    app = _wizard(taken, tmp_path, Lang.EN)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await _open(app, pilot, "5")
        assert app.session is not None and "First make the plan" in _all(app)
        await _planned(app, pilot)
        await until(pilot, lambda: "written by hand" in _all(app))
        first = str(app.screen.query_one("#list-pane-fill", LongList).entries[0].key)
        held = app.session.document.value(first)
        await pilot.press("home", "space", "f6")
        await until(pilot, lambda: isinstance(app.screen, Confirm))
        await pilot.press("escape")
        assert app.session.document.value(first) == held
        await pilot.press("f6")
        await until(pilot, lambda: isinstance(app.screen, Confirm))
        await pilot.press("tab", "enter")
        await until(pilot, lambda: app.session is not None and app.session.document.value(first) != held)
    assert app.failure is None


@pytest.mark.asyncio
async def test_the_workbook_goes_out_and_comes_back_and_the_annex_is_read_first(
    taken: Path, tmp_path: Path
) -> None:
    app = _wizard(taken, tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(app, pilot, "6")
        assert app.session is not None
        await _planned(app, pilot)
        await until(pilot, lambda: screen.query_one("#do-WriteBook").display)
        screen.query_one("#do-WriteBook").focus()
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Outcome))
        await pilot.press("escape")
        written = next((tmp_path / "project" / "internal").glob("*.xlsx"))
        changed = tmp_path / "changed.xlsx"
        changed.write_bytes(_with_certainty(written.read_bytes(), 0.9))
        screen.query_one("#do-TakeBook").focus()
        await pilot.press("enter")
        await _choose(app, pilot, changed)
        await until(pilot, lambda: isinstance(app.screen, Preview))
        assert "80% から 90% へ" in _all(app) and app.session.project.staffing.certainty is None
        await pilot.press("enter")
        await until(pilot, lambda: app.session is not None and app.session.project.staffing.certainty == 90)
        await pilot.press("0")
        assert "前提が変わりました" in _all(app)
        await pilot.press("7", "enter")
        await until(pilot, lambda: isinstance(app.screen, Preview))
        read = _all(app)
        assert "月別の件数" in read and app.session.project.annex is None
        assert not any(word in read for word in ("円", "常勤", "シフト", "サービスレベル目標"))
        await pilot.press("enter")
        await until(pilot, lambda: app.session is not None and app.session.project.annex is not None)
        assert "提案依頼書に付きます" in _all(app)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert app.session.project.annex is None and screen.front_pane().id == "pane-annex"
    assert app.failure is None


def _with_certainty(data: bytes, value: float) -> bytes:
    """The workbook with another certainty on its sheet of assumptions."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book["前提"]
    row = next(row for row in sheet.iter_rows() if row[0].value == "certainty")
    row[2].value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
