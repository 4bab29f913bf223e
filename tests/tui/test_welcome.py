"""The first screen and the tour: making a project, opening one, trying the sample."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from textual.events import Key, Paste
from textual.widgets import Button, Input, OptionList

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.localized import Localized
from rfp_builder.tui.app import Wizard
from rfp_builder.tui.dialogs.files import FileDialog
from rfp_builder.tui.dialogs.look import LookDialog
from rfp_builder.tui.dialogs.new_project import NewProjectDialog
from rfp_builder.tui.dialogs.tour import Tour
from rfp_builder.tui.screens.home import Home
from rfp_builder.tui.screens.welcome import Welcome
from rfp_builder.tui.settings import Settings, load_settings
from rfp_builder.workspace.workspace import Workspace
from tests.tui.waiting import until
from tests.tui.wizard import TODAY, wizard_on


def _wizard(file: Path | None = None, settings: Settings | None = None) -> Wizard:
    return Wizard(None, Lang.JA, TODAY, settings or Settings(tour_seen=True), file)


@pytest.mark.asyncio
async def test_a_new_project_is_made_with_its_title(tmp_path: Path) -> None:
    app = _wizard()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, Welcome)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, NewProjectDialog))
        app.screen.query_one("#project-title", Input).value = "[予約] センター"
        app.screen.query_one("#project-folder", Input).value = str(tmp_path / "新規")
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, Home))
        assert app.session is not None
        assert app.session.project.rfp.title == Localized(ja="[予約] センター")
        assert app.session.project.criteria.criteria, "the criteria to start from are there"
    saved = Workspace.open(tmp_path / "新規").project.rfp.title
    assert saved == Localized(ja="[予約] センター")


@pytest.mark.asyncio
async def test_a_project_made_in_english_is_issued_in_english(tmp_path: Path) -> None:
    app = Wizard(None, Lang.EN, TODAY, Settings(tour_seen=True))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, NewProjectDialog))
        app.screen.query_one("#project-title", Input).value = "Card centre"
        app.screen.query_one("#project-folder", Input).value = str(tmp_path / "cards")
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, Home))
        assert app.session is not None
        assert app.session.project.rfp.languages == (Lang.EN,)
        assert app.session.project.rfp.title == Localized(en="Card centre")
        await until(pilot, lambda: app.session is not None and app.session.report is not None)
        await pilot.pause()
        tasks = app.screen.query_one("#tasks", OptionList)
        assert tasks.virtual_size.height == len(tasks.options), "each task takes one line"
        assert any("Not started" in str(one.prompt) for one in tasks.options)


@pytest.mark.asyncio
async def test_a_used_folder_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "used").mkdir()
    (tmp_path / "used" / "note.txt").write_text("x")
    app = _wizard()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, NewProjectDialog))
        app.screen.query_one("#project-folder", Input).value = str(tmp_path / "used")
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert isinstance(app.screen, NewProjectDialog)
        assert "空ではありません" in str(app.screen.query_one("#project-why").render())
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, Welcome)


@pytest.mark.asyncio
async def test_the_sample_opens(tmp_path: Path) -> None:
    app = _wizard()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: isinstance(app.screen, NewProjectDialog))
        app.screen.query_one("#project-folder", Input).value = str(tmp_path / "sample")
        app.screen.query_one("#project-folder").focus()
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Home))
        assert app.session is not None and len(app.session.project.requirements) > 50


@pytest.mark.asyncio
async def test_a_project_is_found_by_walking_through_folders(tmp_path: Path) -> None:
    Workspace.create(tmp_path / "a" / "centre", "mail-order")
    app = _wizard()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, FileDialog))
        app.screen.query_one("#file-path", Input).value = str(tmp_path)
        app.screen.query_one("#file-path").focus()
        await pilot.press("enter")
        await pilot.pause()
        listed = app.screen.query_one("#file-list", OptionList)
        listed.focus()
        await pilot.press("home", "down", "enter")
        await pilot.pause()
        assert "[プロジェクト]" in str(listed.get_option_at_index(1).prompt)
        await pilot.press("home", "down", "enter")
        await until(pilot, lambda: isinstance(app.screen, Home))


@pytest.mark.asyncio
async def test_a_path_can_be_typed_or_pasted_while_the_list_has_the_focus(tmp_path: Path) -> None:
    for name in ("empty", "full"):
        (tmp_path / name).mkdir()
    (tmp_path / "full" / "A社.xlsx").touch()
    app, answers = _wizard(), list[Path | None]()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        asking = FileDialog(Phrase("選ぶ", "Choose"), tmp_path, suffixes=(".xlsx",), whole_folders=True)
        app.push_screen(asking, answers.append)
        await until(pilot, lambda: app.screen is asking and bool(asking.query("#file-list:focus")))
        path, listed = asking.query_one("#file-path", Input), asking.query_one("#file-list", OptionList)
        # Keys of one burst: the focus moves only after the first of them.
        for letter in "empty":
            app.post_message(Key(letter, letter))
        await until(pilot, lambda: path.value == "empty")
        await pilot.press("enter")
        await until(pilot, lambda: path.value == str(tmp_path / "empty") and listed.has_focus)
        assert listed.option_count == 1  # There is no file to take.
        app.post_message(Paste(f"{tmp_path / 'full'}\n"))
        await until(pilot, lambda: path.value == str(tmp_path / "full") and path.has_focus)
        await pilot.press("enter")
        await until(pilot, lambda: listed.has_focus and listed.option_count == 3)
        await pilot.press("enter")
        await until(pilot, lambda: bool(answers))
        assert answers == [tmp_path / "full"]


@pytest.mark.asyncio
async def test_recent_projects_go_by_their_titles(tmp_path: Path) -> None:
    named, nameless, broken = (tmp_path / name for name in ("a", "b", "c"))
    for folder, body in (
        (named, json.dumps({"rfp": {"title": {"ja": "[予約] センター", "en": "Bookings"}}})),
        (nameless, json.dumps({"rfp": {"title": None}})),
        (broken, "{"),
    ):
        folder.mkdir()
        (folder / "project.json").write_text(body, "utf-8")
    recent = (str(named), str(nameless), str(broken), str(tmp_path / "gone"))
    app = _wizard(settings=Settings(tour_seen=True, recent=recent))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:

        def shown() -> list[str]:
            starts = app.screen.query_one("#starts", OptionList)
            return [str(one.prompt) for one in starts.options][5:]

        await until(pilot, lambda: "[予約] センター" in shown()[0])
        assert [one.split() for one in shown()] == [
            ["[予約]", "センター", str(named)],
            ["b", str(nameless)],
            ["c", str(broken)],
        ]
        await pilot.press("f12")
        await until(pilot, lambda: "Bookings" in shown()[0])


@pytest.mark.asyncio
async def test_recent_projects_are_offered_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "config" / "wizard.json"
    folder = tmp_path / "project"
    Workspace.create(folder, None)
    app = Wizard(folder, Lang.JA, TODAY, Settings(tour_seen=True), file)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
    assert load_settings(file).recent == (str(folder.resolve()),)
    again = _wizard(file, load_settings(file))
    async with again.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("end", "enter")
        await until(pilot, lambda: isinstance(again.screen, Home))


@pytest.mark.asyncio
async def test_the_tour_comes_once_and_can_be_gone_through(tmp_path: Path) -> None:
    file = tmp_path / "wizard.json"
    app = _wizard(file, Settings())
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Tour))
        titles = set()
        for _ in range(5):
            titles.add(str(app.screen.query_one(".dialog-title").render()))
            await pilot.press("enter")
            await pilot.pause()
        assert len(titles) == 5
        assert isinstance(app.screen, Welcome)
    assert load_settings(file).tour_seen
    again = _wizard(file, load_settings(file))
    async with again.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        assert isinstance(again.screen, Welcome)


@pytest.mark.asyncio
async def test_the_tour_can_be_skipped_and_goes_back(tmp_path: Path) -> None:
    app = _wizard(None, Settings())
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Tour))
        first = str(app.screen.query_one(".dialog-title").render())
        await pilot.press("right", "left")
        await pilot.pause()
        assert str(app.screen.query_one(".dialog-title").render()) == first
        assert app.screen.query_one("#button-back", Button).disabled
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, Welcome)


@pytest.mark.asyncio
async def test_the_look_changes_at_once_and_escape_brings_it_back(tmp_path: Path) -> None:
    file = tmp_path / "wizard.json"
    app = _wizard(file)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await app.action_command("ChooseLook")
        await until(pilot, lambda: isinstance(app.screen, LookDialog))
        await pilot.press("down")
        await pilot.pause()
        assert app.theme == "rfp-light"
        await pilot.press("escape")
        await pilot.pause()
        assert app.theme == "rfp-dark"
        await app.action_command("ChooseLook")
        await until(pilot, lambda: isinstance(app.screen, LookDialog))
        await pilot.press("down", "enter")
        await pilot.pause()
    assert json.loads(file.read_text("utf-8"))["theme"] == "rfp-light"


@pytest.mark.asyncio
async def test_the_palette_finds_commands_in_the_language_of_the_wizard(tmp_path: Path) -> None:
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("f10")
        await pilot.pause()
        await pilot.press(*"English")
        await pilot.pause(0.5)
        await pilot.press("enter")
        await until(pilot, lambda: app.lang is Lang.EN)


@pytest.mark.asyncio
async def test_the_palette_says_so_where_nothing_is_found(tmp_path: Path) -> None:
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: app.session is not None)
        await pilot.press("f10")
        await pilot.pause()
        await pilot.press(*"zzzzqq")

        def said() -> bool:
            listed = app.screen.query_one("CommandList", OptionList)
            return any("見つかりません" in str(one.prompt) for one in listed.options)

        await until(pilot, said)


@pytest.mark.asyncio
async def test_another_project_saves_and_leads_to_the_first_screen(tmp_path: Path) -> None:
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        assert app.session is not None
        app.session.document.set("rfp.title", Localized(ja="新しい件名"))
        await app.action_command("OtherProject")
        await until(pilot, lambda: isinstance(app.screen, Welcome))
        assert app.session is None
    assert Workspace.open(tmp_path / "project").project.rfp.title == Localized(ja="新しい件名")
