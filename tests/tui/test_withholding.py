"""Withholding in the wizard: reasons, points against the cap, and what a vendor will read."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from rfp_builder.check.report import check
from rfp_builder.i18n import Lang
from rfp_builder.model.localized import Localized
from rfp_builder.model.rfp import Issue
from rfp_builder.tui.screens.withholding import WithholdingScreen
from rfp_builder.tui.widgets.key_bar import KeyBar
from rfp_builder.tui.withholding.lines import row
from tests.maker import HOSTILE
from tests.tui.criteria_by_keys import Hand, hand_on
from tests.tui.wizard import TODAY

pytestmark = pytest.mark.asyncio
LIST, GAUGE, OURS, THEIRS = "#withheld-list", "#withheld-gauge", "#withheld-known", "#withheld-read"


def withheld(hand: Hand) -> set[str]:
    return {one.id for one in hand.project.requirements if one.withholding is not None}


async def test_the_gauge_and_the_filters(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "withholding") as hand:
        assert "100 / 150点" in hand.text(GAUGE) and "非開示 8件" in hand.text(GAUGE)
        assert "課題の発見 40点（3件）" in hand.text(GAUGE)
        assert "発行すると" in hand.text(GAUGE)
        assert len(hand.rows(LIST)) == 78
        await hand.press("f8")
        assert len(hand.rows(LIST)) == 8
        assert all("* 非開示" in row for row in hand.rows(LIST))
        await hand.press("f8")
        assert len(hand.rows(LIST)) == 12
        await hand.press("f20", "f20")
        assert len(hand.rows(LIST)) == 78


async def test_one_item_only(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "withholding") as hand:
        await hand.press("f6")
        await hand.press("down", "down", "enter")
        assert [row.split()[1] for row in hand.rows(LIST)] == ["1.2", "1.2"] or all(
            "1.2" in row for row in hand.rows(LIST)
        )
        assert "項目: 1.2" in hand.text("#withheld-filter")
        await hand.press("f6")
        await hand.press("up", "up", "enter")
        assert len(hand.rows(LIST)) == 78


async def test_space_withholds_and_undo_discloses(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "withholding") as hand:
        screen = hand.wizard.screen
        assert isinstance(screen, WithholdingScreen)
        screen.go_to("requirements[r34].withholding")
        await hand.rest()
        assert screen.chosen is not None and screen.chosen.withholding is None
        assert next(line for line in hand.rows(LIST) if " r34 " in line).strip().startswith("開示")
        await hand.press("space")
        assert "r34" in withheld(hand)
        assert "非開示 9件" in hand.text(GAUGE)
        assert "r34 を非開示にしました。" in hand.toasts
        await hand.press("space")
        assert "r34" not in withheld(hand)
        document = hand.wizard.session.document  # type: ignore[union-attr]
        document.undo()
        await hand.rest()
        assert "r34" in withheld(hand)
        document.undo()
        await hand.rest()
        assert "r34" not in withheld(hand)


async def test_an_undo_comes_back_to_the_row(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "withholding") as hand:
        await hand.press("f8", "down", "space")
        assert len(hand.rows(LIST)) == 7
        await hand.press("ctrl+z")
        screen = hand.wizard.screen
        assert isinstance(screen, WithholdingScreen)
        assert screen.chosen is not None and screen.chosen.id == "r20"
        assert screen.chosen.withholding is not None


async def test_the_list_of_commands_has_those_of_this_screen(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "withholding") as hand:
        await hand.press("f10")
        await hand.say("項目で絞る")
        await hand.found_in_palette()
        await hand.press("down", "enter")
        assert "どの項目の要件" in hand.text(".dialog-title")


async def test_a_fact_stays_and_the_reason_is_said(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "withholding") as hand:
        assert "非開示にできない: 委託の目的、範囲、前提です" in hand.text(OURS)
        before = hand.project.requirements
        await hand.press("space")
        assert hand.project.requirements == before
        assert any("委託の目的" in told for told in hand.toasts)


async def test_the_preview_follows_at_once(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "withholding", size=(120, 36)) as hand:
        screen = hand.wizard.screen
        assert isinstance(screen, WithholdingScreen)
        screen.go_to("requirements[r20]")
        await hand.rest()
        one = hand.project.requirement("r20")
        assert one is not None and one.withholding is not None and one.withholding.open_question is not None
        statement, question = one.statement.to(Lang.JA), one.withholding.open_question.to(Lang.JA)
        assert statement in hand.text(OURS) and statement not in hand.text(THEIRS)
        assert f"Q-01 {question}" in hand.text(THEIRS)
        await hand.press("space")
        assert statement in hand.text(THEIRS) and question not in hand.text(THEIRS)


async def test_without_a_question_it_says_that_nothing_is_printed(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "withholding") as hand:
        screen = hand.wizard.screen
        assert isinstance(screen, WithholdingScreen)
        screen.go_to("requirements[r03]")
        await hand.rest()
        assert "何も載りません" in hand.text(THEIRS)


async def test_in_a_small_terminal_f7_shows_the_other_side(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "withholding") as hand:
        ours, theirs = (hand.wizard.screen.query_one(one) for one in ("#withheld-ours", "#withheld-theirs"))
        assert ours.size and not theirs.size
        await hand.press("f7")
        assert theirs.size and not ours.size


async def test_in_a_wide_terminal_both_sides_stand_beside_each_other(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "withholding", size=(120, 36)) as hand:
        ours, theirs = (hand.wizard.screen.query_one(one) for one in ("#withheld-ours", "#withheld-theirs"))
        assert ours.region.right <= theirs.region.x and theirs.size
        await hand.press("f7")
        assert hand.wizard.focused is ours


async def test_question_and_guide_are_written_in_place(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "withholding") as hand:
        screen = hand.wizard.screen
        assert isinstance(screen, WithholdingScreen)
        await hand.press("enter")
        assert any("先に Space" in told for told in hand.toasts)
        screen.go_to("requirements[r03]")
        await hand.press("enter")
        await hand.say("連絡が減るために、貴社は何をしますか。")
        one = hand.project.requirement("r03")
        assert one is not None and one.withholding is not None
        assert one.withholding.open_question == Localized(ja="連絡が減るために、貴社は何をしますか。")
        await hand.press("escape")
        assert "連絡が減るために" in hand.text(OURS)


async def test_where_it_is_scored(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "withholding") as hand:
        screen = hand.wizard.screen
        assert isinstance(screen, WithholdingScreen)
        screen.go_to("requirements[r20]")
        await hand.press("f4")
        await hand.press("down", "enter")
        one = hand.project.requirement("r20")
        assert one is not None and one.withholding is not None
        assert one.withholding.criterion == "concreteness"
        assert "課題の発見 40点（2件）" in hand.text(GAUGE)


async def test_without_the_usual_criterion_it_is_asked(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "withholding") as hand:
        document = hand.wizard.session.document  # type: ignore[union-attr]
        project = hand.project
        kept = tuple(one for one in project.criteria.criteria if one.id != "proposal")
        document.change(
            project.replace(
                criteria=project.criteria.replace(criteria=kept),
                requirements=tuple(one.replace(withholding=None) for one in project.requirements),
            ),
            "criteria",
        )
        screen = hand.wizard.screen
        assert isinstance(screen, WithholdingScreen)
        screen.go_to("requirements[r34]")
        await hand.press("space")
        await hand.press("enter")
        one = hand.project.requirement("r34")
        assert one is not None and one.withholding is not None
        assert one.withholding.criterion == "price-structure"


async def test_above_the_cap_is_said_in_words(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "withholding") as hand:
        document = hand.wizard.session.document  # type: ignore[union-attr]
        document.set("criteria.withheld_cap", Decimal(9))
        await hand.rest()
        assert "! 上限を超えています" in hand.text(GAUGE)


async def test_a_leak_is_warned_of(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "withholding") as hand:
        session = hand.wizard.session
        assert session is not None
        one = hand.project.requirement("r20")
        assert one is not None
        session.document.set("rfp.background", one.statement)
        session.take_report(check(hand.project, TODAY))
        hand.wizard.screen.report_changed()  # type: ignore[attr-defined]
        await hand.rest()
        assert "非開示の内容に触れています" in hand.text(GAUGE)


async def test_after_the_issue_nothing_changes(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "withholding") as hand:
        document = hand.wizard.session.document  # type: ignore[union-attr]
        issue = Issue(version="1.0", issued_on=TODAY, files=(), requirements=(), criteria_digest="0" * 64)
        document.change(hand.project.replace(issues=(issue,)), "issues")
        await hand.rest()
        before = hand.project.requirements
        assert "発行済みです" in hand.text(GAUGE)
        assert "確定しました" in hand.text("#withheld-lead") and "Space" not in hand.text("#withheld-lead")
        assert "評価細目" not in hand.text("#withheld-offers")
        assert "Space" not in str(hand.wizard.screen.query_one(KeyBar).render())
        for keys in (("space",), ("enter",), ("f4",)):
            await hand.press(*keys)
        assert hand.project.requirements == before
        assert any("発行済みのため" in told for told in hand.toasts)


async def test_no_notice_says_what_is_withheld(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "withholding") as hand:
        await hand.press("f8")
        for _ in range(4):
            await hand.press("space", "down")
        secrets = {one.statement.to(lang) for one in hand.project.requirements for lang in Lang}
        assert hand.toasts and not any(secret in told for secret in secrets for told in hand.toasts)


async def test_the_requirement_opens_in_the_register(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "withholding") as hand:
        await hand.command("ToRegister")
        assert not isinstance(hand.wizard.screen, WithholdingScreen)


async def test_help_says_what_may_go(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "withholding") as hand:
        await hand.press("f1")
        assert "非開示にする要件の選び方" in hand.text(".dialog-title")


async def test_an_empty_register_says_what_to_do(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "withholding", sample=None) as hand:
        said = hand.text("#withheld-none")
        assert "要件台帳へ登録" in said and "非開示可" in said
        await hand.press("space", "enter", "f4", "f7")
        assert hand.project.requirements == ()


async def test_hostile_texts_are_shown_to_the_letter(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "withholding", size=(120, 36)) as hand:
        document = hand.wizard.session.document  # type: ignore[union-attr]
        screen = hand.wizard.screen
        assert isinstance(screen, WithholdingScreen)
        for text in (*HOSTILE[:6], "=1+1", "<b>&", "𠮷野家"):
            document.set("requirements[r20].statement", Localized(ja=text))
            document.set("requirements[r20].withholding.open_question", Localized(ja=f"{text}?"))
            screen.go_to("requirements[r20]")
            await hand.rest()
            assert any(text in row for row in hand.rows(LIST)), text
            assert text in hand.text(OURS) and f"{text}?" in hand.text(THEIRS), text


async def test_a_check_that_ends_before_the_screen_is_made_does_no_harm(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "withholding") as hand:
        screen = WithholdingScreen()
        hand.wizard.push_screen(screen)
        screen.report_changed()
        await hand.rest()
        assert hand.wizard.screen is screen


async def test_all_of_it_in_english(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "withholding", lang=Lang.EN) as hand:
        first = hand.project.requirements[0]
        assert "! must be told " in str(row(first, Lang.EN, 76, troubled=False))
        assert "! 開示が必要 " in str(row(first, Lang.JA, 76, troubled=False))
        assert "100 of 150" in hand.text(GAUGE)
        await hand.press("f12")
        assert "100 / 150点" in hand.text(GAUGE)
        assert "この項目" not in hand.text(THEIRS)
