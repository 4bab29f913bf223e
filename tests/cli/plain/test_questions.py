"""One question: answered, kept, skipped, put off, emptied, undone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from rfp_builder.i18n import Lang
from rfp_builder.model.answers import NotApplicable, Undecided
from rfp_builder.model.derived import Derived, digest_of, found_at
from rfp_builder.model.localized import Localized
from rfp_builder.workspace.document.paths import with_value
from rfp_builder.workspace.workspace import Workspace
from tests.cli.plain.typed import Typist, on_disk

POLICY = ("1", "1.1")


def test_a_text_has_several_lines_and_is_said_first_when_one_comes_back(typist: Typist, empty: Path) -> None:
    out = typist.type(empty, [*POLICY, "速さより正確さを取る。", "", "  字下げ。", ".", "<", "q"])
    text = on_disk(empty).definition.overview.policy.policy
    assert text == Localized(ja="速さより正確さを取る。\n\n  字下げ。")
    assert out.count("今の答え: 速さより正確さを取る。\n\n  字下げ。") == 1
    assert out.endswith("保存済みです。\n終了します。\n")


def test_an_answer_that_a_plan_filled_in_says_so(typist: Typist, empty: Path) -> None:
    path = "overview.policy.policy"
    workspace = Workspace.open(empty)
    one = with_value(workspace.project, path, Localized(ja="早く答える。"))
    mark = Derived(path=path, digest=digest_of(found_at(one, path)), inputs=(), on=date(2026, 11, 22))
    workspace.save(one.replace(staffing=one.staffing.replace(derived=(mark,))), "edited")
    assert "要員計画から2026年11月22日（日）に記入しました。" in typist.type(empty, [*POLICY, "?", "q"])


def test_the_end_of_input_in_the_middle_of_a_text_keeps_it(typist: Typist, empty: Path) -> None:
    typist.type(empty, [*POLICY, "途中まで"])
    assert on_disk(empty).definition.overview.policy.policy == Localized(ja="途中まで")


def test_what_stands_for_a_command_is_an_answer_behind_a_backslash(typist: Typist, empty: Path) -> None:
    typist.type(empty, [*POLICY, "\\例", ".", "q"])
    assert on_disk(empty).definition.overview.policy.policy == Localized(ja="例")


def test_undecided_asks_who_and_when_until_it_is_a_date(typist: Typist, empty: Path) -> None:
    out = typist.type(empty, [*POLICY, "!", "1", "経営企画部", "そのうち", "令和9年3月1日", "q"])
    answer = on_disk(empty).definition.overview.policy.policy
    assert answer == Undecided(owner=Localized(ja="経営企画部"), due=date(2027, 3, 1))
    assert "日付として読み取れません" in out
    assert "未定としました: 経営企画部、2027年3月1日（月）まで" in out


def test_not_applicable_asks_why(typist: Typist, empty: Path) -> None:
    typist.type(empty, ["1", "1.1", "!", "2", "no policy yet", "q"], Lang.EN)
    answer = on_disk(empty).definition.overview.policy.policy
    assert answer == NotApplicable(reason=Localized(en="no policy yet"))


def test_the_example_goes_in_and_undo_takes_it_back(typist: Typist, empty: Path) -> None:
    out = typist.type(empty, [*POLICY, "*", "u", "q"])
    assert on_disk(empty).definition.overview.policy.policy is None
    assert "例を入れました: " in out and "元に戻しました: 「1.1 方針」の変更" in out


def test_a_text_is_changed_line_by_line(typist: Typist, empty: Path) -> None:
    begin = [*POLICY, "一行目。", "二行目。", "三行目。", ".", "<", "e"]
    out = typist.type(
        empty, [*begin, "2", "二つ目の行。", "i 1", "初めに。", ".", "d 4", "r", "行", "段", "", "q"]
    )
    text = on_disk(empty).definition.overview.policy.policy
    assert text == Localized(ja="初めに。\n一段目。\n二つ目の段。")
    assert "e 今の文章を直す" in out and "2か所を置き換えました。" in out


def test_a_text_is_added_to_and_what_was_changed_in_it_is_undone(typist: Typist, empty: Path) -> None:
    begin = [*POLICY, "First.", ".", "<", "edit"]
    typist.type(empty, [*begin, "a", "Second.", ".", "r", "nothing like it", "9", "u", "", "q"], Lang.EN)
    assert on_disk(empty).definition.overview.policy.policy == Localized(en="First.")


def test_an_answer_can_be_emptied(typist: Typist, sample: Path) -> None:
    out = typist.type(sample, [*POLICY, "--", "q"])
    answer = on_disk(sample).definition.overview.policy.policy
    assert isinstance(answer, Localized) and answer.ja is None and answer.en
    assert "答えを消しました。" in out


def test_what_cannot_be_read_is_told_and_kept(typist: Typist, empty: Path) -> None:
    out = typist.type(empty, [">", "m", "4", "4.4", "q"])
    assert "4.4" in out


def test_a_point_alone_is_no_answer_to_a_short_question(typist: Typist, empty: Path) -> None:
    typist.type(empty, ["8", "件名", ".", "番号A", "q"])
    rfp = on_disk(empty).rfp
    assert rfp.title == Localized(ja="件名") and rfp.number is None


def test_every_question_says_where_one_is_and_what_can_be_typed(typist: Typist, empty: Path) -> None:
    out = typist.type(empty, ["2", "2.3", "", "", "m", "2", "2.3", "", "q"])
    assert "2.3 1/4 実績データ（必須）" in out and "2.3 2/4 年間の増減率（%）（必須）" in out
    hints = [line for line in out.splitlines() if "Enter とばす" in line]
    assert len(hints) == 4
    assert all(key in line for line in hints for key in ("< 前へ", "? 説明", "! 未定・該当なし"))
    assert sum("* 例を入れる" in line for line in hints) == 1
