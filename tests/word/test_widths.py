"""Widths of columns: they fill the page, hold a word, and go where the text is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rfp_builder.word.widths import PADDING, TEXT_WIDTH, fitted, holding, tallest

FOUR_KANJI = 4 * 180
CELLS = st.text(st.sampled_from("あ漢a1 、"), max_size=120)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=6))
def test_widths_fill_the_page_and_no_column_is_narrower_than_four_kanji(columns: list[list[str]]) -> None:
    widths = fitted(columns, [False] * len(columns))
    if widths is not None:
        assert sum(widths) == TEXT_WIDTH
        assert min(widths) >= FOUR_KANJI + PADDING


def test_the_text_gets_the_room() -> None:
    widths = fitted([["番号", "1"], ["要件", "受託者は" * 40], ["優先度", "必須"]], [True, False, True])
    assert widths is not None
    assert widths[1] > 2 * (widths[0] + widths[2])


def test_an_english_word_fits_into_its_column() -> None:
    columns = [["Organisation", "a"], *[["b", "c " * 80]] * 5]
    widths = fitted(columns, [False] * 6)
    assert widths is not None
    assert widths[0] >= len("Organisation") * 90 + PADDING


def test_dates_stay_on_one_line_where_there_is_room() -> None:
    columns = [["節目", "移行計画書の提出" * 4], ["期日", "2027年5月18日（火）"], ["担当", "受託者"]]
    widths = fitted(columns, [False, True, False])
    assert widths is not None
    assert tallest([columns[1]], [widths[1]]) == 1


def test_too_many_columns_do_not_fit() -> None:
    assert fitted([["見出し", "内容"]] * 12, [False] * 12) is None


def test_a_katakana_word_stays_whole_in_a_narrow_column() -> None:
    columns = [["細目", "サービスレベル"], *[["内容", "受託者は記録を残すこと。" * 9]] * 5]
    widths = fitted(columns, [False] * 6)
    assert widths is not None
    assert widths[0] >= len("サービスレベル") * 180 + PADDING


def test_a_column_of_short_texts_holds_the_longest_and_no_more() -> None:
    assert tallest([["優先度", "必須"]], [holding("優先度", ["必須"])]) == 1
    assert tallest([["評価細目", "サービスレベル"]], [holding("評価細目", ["サービスレベル"])]) == 1
    assert holding("番号", ["R-001"]) < holding("番号", ["R-0001"]) < 900
    assert holding("評価細目", ["長い名前の評価細目" * 9]) < TEXT_WIDTH // 4
