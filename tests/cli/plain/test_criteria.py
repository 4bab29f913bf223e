"""Criteria by typed lines: shaped, scored by whom and how, agreed and locked."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from rfp_builder.i18n import Lang
from rfp_builder.model.criteria import Criteria, Scoring, TieBreak
from rfp_builder.workspace.criteria_shaping import points_left, scored_by
from tests.cli.plain.typed import Typist, on_disk


def criteria(folder: Path) -> Criteria:
    return on_disk(folder).criteria


def test_points_are_changed_and_what_is_left_is_spread(typist: Typist, empty: Path) -> None:
    out = typist.type(empty, ["10", "3", "", "", "100", "m", "10", "r", "q"])
    criteria = on_disk(empty).criteria
    assert criteria.all_subs()[1].points > 0
    assert sum((sub.points for sub in criteria.all_subs()), Decimal(0)) == criteria.total_points
    assert "残りの点を配分しました" in out and "満点 1,000点" in out


def test_criteria_go_move_and_come_back_from_the_catalogue(typist: Typist, empty: Path) -> None:
    before = on_disk(empty).criteria
    typist.type(empty, ["10", "d 3", "n", "d 3", "y", "up 3", "down 1", "q"])
    assert len(on_disk(empty).criteria.all_subs()) == len(before.all_subs()) - 1
    typist.type(empty, ["10", "a", "1", "", "q"])
    assert {sub.id for sub in on_disk(empty).criteria.all_subs()} == {sub.id for sub in before.all_subs()}


def test_an_anchor_is_worded(typist: Typist, empty: Path) -> None:
    typist.type(empty, ["10", "3", *["-"] * 5, "何も示していない。", "q"])
    sub = on_disk(empty).criteria.all_subs()[1]
    assert sub.anchors[0].text.ja == "何も示していない。"


def test_agreement_is_recorded_taken_back_and_locked(typist: Typist, sample: Path) -> None:
    typist.type(sample, ["10", "g", "1", "q"])
    assert len(on_disk(sample).agreements) == 1
    out = typist.type(sample, ["10", "g", "1", "固定", "委員会", "n", "lock", "委員会", "y", "1", "q"])
    assert on_disk(sample).agreements == () and on_disk(sample).criteria.lock is not None
    assert "固定していません。" in out and "まだ合意していない関係者: " in out
    assert "合意の記録はもう変えられません。" in out


def test_a_criterion_of_ones_own_with_points_and_anchors(typist: Typist, empty: Path) -> None:
    typed = ["10", "n", "緊急時の対応", "災害時にも続けられるかを見る。", "", "連絡の速さ", "回答書の第3章"]
    out = typist.type(empty, [*typed, "40", "1", "", "何も示していない。", "", "連絡先を示している。", "q"])
    made = criteria(empty).criteria[-1]
    assert made.name.ja == "緊急時の対応" and made.intent is not None and made.points == 40
    [sub] = made.subs
    assert sub.name.ja == "連絡の速さ" and sub.scoring is Scoring.QUALITY
    assert [(one.score, one.text.ja) for one in sub.anchors] == [
        (0, "何も示していない。"),
        (2, "連絡先を示している。"),
    ]
    assert "評価基準 2/3 ねらい" in out and "採点の目安 0点" in out


def test_a_sub_criterion_goes_where_it_is_said(typist: Typist, empty: Path) -> None:
    before = criteria(empty).criteria
    out = typist.type(empty, ["10", "n 1", "追加の細目", "", "25", "m", "10", "n 99", "c 2", "q"])
    assert "（25点多すぎます）" in out and "その番号の評価基準はありません。" in out
    after = criteria(empty).criteria
    assert [one.id for one in after] == [one.id for one in before]
    assert after[0].subs[-1].points == 25 and len(after[0].subs) == len(before[0].subs) + 2
    assert "（写し）" in str(after[0].subs[1].name.ja) and after[0].subs[1].points == 0
    typist.type(empty, ["10", "r", "u", "r", "q"])
    assert points_left(criteria(empty)) == 0


def test_the_method_and_what_a_price_earns(typist: Typist, sample: Path) -> None:
    out = typist.type(sample, ["10", "y", "k", "2", "2", "q"], Lang.EN)
    assert "% of the ceiling" in out and "Worked out from the ceiling of JPY" in out
    assert criteria(sample).price_formula.value == "lowest_over_price"
    assert out.count("What a price earns (confidential):") == 2


def test_a_table_of_prices_that_cannot_be_says_why(typist: Typist, empty: Path) -> None:
    assert "2.5 にまだ入力されていません" in typist.type(empty, ["10", "y", "q"])


def test_the_order_of_ties_is_chosen(typist: Typist, sample: Path) -> None:
    out = typist.type(sample, ["10", "k", "8", "99", "x", "3", "q"])
    assert criteria(sample).ties == (TieBreak.LOWER_PRICE, TieBreak.HIGHER_QUALITY, TieBreak.COUNCIL)
    assert "その番号はありません。1から5までです。" in out and "1から5までの番号を入力してください。" in out
    assert "同点のときは、提案価格の低い者を上位とする。それでも同点なら、" in out


def test_steps_of_the_scale_come_go_and_are_worded(typist: Typist, sample: Path) -> None:
    before = criteria(sample).scale
    out = typist.type(sample, ["10", "k", "a", "特に優れている", "9", "まったくない", "", "q"])
    scale = criteria(sample).scale
    assert len(scale) == len(before) + 1 and scale[-1].label.ja == "特に優れている"
    assert scale[0].label.ja == "まったくない" and scale[-1].rate == Decimal(100)
    assert "評価の段階 0点 1/2" in out and "割合を等間隔にしました" in out
    typist.type(sample, ["10", "k", "d", "n", "d", "y", "q"])
    assert len(criteria(sample).scale) == len(before)


def test_who_scores_what(typist: Typist, sample: Path) -> None:
    one = on_disk(sample).evaluators[0].id
    before = {sub.id for sub in scored_by(on_disk(sample), one)}
    out = typist.type(sample, ["10", "w", "1", "1-2", "q"])
    after = {sub.id for sub in scored_by(on_disk(sample), one)}
    assert len(before ^ after) in (1, 2) and "担当外。" in out
    assert "e を入力して登録してください" in typist.type(sample, ["10", "e", "d すべて", "", "w", "q"])


def test_search_leads_to_the_anchor(typist: Typist, sample: Path) -> None:
    sub = next(sub for sub in criteria(sample).all_subs() if sub.scoring is Scoring.QUALITY)
    out = typist.type(sample, [f"/{sub.anchors[1].text.ja}", "1", "q"])
    assert f"採点の目安 {sub.anchors[1].score}点" in out and f"今の答え: {sub.anchors[1].text.ja}" in out


def test_what_blocks_the_lock_is_told_before_anything_is_asked(typist: Typist, empty: Path) -> None:
    out = typist.type(empty, ["10", "g", "固定", "q"])
    assert "まだ固定できません。" in out and "合意を代表する" not in out
