"""The screen of a section: its pages, where one is on them, its help, and everything that can be done."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, TextArea

from rfp_builder.forms.examples import example_value
from rfp_builder.forms.pages import form_pages, question_at
from rfp_builder.i18n import Lang
from rfp_builder.model.answers import NotApplicable, Undecided
from rfp_builder.model.derived import Derived, digest_of, found_at
from rfp_builder.model.localized import Localized
from rfp_builder.tui.app import Wizard
from rfp_builder.tui.commands.offered import commands_of
from rfp_builder.tui.dialogs.help import HelpDialog
from rfp_builder.tui.dialogs.ready import ReadyDialog
from rfp_builder.tui.dialogs.undecided import UndecidedDialog
from rfp_builder.tui.fields.choice import ChoiceField
from rfp_builder.tui.fields.page_list import PageList
from rfp_builder.tui.fields.statements import Statements
from rfp_builder.tui.road import go
from rfp_builder.tui.screens.home import Home
from rfp_builder.tui.screens.section import SectionScreen
from rfp_builder.tui.widgets.said import Said
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on

SIZE = "operations.satisfaction.sample"
METHOD = "operations.satisfaction.method"
FREQUENCY = "operations.satisfaction.frequency"
AHT = "work.volumes.volumes"


class Section:
    """What a test sees and types."""

    def __init__(self, wizard: Wizard, pilot: Pilot[None]) -> None:
        self.wizard, self.pilot = wizard, pilot

    @property
    def screen(self) -> SectionScreen:
        screen = self.wizard.screen
        assert isinstance(screen, SectionScreen)
        return screen

    @property
    def focused_path(self) -> str | None:
        return None if self.screen.field is None else self.screen.field.path

    def value(self, path: str) -> Any:
        assert self.wizard.session is not None
        return self.wizard.session.document.value(path)

    def said(self, selector: str) -> str:
        return str(self.wizard.screen.query_one(selector, Said).content)

    async def go(self, path: str) -> None:
        """Go to a place and wait until the focus is there."""
        go(self.wizard, path)
        await until(self.pilot, lambda: self._there(path))

    async def page(self, key: str) -> None:
        """Wait until a page is open and its first field has the focus."""
        await until(self.pilot, lambda: self._open(key))

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def paste(self, text: str) -> None:
        self.wizard.post_message(events.Paste(text))
        await self.pilot.pause()

    def _open(self, key: str) -> bool:
        screen = self.wizard.screen
        return isinstance(screen, SectionScreen) and screen.page.key == key and screen.field is not None

    def _there(self, path: str) -> bool:
        screen = self.wizard.screen
        field = screen.field if isinstance(screen, SectionScreen) else None
        return field is not None and (path.startswith(field.path) or field.path.startswith(path))


@asynccontextmanager
async def section(
    tmp_path: Path,
    path: str,
    *,
    size: tuple[int, int] = (80, 24),
    lang: Lang = Lang.JA,
    sample: str | None = "mail-order",
) -> AsyncIterator[Section]:
    wizard = wizard_on(tmp_path, sample, lang)
    async with wizard.run_test(size=size, notifications=True) as pilot:
        shown = Section(wizard, pilot)
        await until(pilot, lambda: isinstance(wizard.screen, Home) and wizard.focused is not None)
        await shown.go(path)
        yield shown


def toasts(wizard: Wizard) -> list[str]:
    return [one.message for one in wizard._notifications]


@pytest.mark.asyncio
async def test_the_pages_are_listed_with_how_far_they_are(tmp_path: Path) -> None:
    async with section(tmp_path, METHOD, size=(120, 36)) as shown:
        listed = shown.screen.query_one(PageList)
        lines = [str(listed.get_option_at_index(at).prompt) for at in range(listed.option_count)]
        assert len(lines) == 10
        assert lines[1].startswith("4.2 顧客満足度の測定方法\n")
        assert "完了" in lines[1]
        assert "19 / 19" in lines[1]
        assert listed.highlighted == 1


@pytest.mark.asyncio
async def test_an_untouched_project_says_what_to_do_first(tmp_path: Path) -> None:
    async with section(tmp_path, "overview.policy.policy", sample=None) as shown:
        assert shown.said("#page-title") == "1.1 方針"
        assert shown.said("#page-standing") == "必要な回答 2件のうち 0件。次は「方針」です。"
        listed = shown.screen.query_one(PageList)
        assert "未着手" in str(listed.get_option_at_index(0).prompt)


@pytest.mark.asyncio
async def test_the_count_goes_up_as_one_types(tmp_path: Path) -> None:
    async with section(tmp_path, "overview.policy.policy", sample=None) as shown:
        await shown.press("a")
        assert shown.said("#page-standing").startswith("必要な回答 2件のうち 1件。")
        assert "原則" in shown.said("#page-standing")
        assert "入力中" in str(shown.screen.query_one(PageList).get_option_at_index(0).prompt)


@pytest.mark.asyncio
async def test_f8_leads_through_the_pages_and_on_to_the_next_section(tmp_path: Path) -> None:
    async with section(tmp_path, "work.segments") as shown:
        await shown.press("f8")
        await shown.page("2.8")
        await shown.press("f8")
        await shown.page("3.1")
        assert isinstance(shown.wizard.screen_stack[-2], Home)
        await shown.press("shift+f8")
        await shown.page("2.8")
        await shown.press("f20")
        await shown.page("2.7")


@pytest.mark.asyncio
async def test_keys_typed_before_the_first_frame_go_where_they_lead(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path, None)
    async with wizard.run_test(size=(80, 24), notifications=True) as pilot:
        shown = Section(wizard, pilot)
        await until(pilot, lambda: isinstance(wizard.screen, Home) and wizard.focused is not None)
        go(wizard, "definition.overview")
        while not (isinstance(wizard.screen, SectionScreen) and shown.focused_path):
            await asyncio.sleep(0)
        wizard.post_message(events.Key("tab", None))
        await shown.press("insert")
        assert shown.focused_path == "overview.policy.principles"
        assert len(shown.value("overview.policy.principles")) == 1


@pytest.mark.asyncio
async def test_the_first_and_the_last_page_have_nothing_beyond(tmp_path: Path) -> None:
    async with section(tmp_path, "overview.policy") as shown:
        await shown.press("shift+f8")
        assert shown.screen.page.key == "1.1"
        await shown.go("additional.attachments")
        await shown.press("f8")
        assert shown.screen.page.key == "7.5"


@pytest.mark.asyncio
async def test_a_page_is_kept_once_it_was_visited(tmp_path: Path) -> None:
    async with section(tmp_path, METHOD) as shown:
        form = shown.screen.form
        await shown.press("f8")
        await shown.page("4.3")
        await shown.press("shift+f8")
        await shown.page("4.2")
        assert shown.screen.form is form


@pytest.mark.asyncio
async def test_a_finding_leads_to_its_field_and_to_its_cell(tmp_path: Path) -> None:
    async with section(tmp_path, METHOD) as shown:
        await shown.go(FREQUENCY)
        assert shown.focused_path == FREQUENCY
        row = shown.value(AHT)[1]
        await shown.go(f"{AHT}[{row.id}].aht")
        grid = shown.wizard.focused
        assert grid is not None
        assert (getattr(grid, "row", None), getattr(grid, "column", None)) == (1, 3)


@pytest.mark.asyncio
async def test_f7_shows_the_pages_on_a_narrow_screen_and_enter_opens_one(tmp_path: Path) -> None:
    async with section(tmp_path, METHOD) as shown:
        listed = shown.screen.query_one(PageList)
        assert not listed.display
        await shown.press("f7")
        assert listed.display
        assert shown.wizard.focused is listed
        await shown.press("down", "enter")
        await shown.page("4.3")
        assert not listed.display


@pytest.mark.asyncio
async def test_escape_puts_the_pages_away_and_then_leaves(tmp_path: Path) -> None:
    async with section(tmp_path, METHOD) as shown:
        await shown.press("f7", "escape")
        await shown.page("4.2")
        assert not shown.screen.query_one(PageList).display
        await shown.press("escape")
        assert isinstance(shown.wizard.screen, Home)


@pytest.mark.asyncio
async def test_escape_closes_a_list_of_choices_before_it_leaves(tmp_path: Path) -> None:
    async with section(tmp_path, FREQUENCY) as shown:
        await shown.press("enter")
        field = shown.screen.field
        assert isinstance(field, ChoiceField)
        assert field.open
        await shown.press("escape")
        assert not field.open
        assert shown.screen.page.key == "4.2"


@pytest.mark.asyncio
async def test_f7_goes_to_the_pages_and_back_where_there_is_room(tmp_path: Path) -> None:
    async with section(tmp_path, METHOD, size=(120, 36)) as shown:
        listed = shown.screen.query_one(PageList)
        assert listed.display
        await shown.press("f7")
        assert shown.wizard.focused is listed
        await shown.press("f7")
        await shown.page("4.2")


@pytest.mark.parametrize(
    ("width", "pages", "help_pane"), [(80, False, False), (100, True, False), (120, True, True)]
)
@pytest.mark.asyncio
async def test_side_panes_are_there_where_there_is_room(
    tmp_path: Path, width: int, pages: bool, help_pane: bool
) -> None:
    async with section(tmp_path, METHOD, size=(width, 30)) as shown:
        assert shown.screen.query_one(PageList).display is pages
        assert shown.screen.query_one("#section-help").display is help_pane


@pytest.mark.asyncio
async def test_the_help_beside_the_form_is_that_of_the_field_with_the_focus(tmp_path: Path) -> None:
    async with section(tmp_path, METHOD, size=(120, 36)) as shown:
        assert shown.said("#help-text").startswith("測定方法")
        await shown.go(SIZE)
        assert shown.said("#help-text").startswith("目標回答数（件）")
        assert "なぜ聞くのか" in shown.said("#help-text")
        assert "よい回答" in shown.said("#help-text")


@pytest.mark.asyncio
async def test_the_help_says_that_an_answer_was_worked_out(tmp_path: Path) -> None:
    async with section(tmp_path, METHOD, size=(120, 36)) as shown:
        document = shown.screen.session.document
        digest = digest_of(found_at(document.project, SIZE))
        mark = Derived(path=SIZE, digest=digest, inputs=(), on=date(2026, 11, 22))
        staffing = document.project.staffing.replace(derived=(mark,))
        document.change(document.project.replace(staffing=staffing), SIZE)
        assert "計画から記入した回答" not in shown.said("#help-text")
        await shown.go(SIZE)
        assert "要員計画から2026年11月22日（日）に記入しました。" in shown.said("#help-text")


@pytest.mark.asyncio
async def test_in_a_table_the_help_is_that_of_the_column(tmp_path: Path) -> None:
    table = question_at(AHT)
    assert table is not None
    async with section(tmp_path, AHT, size=(120, 36)) as shown:
        for column in table.columns[:3]:
            told = shown.said("#help-text")
            assert told.startswith(column.label.ja) and column.help.ja in told
            assert f"「{table.label.ja}」の表について" in told
            await shown.press("right")
        await shown.press("f1")
        assert table.columns[3].help.ja in shown.said("#help-body Said")


@pytest.mark.asyncio
async def test_f1_opens_the_help_and_closes_it(tmp_path: Path) -> None:
    async with section(tmp_path, SIZE) as shown:
        await shown.press("f1")
        assert isinstance(shown.wizard.screen, HelpDialog)
        assert shown.said(".dialog-title") == "4.2 顧客満足度の測定方法"
        assert "目標回答数（件）" in shown.said("#help-body Said")
        await shown.press("escape")
        assert shown.focused_path == SIZE


@pytest.mark.asyncio
async def test_f4_puts_the_example_into_an_empty_field(tmp_path: Path) -> None:
    async with section(tmp_path, "overview.policy.policy", sample=None) as shown:
        question = question_at("overview.policy.policy")
        assert question is not None
        await shown.press("f4")
        example = example_value(question)
        assert shown.value("overview.policy.policy") == example
        assert isinstance(example, Localized)
        assert shown.screen.query_one(TextArea).text == example.ja
        await shown.press("ctrl+z")
        assert shown.value("overview.policy.policy") is None


@pytest.mark.asyncio
async def test_f4_asks_before_it_overwrites(tmp_path: Path) -> None:
    async with section(tmp_path, METHOD) as shown:
        before = shown.value(METHOD)
        await shown.press("f4", "enter")
        assert shown.value(METHOD) == before
        await shown.press("f4")
        shown.wizard.screen.query_one("#button-do", Button).press()
        await shown.pilot.pause()
        assert shown.value(METHOD) != before
        await shown.press("ctrl+z")
        assert shown.value(METHOD) == before


@pytest.mark.asyncio
async def test_f4_says_where_there_is_no_example(tmp_path: Path) -> None:
    async with section(tmp_path, "operations.satisfaction.internal_note") as shown:
        await shown.press("f4")
        assert "この欄に記入例はありません。" in toasts(shown.wizard)


@pytest.mark.asyncio
async def test_f5_records_who_decides_and_by_when(tmp_path: Path) -> None:
    async with section(tmp_path, SIZE, sample=None) as shown:
        await shown.press("f5")
        assert isinstance(shown.wizard.screen, UndecidedDialog)
        await shown.press("enter")
        await shown.paste("品質管理課 2係")
        await shown.press("enter")
        await shown.paste("令和9年3月1日")
        assert shown.said("#due-understood") == "= 2027年3月1日（月）"
        await shown.press("enter")
        assert shown.value(SIZE) == Undecided(owner=Localized(ja="品質管理課 2係"), due=date(2027, 3, 1))
        assert shown.focused_path == SIZE
        assert shown.screen.field is not None
        assert "品質管理課 2係" in str(shown.screen.field.query_one(".field-note", Said).content)


@pytest.mark.asyncio
async def test_f5_says_what_is_missing_and_stays(tmp_path: Path) -> None:
    async with section(tmp_path, SIZE, sample=None) as shown:
        await shown.press("f5", "enter")
        await shown.paste("品質管理課")
        await shown.press("enter", "enter")
        assert isinstance(shown.wizard.screen, UndecidedDialog)
        assert shown.said("#refused").startswith("! ")
        assert shown.value(SIZE) is None


@pytest.mark.asyncio
async def test_f5_records_why_a_question_does_not_apply_and_takes_it_back(tmp_path: Path) -> None:
    async with section(tmp_path, SIZE, sample=None) as shown:
        await shown.press("f5", "down", "enter")
        await shown.paste("[red]調査をしない")
        await shown.press("enter")
        assert shown.value(SIZE) == NotApplicable(reason=Localized(ja="[red]調査をしない"))
        await shown.press("f5")
        assert shown.wizard.screen.query_one("#reason", Input).value == "[red]調査をしない"
        await shown.press("up", "up", "enter")
        assert shown.value(SIZE) is None


@pytest.mark.asyncio
async def test_f5_warns_before_it_replaces_an_answer(tmp_path: Path) -> None:
    async with section(tmp_path, SIZE) as shown:
        await shown.press("f5")
        assert shown.wizard.screen.query_one("#replaces").display
        await shown.press("escape")
        assert shown.value(SIZE) == 800


@pytest.mark.asyncio
async def test_f6_adds_what_was_picked_to_the_register_as_one_step(tmp_path: Path) -> None:
    async with section(tmp_path, METHOD) as shown:
        assert shown.wizard.session is not None
        before = shown.wizard.session.project.requirements
        await shown.press("f6")
        assert isinstance(shown.wizard.screen, ReadyDialog)
        await shown.press("space", "down", "space")
        assert str(shown.wizard.screen.query_one("#button-add", Button).label) == "加える（2件）"
        await shown.press("tab", "enter")
        after = shown.wizard.session.project.requirements
        assert len(after) == len(before) + 2
        assert {one.item for one in after[len(before) :]} == {"4.2"}
        assert "要件文を2件、要件台帳に加えました。" in toasts(shown.wizard)
        heading = str(shown.screen.query_one(".statements-heading", Said).content)
        assert heading == f"この項目の要件文 {sum(one.item == '4.2' for one in after)}件"
        await shown.press("ctrl+z")
        assert shown.wizard.session.project.requirements == before


@pytest.mark.asyncio
async def test_f6_narrows_down_by_what_is_typed_and_says_what_may_be_withheld(tmp_path: Path) -> None:
    async with section(tmp_path, METHOD) as shown:
        await shown.press("f6")
        lines = [str(one.prompt) for one in shown.wizard.screen.query_one("#ready", OptionList).options]
        assert any("、非開示可]" in line for line in lines) and any("必須]" in line for line in lines)
        await shown.press("調", "査")
        assert shown.wizard.screen.query_one("#ready-search", Input).value == "調査"
        left = shown.wizard.screen.query_one("#ready", OptionList).options
        assert 0 < len(left) < len(lines) and all("調査" in str(one.prompt) for one in left)


@pytest.mark.asyncio
async def test_f6_finds_by_words_and_does_not_add_twice(tmp_path: Path) -> None:
    async with section(tmp_path, METHOD) as shown:
        await shown.press("f6")
        listed = shown.wizard.screen.query_one("#ready", OptionList)
        everything = listed.option_count
        await shown.press("home", "space")
        assert str(listed.get_option_at_index(0).prompt).startswith("v ")
        assert str(shown.wizard.screen.query_one("#button-add", Button).label) == "加える（0件）"
        shown.wizard.screen.query_one("#ready-search").focus()
        await shown.paste("信頼区間")
        assert 0 < listed.option_count < everything
        await shown.press("down")
        assert shown.wizard.focused is listed


@pytest.mark.asyncio
async def test_a_statement_of_ones_own_is_added_to_the_page(tmp_path: Path) -> None:
    async with section(tmp_path, METHOD) as shown:
        assert shown.wizard.session is not None
        await shown.wizard.action_command("WriteRequirement")
        await shown.pilot.pause()
        await shown.paste("受託者は、[/]調査票を保管すること。")
        await shown.press("tab", "enter")
        added = shown.wizard.session.project.requirements[-1]
        assert (added.item, added.statement) == ("4.2", Localized(ja="受託者は、[/]調査票を保管すること。"))
        listed = shown.screen.query_one(Statements).query_one(OptionList)
        lines = [str(listed.get_option_at_index(at).prompt) for at in range(listed.option_count)]
        assert lines[-2] == "[必須] 受託者は、[/]調査票を保管すること。"


@pytest.mark.asyncio
async def test_an_empty_statement_is_not_added(tmp_path: Path) -> None:
    async with section(tmp_path, METHOD) as shown:
        assert shown.wizard.session is not None
        before = shown.wizard.session.project.requirements
        await shown.wizard.action_command("WriteRequirement")
        await shown.press("tab", "enter")
        assert shown.said("#statement-refused") == "! 要件文を入力してください。"
        await shown.press("escape")
        assert shown.wizard.session.project.requirements == before


@pytest.mark.asyncio
async def test_enter_on_a_statement_leads_to_the_register(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    went: list[str] = []
    monkeypatch.setattr("rfp_builder.tui.screens.section.go", lambda _, place: went.append(place))
    async with section(tmp_path, METHOD) as shown:
        assert shown.wizard.session is not None
        first = next(one for one in shown.wizard.session.project.requirements if one.item == "4.2")
        listed = shown.screen.query_one(Statements).query_one(OptionList)
        listed.focus()
        await shown.press("home", "enter")
        assert went == [f"requirements[{first.id}]"]


@pytest.mark.asyncio
async def test_the_last_line_of_the_statements_adds_one(tmp_path: Path) -> None:
    async with section(tmp_path, METHOD) as shown:
        shown.screen.query_one(Statements).query_one(OptionList).focus()
        await shown.press("end", "enter")
        assert shown.wizard.screen.query("#statement")


@pytest.mark.asyncio
async def test_undo_shows_the_place_it_happened(tmp_path: Path) -> None:
    async with section(tmp_path, SIZE) as shown:
        await shown.press("5")
        assert shown.value(SIZE) == 8005
        await shown.press("f8")
        await shown.page("4.3")
        await shown.press("ctrl+z")
        await shown.page("4.2")
        await until(shown.pilot, lambda: shown.focused_path == SIZE)
        assert shown.value(SIZE) == 800
        assert shown.screen.field is not None
        assert shown.screen.field.text() == "800"


@pytest.mark.asyncio
async def test_the_language_changes_where_one_is(tmp_path: Path) -> None:
    async with section(tmp_path, SIZE) as shown:
        await shown.press("f12")
        await until(shown.pilot, lambda: shown.focused_path == SIZE)
        assert shown.said("#page-title").startswith("4.2 ")
        assert "required" in shown.said("#page-standing")
        assert shown.screen.field is not None
        label = str(shown.screen.field.query_one(".field-label", Said).content)
        assert label.startswith("Answers aimed at (answers)")


@pytest.mark.asyncio
async def test_the_palette_offers_what_can_be_done_here(tmp_path: Path) -> None:
    async with section(tmp_path, SIZE) as shown:
        await shown.press("f10")
        possible = [
            one.id() for one in commands_of(shown.wizard.screen_stack[-2]) if one().possible(shown.wizard)
        ]
        assert {"Help", "PutExample", "SayUndecided", "PickRequirements", "WriteRequirement"} <= set(possible)
        assert {"OtherPane", "NextPage", "FormerPage"} <= set(possible)
        assert possible.count("Back") == 1


@pytest.mark.asyncio
async def test_the_next_page_is_a_click_away(tmp_path: Path) -> None:
    async with section(tmp_path, "overview.policy", size=(100, 40)) as shown:
        after = shown.screen.query_one(".page-after", Said)
        assert str(after.content) == "F8 キーで次の項目へ: 1.2 アウトソーシングの主要な目的"
        await shown.pilot.click(".page-after", offset=(2, 0))
        await shown.page("1.2")


@pytest.mark.asyncio
async def test_every_page_opens_with_all_its_questions(tmp_path: Path) -> None:
    async with section(tmp_path, "overview.policy", size=(120, 36), lang=Lang.EN) as shown:
        for page in form_pages():
            await shown.go(page.path)
            assert shown.screen.page is page and shown.screen.form is not None
            assert len(shown.screen.form.fields) == len(page.questions)
            assert visible(shown.screen.form) <= 100, page.key


def visible(widget: Widget) -> int:
    """Widgets of a form that are displayed."""
    return sum(1 for one in widget.walk_children(Widget) if one.display)
