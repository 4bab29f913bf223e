"""Criteria in the wizard: what one sees, and what the project holds after the keys."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from textual.widgets import OptionList

from rfp_builder.check.report import check
from rfp_builder.i18n import Lang
from rfp_builder.model.criteria import Anchor, Criteria, Lock, TieBreak
from rfp_builder.model.localized import Localized
from rfp_builder.tui.criteria.lines import sum_line
from rfp_builder.tui.criteria.method import MethodPart
from rfp_builder.tui.criteria.people import EvaluatorList
from rfp_builder.tui.screens.criteria import CriteriaScreen
from rfp_builder.tui.screens.criterion import CriterionScreen
from rfp_builder.tui.screens.home import Home
from rfp_builder.workspace.workspace import Workspace
from tests.maker import HOSTILE
from tests.tui.criteria_by_keys import Hand, hand_on
from tests.tui.waiting import until
from tests.tui.wizard import TODAY

pytestmark = pytest.mark.asyncio
SUM = "#criteria-sum"
TREE = "#criteria-tree"


def points_of(hand: Hand, sub: str) -> Decimal:
    found = hand.project.criteria.sub(sub)
    assert found is not None
    return found.points


async def test_points_are_typed_on_the_row_and_the_sum_follows(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria") as hand:
        assert hand.text(SUM).startswith("配点 1,000 / 1,000点（過不足なし）")
        assert "総額" in hand.rows(TREE)[1] and "18.0%" in hand.rows(TREE)[1]
        await hand.press("down", "down", "4")
        assert hand.text(SUM).startswith("配点 989 / 1,000点（残り11点）")
        assert "4_" in hand.rows(TREE)[2]
        await hand.press("5")
        assert hand.text(SUM).startswith("配点 1,030 / 1,000点（30点 超過）")
        await hand.press("enter")
        assert points_of(hand, "price-structure") == 45
        assert hand.wizard.screen.query_one(TREE).highlighted == 3  # type: ignore[attr-defined]
        await hand.press("ctrl+z")
        assert points_of(hand, "price-structure") == 15
        await hand.press("ctrl+y")
        assert points_of(hand, "price-structure") == 45


async def test_digits_committed_by_an_ime_and_a_correction(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria") as hand:
        await hand.press("down", "down", "１", "２", ".", "５", "backspace", "backspace")
        assert points_of(hand, "price-structure") == 12
        await hand.press("down", "7")
        assert points_of(hand, "price-structure") == 12
        assert points_of(hand, "volume-flexibility") == 7


async def test_an_undo_takes_back_what_is_being_typed(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria") as hand:
        await hand.press("down", "down", "4", "5", "ctrl+z")
        assert "15点" in hand.rows(TREE)[2]
        await hand.press("4", "backspace")
        assert points_of(hand, "price-structure") == 15


async def test_a_click_marks_a_row_and_a_second_one_opens_it(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria") as hand:
        await hand.pilot.click(TREE, offset=(6, 3))
        await hand.rest()
        assert isinstance(hand.wizard.screen, CriteriaScreen)
        assert hand.wizard.screen.points.rows.highlighted == 3
        await hand.pilot.click(TREE, offset=(6, 3))
        await hand.rest()
        assert isinstance(hand.wizard.screen, CriterionScreen)


async def test_digits_on_a_criterion_say_where_points_go(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria") as hand:
        before = hand.project.criteria
        await hand.press("9")
        assert hand.project.criteria == before
        assert any("評価細目の行" in told for told in hand.toasts)


async def test_the_list_of_commands_has_those_of_this_part(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria") as hand:
        await hand.press("down", "down", "f10")
        await hand.say("複製")
        await hand.found_in_palette()
        await hand.press("down", "enter")
        assert "料金の計算方法（写し）" in hand.rows(TREE)[3]


async def test_f4_begins_with_what_is_there(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria") as hand:
        await hand.press("down", "down", "f4", "0", "enter")
        assert points_of(hand, "price-structure") == 150


async def test_a_new_one_a_copy_a_move_and_a_deletion_are_one_step_each(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria.criteria[quality].subs[monitoring].points") as hand:
        before = hand.project
        await hand.press("insert")
        await hand.say("緊急時の対応")
        await hand.press("enter")
        assert "緊急時の対応" in next(row for row in hand.rows(TREE) if "4.2" in row)
        await hand.press("ctrl+down")
        assert "緊急時の対応" in next(row for row in hand.rows(TREE) if "4.3" in row)
        await hand.press("ctrl+up")
        await hand.command("CopyNode")
        assert "緊急時の対応（写し）" in next(row for row in hand.rows(TREE) if "4.3" in row)
        await hand.press("delete")
        await hand.press("tab", "enter")
        assert not any("写し" in row for row in hand.rows(TREE))
        await hand.press("up", "ctrl+k")
        await hand.press("tab", "enter")
        assert hand.project.criteria == before.criteria
        for _ in range(6):
            await hand.press("ctrl+z")
        assert hand.project.criteria == before.criteria


async def test_deleting_asks_and_says_what_is_lost(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria.criteria[quality].subs[monitoring].points") as hand:
        await hand.press("delete")
        assert "配点30点が空きます" in hand.text(".dialog-text")
        await hand.press("escape")
        assert points_of(hand, "monitoring") == 30


async def test_what_withheld_requirements_hang_on_is_not_deleted(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria.criteria[proposal].subs[insight].points") as hand:
        await hand.press("delete")
        assert "削除できません" in hand.text(".dialog-title")


async def test_a_criterion_of_ones_own(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria") as hand:
        await hand.command("NewCriterion")
        await hand.say("環境への配慮")
        await hand.press("enter")
        assert hand.project.criteria.criteria[1].name == Localized(ja="環境への配慮")


async def test_the_rest_is_spread_at_once(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria") as hand:
        await hand.press("down", "0")
        assert "残り180点" in hand.text(SUM)
        await hand.command("SpreadRest")
        assert "過不足なし" in hand.text(SUM)
        await hand.command("SpreadRest")
        assert "配る点は残っていません。" in hand.toasts


async def test_an_empty_project_takes_ready_criteria(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria", sample=None) as hand:
        document = hand.wizard.session.document  # type: ignore[union-attr]
        document.set("criteria.criteria", ())
        await hand.rest()
        assert "F6" in hand.text("#criteria-empty")
        await hand.press("f6")
        await hand.press("space")
        assert hand.text("#ready-count") == "4件を選んでいます。"
        await hand.press("tab", "enter")
        assert [one.name.ja for one in hand.project.criteria.criteria] == ["コスト"]
        assert "4" in hand.text(SUM) or "250" in hand.text(SUM)


async def test_the_text_beside_the_tree(tmp_path: Path) -> None:
    place = "criteria.criteria[quality].subs[monitoring].points"
    async with hand_on(tmp_path, place, size=(120, 36)) as hand:
        said = hand.text("#criteria-about-text")
        assert "評価する対象" in said and "4 極めて優れる" in said and "CS部" in said
        await hand.press("f7")
        assert hand.wizard.focused is hand.wizard.screen.query_one("#criteria-about")


@pytest.mark.parametrize("size", [(80, 24), (130, 36)])
async def test_escape_leads_from_the_text_to_the_tree_before_it_leaves(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with hand_on(tmp_path, "criteria", size=size) as hand:
        await hand.press("f7")
        assert hand.wizard.focused is hand.wizard.screen.query_one("#criteria-about")
        await hand.press("escape")
        assert hand.wizard.focused is hand.wizard.screen.query_one("#criteria-tree")
        await hand.press("escape")
        assert isinstance(hand.wizard.screen, Home)


async def test_in_a_small_terminal_f7_shows_the_text_instead(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria") as hand:
        tree, beside = (hand.wizard.screen.query_one(one) for one in (TREE, "#criteria-about"))
        assert tree.display and not beside.size
        await hand.press("f7")
        assert beside.size and not tree.size
        await hand.press("f7")
        assert tree.size and not beside.size


async def test_texts_are_edited_as_they_are_typed(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria.criteria[quality].subs[monitoring].points") as hand:
        await hand.press("enter")
        assert isinstance(hand.wizard.screen, CriterionScreen)
        await hand.press("end")
        await hand.say("の品質")
        found = hand.project.criteria.sub("monitoring")
        assert found is not None and found.name == Localized(ja="モニタリングの品質", en="Monitoring")
        await hand.press("escape")
        assert isinstance(hand.wizard.screen, CriteriaScreen)
        assert any("モニタリングの品質" in row for row in hand.rows(TREE))


async def test_an_anchor_is_begun_changed_and_emptied(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria") as hand:
        document = hand.wizard.session.document  # type: ignore[union-attr]
        path = "criteria.criteria[quality].subs[monitoring].anchors"
        document.set(path, (Anchor(score=0, text=Localized(ja="書かれていない。")),))
        await hand.go(path)
        await hand.say("頻度が書かれている。")
        anchors = hand.project.criteria.sub("monitoring").anchors  # type: ignore[union-attr]
        assert [(one.score, one.text.ja) for one in anchors] == [
            (0, "書かれていない。"),
            (1, "頻度が書かれている。"),
        ]
        for _ in range(10):
            await hand.press("backspace")
        anchors = hand.project.criteria.sub("monitoring").anchors  # type: ignore[union-attr]
        assert [one.score for one in anchors] == [0]


async def test_f8_goes_through_all_rows(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria") as hand:
        await hand.press("enter")
        await hand.press("f8")
        assert "1.1 総額" in hand.text("#title-place")
        await hand.press("f20")
        assert "1 コスト" in hand.text("#title-place")


async def test_evaluators_of_a_sub_criterion(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria.criteria[quality].subs[monitoring].evaluators") as hand:
        before = hand.project.criteria.sub("monitoring")
        assert before is not None and before.evaluators == ("cs", "qa")
        await hand.press("down", "space")
        after = hand.project.criteria.sub("monitoring")
        assert after is not None and after.evaluators == ("cs", "it", "qa")


async def test_help_says_what_a_field_is_for(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria.criteria[quality].subs[monitoring].looks_at") as hand:
        await hand.press("f1")
        assert "評価する対象" in hand.text(".dialog-title")
        await hand.press("escape")
        await hand.press("escape")
        await hand.press("f1")
        assert "評価基準の決め方" in hand.text(".dialog-title")


async def test_the_worked_table_follows_formula_and_ceiling(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria.price_formula", size=(100, 40)) as hand:
        said = hand.text("#price-table")
        assert "社外秘" in said and "1,371,600,000円" in said
        assert "54.00点" in said and "選外" in said
        document = hand.wizard.session.document  # type: ignore[union-attr]
        document.set("work.constraints.ceiling_price", None)
        await hand.rest()
        assert "予定価格が要ります" in hand.text("#price-table")
        document.set("criteria.price_formula", "lowest_over_price")
        await hand.rest()
        assert "最低価格の110%" in hand.text("#price-table")


async def test_the_method_is_typed_and_undone(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria.total_points") as hand:
        await hand.press("backspace", "backspace", "backspace", "backspace", "backspace")
        await hand.say("１，１００")
        assert hand.project.criteria.total_points == 1100
        assert "残り100点" in hand.text(SUM)


async def test_what_is_typed_while_the_method_is_built_is_not_lost(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria") as hand:
        method = hand.wizard.screen.query_one(MethodPart)
        async with method._building:
            await hand.pilot.press("f8", "f8")
        await hand.rest()
        assert isinstance(hand.wizard.focused, EvaluatorList)


async def test_ties_are_chosen_from_orders_that_end(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria.ties") as hand:
        await hand.command("ChooseTies")
        await hand.press("down", "enter")
        assert hand.project.criteria.ties == (TieBreak.HIGHER_QUALITY, TieBreak.COUNCIL)
        assert "品質の得点の高い者" in hand.text("#ties-line")


async def test_the_scale_grows_and_shrinks(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria.scale") as hand:
        await hand.command("AddStep")
        await hand.say("最高")
        await hand.press("enter")
        assert len(hand.project.criteria.scale) == 6
        assert len(hand.wizard.screen.query(".grade")) == 6
        await hand.command("DropStep")
        assert len(hand.wizard.screen.query(".grade")) == 5


@pytest.mark.parametrize("command", ["ToGates", "ToCeiling"])
async def test_what_belongs_elsewhere_is_opened_there(command: str, tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria.ties") as hand:
        await hand.command(command)
        assert not isinstance(hand.wizard.screen, CriteriaScreen)


async def test_evaluators_come_are_edited_and_go(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "evaluators") as hand:
        assert "CS部" in hand.rows("#evaluators-list")[0]
        await hand.press("insert")
        await hand.say("経営企画部")
        await hand.press("enter")
        added = hand.project.evaluators[-1]
        assert added.label == Localized(ja="経営企画部")
        await hand.press("enter")
        await hand.press("space")
        assert any(added.id in sub.evaluators for sub in hand.project.criteria.all_subs())
        await hand.press("escape")
        assert "担当 1 /" in hand.rows("#evaluators-list")[-1]
        await hand.press("delete")
        await hand.press("tab", "enter")
        assert added not in hand.project.evaluators
        await hand.press("ctrl+z")
        assert added.id in {one.id for one in hand.project.evaluators}


async def test_agreement_is_recorded_and_shows_what_changed_since(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria.lock") as hand:
        assert hand.text("#agreement-state").startswith("合意 0 / 5")
        await hand.press("space")
        assert hand.text("#agreement-state").startswith("合意 1 / 5")
        assert "v 合意済み" in hand.rows("#agreement-list")[0]
        assert "2026年11月22日" in hand.rows("#agreement-list")[0]
        document = hand.wizard.session.document  # type: ignore[union-attr]
        document.set("criteria.withheld_cap", Decimal(10))
        await hand.rest()
        assert "! 合意後に変更あり" in hand.rows("#agreement-list")[0]
        await hand.press("ctrl+z")
        await hand.go("criteria.lock")
        assert "v 合意済み" in hand.rows("#agreement-list")[0]
        await hand.press("space")
        assert hand.project.agreements == ()
        assert "全員の合意がそろったら" in hand.text("#agreement-state")
        await hand.press(*["space", "down"] * 5)
        assert "全員の合意がそろいました" in hand.text("#agreement-state")


async def test_somebody_else_agrees(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria.lock") as hand:
        await hand.press("insert")
        await hand.say("選定委員会")
        await hand.press("enter")
        assert "選定委員会" in hand.rows("#agreement-list")[-1]


async def test_locking_says_what_it_locks_and_cannot_be_undone(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria.lock") as hand:
        await hand.command("LockCriteria")
        await hand.say("選定委員会")
        await hand.press("enter")
        told = hand.text(".dialog-text")
        assert "応募資格" in told and "元に戻せません" in told and "5人" in told
        await hand.press("tab", "enter")
        await until(hand.pilot, lambda: hand.project.criteria.lock is not None)
        await until(hand.pilot, lambda: isinstance(hand.wizard.screen, CriteriaScreen))
        await hand.rest()
        lock = hand.project.criteria.lock
        assert lock is not None and lock.locked_by.ja == "選定委員会"
        assert Workspace.open(tmp_path / "project").project.criteria.lock == lock
        assert lock.digest in hand.text("#agreement-state")
        assert "変更できません" in hand.text(SUM)
        assert "固定する" not in hand.text("#part-agreement .part-offers")
        assert "Space" not in hand.text("#part-agreement .part-lead")
        await hand.go("criteria.criteria[quality].subs[monitoring].points")
        await hand.press("9")
        assert points_of(hand, "monitoring") == 30
        assert "評価基準はすでに合意済みです。" in hand.toasts
        await hand.press("enter")
        assert not hand.wizard.screen.query("TextArea")
        assert "各段階の判定基準" in hand.text("#criterion-about")
        await hand.go("criteria.total_points")
        await hand.say("9")
        assert hand.project.criteria.total_points == 1000
        assert "54.00点" in hand.text("#price-table")


async def test_what_stands_in_the_way_is_said_before_anything_is_asked(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria.lock") as hand:
        session = hand.wizard.session
        assert session is not None
        session.document.set("criteria.total_points", Decimal(900))
        session.take_report(check(hand.project, TODAY))
        await hand.command("LockCriteria")
        assert "まだ固定できません" in hand.text(".dialog-title")
        listed = hand.wizard.screen.query_one("#obstacles", OptionList)
        assert "配点の合計" in str(listed.get_option_at_index(0).prompt)


async def test_leaving_the_lock_dialog_locks_nothing(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria.lock") as hand:
        await hand.command("LockCriteria")
        await hand.say("選定委員会")
        await hand.press("enter")
        await hand.press("enter")
        assert hand.project.criteria.lock is None


async def test_hostile_names_are_shown_to_the_letter(tmp_path: Path) -> None:
    place = "criteria.criteria[quality].subs[monitoring]"
    async with hand_on(tmp_path, f"{place}.points", size=(120, 36)) as hand:
        document = hand.wizard.session.document  # type: ignore[union-attr]
        for text in (*HOSTILE[:6], "=1+1", "<b>&", "𠮷野家"):
            name = Localized(ja=text)
            document.set(f"{place}.name", name)
            document.set(f"{place}.anchors", (Anchor(score=1, text=name),))
            document.set("evaluators[cs].label", name)
            await hand.go(f"{place}.points")
            assert any(text in row for row in hand.rows(TREE)), text
            assert hand.text("#criteria-about-text").count(text) >= 2, text
            await hand.press("f8", "f8")
            assert text in hand.rows("#evaluators-list")[0], text


async def test_a_check_that_ends_before_the_screen_is_made_does_no_harm(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria") as hand:
        screen = CriteriaScreen()
        hand.wizard.push_screen(screen)
        screen.report_changed()
        await hand.rest()
        assert hand.wizard.screen is screen


async def test_all_of_it_in_english(tmp_path: Path) -> None:
    async with hand_on(tmp_path, "criteria", lang=Lang.EN) as hand:
        assert "they add up" in hand.text(SUM)
        assert "Total price" in hand.rows(TREE)[1]
        await hand.press("f12")
        assert "過不足なし" in hand.text(SUM)
        assert "総額" in hand.rows(TREE)[1]


async def test_the_day_of_the_lock_brings_its_own_brackets() -> None:
    lock = Lock(locked_on=TODAY, locked_by=Localized(ja="選定委員会"), digest="0" * 64)
    said = str(sum_line(Criteria(lock=lock), Lang.JA))
    assert "2026年11月22日（日）" in said
    assert "））" not in said
