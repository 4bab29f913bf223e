"""Room that text takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rfp_builder.text.width import cell_width, char_width, truncate, wrap_count


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("SLA 80/20", 9),
        ("応答率", 6),
        ("ｶﾞｲﾄﾞ", 5),
        ("ガ", 2),
        ("カ\u3099", 2),
        ("é", 1),
        ("e\u0301", 1),
        ("葛\U000e0100飾", 4),
        ("a\u200bb", 2),
        ("𠮷", 2),
        ("一行目\n二行目です", 10),
    ],
)
def test_cell_width(text: str, cells: int) -> None:
    assert cell_width(text) == cells


def test_ambiguous_characters_are_wide_unless_told() -> None:
    assert [char_width(char) for char in "①○…→■"] == [2] * 5
    assert [char_width(char, ambiguous=1) for char in "①○…→■"] == [1] * 5


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, 1),
        ("応答率", 6, 1),
        ("応答率", 5, 2),
        ("応答率\n", 6, 2),
        ("一\n二\n三", 10, 3),
        ("first response time", 14, 2),
        ("first response time", 8, 3),
        ("abcdefghij", 4, 3),
        ("first abcdefghij", 6, 3),
        # 。 may not begin a line: it takes the character before along.
        ("あいう。", 6, 2),
        ("あいう。え", 6, 2),
        ("あ「い", 4, 2),
        ("電話 メール", 4, 3),
    ],
)
def test_wrap_count(text: str, width: int, lines: int) -> None:
    assert wrap_count(text, width) == lines


def test_a_line_holds_at_least_one_character() -> None:
    with pytest.raises(ValueError, match="full-width"):
        wrap_count("あ", 1)


def test_truncate() -> None:
    assert truncate("応答率の目標", 12) == "応答率の目標"
    assert truncate("応答率の目標", 11) == "応答率の…"
    assert truncate("応答率の目標", 10, ellipsis="...") == "応答率..."
    assert truncate("応答率", 1) == ""
    assert truncate("応答率", 3, ellipsis="......") == "応"
    assert truncate("一行目\n二行目", 20) == "一行目 二行目"
    assert truncate("カ\u3099カ\u3099カ\u3099", 4, ellipsis="") == "カ\u3099カ\u3099"


@given(st.text(), st.integers(0, 20))
def test_a_truncated_text_fits(text: str, width: int) -> None:
    cut = truncate(text, width)
    assert cell_width(cut) <= width
    if cell_width(text.replace("\n", " ")) <= width:
        assert cut == text.replace("\n", " ")


@given(st.text(st.characters(exclude_characters="\n")), st.integers(2, 20))
def test_lines_suffice(text: str, width: int) -> None:
    lines = wrap_count(text, width)
    assert lines >= 1
    if not any(char.isspace() for char in text):
        assert lines * width >= cell_width(text)
    assert wrap_count(text, max(2, cell_width(text))) == 1


@given(st.lists(st.text(), min_size=1), st.integers(2, 20))
def test_line_ends_add_up(texts: list[str], width: int) -> None:
    assert wrap_count("\n".join(texts), width) == sum(wrap_count(text, width) for text in texts)
