"""Fields on the screen: typed into, read, shown back, refused, picked from, undone."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input, TextArea

from rfp_builder.check.finding import Finding, Severity
from rfp_builder.check.report import check
from rfp_builder.forms.pages import question_at
from rfp_builder.forms.setting import Setting
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.answers import NotApplicable, Undecided
from rfp_builder.model.choices import Day
from rfp_builder.model.definition import Definition
from rfp_builder.model.localized import Localized
from rfp_builder.model.rfp import Issue
from rfp_builder.text.width import cell_width
from rfp_builder.tui.app import Wizard
from rfp_builder.tui.fields.choice import ChoiceField, Offers
from rfp_builder.tui.fields.field import Field
from rfp_builder.tui.fields.make import field_for
from rfp_builder.tui.fields.note import Noted, note_under
from rfp_builder.tui.screens.screen import WizardScreen
from rfp_builder.tui.widgets.said import Said
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on

HOSTILE = ("[red]", "[/]", "[a={'b[0]'}]", "{{ x }}", "=1+1", "<b>&", "𠮷")
SAMPLE_SIZE = "operations.satisfaction.sample"
FREQUENCY = "operations.satisfaction.frequency"
METHOD = "operations.satisfaction.method"
CEILING = "work.constraints.ceiling_price"
SUB_PROCESSING, RULE = "ict.data.sub_processing", "ict.data.sub_processing_rule"
START = "work.start.contract_start"


class Fields(WizardScreen):
    """Some fields, one below the other."""

    def __init__(self, *paths: str) -> None:
        super().__init__()
        self._paths = paths

    def place(self) -> Phrase:
        return Phrase("試験", "Test")

    def body(self) -> Iterable[Widget]:
        yield VerticalScroll(*(field_for(_question(path), path) for path in self._paths))

    def show(self) -> None:
        for field in self.query(Field):
            if field.is_mounted:
                field.show()


def _question(path: str) -> Any:
    question = question_at(path)
    assert question is not None
    return question


class Form:
    """What a test sees and types."""

    def __init__(self, wizard: Wizard, pilot: Pilot[None]) -> None:
        self.wizard, self.pilot = wizard, pilot

    def field(self, path: str) -> Field:
        return next(one for one in self.wizard.screen.query(Field) if one.path == path)

    def value(self, path: str) -> Any:
        assert self.wizard.session is not None
        return self.wizard.session.document.value(path)

    def kept(self, path: str) -> str | None:
        assert self.wizard.session is not None
        return self.wizard.session.document.typed(path)

    def note(self, path: str) -> str:
        note = self.field(path).query_one(".field-note", Said)
        return str(note.content) if note.display else ""

    def label(self, path: str) -> str:
        return str(self.field(path).query_one(".field-label", Said).content)

    async def type(self, path: str, text: str, *, over: bool = True) -> None:
        """Focus the field and type `text`, instead of what stands there."""
        field = self.field(path)
        field.focus()
        await self.pilot.pause()
        control = field.query_one("Input, TextArea")
        if over and isinstance(control, Input | TextArea):
            control.select_all()
        self.wizard.post_message(events.Paste(text))
        await self.pilot.pause()

    async def leave(self) -> None:
        """Take the focus away."""
        self.wizard.screen.set_focus(None)
        await self.pilot.pause()


ISSUED = Issue(
    version="1.0", issued_on=date(2026, 11, 1), files=(), requirements=(), criteria_digest="0" * 64
)


@asynccontextmanager
async def form(
    tmp_path: Path, *paths: str, lang: Lang = Lang.JA, sample: str | None = "mail-order"
) -> AsyncIterator[Form]:
    wizard = wizard_on(tmp_path, sample, lang)
    async with wizard.run_test(size=(80, 40), notifications=True) as pilot:
        wizard.push_screen(Fields(*paths))
        await pilot.pause()
        yield Form(wizard, pilot)


@pytest.mark.asyncio
async def test_a_number_typed_as_offices_write_it_is_understood_and_shown_back(tmp_path: Path) -> None:
    async with form(tmp_path, CEILING) as shown:
        await shown.type(CEILING, "１２０万")
        assert shown.value(CEILING) == 1_200_000
        assert shown.note(CEILING) == "= 1,200,000円"
        await shown.leave()
        assert shown.field(CEILING).text() == "1,200,000"
        assert shown.note(CEILING) == ""


@pytest.mark.asyncio
async def test_keys_are_written_one_by_one_and_undone_together(tmp_path: Path) -> None:
    async with form(tmp_path, SAMPLE_SIZE) as shown:
        before = shown.value(SAMPLE_SIZE)
        await shown.type(SAMPLE_SIZE, "1")
        assert shown.value(SAMPLE_SIZE) == 1
        await shown.pilot.press("2", "5")
        assert shown.value(SAMPLE_SIZE) == 125
        assert shown.wizard.session is not None
        shown.wizard.session.document.undo()
        await shown.pilot.pause()
        assert shown.value(SAMPLE_SIZE) == before
        assert shown.field(SAMPLE_SIZE).text() == str(before)


@pytest.mark.asyncio
async def test_what_cannot_be_read_stays_with_the_reason_and_is_kept(tmp_path: Path) -> None:
    async with form(tmp_path, SAMPLE_SIZE) as shown:
        before = shown.value(SAMPLE_SIZE)
        await shown.type(SAMPLE_SIZE, "だいたい百")
        assert not shown.note(SAMPLE_SIZE).startswith("!"), "nothing is held against a person who is typing"
        await shown.leave()
        assert shown.field(SAMPLE_SIZE).text() == "だいたい百"
        assert shown.note(SAMPLE_SIZE).startswith("! ")
        assert shown.value(SAMPLE_SIZE) == before
        assert shown.kept(SAMPLE_SIZE) == "だいたい百"
        shown.wizard.pop_screen()
        shown.wizard.push_screen(Fields(SAMPLE_SIZE))
        await shown.pilot.pause()
        assert shown.field(SAMPLE_SIZE).text() == "だいたい百"
        assert shown.note(SAMPLE_SIZE).startswith("! ")
        await shown.type(SAMPLE_SIZE, "100")
        await shown.leave()
        assert shown.value(SAMPLE_SIZE) == 100
        assert shown.kept(SAMPLE_SIZE) is None
        assert shown.note(SAMPLE_SIZE) == ""


@pytest.mark.asyncio
async def test_what_could_be_read_on_the_way_is_no_answer(tmp_path: Path) -> None:
    async with form(tmp_path, SAMPLE_SIZE) as shown:
        before = shown.value(SAMPLE_SIZE)
        await shown.type(SAMPLE_SIZE, "12")
        assert shown.value(SAMPLE_SIZE) == 12
        await shown.pilot.press("か")
        assert shown.note(SAMPLE_SIZE) == ""
        await shown.leave()
        assert shown.value(SAMPLE_SIZE) == before
        assert shown.kept(SAMPLE_SIZE) == "12か"
        assert shown.field(SAMPLE_SIZE).text() == "12か"
        assert shown.note(SAMPLE_SIZE).endswith(f"回答は「{before}件」のままです。")


@pytest.mark.asyncio
async def test_undo_takes_back_what_could_not_be_read_along_with_the_answer(tmp_path: Path) -> None:
    async with form(tmp_path, SAMPLE_SIZE) as shown:
        before = shown.value(SAMPLE_SIZE)
        await shown.type(SAMPLE_SIZE, "12")
        await shown.pilot.press("x")
        assert shown.kept(SAMPLE_SIZE) == "12x"
        assert shown.wizard.session is not None
        shown.wizard.session.document.undo()
        await shown.pilot.pause()
        assert shown.field(SAMPLE_SIZE).text() == str(before)
        assert shown.kept(SAMPLE_SIZE) is None


@pytest.mark.asyncio
async def test_what_could_not_be_read_is_a_step_of_its_own(tmp_path: Path) -> None:
    async with form(tmp_path, SAMPLE_SIZE, START) as shown:
        document, field = shown.field(SAMPLE_SIZE).document, shown.field(SAMPLE_SIZE)
        before = shown.value(SAMPLE_SIZE)

        async def seen_after(step: Callable[[], object]) -> tuple[object, str, str | None]:
            step()
            await shown.pilot.pause()
            return shown.value(SAMPLE_SIZE), field.text(), shown.kept(SAMPLE_SIZE)

        await shown.type(START, "2027/5/1")
        await shown.type(SAMPLE_SIZE, "1 or 2")
        await shown.leave()
        await shown.type(SAMPLE_SIZE, "70")
        await shown.leave()
        unread = (before, "1 or 2", "1 or 2")
        assert await seen_after(document.undo) == unread
        assert await seen_after(document.undo) == (before, str(before), None)
        assert shown.value(START) == date(2027, 5, 1)
        assert await seen_after(document.redo) == unread
        assert await seen_after(document.redo) == (70, "70", None)


@pytest.mark.asyncio
async def test_a_date_of_the_japanese_calendar_is_shown_back_in_full(tmp_path: Path) -> None:
    async with form(tmp_path, START) as shown:
        await shown.type(START, "令和9年4月1日")
        assert shown.value(START) == date(2027, 4, 1)
        assert shown.note(START) == "= 2027年4月1日（木）"
        await shown.leave()
        assert shown.field(START).text() == "2027-04-01"


@pytest.mark.asyncio
async def test_emptying_a_field_takes_the_answer_away_and_says_so(tmp_path: Path) -> None:
    async with form(tmp_path, SAMPLE_SIZE) as shown:
        assert "未入力" not in shown.label(SAMPLE_SIZE)
        await shown.type(SAMPLE_SIZE, "")
        shown.field(SAMPLE_SIZE).query_one(Input).value = ""
        await shown.pilot.pause()
        assert shown.value(SAMPLE_SIZE) is None
        assert "未入力" in shown.label(SAMPLE_SIZE)


@pytest.mark.asyncio
async def test_a_text_keeps_its_wording_in_the_other_language_and_shows_it(tmp_path: Path) -> None:
    async with form(tmp_path, METHOD) as shown:
        before = shown.value(METHOD)
        assert isinstance(before, Localized) and before.en is not None
        assert shown.note(METHOD).startswith("英語: ")
        await shown.type(METHOD, "一行目\n二行目")
        assert shown.value(METHOD) == Localized(ja="一行目\n二行目", en=before.en)
        assert shown.field(METHOD).query_one(TextArea).size.height == 2


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.asyncio
async def test_the_wording_in_the_other_language_takes_one_line(tmp_path: Path, lang: Lang) -> None:
    async with form(tmp_path, METHOD, lang=lang) as shown:
        assert shown.wizard.session is not None
        long = Localized(ja="とても長い説明です。" * 20, en="A very long text. " * 20)
        shown.wizard.session.document.set(METHOD, long)
        await shown.pilot.pause()
        assert shown.note(METHOD).endswith("..")
        assert cell_width(shown.note(METHOD), ambiguous=1) <= 66


@pytest.mark.asyncio
async def test_a_text_missing_in_the_language_of_the_wizard_shows_the_other_one_whole(tmp_path: Path) -> None:
    async with form(tmp_path, METHOD, lang=Lang.EN) as shown:
        assert shown.wizard.session is not None
        long = "とても長い説明です。" * 20
        shown.wizard.session.document.set(METHOD, Localized(ja=long))
        await shown.pilot.pause()
        assert shown.field(METHOD).text() == ""
        assert shown.note(METHOD) == f"Japanese: {long}"


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.asyncio
async def test_what_looks_like_markup_is_a_text_like_any_other(tmp_path: Path, text: str) -> None:
    async with form(tmp_path, METHOD) as shown:
        await shown.type(METHOD, text)
        assert shown.value(METHOD).ja == text
        await shown.wizard.speak(Lang.EN)
        await shown.pilot.pause()
        assert shown.field(METHOD).text() != text
        assert text in shown.note(METHOD)


@pytest.mark.asyncio
async def test_a_text_that_is_too_long_is_refused_in_words_and_not_lost(tmp_path: Path) -> None:
    async with form(tmp_path, METHOD) as shown:
        before = shown.value(METHOD)
        await shown.type(METHOD, "長" * 20_000)
        # A long text takes its time: without the focus it would be pasted nowhere.
        await until(shown.pilot, lambda: shown.kept(METHOD) == "長" * 20_000)
        await shown.leave()
        await until(shown.pilot, lambda: "8,000" in shown.note(METHOD))
        assert shown.value(METHOD) == before
        assert shown.kept(METHOD) == "長" * 20_000


@pytest.mark.asyncio
async def test_an_answer_is_picked_with_the_arrow_keys(tmp_path: Path) -> None:
    async with form(tmp_path, FREQUENCY) as shown:
        field = shown.field(FREQUENCY)
        assert isinstance(field, ChoiceField)
        assert field.text() == "毎月"
        field.focus()
        await shown.pilot.press("enter")
        assert field.open
        await shown.pilot.press("down", "enter")
        assert not field.open
        assert field.text() == "四半期ごと"
        assert shown.value(FREQUENCY) == "quarterly"


@pytest.mark.asyncio
async def test_typing_narrows_the_list_and_enter_takes_the_first(tmp_path: Path) -> None:
    async with form(tmp_path, FREQUENCY) as shown:
        field = shown.field(FREQUENCY)
        assert isinstance(field, ChoiceField)
        await shown.type(FREQUENCY, "半年")
        assert field.open
        assert field.query_one(Offers).option_count == 1
        await shown.pilot.press("enter")
        assert shown.value(FREQUENCY) == "half_yearly"
        assert field.text() == "半年ごと"


@pytest.mark.asyncio
async def test_a_click_on_a_label_goes_to_its_field(tmp_path: Path) -> None:
    async with form(tmp_path, SAMPLE_SIZE, METHOD) as shown:
        field = shown.field(METHOD)
        await shown.pilot.click(field.query_one(".field-label"))
        await shown.pilot.pause()
        assert field.has_focus_within


@pytest.mark.asyncio
async def test_an_answer_is_picked_with_the_mouse(tmp_path: Path) -> None:
    async with form(tmp_path, FREQUENCY) as shown:
        field = shown.field(FREQUENCY)
        await shown.pilot.click(f"#{field.control_id}")
        await shown.pilot.pause()
        await shown.pilot.click(Offers, offset=(3, 0))
        await shown.pilot.pause()
        assert shown.value(FREQUENCY) == "realtime"
        assert shown.wizard.focused is field.query_one(Input)


@pytest.mark.asyncio
async def test_leaving_a_list_leaves_the_answer(tmp_path: Path) -> None:
    async with form(tmp_path, FREQUENCY, SAMPLE_SIZE) as shown:
        field = shown.field(FREQUENCY)
        assert isinstance(field, ChoiceField)
        field.focus()
        await shown.pilot.press("enter", "down", "down", "tab")
        assert not field.open
        assert shown.value(FREQUENCY) == "monthly"
        assert shown.wizard.focused is shown.field(SAMPLE_SIZE).query_one(Input)


@pytest.mark.asyncio
async def test_several_answers_are_put_in_and_taken_out(tmp_path: Path) -> None:
    async with form(tmp_path) as shown:
        row = shown.value("work.programs.programs")[0]
        path = f"work.programs.programs[{row.id}].days"
        shown.wizard.push_screen(Fields(path))
        await shown.pilot.pause()
        field = shown.field(path)
        field.focus()
        await shown.pilot.press("enter", "home")
        field.query_one(Offers).highlighted = 0
        await shown.pilot.press("enter")
        assert shown.value(path) == (Day.MON, Day.TUE, Day.WED, Day.THU, Day.FRI)
        field.query_one(Offers).highlighted = 2 + 5
        await shown.pilot.press("enter")
        assert shown.value(path)[-1] == Day.SAT
        field.query_one(Offers).highlighted = 2
        await shown.pilot.press("enter")
        assert Day.MON not in shown.value(path)
        assert field.text() == "火曜日、水曜日、木曜日、金曜日、土曜日"


@pytest.mark.asyncio
async def test_the_space_bar_ticks_in_the_list_and_is_a_space_in_what_is_typed(tmp_path: Path) -> None:
    async with form(tmp_path, lang=Lang.EN) as shown:
        path = f"work.programs.programs[{shown.value('work.programs.programs')[0].id}].days"
        shown.wizard.push_screen(Fields(path, SAMPLE_SIZE))
        await shown.pilot.pause()
        field = shown.field(path)
        await shown.type(path, "Monday")
        field.query_one(Input).cursor_position = 6
        await shown.pilot.press(*",", "space", *"sun")
        assert field.text() == "Monday, sun"
        await shown.pilot.press("enter")
        assert shown.value(path) == (Day.MON, Day.SUN)
        await shown.pilot.press("tab")
        assert shown.field(SAMPLE_SIZE).has_focus_within
        await shown.pilot.press("shift+tab", "down")
        field.query_one(Offers).highlighted = 2 + 7
        await shown.pilot.press("space", "up", "up", "ideographic_space")
        assert shown.value(path) == (Day.MON, Day.SAT, Day.SUN, Day.HOLIDAY)


@pytest.mark.asyncio
async def test_what_is_typed_right_behind_an_answer_is_looked_for(tmp_path: Path) -> None:
    async with form(tmp_path) as shown:
        path = f"work.programs.programs[{shown.value('work.programs.programs')[0].id}].days"
        shown.wizard.push_screen(Fields(path))
        await shown.pilot.pause()
        await shown.type(path, "月曜日")
        await shown.leave()
        await shown.type(path, "土", over=False)
        await shown.pilot.press("enter")
        assert shown.value(path) == (Day.MON, Day.SAT)


@pytest.mark.asyncio
async def test_a_row_of_another_table_is_picked_by_its_name(tmp_path: Path) -> None:
    async with form(tmp_path) as shown:
        row = shown.value("work.volumes.volumes")[0]
        programs = shown.value("work.programs.programs")
        path = f"work.volumes.volumes[{row.id}].program"
        shown.wizard.push_screen(Fields(path))
        await shown.pilot.pause()
        await shown.type(path, programs[-1].name.ja)
        assert shown.value(path) == programs[-1].id


@pytest.mark.asyncio
async def test_a_question_is_asked_as_soon_as_another_answer_calls_for_it(tmp_path: Path) -> None:
    async with form(tmp_path, SUB_PROCESSING, RULE, sample=None) as shown:
        assert not shown.field(RULE).display
        await shown.type(SUB_PROCESSING, "条件付きで可")
        assert shown.value(SUB_PROCESSING) == "conditional"
        assert shown.field(RULE).display
        await shown.type(SUB_PROCESSING, "不可")
        assert not shown.field(RULE).display


@pytest.mark.asyncio
async def test_an_answer_that_is_not_called_for_is_shown_all_the_same(tmp_path: Path) -> None:
    async with form(tmp_path, SUB_PROCESSING, RULE, sample=None) as shown:
        await shown.type(SUB_PROCESSING, "条件付きで可")
        await shown.type(RULE, "事前の承認を得ること。")
        await shown.type(SUB_PROCESSING, "不可")
        assert shown.field(RULE).display


@pytest.mark.asyncio
async def test_undecided_and_not_applicable_are_said_in_words(tmp_path: Path) -> None:
    async with form(tmp_path, SAMPLE_SIZE) as shown:
        await shown.type(SAMPLE_SIZE, "未定: 品質管理課 令和9年3月1日")
        assert shown.value(SAMPLE_SIZE) == Undecided(owner=Localized(ja="品質管理課"), due=date(2027, 3, 1))
        await shown.leave()
        assert "品質管理課" in shown.note(SAMPLE_SIZE)
        assert "2027年3月1日" in shown.note(SAMPLE_SIZE)
        await shown.type(SAMPLE_SIZE, "該当なし: 調査しない")
        assert shown.value(SAMPLE_SIZE) == NotApplicable(reason=Localized(ja="調査しない"))


@pytest.mark.asyncio
async def test_the_finding_of_a_field_stands_below_it(tmp_path: Path) -> None:
    end = "work.start.contract_end"
    async with form(tmp_path, START, end) as shown:
        await shown.type(end, "2020-01-01")
        await shown.leave()
        session = shown.wizard.session
        assert session is not None
        session.take_report(check(session.project, session.today))
        for field in shown.wizard.screen.query(Field):
            field.show()
        found = [one for path in (START, end) for one in session.findings_at(path)]
        assert found, "a contract that ends before it begins is a finding"
        assert any("! " in shown.note(path) for path in (START, end))


@pytest.mark.asyncio
async def test_what_no_vendor_sees_is_marked(tmp_path: Path) -> None:
    async with form(tmp_path, CEILING, SAMPLE_SIZE) as shown:
        assert "社外秘" in shown.label(CEILING)
        assert "社外秘" not in shown.label(SAMPLE_SIZE)


@pytest.mark.asyncio
async def test_a_field_of_a_row_that_is_gone_goes_too(tmp_path: Path) -> None:
    async with form(tmp_path) as shown:
        rows = shown.value("work.volumes.volumes")
        path = f"work.volumes.volumes[{rows[0].id}].aht"
        shown.wizard.push_screen(Fields(path))
        await shown.pilot.pause()
        assert shown.field(path).display
        assert shown.wizard.session is not None
        shown.wizard.session.document.set("work.volumes.volumes", rows[1:])
        await shown.pilot.pause()
        assert not shown.field(path).display


@pytest.mark.asyncio
async def test_up_down_and_enter_go_from_line_to_line(tmp_path: Path) -> None:
    target = "operations.satisfaction.target"
    async with form(tmp_path, SAMPLE_SIZE, target) as shown:
        shown.field(SAMPLE_SIZE).focus()
        await shown.pilot.press("down")
        assert shown.wizard.focused is shown.field(target).query_one(Input)
        await shown.pilot.press("up")
        assert shown.wizard.focused is shown.field(SAMPLE_SIZE).query_one(Input)
        await shown.pilot.press("enter")
        assert shown.wizard.focused is shown.field(target).query_one(Input)


@pytest.mark.parametrize("way", ["tab", "enter", "down"])
@pytest.mark.asyncio
async def test_what_is_typed_ahead_lands_in_the_next_field(tmp_path: Path, way: str) -> None:
    target = "operations.satisfaction.target"
    async with form(tmp_path, SAMPLE_SIZE, target, sample=None) as shown:
        shown.field(SAMPLE_SIZE).focus()
        await shown.pilot.pause()
        for key in ("1", "2", way, "8", "5"):
            shown.wizard.post_message(events.Key(key, key if key.isdigit() else None))
        await shown.pilot.pause()
        assert (shown.value(SAMPLE_SIZE), shown.value(target)) == (12, 85)
        assert shown.field(SAMPLE_SIZE).text() == "12"


@pytest.mark.asyncio
async def test_tab_leaves_a_text_at_once(tmp_path: Path) -> None:
    async with form(tmp_path, METHOD, SAMPLE_SIZE, sample=None) as shown:
        shown.field(METHOD).focus()
        await shown.pilot.pause()
        for key, character in (("a", "a"), ("tab", None), ("7", "7"), ("shift+tab", None), ("b", "b")):
            shown.wizard.post_message(events.Key(key, character))
        await shown.pilot.pause()
        assert shown.value(METHOD).ja in ("ab", "ba")
        assert shown.value(SAMPLE_SIZE) == 7


@pytest.mark.asyncio
async def test_enter_typed_ahead_picks_what_was_typed_before(tmp_path: Path) -> None:
    async with form(tmp_path, FREQUENCY, sample=None) as shown:
        shown.field(FREQUENCY).focus()
        await shown.pilot.pause()
        for key, character in (("毎", "毎"), ("年", "年"), ("enter", "\r")):
            shown.wizard.post_message(events.Key(key, character))
        await shown.pilot.pause()
        await shown.leave()
        assert shown.value(FREQUENCY) == "yearly"


@pytest.mark.asyncio
async def test_tab_typed_ahead_leaves_no_list_open(tmp_path: Path) -> None:
    async with form(tmp_path, FREQUENCY, SAMPLE_SIZE, sample=None) as shown:
        field = shown.field(FREQUENCY)
        field.focus()
        await shown.pilot.pause()
        for key, character in (("毎", "毎"), ("年", "年"), ("tab", None)):
            shown.wizard.post_message(events.Key(key, character))
        await shown.pilot.pause()
        assert isinstance(field, ChoiceField)
        assert not field.open
        assert shown.value(FREQUENCY) == "yearly"
        assert field.text() == "毎年"


@pytest.mark.asyncio
async def test_a_field_shown_before_it_is_composed_still_fills_its_control(tmp_path: Path) -> None:
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: app.session is not None)
        question = question_at(SAMPLE_SIZE)
        assert question is not None and app.session is not None
        field = field_for(question, SAMPLE_SIZE)
        app.screen.mount(field)
        field.show()
        await pilot.pause()
        assert field.text() == f"{app.session.document.value(SAMPLE_SIZE):,}"


def test_of_several_findings_the_gravest_stands_below() -> None:
    def finding(severity: Severity, said: str) -> Finding:
        return Finding("rule", severity, START, Phrase(said, said), Phrase("", ""))

    findings = (finding(Severity.WARNS, "土曜日です"), finding(Severity.BLOCKS, "日付が合いません"))
    noted = Noted(_question(START), None, "", None, False, findings)
    setting = Setting(Lang.JA, "JPY", Definition(), frozenset())
    assert note_under(noted, setting).plain == "! 日付が合いません"


@pytest.mark.parametrize("path", [METHOD, SAMPLE_SIZE, FREQUENCY])
@pytest.mark.asyncio
async def test_what_went_out_says_so_and_takes_no_letter(tmp_path: Path, path: str) -> None:
    async with form(tmp_path, path) as shown:
        assert "確定済み" not in shown.label(path) and not shown.field(path).has_class("-final")
        assert shown.wizard.session is not None
        document = shown.wizard.session.document
        document.change(document.project.replace(issues=(ISSUED,)), "issues")
        shown.field(path).show()
        assert "確定済み（発行済みのため変更できません）" in shown.label(path)
        assert shown.field(path).has_class("-final")
        field = shown.field(path)
        before, text = shown.value(path), field.text()
        await shown.type(path, "書き換え")
        await until(shown.pilot, lambda: field.text() == text)
        assert shown.value(path) == before and shown.kept(path) is None


@pytest.mark.parametrize("path", [METHOD, SAMPLE_SIZE])
@pytest.mark.asyncio
async def test_ctrl_a_selects_all_that_was_typed(tmp_path: Path, path: str) -> None:
    async with form(tmp_path, path, sample=None) as shown:
        await shown.type(path, "12")
        await shown.pilot.press("ctrl+a", "3", "4")
        await shown.pilot.pause()
        assert shown.field(path).text() == "34"


@pytest.mark.asyncio
async def test_a_field_that_was_taken_away_under_the_focus_has_written_what_was_typed(tmp_path: Path) -> None:
    async with form(tmp_path, SAMPLE_SIZE, METHOD) as shown:
        field = shown.field(SAMPLE_SIZE)
        await shown.type(SAMPLE_SIZE, "321")
        assert field._typing
        await field.remove()
        field.settle()
        assert shown.value(SAMPLE_SIZE) == 321


@pytest.mark.asyncio
async def test_the_focus_may_leave_a_field_after_the_project_was_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with form(tmp_path, SAMPLE_SIZE) as shown:
        await shown.type(SAMPLE_SIZE, "321")
        field = shown.field(SAMPLE_SIZE)
        assert field._typing
        with monkeypatch.context() as closed:
            closed.setattr(shown.wizard.desk, "session", None)
            field.settle()
        assert shown.value(SAMPLE_SIZE) == 321


@pytest.mark.parametrize("text", ["321", "1 or 2"])
@pytest.mark.asyncio
async def test_others_may_delete_the_row_while_a_field_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    path = "work.volumes.volumes[v1].aht"
    async with form(tmp_path, path) as shown:
        await shown.type(path, text)
        field = shown.field(path)

        def gone(path: str, value: object, **how: object) -> None:
            raise KeyError(path)

        with monkeypatch.context() as meanwhile:
            assert shown.wizard.session is not None
            meanwhile.setattr(shown.wizard.session.document, "set", gone)
            field._before = 1
            field.settle()
        assert not field._typing
