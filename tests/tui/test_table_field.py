"""A table on the screen: shown, typed over, added to, moved, sorted, pasted into, deleted from, undone."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from rfp_builder.i18n import Lang
from rfp_builder.model.answers import NotApplicable, Undecided
from rfp_builder.model.choices import Day
from rfp_builder.text.width import cell_width
from rfp_builder.tui.app import Wizard
from rfp_builder.tui.commands.table import TABLE_COMMANDS
from rfp_builder.tui.dialogs.row_editor import RowEditor
from rfp_builder.tui.dialogs.undecided import UndecidedDialog
from rfp_builder.tui.fields.field import Field
from rfp_builder.tui.road import go
from rfp_builder.tui.table.field import TableField
from rfp_builder.tui.table.hints import Hints
from rfp_builder.tui.table.remarks import RemarksDialog
from rfp_builder.tui.table.week import WeekPlan
from rfp_builder.tui.widgets.said import Said
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on

VOLUMES = "work.volumes.volumes"
HOSTILE = ("[red]", "[/]", "[a={'b[0]'}]", "{{ x }}", "=1+1", "<b>&", "𠮷")


class Table:
    """A table on the screen, as a test looks at it and types into it."""

    def __init__(self, wizard: Wizard, pilot: Pilot[None], field: TableField) -> None:
        self.wizard, self.pilot, self.field = wizard, pilot, field

    @property
    def rows(self) -> tuple[Any, ...]:
        """The rows in the document."""
        assert self.wizard.session is not None
        found = self.wizard.session.document.value(self.field.path)
        assert isinstance(found, tuple)
        return found

    @property
    def cursor(self) -> tuple[int, int]:
        """Row and column of the cursor."""
        return self.field.grid.row, self.field.grid.column

    def screen(self) -> list[str]:
        """The lines of the grid as they are painted."""
        grid = self.field.grid
        return [grid.render_line(y).text.rstrip() for y in range(grid.size.height)]

    def status(self) -> str:
        """What stands below the table."""
        return str(self.field.query_one(".table-status", Said).render())

    def toasts(self) -> list[str]:
        """Notices on the screen."""
        return [str(one.message) for one in self.wizard._notifications]

    async def press(self, *keys: str) -> None:
        """Press keys and wait for what they do."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Send a text as an IME commits it: all keys at once."""
        for letter in text:
            self.wizard.post_message(events.Key(letter, letter))
        for _ in range(6):
            await self.pilot.pause()
        await self._quiet()

    async def paste(self, text: str) -> None:
        """Paste as a terminal does."""
        self.wizard.post_message(events.Paste(text))
        await self.pilot.pause()
        await self.pilot.pause()
        await self._quiet()

    async def _quiet(self) -> None:
        """Nothing is on its way any more, however busy the machine is."""
        field = self.field
        way = (self.wizard, self.wizard.screen, field, field.grid, field.editor, field.editor.line)
        await until(self.pilot, lambda: not any(one.message_queue_size for one in way))


Opened = Callable[..., AbstractAsyncContextManager[Table]]


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    """Opens the wizard with the cursor on a cell of a table."""

    @asynccontextmanager
    async def run(
        path: str, sample: str | None = "mail-order", lang: Lang = Lang.JA, size: tuple[int, int] = (100, 30)
    ) -> AsyncIterator[Table]:
        wizard = wizard_on(tmp_path, sample, lang)
        async with wizard.run_test(size=size, notifications=True) as pilot:
            await until(pilot, lambda: wizard.session is not None)
            go(wizard, path)
            stem = path.partition("[")[0]

            def found() -> list[TableField]:
                return [one for one in wizard.screen.query(TableField) if one.path == stem]

            def at_it() -> bool:
                for one in found():
                    if one.grid.has_focus:
                        return True
                    one.focus()
                return False

            await until(pilot, at_it)
            yield Table(wizard, pilot, found()[0])

    return run


@pytest.mark.asyncio
async def test_a_path_leads_to_its_cell_and_the_cell_is_said_in_full(opened: Opened) -> None:
    async with opened(f"{VOLUMES}[v1].aht") as table:
        assert table.cursor == (0, 3)
        assert "280" in table.status()
        assert "平均処理時間" in table.status()
        assert any("注文受付" in line and "280" in line for line in table.screen())


@pytest.mark.asyncio
async def test_a_requirement_is_shown_by_its_words_and_typed_by_its_id(opened: Opened) -> None:
    async with opened("overview.requests.requests[rq1].requirements", size=(160, 40)) as table:
        at, column = table.cursor
        required = table.field.document.project.requirement("r13")
        assert required is not None
        begins = f"r13 {required.statement.to(Lang.JA)[:8]}"
        assert table.field.cells.cell(at, column).text.startswith(begins)
        assert f"= {begins}" in table.status()
        assert table.field.cells.typed(at, column) == "r13"


@pytest.mark.asyncio
async def test_typing_goes_over_the_cell_and_enter_goes_down(opened: Opened) -> None:
    async with opened(f"{VOLUMES}[v1].aht") as table:
        await table.press("3", "0", "5", "enter")
        assert table.rows[0].aht == 305
        assert table.cursor == (1, 3)
        await table.press("ctrl+z")
        assert table.rows[0].aht == 280


@pytest.mark.asyncio
async def test_tab_goes_right_and_escape_leaves_the_cell_as_it_was(opened: Opened) -> None:
    async with opened(f"{VOLUMES}[v1].aht") as table:
        await table.press("9", "escape")
        assert table.rows[0].aht == 280
        assert table.field.grid.has_focus
        await table.press("2", "9", "0", "tab")
        assert (table.rows[0].aht, table.cursor) == (290, (0, 4))


@pytest.mark.asyncio
async def test_a_burst_of_keys_is_taken_whole(opened: Opened) -> None:
    async with opened("work.programs.programs[p1].name") as table:
        first = table.rows[0].name
        for text in ("商品のご注文を電話で受け付ける", "次の行"):
            for letter in text:
                table.wizard.post_message(events.Key(letter, letter))
            table.wizard.post_message(events.Key("enter", None))
        for _ in range(10):
            await table.pilot.pause()
        assert [row.name.ja for row in table.rows[:2]] == ["商品のご注文を電話で受け付ける", "次の行"]
        assert table.rows[0].name.en == first.en


@pytest.mark.asyncio
async def test_f4_keeps_what_is_there_and_picks_from_the_list(opened: Opened) -> None:
    async with opened(f"{VOLUMES}[v1].channel") as table:
        before = table.rows[0].channel
        await table.press("f4", "down", "enter")
        assert table.rows[0].channel not in (before, None)
        await table.press("up", "f4")
        await table.press(*["backspace"] * 12, "メ", "ー", "ル", "enter")
        assert table.rows[0].channel.value == "email"


@pytest.mark.asyncio
async def test_what_cannot_be_read_stays_and_the_reason_is_said(opened: Opened) -> None:
    async with opened(f"{VOLUMES}[v1].aht") as table:
        await table.press(*"abc", "enter", "up")
        assert table.rows[0].aht == 280
        assert any("!" in line and "abc" in line for line in table.screen())
        assert "abc" in table.status() and "!" in table.status()
        await table.press("3", "0", "0", "enter")
        assert table.rows[0].aht == 300
        assert not any("abc" in line for line in table.screen())


@pytest.mark.asyncio
async def test_undo_takes_back_what_could_not_be_read_and_not_what_was_done_before(opened: Opened) -> None:
    async with opened(VOLUMES) as table:
        typed = table.field.document.typed
        await table.press("home", "right", "right", *"70", "enter", "home", "right", "right", *"abc", "enter")
        before, cell = table.rows, table.field.cells.cell_path(1, 2)
        assert typed(cell) == "abc"
        await table.press("ctrl+z")
        assert typed(cell) is None and table.rows == before
        await table.press("ctrl+y")
        assert typed(cell) == "abc" and table.rows == before
        table.field.grid.go_to(1, 2)
        await table.press(*"80", "enter")
        assert typed(cell) is None and table.rows != before
        await table.press("ctrl+z")
        assert typed(cell) == "abc" and table.rows == before


@pytest.mark.asyncio
async def test_numbers_are_read_as_offices_write_them(opened: Opened) -> None:
    async with opened(f"{VOLUMES}[v1].monthly_contacts") as table:
        await table.type("１．２万")
        await table.press("enter")
        assert table.rows[0].monthly_contacts == 12000
        assert any("12,000" in line for line in table.screen())


@pytest.mark.asyncio
async def test_rows_are_added_copied_moved_and_deleted_and_all_of_it_undone(opened: Opened) -> None:
    async with opened(f"{VOLUMES}[v1].aht") as table:
        before = table.rows
        await table.press("insert")
        assert len(table.rows) == len(before) + 1 and table.cursor == (1, 0)
        assert table.rows[1].program is None
        await table.press("up", "ctrl+d")
        assert table.rows[1].aht == table.rows[0].aht and table.rows[1].id != table.rows[0].id
        await table.press("alt+down")
        assert table.cursor[0] == 2 and table.rows[2].aht == before[0].aht
        await table.press("alt+up", "shift+down", "ctrl+k")
        assert table.rows == before
        assert any("2行を削除しました" in one for one in table.toasts())
        for _ in range(5):
            await table.press("ctrl+z")
        assert table.rows == before


@pytest.mark.asyncio
async def test_delete_empties_the_selected_cells_in_one_step(opened: Opened) -> None:
    async with opened(f"{VOLUMES}[v1].aht") as table:
        before = table.rows
        await table.press("shift+down", "shift+right", "delete")
        assert [(row.aht, row.peak_share) for row in table.rows[:2]] == [(None, None)] * 2
        assert table.rows[2] == before[2]
        await table.press("ctrl+z")
        assert table.rows == before


@pytest.mark.asyncio
async def test_a_block_from_excel_becomes_cells_and_rows(opened: Opened) -> None:
    async with opened(f"{VOLUMES}[v1].monthly_contacts") as table:
        count = len(table.rows)
        await table.press("ctrl+end", "home", "right", "right")
        await table.paste("１，０００\t120\n2000\t130\n")
        assert [(row.monthly_contacts, row.aht) for row in table.rows[-2:]] == [(1000, 120), (2000, 130)]
        assert len(table.rows) == count + 1
        await table.press("ctrl+z")
        assert len(table.rows) == count


@pytest.mark.asyncio
async def test_what_a_block_holds_that_cannot_be_read_is_shown(opened: Opened) -> None:
    async with opened(f"{VOLUMES}[v1].monthly_contacts") as table:
        await table.paste("たくさん\t120")
        assert table.rows[0].aht == 120
        said = "\n".join(str(one.render()) for one in table.wizard.screen.query(Said))
        assert "1行目" in said and "読み取れなかった" in said


@pytest.mark.asyncio
async def test_what_a_block_could_not_say_stays_in_its_cell_until_it_is_pasted_over(opened: Opened) -> None:
    async with opened(f"{VOLUMES}[v1].monthly_contacts") as table:
        typed, cell = table.field.document.typed, f"{VOLUMES}[v1].monthly_contacts"
        await table.paste("たくさん\t120")
        await table.press("enter")
        assert typed(cell) == "たくさん"
        assert any("!" in line and "たくさん" in line for line in table.screen())
        await table.paste("1,000")
        assert table.rows[0].monthly_contacts == 1000 and typed(cell) is None
        assert not any("たくさん" in line for line in table.screen())
        await table.press("ctrl+z")
        assert typed(cell) == "たくさん"
        await table.press("ctrl+z")
        assert typed(cell) is None


@pytest.mark.asyncio
async def test_lines_pasted_into_a_cell_being_edited_are_not_lost(opened: Opened) -> None:
    async with opened("work.programs.programs[p1].name") as table:
        await table.press("f4")
        await table.paste("一つ目\n二つ目\n")
        assert [row.name.ja for row in table.rows[:2]] == ["一つ目", "二つ目"]


@pytest.mark.asyncio
async def test_cells_are_copied_as_excel_takes_them_and_pasted_back(opened: Opened) -> None:
    async with opened(f"{VOLUMES}[v1].monthly_contacts") as table:
        await table.press("shift+right", "shift+down", "ctrl+c")
        copied = [line.split("\t") for line in table.wizard.clipboard.split("\n")]
        assert [len(line) for line in copied] == [2, 2]
        first = table.rows[0]
        await table.press("down", "down", "left", "ctrl+v")
        assert (table.rows[3].monthly_contacts, table.rows[3].aht) == (first.monthly_contacts, first.aht)


@pytest.mark.asyncio
async def test_a_click_on_a_heading_sorts_and_a_second_one_turns_it(opened: Opened) -> None:
    async with opened(f"{VOLUMES}[v1].aht") as table:
        grid = table.field.grid
        x = grid._columns.starts[3] + 2
        await table.pilot.click(grid, offset=(x, 0))
        await table.pilot.pause()
        sizes = [row.aht for row in table.rows if isinstance(row.aht, int)]
        assert sizes == sorted(sizes)
        await table.pilot.click(grid, offset=(x, 0))
        await table.pilot.pause()
        assert [row.aht for row in table.rows if isinstance(row.aht, int)] == sizes[::-1]


@pytest.mark.asyncio
async def test_a_click_goes_to_a_cell_and_a_second_one_edits_it(opened: Opened) -> None:
    async with opened(f"{VOLUMES}[v1].aht") as table:
        grid = table.field.grid
        at = (grid._columns.starts[2] + 2, grid._columns.heading_height + 1)
        await table.pilot.click(grid, offset=at)
        await table.pilot.pause()
        assert table.cursor == (1, 2)
        await table.pilot.click(grid, offset=at, times=2)
        await table.pilot.pause()
        assert table.field.editing


@pytest.mark.asyncio
@pytest.mark.parametrize("lang", list(Lang))
async def test_an_empty_table_says_what_to_press(opened: Opened, lang: Lang) -> None:
    async with opened(VOLUMES, None, lang) as table:
        said = "まだ行がありません" if lang is Lang.JA else "No rows yet"
        assert any(said in line for line in table.screen())
        await table.press("insert")
        assert len(table.rows) == 1
        assert not any(said in line for line in table.screen())


@pytest.mark.asyncio
async def test_in_an_empty_table_f4_puts_the_example_in_and_then_edits_the_cell(opened: Opened) -> None:
    async with opened(VOLUMES, None) as table:
        assert any("F4 キーで記入例" in line for line in table.screen())
        await table.press("f4")
        assert table.rows
        await table.press("f4")
        assert table.field.editing
        await table.press("escape", "ctrl+z")
        assert any("まだ行がありません" in line for line in table.screen())


@pytest.mark.asyncio
async def test_in_an_empty_table_f5_speaks_of_the_whole_table(opened: Opened) -> None:
    async with opened(VOLUMES, None) as table:
        await table.press("f5")
        assert isinstance(table.wizard.screen, UndecidedDialog)
        assert any("表全体" in line or "業務量" in line for line in table.screen())


@pytest.mark.asyncio
async def test_the_keys_below_a_table_are_those_it_has_and_are_not_cut(opened: Opened) -> None:
    async with opened("overview.policy.principles", None) as table:
        hints = table.field.query_one(Hints)
        assert str(hints.render()).strip() == "Insert 行の追加"
        await table.press("insert")
        said = str(hints.render()).strip()
        assert said.endswith("Ctrl+K 行の削除")
        assert cell_width(said, ambiguous=1) <= hints.content_size.width


@pytest.mark.asyncio
async def test_undecided_and_not_applicable_are_words(opened: Opened) -> None:
    async with opened(f"{VOLUMES}[v1].aht") as table:
        await table.type("未定：総務部 2027-03-01")
        await table.press("enter")
        assert isinstance(table.rows[0].aht, Undecided)
        await table.type("該当なし：電話ではない")
        await table.press("enter")
        assert isinstance(table.rows[1].aht, NotApplicable)
        painted = "\n".join(table.screen())
        assert "未定" in painted and "該当なし" in painted


@pytest.mark.asyncio
async def test_space_cycles_a_choice_and_adds_the_usual_rows(opened: Opened) -> None:
    async with opened("ict.systems.systems", None) as table:
        await table.press("space")
        assert [row.system.value for row in table.rows][:3] == ["pbx", "acd", "ivr"]
        await table.press("right", "right", "space")
        first = table.rows[0].owner
        await table.press("space")
        assert first is not None and table.rows[0].owner not in (first, None)


@pytest.mark.asyncio
async def test_hostile_texts_are_shown_to_the_letter(opened: Opened) -> None:
    async with opened("overview.policy.principles", None) as table:
        await table.paste("\n".join(HOSTILE))
        assert [row.principle.ja for row in table.rows] == list(HOSTILE)
        painted = "\n".join(table.screen())
        assert all(one in painted for one in HOSTILE)
        await table.press("ctrl+home")
        for one in HOSTILE:
            assert one in table.status()
            await table.press("down")


@pytest.mark.asyncio
async def test_reasons_are_indented_below_the_reason_they_belong_to(opened: Opened) -> None:
    async with opened("work.reasons.reasons") as table:
        parents = {row.id for row in table.rows}
        child = next(at for at, row in enumerate(table.rows) if row.parent in parents)
        assert table.field.cells.cell(child, 0).text.startswith("  ")


@pytest.mark.asyncio
async def test_room_that_is_left_goes_to_a_column_that_is_cut(opened: Opened) -> None:
    async with opened("overview.policy.principles", lang=Lang.EN) as table:
        assert any("do not know we do not guess; we look it up" in line for line in table.screen()), (
            table.screen()
        )


@pytest.mark.asyncio
async def test_a_heading_is_not_broken_within_a_word(opened: Opened) -> None:
    async with opened("ict.functions.functions", lang=Lang.EN) as table:
        assert any("Availability" in line for line in table.screen()), table.screen()


@pytest.mark.asyncio
async def test_the_first_column_stays_when_the_others_are_scrolled(opened: Opened) -> None:
    async with opened("work.programs.programs[p1].stage", size=(80, 24)) as table:
        assert table.field.grid.scroll_offset.x > 0
        assert any("注文受付" in line for line in table.screen())


@pytest.mark.asyncio
async def test_a_row_that_needs_something_joins_the_table_once_it_has_it(opened: Opened) -> None:
    async with opened("rfp.gates", None) as table:
        await table.press("insert")
        assert not table.rows and any("*" in line for line in table.screen()[1:])
        assert "この行が表に加わります" in table.status()
        await table.type("個人情報保護の認証がある")
        await table.press("enter")
        assert [row.statement.ja for row in table.rows] == ["個人情報保護の認証がある"]
        await table.press("up", "delete")
        assert [row.statement.ja for row in table.rows] == ["個人情報保護の認証がある"]
        said = "\n".join(str(one.render()) for one in table.wizard.screen.query(Said))
        assert "空にすることはできません" in said


@pytest.mark.asyncio
async def test_a_row_that_is_begun_is_undone_and_done_again_like_any_other(opened: Opened) -> None:
    def begun(table: Table) -> list[dict[str, str]]:
        return [dict(one.texts) for one in table.field.cells.begun]

    async with opened("rfp.schedule", None) as table:
        await table.press("insert")
        await table.type("発行")
        await table.press("enter")
        written = begun(table)
        assert len(written) == 1 and written[0] and not table.rows
        await table.press("ctrl+z")
        assert begun(table) == [{}]
        await table.press("ctrl+z")
        assert begun(table) == []
        await table.press("ctrl+y", "ctrl+y")
        assert begun(table) == written
        await table.press("ctrl+k")
        assert begun(table) == [] and any("Ctrl+Z" in one for one in table.toasts())
        await table.press("ctrl+z")
        assert begun(table) == written
    async with opened("rfp.gates", None) as table:
        await table.press("insert")
        await table.type("個人情報保護の認証がある")
        await table.press("enter")
        assert len(table.rows) == 1 and begun(table) == []
        await table.press("ctrl+z")
        assert not table.rows and begun(table) == [{}], "the row and what was kept of it are one step"


@pytest.mark.asyncio
async def test_a_date_of_the_schedule_is_begun_and_given_up(opened: Opened) -> None:
    async with opened("rfp.schedule", None) as table:
        await table.press("insert", "space", "tab")
        await table.type("令和9年4月1日")
        await table.press("enter")
        assert [(row.step.value, row.day.isoformat()) for row in table.rows] == [
            (table.field.question.columns[0].choices[0].value, "2027-04-01")
        ]
        await table.press("insert", "ctrl+k")
        assert table.field.cells.count == 1


@pytest.mark.asyncio
async def test_f4_begins_the_usual_rows_of_the_schedule_and_a_date_completes_one(opened: Opened) -> None:
    async with opened("rfp.schedule", None) as table:
        labels = [one.label.ja for one in table.field.question.columns[0].choices]
        await table.press("f4")
        assert not table.rows and table.field.cells.count == len(labels)
        shown = "\n".join(table.screen())
        assert all(label in shown for label in labels), "by their names, not by ids"
        table.field.grid.go_to(3, 1)
        await table.type("令和9年3月12日")
        await table.press("enter")
        assert [row.day.isoformat() for row in table.rows] == ["2027-03-12"]
        assert table.field.cells.count == len(labels) and table.cursor == (4, 1)
        table.field.grid.go_to(1, 1)
        table.wizard.post_message(events.Paste("2027/2/1\n2027/2/8\nそのうち"))
        await table.pilot.pause()
        steps = [row.step.value for row in table.rows]
        order = [one.value for one in table.field.question.columns[0].choices]
        assert len(steps) == 3 and steps == sorted(steps, key=order.index)
        assert "そのうち" in "\n".join(table.screen())


@pytest.mark.asyncio
async def test_rows_that_are_begun_are_there_in_the_next_session(opened: Opened, tmp_path: Path) -> None:
    for session in range(2):
        async with opened("rfp.gates", None) as table:
            if session == 0:
                await table.press("insert", "right")
                await table.type("登録証の写し[red]")
                await table.press("enter")
                table.field.grid.go_to(0, 0)
                table.wizard.post_message(events.Paste("\t登録証の写し[red]\n認証がある\t証明書"))
                await table.pilot.pause()
                assert [row.statement.ja for row in table.rows] == ["認証がある"]
            shown = "\n".join(table.screen())
            assert "登録証の写し[red]" in shown
            assert table.field.cells.count == 2
    async with opened("rfp.gates", None) as table:
        table.field.grid.go_to(1, 0)
        await table.type("登録がある")
        await table.press("enter")
        assert [row.statement.ja for row in table.rows] == ["認証がある", "登録がある"]
        assert table.rows[1].evidence.ja == "登録証の写し[red]"
        await table.press("insert", "ctrl+k")
        assert table.field.cells.count == 2
    assert not (tmp_path / "project" / "typed.json").exists()


@pytest.mark.asyncio
async def test_a_block_with_dates_that_cannot_be_read_is_kept_and_said(opened: Opened) -> None:
    async with opened("rfp.schedule", None) as table:
        table.wizard.post_message(events.Paste("公告・提案依頼書の発行\t2027/2/1\n契約\tそのうち"))
        await table.pilot.pause()
        said = "\n".join(str(one.render()) for one in table.wizard.screen.query(Said))
        assert "入力の途中の行として表に残しました" in said and "空のため" not in said
        await table.press("escape")
        assert table.field.cells.count == 2
        assert "そのうち" in "\n".join(table.screen())


@pytest.mark.asyncio
async def test_the_row_as_a_form_goes_from_row_to_row(opened: Opened) -> None:
    async with opened(f"{VOLUMES}[v1].aht") as table:
        await table.press("enter")
        editor = table.wizard.screen
        assert isinstance(editor, RowEditor)
        await table.press("end", "backspace", "5")
        assert table.rows[0].aht == 285
        await table.press("f8")
        await table.press("end", "backspace", "7")
        assert table.rows[1].aht == 407
        await table.press("escape")
        assert not isinstance(table.wizard.screen, RowEditor)
        assert any("407" in line for line in table.screen())


@pytest.mark.asyncio
async def test_the_form_of_a_row_shows_the_label_of_the_field_one_goes_back_to(opened: Opened) -> None:
    async with opened("work.programs.programs[p1].kind") as table:
        await table.press("enter")
        await until(table.pilot, lambda: isinstance(table.wizard.screen, RowEditor))
        await table.press("tab", "tab", "tab", "tab", "shift+tab", "shift+tab", "shift+tab", "shift+tab")
        await table.press("shift+tab")
        field = next(iter(table.wizard.screen.query(Field)))
        assert field.has_focus_within
        await until(table.pilot, lambda: table.wizard.screen.can_view_entire(field.query_one(".field-label")))


@pytest.mark.asyncio
async def test_a_text_of_several_lines_is_edited_with_its_row(opened: Opened) -> None:
    async with opened("work.programs.programs[p1].what") as table:
        await table.paste('"一行目\n二行目"')
        assert table.rows[0].what.ja == "一行目\n二行目"
        await table.press("f4")
        assert isinstance(table.wizard.screen, RowEditor)


@pytest.mark.asyncio
async def test_the_week_is_chosen_with_keys_and_the_mouse(opened: Opened) -> None:
    async with opened("work.programs.programs[p1].days") as table:
        opens, closes = table.rows[0].opens, table.rows[0].closes
        await table.press("space")
        plan = table.wizard.screen.query_one(WeekPlan)
        await table.press("down", "space", "right", "shift+left", "enter")
        row = table.rows[0]
        assert Day.TUE not in row.days and Day.MON in row.days
        assert (row.opens, row.closes) == (opens - 30, closes + 30)
        await table.press("ctrl+z")
        assert (table.rows[0].opens, Day.TUE in table.rows[0].days) == (opens, True)
        await table.press("ctrl+t")
        plan = table.wizard.screen.query_one(WeekPlan)
        await table.pilot.click(plan, offset=(22 + 14, 3))
        await table.press("enter")
        assert table.rows[0].opens == 7 * 60


@pytest.mark.asyncio
async def test_the_strip_shows_the_hours_of_the_row(opened: Opened) -> None:
    async with opened("work.programs.programs[p1].opens") as table:
        strip = str(table.field.query_one(".table-hours", Said).render())
        row = table.rows[0]
        assert strip.count("#") in ((row.closes - row.opens) // 30, (row.closes - row.opens) // 60)
        assert "月火水木金土日" in strip


@pytest.mark.asyncio
async def test_rows_of_a_file_are_looked_at_and_taken(opened: Opened, tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    file.write_text("業務プログラム,チャネル,月間件数,備考\n注文受付,FAX,120,なし\n", encoding="cp932")
    async with opened(f"{VOLUMES}[v1].aht") as table:
        count = len(table.rows)
        await table.press("ctrl+o")
        line = table.wizard.screen.query_one("#file-path", Input)
        line.value = str(file)
        line.focus()
        await table.press("enter")
        await table.wizard.workers.wait_for_complete()
        await table.pilot.pause()
        said = "\n".join(str(one.render()) for one in table.wizard.screen.query(Said))
        assert "月間件数  ->" in said and "備考  ->  読み込みません" in said
        await table.press("enter")
        assert len(table.rows) == count + 1
        assert (table.rows[-1].channel.value, table.rows[-1].monthly_contacts) == ("fax", 120)


@pytest.mark.asyncio
async def test_f5_says_undecided_of_a_cell(opened: Opened) -> None:
    async with opened(f"{VOLUMES}[v1].aht") as table:
        await table.press("f5")
        assert isinstance(table.wizard.screen, UndecidedDialog)


@pytest.mark.asyncio
@pytest.mark.parametrize("name", ["SortUp", "SortDown"])
async def test_commands_of_the_palette_work_on_the_table_with_the_focus(opened: Opened, name: str) -> None:
    async with opened(f"{VOLUMES}[v1].aht") as table:
        await table.wizard.action_command(name)
        await table.pilot.pause()
        sizes = [row.aht for row in table.rows]
        assert sizes == sorted(sizes, reverse=name == "SortDown")


@pytest.mark.asyncio
async def test_every_command_has_words_and_those_with_keys_are_bound(opened: Opened) -> None:
    async with opened(f"{VOLUMES}[v1].aht") as table:
        bound = table.field.grid._bindings.key_to_bindings
        for one in TABLE_COMMANDS:
            assert all(text.strip() for lang in Lang for text in (one.label.to(lang), one.help.to(lang)))
            assert all(key in bound for key in filter(None, one.keys.split(",")))


@pytest.mark.asyncio
async def test_undoing_shows_at_once_and_keeps_the_cursor(opened: Opened) -> None:
    async with opened(f"{VOLUMES}[v3].aht") as table:
        await table.press("1", "1", "1", "enter", "ctrl+z")
        assert not any("111" in line for line in table.screen())
        assert table.field.grid.has_focus


@pytest.mark.asyncio
async def test_two_thousand_rows_paint_only_what_is_seen(opened: Opened) -> None:
    async with opened(f"{VOLUMES}[v1].aht") as table:
        assert table.wizard.session is not None
        first = table.rows[0]
        many = tuple(first.replace(id=f"x{n}", monthly_contacts=n) for n in range(2000))
        table.wizard.session.document.set(VOLUMES, many)
        await table.pilot.pause()
        await table.press("ctrl+end", "home")
        assert table.cursor[0] == 1999
        assert any("1,999" in line for line in table.screen())
        assert table.field.grid.size.height < 20


@pytest.mark.asyncio
async def test_english_is_spoken_after_f12(opened: Opened) -> None:
    async with opened(f"{VOLUMES}[v1].aht") as table:
        await table.press("f12")
        for _ in range(5):
            await table.pilot.pause()
        field = next(one for one in table.wizard.screen.query(TableField) if one.path == VOLUMES)
        painted = " ".join(field.grid.render_line(y).text for y in range(field.grid.size.height))
        assert "Channel" in painted and "Phone" in painted


@pytest.mark.asyncio
async def test_a_cell_that_need_not_be_answered_says_so(opened: Opened) -> None:
    async with opened("people.hiring.conditions[h1].span") as table:
        row = next(at for at, one in enumerate(table.rows) if one.role.value == "csr")
        table.field.grid.go_to(row, [one.name for one in table.field.question.columns].index("span"))
        await table.pilot.pause()
        assert table.rows[row].span is None
        assert table.field.cells.cell(*table.cursor).text == "-"
        assert "入力する必要がありません" in table.status()


@pytest.mark.asyncio
@pytest.mark.parametrize("width", [80, 100, 120])
async def test_the_lead_of_an_empty_table_is_read_to_its_end(opened: Opened, width: int) -> None:
    async with opened("ict.systems.systems", None, size=(width, 30)) as table:
        assert "貼り付けてください。" in "".join(line.strip() for line in table.screen())


@pytest.mark.asyncio
async def test_the_editor_opens_though_keys_are_still_on_their_way_to_the_grid(opened: Opened) -> None:
    async with opened(f"{VOLUMES}[v1].aht") as table:
        field = table.field
        field._open_editor("")
        field.grid.taking_keys = True
        field.grid.post_message(events.Key("7", "7"))
        field._hand_over()
        assert not field.editor.line.has_focus
        for _ in range(5):
            await table.pilot.pause(0.02)
        assert field.editor.line.has_focus and field.editor.line.value == "7"


@pytest.mark.asyncio
async def test_typing_into_an_empty_table_begins_its_first_row(opened: Opened) -> None:
    async with opened("overview.policy.principles", None) as table:
        await table.type("正確さを優先する")
        assert table.field.editing
        await table.press("enter")
        assert [one.principle.ja for one in table.rows] == ["正確さを優先する"]


@pytest.mark.asyncio
async def test_the_editor_grows_with_what_is_typed(opened: Opened) -> None:
    async with opened("overview.policy.principles", None) as table:
        await table.press("insert")
        await table.type("正確さを速さより優先する。")
        line = table.field.editor.line
        assert line.content_size.width > cell_width(line.value, ambiguous=1)
        await table.type("断る場合も次の方法を案内する。" * 4)
        assert table.field.editor.region.right <= table.field.region.right


@pytest.mark.asyncio
async def test_wide_columns_give_way_before_the_table_is_scrolled(opened: Opened) -> None:
    async with opened("overview.purpose.purposes", None) as table:
        await table.paste(
            "予約の待ち時間を減らし、市民が希望日に受け取れるようにする\t職員が窓口の交付事務に専念できるようにするため\t1\n"
        )
        assert table.field.grid.virtual_size.width <= table.field.grid.size.width


@pytest.mark.asyncio
async def test_an_empty_table_shows_the_focus_and_enter_begins_a_row(opened: Opened) -> None:
    async with opened("overview.purpose.purposes", None, Lang.EN, (80, 24)) as table:
        grid = table.field.grid

        def lead_style() -> object:
            return next(
                one.style
                for y in range(grid.size.height)
                if grid.render_line(y).text.startswith(" No rows yet. Press Enter")
                for one in grid.render_line(y)
            )

        focused = lead_style()
        table.wizard.set_focus(None)
        await table.pilot.pause()
        assert lead_style() != focused
        grid.focus()
        await table.press("enter")
        assert grid.cells.count == 1
        await table.press(*"Speed", "tab")
        # The help of the next cell is there although the row still lacks something.
        await until(table.pilot, lambda: "\n! " in table.status())
        assert f"\n{grid.cells.columns[1].help.to(Lang.EN)}\n! " in table.status()


@pytest.mark.asyncio
async def test_one_row_is_not_called_rows(opened: Opened) -> None:
    async with opened("overview.policy.principles", None, Lang.EN) as table:
        await table.paste("Privacy before speed\n")
        assert table.toasts()[-1].startswith("Rows pasted: 1.")


@pytest.mark.asyncio
async def test_no_notice_lies_over_what_could_not_be_read(opened: Opened) -> None:
    async with opened("work.start.milestones", None, Lang.EN) as table:
        await table.paste("Manual accepted\tsoon\tWard\n")
        assert isinstance(table.pilot.app.screen, RemarksDialog)
        assert not table.toasts()


@pytest.mark.asyncio
async def test_a_table_is_scrolled_by_whole_columns(opened: Opened) -> None:
    async with opened("work.programs.programs[p1].name") as table:
        grid = table.field.grid
        for key in (*["right"] * 7, "end"):
            await table.press(key)
            starts = [0, *(one - grid._columns.fixed for one in grid._columns.starts[1:])]
            assert grid.scroll_offset.x in starts
        assert grid.scroll_offset.x > 0


@pytest.mark.asyncio
async def test_an_empty_table_is_no_taller_than_what_it_says(opened: Opened) -> None:
    async with opened("ict.systems.systems", None) as table:
        for _ in range(5):
            await table.pilot.pause()
        assert table.field.grid.size.height == table.field.grid.virtual_size.height
