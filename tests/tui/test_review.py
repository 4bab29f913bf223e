"""The review: every answer, findings on top, Enter to the field and back to the same line."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from textual.pilot import Pilot

from rfp_builder.i18n import Lang
from rfp_builder.model.localized import Localized
from rfp_builder.tui import road
from rfp_builder.tui.app import Wizard
from rfp_builder.tui.commands.review import REVIEW
from rfp_builder.tui.review.entry import ReviewEntry
from rfp_builder.tui.screens.home import Home
from rfp_builder.tui.screens.review import ReviewScreen
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.reviewing import ReviewLine, Says
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on

SMALL = (80, 24)


async def review(wizard: Wizard, pilot: Pilot[None]) -> ReviewScreen:
    """The review in front, with the check done."""
    await until(pilot, lambda: wizard.session is not None and wizard.session.report is not None)
    await pilot.press("f9")
    await pilot.pause()
    return cast("ReviewScreen", wizard.screen)


def lines(screen: ReviewScreen) -> list[ReviewLine]:
    return [entry.line for entry in screen.rows.entries if isinstance(entry, ReviewEntry)]


def on_screen(wizard: Wizard) -> str:
    strips = wizard.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


@pytest.mark.asyncio
async def test_f9_shows_answers_and_what_is_counted(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        screen = await review(wizard, pilot)
        counted = str(screen.query_one("#review-counted", Said).visual)
        assert "必要な回答 1,465件のうち 1,465件。指摘 7件（要対応 0件）。" in counted
        assert "1.1 方針" in on_screen(wizard)


@pytest.mark.asyncio
async def test_enter_leads_to_the_field_and_escape_back_to_the_line(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        screen = await review(wizard, pilot)
        await pilot.press("2", "down", "down")
        await pilot.pause()
        before = screen.here
        assert before.startswith("work.")
        await pilot.press("enter")
        await pilot.pause()
        assert getattr(wizard.screen, "place_key", "") == "section.2"
        await pilot.press("f9")
        await pilot.pause()
        assert wizard.screen is screen and screen.here == before
        await pilot.press("enter")
        await pilot.pause()
        while wizard.screen is not screen:
            await pilot.press("escape")
            await pilot.pause()
            assert not isinstance(wizard.screen, Home)
        assert screen.here == before
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(wizard.screen, Home)


@pytest.mark.asyncio
async def test_a_change_is_shown_on_the_return(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        screen = await review(wizard, pilot)
        road.go(wizard, "overview.policy.policy")
        await pilot.pause()
        assert wizard.session is not None
        wizard.session.document.set("overview.policy.policy", Localized(ja="[red]新しい方針[/]"))
        await pilot.press("f9")
        await pilot.pause()
        assert any(one.text == "[red]新しい方針[/]" for one in lines(screen))
        assert "[red]新しい方針[/]" in on_screen(wizard)


@pytest.mark.asyncio
async def test_only_findings_are_shown_and_all_again(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        screen = await review(wizard, pilot)
        everything = len(lines(screen))
        await pilot.press("f7")
        await pilot.pause()
        assert {one.says for one in lines(screen)} == {Says.PART, Says.ITEM, Says.FINDING}
        assert "指摘だけを表示しています。" in str(screen.query_one("#review-counted", Said).visual)
        assert "助言" in on_screen(wizard)
        await pilot.press("f7")
        assert len(lines(screen)) == everything
        await pilot.press("2", "f7")
        assert screen.part == 2 and screen.here.startswith("work.")


@pytest.mark.asyncio
async def test_digits_and_f8_go_to_sections(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        screen = await review(wizard, pilot)
        await pilot.press("5")
        assert screen.part == 5
        await pilot.press("fullwidth_digit_three")
        assert screen.part == 3
        await pilot.press("f8")
        await pilot.pause()
        assert screen.part == 4
        assert "4 運営管理方法" in on_screen(wizard)
        await pilot.press("f20")
        assert screen.part == 3


@pytest.mark.asyncio
async def test_it_opens_where_one_was(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        await until(pilot, lambda: wizard.session is not None and wizard.session.report is not None)
        road.go(wizard, "definition.ict")
        await pilot.pause()
        screen = await review(wizard, pilot)
        assert screen.part == 5


@pytest.mark.asyncio
async def test_unanswered_questions_are_said_in_words(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path, None)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        screen = await review(wizard, pilot)
        assert "未回答" in on_screen(wizard)
        assert "要対応" in on_screen(wizard)
        first = lines(screen)[0]
        assert first.label == "1 概要"


@pytest.mark.asyncio
async def test_another_language_keeps_the_line(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=SMALL, notifications=True) as pilot:
        screen = await review(wizard, pilot)
        await pilot.press("4", "down")
        before = screen.here
        await pilot.press("f12")
        await pilot.pause()
        assert screen.here == before
        assert "required answers" in on_screen(wizard)


@pytest.mark.parametrize("width", [24, 40, 76, 120])
@pytest.mark.parametrize("says", list(Says))
def test_no_line_is_wider_than_the_list(width: int, says: Says) -> None:
    text = "受託者は、Within 5 business days 報告書を提出すること。" * 3
    entry = ReviewEntry(ReviewLine(says, 1, "work", text, text), "key", Lang.JA)
    drawn = entry.lines(width)
    assert entry.height(width) == len(drawn)
    if says not in (Says.PART, Says.ITEM):
        assert max(line.cell_length for line in drawn) <= width
        said = "".join("".join(line.plain.split()) for line in drawn)
        assert said.count("報告書を提出すること。") == 6


@pytest.mark.parametrize("text", ["[red]", "[/]", "[a={'b[0]'}]", "{{ x }}", "=1+1", "<b>&", "𠮷野"])
def test_hostile_texts_are_shown_to_the_letter(text: str) -> None:
    for says in Says:
        entry = ReviewEntry(ReviewLine(says, 1, "work", text, text), "key", Lang.JA)
        assert text in "\n".join(line.plain for line in entry.lines(80))


def test_every_command_of_the_review_has_words() -> None:
    for one in REVIEW:
        assert one.label.ja and one.label.en and one.help.ja and one.help.en
