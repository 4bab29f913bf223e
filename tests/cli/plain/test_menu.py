"""Every entry of the task list, and what can be typed everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from rfp_builder.i18n import Lang
from rfp_builder.model.localized import Localized
from tests.cli.plain.typed import Typist, on_disk

ENTRIES = {
    "1": "== 1 概要 ==",
    "2": "== 2 業務内容 ==",
    "3": "== 3 人材マネジメント ==",
    "4": "== 4 運営管理方法 ==",
    "5": "== 5 情報通信システム ==",
    "6": "== 6 価格設定・支払 ==",
    "7": "== 7 追加資料 ==",
    "8": "== 表紙と背景 ==",
    "9": "== 要件台帳（",
    "10": "== 評価基準 ==",
    "11": "== 非開示にする要件（",
    "12": "== 文書・提案・採点・評価結果 ==",
    "13": "発行を妨げる指摘はありません。",
    "14": "== 点検の結果:",
    "15": "== 回答の確認（",
    "16": "入力: 探すことば",
    "17": "1. 新しいプロジェクトを作る",
    "18": "Type a number, or /word",
    "19": "コマンド: rfp-builder workload history ファイル名",
}


@pytest.mark.parametrize(("entry", "heard"), ENTRIES.items())
def test_every_entry_leads_somewhere_and_back(typist: Typist, sample: Path, entry: str, heard: str) -> None:
    out = typist.type(sample, [entry, "m", "q"])
    assert heard in out
    assert entry == "17" or out.count("/語 ") + out.count("/word ") >= 2
    assert all(char.isprintable() or char in "\n\t" for char in out)


def test_next_missing_leads_on_from_where_one_is(typist: Typist, empty: Path) -> None:
    out = typist.type(empty, ["13", ">", ">", "q"])
    assert out.count("今の答え: なし") + out.count("表「") == 3
    assert "== 1.1 方針 ==" in out and "== 1.2 アウトソーシングの主要な目的 ==" in out


def test_a_word_is_found_and_opened(typist: Typist, sample: Path) -> None:
    out = typist.type(sample, ["／エスカレーション", "1", "q"])
    assert "== 4.6 エスカレーション ==" in out
    assert "「存在しない語」は見つかりません。" in typist.type(sample, ["/存在しない語", "q"])


def test_a_finding_leads_to_its_place(typist: Typist, empty: Path) -> None:
    assert "== 1.1 方針 ==" in typist.type(empty, ["14", "1", "q"])


def test_undo_and_redo(typist: Typist, empty: Path) -> None:
    out = typist.type(empty, ["8", "件名その1", "u", "やり直す", "u", "u", "q"])
    assert "元に戻しました: 「件名」の変更" in out and "やり直しました: 「件名」の変更" in out
    assert "元に戻せる操作はありません。" in out and on_disk(empty).rfp.title is None


def test_the_language_changes_anywhere(typist: Typist, empty: Path) -> None:
    out = typist.type(empty, ["1", "1.1", "en", "ja", "q"])
    assert "Answer so far: none" in out and out.count("今の答え: なし") == 2


def test_saved_is_said_when_asked(typist: Typist, empty: Path) -> None:
    assert typist.type(empty, ["s", "q"]).count("保存済みです。") == 2


def test_all_keys_are_told(typist: Typist, empty: Path) -> None:
    out = typist.type(empty, ["??", "q"], Lang.EN)
    assert "  /word: searches" in out and "  q: save and end" in out


def test_a_section_is_entered_at_the_first_unanswered_item(typist: Typist, empty: Path) -> None:
    out = typist.type(
        empty, ["1", "!", "", "方針", ".", "m", "1", "1.1", "", "N/A: なし", "", "m", "1", "", "q"]
    )
    assert out.count("== 1.2 アウトソーシングの主要な目的 ==") == 2


def test_questions_that_do_not_arise_are_not_asked(typist: Typist, empty: Path) -> None:
    asked = typist.type(empty, ["4", "4.2", "q"])
    assert "測定方法" in asked
    out = typist.type(empty, ["4", "4.2", "N/A: 調査しない", *[""] * 3, "q"])
    assert "目標回答数" not in out


def test_the_review_tells_a_part_and_leads_to_a_place(typist: Typist, sample: Path) -> None:
    out = typist.type(sample, ["15", "?", "8", "1", "q"])
    assert "1. 【" not in out and "件名: 通信販売事業のお客様窓口運営業務" in out
    assert "表紙と背景 1/" in out and "今の答え: 通信販売事業のお客様窓口運営業務" in out


def test_the_review_tells_findings_only_on_demand(typist: Typist, empty: Path) -> None:
    out = typist.type(empty, ["15", "k", "1", "<", "<", "q"])
    assert "指摘だけをお伝えします。" in out and "発行不可: " in out and "方針: 未回答" not in out
    assert "方針: 未回答" in typist.type(empty, ["15", "1", "q"])


def test_every_row_of_a_table_is_in_the_review(typist: Typist, sample: Path) -> None:
    out = typist.type(sample, ["15", "2", *[""] * 40, "q"])
    programs = on_disk(sample).definition.work.programs.programs
    assert isinstance(programs, tuple)
    assert all(f"行 {one.name.ja}" in out for one in programs if isinstance(one.name, Localized))


def test_a_number_that_there_is_not_is_said(typist: Typist, empty: Path) -> None:
    out = typist.type(empty, ["９９", "abc", "１", "99", "q"])
    assert out.count("その番号はありません。1から19までです。") == 1 and "ここでは使えません。" in out
    assert "その番号の項目はありません。1.1 から 1.6 までです。" in out


def test_the_task_list_is_told_once_and_then_what_changed(typist: Typist, empty: Path) -> None:
    out = typist.type(empty, ["8", "件名", "m", "l", "q"])
    assert out.count("2. 業務内容: ") == 2 and out.count("8. 件名・窓口・日程・応募資格: ") == 3
