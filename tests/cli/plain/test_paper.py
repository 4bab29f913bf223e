"""Lines as wide as the terminal: nothing lost, nothing too wide, groups of keys in one piece."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rfp_builder.cli.plain.paper import laid_out, paper_width
from rfp_builder.text.width import cell_width

TEXT = st.text(st.sampled_from("あ漢。「」、aB1 [](<?!　\t\nｱ①é"), max_size=200)


@given(text=TEXT, width=st.integers(20, 90))
def test_nothing_is_lost_and_nothing_is_too_wide(text: str, width: int) -> None:
    laid = laid_out(text, width)
    assert "".join(laid.split()) == "".join(text.split())
    assert all(cell_width(line) <= width for line in laid.split("\n"))


def test_keys_stay_in_one_piece() -> None:
    text = "文章を入力し、最後に . だけの行を入力します。 [Enter とばす  < 前へ  ? 説明  ! 未定・該当なし]"
    assert laid_out(text, 79).split("\n") == [
        "文章を入力し、最後に . だけの行を入力します。",
        "[Enter とばす  < 前へ  ? 説明  ! 未定・該当なし]",
    ]


def test_what_goes_on_below_a_number_begins_where_its_text_began() -> None:
    assert laid_out("12. 一次回答を当日中に行うこと。", 21).split("\n") == [
        "12. 一次回答を当日中",
        "    に行うこと。",
    ]


def test_no_line_begins_with_a_stop() -> None:
    assert all(line[0] not in "。、」" for line in laid_out("あ。" * 60, 21).split("\n"))


def test_control_characters_never_reach_the_terminal() -> None:
    assert laid_out("a\x1b[31m\x07b\tc", None) == "a[31mb c"


def test_files_and_pipes_keep_lines_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    assert paper_width() is None
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    assert paper_width() == 79
    monkeypatch.setenv("COLUMNS", "10")
    assert paper_width() is None
