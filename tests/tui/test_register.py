"""The register: filter, marks, form, and every command that changes requirements."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from rfp_builder.i18n import Lang
from rfp_builder.model.choices import Priority
from rfp_builder.model.localized import Localized
from rfp_builder.model.requirement import Requirement
from rfp_builder.tui import road
from rfp_builder.tui.app import Wizard
from rfp_builder.tui.commands.register import REGISTER
from rfp_builder.tui.dialogs.library import LibraryDialog
from rfp_builder.tui.dialogs.many import ManyDialog
from rfp_builder.tui.dialogs.merge import MergeDialog
from rfp_builder.tui.dialogs.problem import ProblemDialog
from rfp_builder.tui.dialogs.register_filter import FilterDialog
from rfp_builder.tui.dialogs.split import SplitDialog
from rfp_builder.tui.dialogs.statement import StatementDialog
from rfp_builder.tui.screens.register import RegisterScreen
from rfp_builder.tui.widgets.long_list import LongList
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.document.paths import with_value
from rfp_builder.workspace.register_filter import RegisterFilter
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on

SMALL, WIDE = (80, 24), (120, 36)
HOSTILE = ("[red]", "[/]", "[a={'b[0]'}]", "{{ x }}", "=1+1", "<b>&", "𠮷野")


async def register(wizard: Wizard, pilot: Pilot[None], path: str = "requirements") -> RegisterScreen:
    """The register in front, at `path`."""
    await pilot.pause()
    road.go(wizard, path)
    await pilot.pause()
    return cast("RegisterScreen", wizard.screen)


def requirements(wizard: Wizard) -> tuple[Requirement, ...]:
    assert wizard.session is not None
    return wizard.session.project.requirements


def said(wizard: Wizard, where: str) -> str:
    return str(wizard.screen.query_one(where, Said).visual)


def on_screen(wizard: Wizard) -> str:
    """Everything that stands on the screen, as text."""
    strips = wizard.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def do(wizard: Wizard, pilot: Pilot[None], command: str) -> None:
    """Run a command by its name, as the palette does."""
    await wizard.action_command(command)
    await pilot.pause()


@pytest.mark.asyncio
async def test_every_requirement_stands_in_the_list(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        screen = await register(wizard, pilot)
        assert [entry.key for entry in screen.rows.entries] == [one.id for one in requirements(wizard)]
        assert screen.rows.has_focus
        assert "全78件を表示しています。" in said(wizard, "#register-shown")
        assert "優先度" in on_screen(wizard) and "非開示" in on_screen(wizard)


@pytest.mark.asyncio
async def test_the_filter_is_typed_and_said_in_words(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        screen = await register(wizard, pilot)
        await pilot.press("slash")
        assert screen.query_one("#register-filter").has_focus
        wizard.post_message(events.Paste("２章　推奨"))
        await until(pilot, lambda: len(screen.rows.entries) < 78)
        shown = [
            wizard.session and wizard.session.project.requirement(one.key) for one in screen.rows.entries
        ]
        assert shown and all(
            one and one.item.startswith("2.") and one.priority is Priority.SHOULD for one in shown
        )
        assert f"78件中 {len(shown)}件: 2章" in said(wizard, "#register-shown")
        assert "推奨" in said(wizard, "#register-shown")
        await pilot.press("enter")
        assert screen.rows.has_focus
        await do(wizard, pilot, "ClearFilter")
        await until(pilot, lambda: len(screen.rows.entries) == 78)


@pytest.mark.asyncio
async def test_a_filter_that_nothing_passes_says_what_to_do(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=WIDE, notifications=True) as pilot:
        screen = await register(wizard, pilot)
        screen.filter_by(RegisterFilter(texts=("平安時代",)))
        await until(pilot, lambda: not screen.rows.entries)
        await pilot.pause()
        assert "当てはまる要件がありません。" in on_screen(wizard)
        assert screen.targets() == ()
        await pilot.press("enter", "space", "delete")
        assert len(requirements(wizard)) == 78


@pytest.mark.asyncio
async def test_an_empty_register_says_how_to_begin(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path, None)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        await register(wizard, pilot)
        assert "F6" in said(wizard, "#register-shown") and "Insert" in said(wizard, "#register-shown")


@pytest.mark.asyncio
async def test_the_filter_dialog_writes_the_filter_line(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        screen = await register(wizard, pilot)
        await pilot.press("ctrl+f")
        await pilot.pause()
        assert isinstance(wizard.screen, FilterDialog)
        await pilot.press("right", "right", "down", "right", "down", "right", "right")
        await pilot.click("#button-do")
        await pilot.pause()
        assert screen.filter == RegisterFilter.read("2 必須 非開示")
        assert screen.query_one("#register-filter", Input).value == "2 必須 非開示"
        assert screen.rows.has_focus
        await pilot.press("ctrl+f")
        await pilot.pause()
        await pilot.click("#button-clear")
        await pilot.pause()
        assert not screen.filter.active


@pytest.mark.asyncio
async def test_enter_opens_the_form_and_escape_leads_back(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        screen = await register(wizard, pilot)
        await pilot.press("down", "enter")
        await pilot.pause()
        area = cast("TextArea", wizard.focused)
        assert area.text == requirements(wizard)[1].statement.ja
        wizard.post_message(events.Paste("新"))
        await pilot.pause()
        assert requirements(wizard)[1].statement.ja == f"新{area.text[1:]}"
        assert requirements(wizard)[1].statement.en
        await pilot.press("escape")
        await pilot.pause()
        assert screen.rows.has_focus and screen.editing is None
        assert wizard.screen is screen
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert not (requirements(wizard)[1].statement.ja or "").startswith("新")
        assert screen.editing == requirements(wizard)[1].id


@pytest.mark.asyncio
async def test_choices_are_shown_by_their_labels_and_kept_by_their_ids(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        await register(wizard, pilot, "requirements[r04].criterion")
        await pilot.pause()
        line = cast("Input", wizard.focused)
        assert line.value.startswith("4.4 ")
        line.value = ""
        wizard.post_message(events.Paste("1.1"))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        first = wizard.session and wizard.session.project.criteria.all_subs()[0]
        one = wizard.session and wizard.session.project.requirement("r04")
        assert first and one and one.criterion == first.id
        assert line.value.startswith("1.1 ")


@pytest.mark.asyncio
async def test_f8_opens_the_form_of_the_next(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        screen = await register(wizard, pilot)
        await pilot.press("enter", "f8")
        await pilot.pause()
        assert screen.editing == requirements(wizard)[1].id
        assert "2/78" in said(wizard, "#register-editing")
        await pilot.press("f20")
        await pilot.pause()
        assert screen.editing == requirements(wizard)[0].id


@pytest.mark.asyncio
async def test_a_new_requirement_is_written_and_goes_on_in_its_form(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        screen = await register(wizard, pilot, "requirements[r20]")
        await pilot.press("insert")
        await pilot.pause()
        assert isinstance(wizard.screen, StatementDialog)
        wizard.post_message(events.Paste("受託者は、[red]を行うこと。"))
        await pilot.pause()
        await pilot.click("#button-add")
        await pilot.pause()
        made = next(one for one in requirements(wizard) if one.source is None and one.id == screen.editing)
        assert made.statement == Localized(ja="受託者は、[red]を行うこと。")
        assert made.item == "2.6"
        await pilot.pause()
        assert wizard.focused is not None and "acceptance" in (wizard.focused.id or "")
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert len(requirements(wizard)) == 78 and screen.editing is None


@pytest.mark.asyncio
async def test_marks_delete_and_undo(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        screen = await register(wizard, pilot)
        ids = [one.id for one in requirements(wizard)]
        await pilot.press("space", "ideographic_space")
        assert screen.marked == set(ids[:2])
        assert "印 2件" in said(wizard, "#register-shown")
        await pilot.press("delete")
        await pilot.pause()
        assert [one.id for one in requirements(wizard)] == ids[2:]
        assert "削除しました" in on_screen(wizard)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert [one.id for one in requirements(wizard)] == ids


@pytest.mark.asyncio
async def test_all_that_is_shown_is_marked_and_unmarked(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        screen = await register(wizard, pilot)
        screen.filter_by(RegisterFilter.read("非開示"))
        await until(pilot, lambda: len(screen.rows.entries) == 8)
        await pilot.press("ctrl+a")
        assert len(screen.marked) == 8
        await do(wizard, pilot, "ClearMarks")
        assert not screen.marked


@pytest.mark.asyncio
async def test_a_copy_stands_below(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        screen = await register(wizard, pilot)
        await pilot.press("ctrl+d")
        await pilot.pause()
        first, copy = requirements(wizard)[:2]
        assert copy.replace(id=first.id) == first
        assert screen.rows.current is not None and screen.rows.current.key == copy.id


@pytest.mark.asyncio
async def test_one_is_split_at_its_lines_in_both_languages(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        await register(wizard, pilot)
        first = requirements(wizard)[0]
        await do(wizard, pilot, "SplitRequirement")
        assert isinstance(wizard.screen, SplitDialog)
        await pilot.click("#button-split")
        await pilot.pause()
        assert isinstance(wizard.screen, SplitDialog), "one line is nothing to split"
        wizard.screen.query_one("#split-ja", TextArea).text = "一つ目。\n\n二つ目。\n三つ目。"
        wizard.screen.query_one("#split-en", TextArea).text = "First.\nSecond."
        await pilot.pause()
        assert "分割後: 3件" in said(wizard, "#split-preview")
        assert "うち1件は" in said(wizard, "#split-preview")
        wizard.screen.query_one("#button-split").focus()
        await pilot.press("enter")
        await pilot.pause()
        parts = requirements(wizard)[:3]
        assert [one.statement for one in parts] == [
            Localized(ja="一つ目。", en="First."),
            Localized(ja="二つ目。", en="Second."),
            Localized(ja="三つ目。"),
        ]
        assert {one.acceptance for one in parts} == {first.acceptance}
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert requirements(wizard)[0] == first and len(requirements(wizard)) == 78


@pytest.mark.asyncio
async def test_marked_ones_are_merged(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        await register(wizard, pilot)
        first, second = requirements(wizard)[:2]
        await pilot.press("space", "space")
        await do(wizard, pilot, "MergeRequirements")
        assert isinstance(wizard.screen, MergeDialog)
        area = wizard.screen.query_one("#merge-ja", TextArea)
        assert area.text == f"{first.statement.ja}{second.statement.ja}"
        area.text = "まとめて行うこと。"
        wizard.screen.query_one("#button-merge").focus()
        await pilot.press("enter")
        await pilot.pause()
        assert len(requirements(wizard)) == 77
        assert requirements(wizard)[0].statement.ja == "まとめて行うこと。"
        assert "1件にまとめました" in on_screen(wizard)


@pytest.mark.asyncio
async def test_withheld_and_disclosed_are_not_merged(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        await register(wizard, pilot)
        await pilot.press("down", "space", "space")
        await do(wizard, pilot, "MergeRequirements")
        assert isinstance(wizard.screen, ProblemDialog)
        assert "混じっています" in on_screen(wizard)


@pytest.mark.asyncio
async def test_many_get_the_same(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        await register(wizard, pilot)
        await pilot.press("space", "space")
        await do(wizard, pilot, "ChangeMany")
        assert isinstance(wizard.screen, ManyDialog)
        await pilot.press("right", "right", "right", "tab", "down", "tab")
        wizard.post_message(events.Paste("業務部"))
        await pilot.pause()
        wizard.screen.query_one("#button-change").focus()
        await pilot.press("enter")
        await pilot.pause()
        first = wizard.session and wizard.session.project.criteria.all_subs()[0]
        for one in requirements(wizard)[:2]:
            assert (one.priority, one.owner and one.owner.ja) == (Priority.COULD, "業務部")
            assert first and one.criterion == first.id
        assert requirements(wizard)[2].priority is Priority.SHOULD


@pytest.mark.asyncio
async def test_ready_statements_are_found_picked_and_taken(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        screen = await register(wizard, pilot, "requirements[r20]")
        await pilot.press("f6")
        await pilot.pause()
        dialog = wizard.screen
        assert isinstance(dialog, LibraryDialog)
        listed = dialog.query_one(LongList)
        await until(pilot, lambda: bool(listed.entries))
        assert "383件中 383件" in said(wizard, "#library-shown")
        taken = {one.source for one in requirements(wizard)}
        dialog.query_one("#library-search").focus()
        wizard.post_message(events.Paste("折り返し"))
        await pilot.pause()
        free = [one.key for one in listed.entries if one.stop and one.key not in taken]
        assert free and len([one for one in listed.entries if one.stop]) < 383
        listed.focus()
        listed.go(free[0])
        await pilot.press("space")
        await pilot.pause()
        await pilot.click("#button-add")
        await pilot.pause()
        assert free[0] in {one.source for one in requirements(wizard)}
        assert len(requirements(wizard)) == 79
        current = screen.current()
        assert current is not None and current.source == free[0]


@pytest.mark.asyncio
async def test_what_is_taken_cannot_be_taken_again(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        await register(wizard, pilot)
        await pilot.press("f6")
        await pilot.pause()
        dialog = wizard.screen
        listed = dialog.query_one(LongList)
        await until(pilot, lambda: bool(listed.entries))
        taken = requirements(wizard)[0].source
        assert taken is not None and listed.go(taken)
        await pilot.press("space")
        await pilot.click("#button-add")
        await pilot.pause()
        assert len(requirements(wizard)) == 78


@pytest.mark.asyncio
async def test_details_stand_beside_the_list_or_behind_f7(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        screen = await register(wizard, pilot, "requirements[r20]")
        assert not screen.query_one("#register-right").display
        await pilot.press("f7")
        await pilot.pause()
        assert "達成の確認方法" in on_screen(wizard)
        await pilot.press("escape")
        await pilot.pause()
        assert screen.rows.has_focus
    wide = wizard_on(tmp_path)
    async with wide.run_test(size=WIDE, notifications=True) as pilot:
        await register(wide, pilot, "requirements[r20]")
        assert "達成の確認方法" in on_screen(wide) and "非開示" in on_screen(wide)


@pytest.mark.asyncio
async def test_findings_are_marked_and_explained(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=WIDE, notifications=True) as pilot:
        screen = await register(wizard, pilot, "requirements[r03]")
        await until(pilot, lambda: bool(screen.with_findings()))
        assert "r03" in screen.with_findings()
        assert "助言" in said(wizard, "#register-details")
        screen.filter_by(RegisterFilter.read("指摘"))
        await until(pilot, lambda: len(screen.rows.entries) < 78)
        assert {entry.key for entry in screen.rows.entries} == set(screen.with_findings())


@pytest.mark.asyncio
async def test_a_place_of_withholding_leads_to_its_screen(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        await register(wizard, pilot, "requirements[r20].withholding.guide")
        await pilot.pause()
        assert getattr(wizard.screen, "place_key", "") == "withholding"


@pytest.mark.asyncio
async def test_the_command_leads_to_the_withholding_screen(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        await register(wizard, pilot)
        await do(wizard, pilot, "ToWithholding")
        assert getattr(wizard.screen, "place_key", "") == "withholding"


@pytest.mark.asyncio
async def test_another_language_keeps_filter_cursor_and_form(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        screen = await register(wizard, pilot)
        screen.filter_by(RegisterFilter.read("推奨"))
        await until(pilot, lambda: len(screen.rows.entries) < 78)
        await pilot.press("down", "f12")
        await pilot.pause()
        current = screen.rows.current
        assert screen.query_one("#register-filter", Input).value == "Should"
        assert current is not None and current is screen.rows.entries[1]
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("f12")
        await pilot.pause()
        await pilot.pause()
        assert screen.editing == current.key
        one = wizard.session and wizard.session.project.requirement(current.key)
        assert one and cast("TextArea", wizard.focused).text == one.statement.ja


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.asyncio
async def test_hostile_texts_are_shown_to_the_letter(tmp_path: Path, text: str) -> None:
    wizard = wizard_on(tmp_path, None)
    async with wizard.run_test(size=WIDE, notifications=True) as pilot:
        await pilot.pause()
        assert wizard.session is not None
        one = Requirement(id="h", item="2.1", statement=Localized(ja=text), owner=Localized(ja=f"{text}部"))
        wizard.session.document.change(
            with_value(wizard.session.project, "requirements", (one,)), "requirements"
        )
        screen = await register(wizard, pilot)
        assert on_screen(wizard).count(text) >= 2
        assert said(wizard, "#register-details").count(text) == 2
        screen.query_one("#register-filter", Input).value = f'"{text}"'
        await until(pilot, lambda: "を含む" in said(wizard, "#register-shown"))
        assert f"「{text}」を含む" in said(wizard, "#register-shown")
        await pilot.press("enter")
        await pilot.pause()
        assert cast("TextArea", wizard.focused).text == text


@pytest.mark.asyncio
async def test_the_english_register_fits_a_small_terminal(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path, lang=Lang.EN)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        await register(wizard, pilot)
        shown = on_screen(wizard)
        assert "Requirement register" in shown and "Withheld" in shown and "Priority" in shown
        assert "F10 Commands" in shown


def test_every_command_of_the_register_has_words() -> None:
    for one in REGISTER:
        assert one.label.ja and one.label.en and one.help.ja and one.help.en
