"""Near-same texts: what counts, and that the work grows with the number of texts only."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rfp_builder.check.similar import MOST_COMPARED, Similar, near_same, shingles
from rfp_builder.i18n import Lang

WORDS = (
    *("報告", "応対", "記録", "顧客", "電話", "研修", "品質", "確認", "提出", "更新"),
    *("一覧", "予測", "計画", "要員", "配置", "監査", "復旧", "通知", "保存", "暗号"),
)


def test_a_changed_ending_is_nearly_the_same() -> None:
    texts = [
        "受託者は、毎月5日までに前月の応対品質の集計表を発注者へ提出すること。",
        "受託者は、苦情の第一報を5分以内に電話で伝えること。",
        "受託者は毎月5日までに、前月の応対品質の集計表を発注者に提出する。",
    ]
    assert near_same(texts, Lang.JA).pairs == (Similar(0, 2),)


def test_english_is_compared_by_words() -> None:
    texts = [
        "The vendor shall submit the monthly quality report with all KPI results by the fifth business day.",
        "The vendor must submit a monthly quality report with all KPI results by the fifth business day.",
        "The vendor shall erase recordings after one year and certify the erasure in writing to the client.",
    ]
    assert near_same(texts, Lang.EN).pairs == (Similar(0, 1),)


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=4, max_size=9).map("".join), max_size=40))
def test_few_texts_are_compared_without_missing_a_pair(texts: list[str]) -> None:
    """With fewer texts than the limit, whoever has an earlier near-same representative is found."""
    texts = texts[:MOST_COMPARED]
    found = {pair.later for pair in near_same(texts, Lang.JA).pairs}
    representatives: list[frozenset[str]] = []
    for position, text in enumerate(texts):
        mine = shingles(text, Lang.JA)
        if len(mine) < 3:
            continue
        near = any(
            Fraction(len(mine & other), len(mine | other)) >= Fraction(7, 10) for other in representatives
        )
        assert (position in found) is near
        if not near:
            representatives.append(mine)


@pytest.mark.parametrize("alike", [True, False])
def test_comparisons_grow_with_the_number_of_texts(alike: bool) -> None:
    chance = random.Random(7)
    texts = [
        f"受託者は、第{n}拠点の応対品質の集計表を発注者へ毎月提出すること。"
        if alike
        else "".join(chance.choice(WORDS) for _ in range(12))
        for n in range(4000)
    ]
    assert near_same(texts, Lang.JA).compared <= MOST_COMPARED * len(texts)
    assert near_same(texts[:400], Lang.JA).compared <= MOST_COMPARED * 400
