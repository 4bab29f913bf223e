"""Requirements split, merged and changed together, by typed lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from rfp_builder.i18n import Lang
from rfp_builder.model.choices import Priority
from rfp_builder.model.requirement import Requirement
from tests.cli.plain.typed import Typist, on_disk

TWO = "一次回答を当日中に行うこと。記録を翌日までに提出すること。"


def written(*statements: str) -> list[str]:
    """What to type to write statements under 2.4, and to be in the register again."""
    return ["9", *(line for one in statements for line in ("a", "2.4", one, "m", "9"))]


def statements(folder: Path) -> list[str | None]:
    return [one.statement.ja for one in on_disk(folder).requirements]


def requirements(folder: Path) -> tuple[Requirement, ...]:
    return on_disk(folder).requirements


def test_a_requirement_is_cut_at_its_sentences_and_put_together_again(typist: Typist, empty: Path) -> None:
    out = typist.type(empty, [*written(TWO), "x 1", "1", "q"])
    assert statements(empty) == ["一次回答を当日中に行うこと。", "記録を翌日までに提出すること。"]
    assert "次の2件になります" in out and "2件に分けました" in out
    out = typist.type(empty, ["9", "j 1,2", "1", "u", "q"])
    assert "まとめた文（日本語）: " + TWO in out and "2件を1件にまとめました" in out
    assert "元に戻しました: 「要件台帳（2.4 サービス開始時期）」の変更" in out
    typist.type(empty, ["9", "まとめる すべて", "2", "回答と記録を行うこと。", "q"])
    assert statements(empty) == ["回答と記録を行うこと。"]


def test_one_sentence_is_cut_where_somebody_says(typist: Typist, empty: Path) -> None:
    out = typist.type(
        empty, [*written("甲と乙を行うこと。"), "分割1", "甲を行うこと。", "乙を行うこと。", ".", "q"]
    )
    assert statements(empty) == ["甲を行うこと。", "乙を行うこと。"] and "文が1つだけ" in out
    typist.type(empty, ["9", "x 1", ".", "x 1", "一つだけ。", ".", "x 1,2", "q"])
    assert statements(empty) == ["甲を行うこと。", "乙を行うこと。"]


def test_a_part_in_one_language_only_is_told(typist: Typist, empty: Path) -> None:
    typist.type(empty, [*written("一つ目。二つ目。"), "en", "1", "The first thing.", "m", "q"])
    assert requirements(empty)[0].statement.en == "The first thing."
    assert "うち1件は、片方の言語しかありません。" in typist.type(empty, ["9", "x 1", "1", "q"])


@pytest.mark.parametrize(
    ("typed", "name", "values"),
    [
        (["1", "3"], "priority", [Priority.COULD, Priority.MUST, Priority.COULD]),
        (["2", "9.9", "４．４"], "item", ["4.4", "2.4", "4.4"]),
        (["2", "<"], "item", ["2.4", "2.4", "2.4"]),
    ],
)
def test_several_are_changed_at_once(
    typist: Typist, empty: Path, typed: list[str], name: str, values: list[object]
) -> None:
    out = typist.type(empty, [*written("甲。", "乙。", "丙。"), "e 1、3", *typed, "q"])
    assert [getattr(one, name) for one in requirements(empty)] == values
    assert "2件の要件を一括変更します。" in out


def test_several_get_a_sub_criterion_and_an_owner(typist: Typist, sample: Path) -> None:
    typist.type(sample, ["9", "e 1-3", "3", "2", "e 1-3", "4", "品質保証部", "q"])
    project = on_disk(sample)
    second = project.criteria.all_subs()[1].id
    assert [one.criterion for one in project.requirements[:3]] == [second] * 3
    assert [one.owner.ja for one in project.requirements[:3] if one.owner] == ["品質保証部"] * 3


def test_several_are_withheld_but_for_facts_and_disclosed_again(typist: Typist, empty: Path) -> None:
    lines = written("回答の工夫を示すこと。", "個人情報を国内で保管すること。", "改善の工夫を示すこと。")
    out = typist.type(empty, [*lines, "e すべて", "5", "n", "e すべて", "5", "y", "q"])
    assert [one.withholding is not None for one in requirements(empty)] == [True, False, True]
    assert "非開示にできません: 個人情報" in out and "要検討の要件が2件あります" in out
    assert "変えていません。" in out and "2件を非開示にしました" in out
    out = typist.type(empty, ["9", "e all", "6", "u", "q"], Lang.EN)
    assert "Disclosed: 2" in out and requirements(empty)[0].withholding is not None


def test_a_number_that_there_is_not_changes_nothing(typist: Typist, empty: Path) -> None:
    out = typist.type(empty, [*written("甲。", "乙。"), "d 2-3", "j 1", "e 9", "x", "d すべて", "u", "q"])
    assert out.count("その番号の要件はありません。") == 3
    assert "まとめるには、2件以上の要件が必要です。" in out
    assert "削除しました（u で元に戻せます）: 乙。" in out
    assert len(requirements(empty)) == 2
