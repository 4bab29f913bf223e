"""Register and withholding by typed lines."""

from __future__ import annotations

from pathlib import Path

from rfp_builder.model.choices import Priority
from rfp_builder.model.localized import Localized
from tests.cli.plain.typed import Typist, on_disk


def test_a_requirement_is_written_and_its_parts_asked(typist: Typist, empty: Path) -> None:
    out = typist.type(
        empty, ["9", "a", "9.9", "a", "2.4", "試運転を行うこと。", "2", "記録で確かめる。", "q"]
    )
    [made] = on_disk(empty).requirements
    assert made.statement == Localized(ja="試運転を行うこと。") and made.priority is Priority.SHOULD
    assert made.acceptance == Localized(ja="記録で確かめる。")
    assert "その番号の項目はありません。" in out


def test_statements_are_picked_filtered_copied_and_deleted(typist: Typist, empty: Path) -> None:
    typed = ["1", "1.1", "+", "1", "1", "2,3", "<", "m", "9", "f 1.1 必須", "f", "c 1", "d 2", "d 99", "q"]
    out = typist.type(empty, typed)
    assert "要件台帳に2件加えました。" in out or "すでに台帳にあります。" in out
    assert "絞り込み: 1.1 方針、必須" in out and "その番号の要件はありません。" in out
    before = len(on_disk(empty).requirements)
    typist.type(empty, ["9", "d 1", "u", "d 1", "q"])
    assert len(on_disk(empty).requirements) == before - 1


def test_a_way_of_working_is_withheld_and_shown_as_a_vendor_reads_it(typist: Typist, sample: Path) -> None:
    out = typist.type(sample, ["11", "a", "1", "w", "どのように示しますか。", "", "", "o", "p", "<", "q"])
    assert "代わり: どのように示しますか。" in out and "開示に戻しました。" in out
    assert "非開示にできる: やり方を問う要件です" in out


def test_a_fact_is_not_withheld(typist: Typist, sample: Path) -> None:
    before = on_disk(sample)
    out = typist.type(sample, ["11", "1", "w", "q"])
    assert "非開示にできません。" in out and on_disk(sample) == before


def test_question_guide_and_scoring_of_a_withheld_one_are_changed(typist: Typist, sample: Path) -> None:
    first = next(one for one in on_disk(sample).requirements if one.withholding is not None)
    typed = ["11", "f 非開示", "1", "e", "別の問いかけ。", "別の手引き。", "", "k", "2", "w", "?", "", "q"]
    out = typist.type(sample, typed)
    changed = on_disk(sample).requirement(first.id)
    assert changed is not None and changed.withholding is not None and first.withholding is not None
    assert changed.withholding.open_question is not None and changed.withholding.guide is not None
    assert changed.withholding.open_question.ja == "別の問いかけ。"
    assert changed.withholding.guide.ja == "別の手引き。"
    assert changed.withholding.criterion != first.withholding.criterion
    assert "絞り込み: 非開示（" in out and "非開示 1/3 代わりの問い（提案会社が読みます）" in out


def test_what_is_disclosed_has_no_question_yet(typist: Typist, sample: Path) -> None:
    out = typist.type(sample, ["11", "a", "f 開示", "1", "e", "k", "o", "q"])
    assert out.count("先に w で非開示にしてください。") == 2 and "いまは開示しています。" in out
