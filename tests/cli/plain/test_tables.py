"""Tables row by row: added, edited, pasted, moved, copied, deleted."""

from __future__ import annotations

from pathlib import Path

from rfp_builder.i18n import Lang
from rfp_builder.model.answers import NotApplicable
from rfp_builder.model.definition.overview import PurposeRow
from rfp_builder.model.localized import Localized
from rfp_builder.model.rfp import Step
from rfp_builder.resources import data_folder
from tests.cli.plain.typed import Typist, on_disk

PURPOSES = ("1", "1.2")
PASTE = ("p", "目的\t順位", "費用\t2", "品質\t一番", ".")


def rows(folder: Path) -> list[PurposeRow]:
    found = on_disk(folder).definition.overview.purpose.purposes
    assert isinstance(found, tuple)
    return list(found)


def names(folder: Path) -> list[str]:
    return [row.purpose.to(Lang.JA) if row.purpose else "" for row in rows(folder)]


def test_a_row_is_there_with_its_first_answer(typist: Typist, empty: Path) -> None:
    typist.type(empty, [*PURPOSES, "a", "費用を抑える", "人件費が上がるため", "１", "q"])
    assert names(empty) == ["費用を抑える"] and rows(empty)[0].rank == 1


def test_a_row_with_nothing_in_it_is_not_added(typist: Typist, empty: Path) -> None:
    typist.type(empty, [*PURPOSES, "a", "", "", "", "q"])
    assert on_disk(empty).definition.overview.purpose.purposes is None


def test_a_row_that_lacks_what_it_needs_is_told(typist: Typist, empty: Path) -> None:
    out = typist.type(empty, ["/日程", "1", "a", "4", "m", "q"])
    assert on_disk(empty).rfp.schedule == ()
    assert "この行は書きかけとして残します（必要な欄: 日付）" in out
    out = typist.type(empty, ["/日程", "1", "up 1", "1", "", "2027-02-01", "q"])
    assert "1. （書きかけ。必要な欄: 日付）" in out and "書きかけの行は、番号で開くか" in out
    assert [row.day.isoformat() for row in on_disk(empty).rfp.schedule] == ["2027-02-01"]
    assert "書きかけ" not in typist.type(empty, ["/日程", "1", "q"])


def test_the_usual_steps_of_the_schedule_are_begun(typist: Typist, empty: Path) -> None:
    out = typist.type(empty, ["/日程", "1", "b", "b", "1", "", "令和9年2月1日", "", "", "d 1-2", "q"])
    assert "定番の行を" in out and "加えられる定番の行はありません。" in out
    assert "1行を削除しました" in out and "書きかけの行を1行削除しました。" in out
    assert on_disk(empty).rfp.schedule == ()


def test_a_row_cut_off_is_there_again(typist: Typist, empty: Path) -> None:
    typist.type(empty, ["/日程", "1", "a", "4"])
    out = typist.type(empty, ["/日程", "1", "1", "2027-02-01", "q"], Lang.EN)
    assert "1. (begun; it needs Date)" in out


def test_what_several_rows_of_a_block_have_wrong_is_told_once(typist: Typist, empty: Path) -> None:
    out = typist.type(empty, [*PURPOSES, "p", "費用\t\t高い", "品質\t\t高い", "速さ\t\t高い", ".", "q"])
    assert len(names(empty)) == 3 and out.count("「高い」") == 1 and "1〜3行目" in out


def test_back_in_a_row_leads_to_the_column_before(typist: Typist, empty: Path) -> None:
    typist.type(empty, [*PURPOSES, "a", "誤", "<", "正", "q"])
    assert names(empty) == ["正"]


def test_a_pasted_block_is_read_by_its_headings_and_what_is_not_is_told(typist: Typist, empty: Path) -> None:
    out = typist.type(empty, [*PURPOSES, *PASTE, "q"])
    assert names(empty) == ["費用", "品質"] and rows(empty)[0].rank == 2
    assert "2行加えました。" in out and "3行目「順位」" in out


def test_rows_are_moved_copied_and_deleted(typist: Typist, empty: Path) -> None:
    out = typist.type(empty, [*PURPOSES, *PASTE, "up 2", "up 1", "c 1", "d 2-3", "d 9", "q"])
    assert names(empty) == ["品質"]
    assert "これ以上は動かせません。" in out and "2行を削除しました" in out and "その行はありません。" in out


def test_a_cell_of_a_row_is_changed(typist: Typist, empty: Path) -> None:
    out = typist.type(empty, [*PURPOSES, *PASTE, "2", "", "", "3", "q"])
    assert rows(empty)[1].rank == 3
    assert "今の答え: 品質" in out


def test_a_text_in_a_cell_goes_on_behind_a_backslash(typist: Typist, empty: Path) -> None:
    typist.type(empty, [*PURPOSES, "a", "一行目\\", "二行目", "q"])
    assert names(empty) == ["一行目\n二行目"]


def test_a_table_that_does_not_apply_is_told_in_a_line(typist: Typist, empty: Path) -> None:
    typist.type(empty, [*PURPOSES, "N/A: 一時的な委託", "q"])
    found = on_disk(empty).definition.overview.purpose.purposes
    assert found == NotApplicable(reason=Localized(ja="一時的な委託"))


def test_the_example_goes_behind_what_is_there(typist: Typist, empty: Path) -> None:
    typist.type(empty, [*PURPOSES, *PASTE, "*", "q"])
    assert names(empty)[:2] == ["費用", "品質"] and len(names(empty)) > 2


def test_the_usual_rows(typist: Typist, empty: Path) -> None:
    out = typist.type(empty, ["5", "5.1", "b", "q"])
    found = on_disk(empty).definition.ict.systems.systems
    assert isinstance(found, tuple) and f"定番の行を{len(found)}行加えました。" in out


def test_a_row_told_apart_by_what_is_in_it(typist: Typist, sample: Path) -> None:
    typist.type(sample, ["/日程", "1", "1", "", "2027-02-02", "q"])
    assert next(row.day for row in on_disk(sample).rfp.schedule if row.step is Step.ISSUE).day == 2


def test_a_list_is_told_once_and_then_what_changed(typist: Typist, empty: Path) -> None:
    out = typist.type(empty, [*PURPOSES, *PASTE, "1", "経費", "<", "<", "l", "q"])
    assert out.count("2. 品質") == 2
    assert out.count("1. 費用") == 1 and out.count("1. 経費") == 2


def test_an_evaluator_who_goes_scores_nothing(typist: Typist, sample: Path) -> None:
    gone = on_disk(sample).evaluators[0].id
    typist.type(sample, ["10", "e", "d 1", "q"])
    project = on_disk(sample)
    assert gone not in [one.id for one in project.evaluators]
    assert all(gone not in sub.evaluators for sub in project.criteria.all_subs())


def test_a_file_is_looked_at_before_its_rows_are_taken(typist: Typist, empty: Path, tmp_path: Path) -> None:
    file = tmp_path / "目的.csv"
    file.write_bytes("目的,順位,備考\n費用,１,x\n品質,二,y\n".encode("cp932"))
    out = typist.type(empty, [*PURPOSES, "i", "nothing.csv", str(file), "9", "1", "q"])
    assert names(empty) == ["費用", "品質"] and rows(empty)[0].rank == 1
    assert "「nothing.csv」を開けません。見つかりません。" in out and "ファイルに2行あります。" in out
    assert "備考  ->  読み込みません" in out and "  1. 費用、順位: 1" in out
    assert "3行目「順位」の「二」: 数値として読み取れません" in out
    out = typist.type(empty, [*PURPOSES, "i", str(file), "<", "i", str(file), "2", "u", "q"])
    assert names(empty) == ["費用", "品質"] and "取り込んでいません。" in out
    assert "2行を取り込みました" in out and "元に戻しました" in out


def test_a_workbook_without_rows_for_the_table_is_told(typist: Typist, empty: Path, tmp_path: Path) -> None:
    book = next((data_folder("samples") / "mail-order" / "proposals").glob("*.xlsx"))
    (tmp_path / "empty.csv").write_text("", "utf-8")
    out = typist.type(empty, [*PURPOSES, "i", str(tmp_path / "empty.csv"), str(book), "<", "q"])
    assert "セルがありません" in out and "シート「" in out
    assert on_disk(empty).definition.overview.purpose.purposes is None


def test_rows_are_sorted_by_a_column(typist: Typist, empty: Path) -> None:
    block = ("p", "目的\t順位", "費用\t1", "品質\t2", ".")
    out = typist.type(empty, [*PURPOSES, *block, "o", "99", "-3", "q"])
    assert names(empty) == ["品質", "費用"]
    assert "その番号はありません。1から3までです。" in out and "並べ替えました" in out
    typist.type(empty, [*PURPOSES, "並べ替え", "3", "q"])
    assert names(empty) == ["費用", "品質"]


def test_rows_apart_are_deleted_but_not_moved(typist: Typist, sample: Path) -> None:
    before = names(sample)
    out = typist.type(sample, [*PURPOSES, "up 1,3", "d 1、3", "q"])
    assert names(sample) == [one for at, one in enumerate(before) if at not in (0, 2)]
    assert "続いた行を指定してください。" in out
