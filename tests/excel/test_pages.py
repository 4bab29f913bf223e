"""Pages of a sheet whose groups of rows may not be cut."""

from __future__ import annotations

import io

import openpyxl
from hypothesis import given
from hypothesis import strategies as st

from rfp_builder.excel.writing.book import Book
from rfp_builder.excel.writing.heights import row_height
from rfp_builder.excel.writing.pages import begun_pages, print_scale, scale_of_whole
from rfp_builder.i18n import Lang


def test_columns_that_fit_are_printed_at_full_size_and_wide_ones_smaller() -> None:
    assert print_scale([20, 30], 7) == 100
    assert print_scale([100, 100], 7) < print_scale([80, 80], 7) < 100
    assert print_scale([80, 80], 9) < print_scale([80, 80], 7)


def test_the_print_is_made_smaller_for_rows_that_stay_together_down_to_a_least_scale() -> None:
    assert scale_of_whole(500, 80, 60) == 80
    assert 60 < scale_of_whole(900, 80, 60) < 80
    assert scale_of_whole(900, 80, 60) * 900 <= 640 * 100
    assert scale_of_whole(5_000, 80, 60) == 60
    assert scale_of_whole(5_000, 50, 60) == 50, "columns that need less get it"
    assert scale_of_whole(5_000, 80, 100) == 80


@given(st.lists(st.integers(20, 550), min_size=1, max_size=20), st.integers(60, 100))
def test_no_group_that_fits_on_a_page_is_cut(heights: list[int], scale: int) -> None:
    room = 640 * 100 / scale
    begun = begun_pages(heights, scale, above=60, head=23)
    starts = [0, *begun]
    for start, end in zip(starts, [*begun, len(heights)], strict=True):
        held = sum(heights[start:end])
        assert end == start + 1 or held + (23 if start else 60) <= room


def test_the_sheet_breaks_between_groups_and_keeps_its_print_size() -> None:
    book = Book(Lang.EN, "", {})
    sheet = book.sheet("one")
    sheet.widths([90, 90])
    for row in range(1, 13):
        sheet.put(row, 1, "text")
        sheet.high(row, 120)
    sheet.print_setup(header="", marking="", footer="", repeat=(1, 1))
    sheet.print_whole([(2, 4), (5, 7), (8, 10), (11, 12)], 2, 1)
    read = openpyxl.load_workbook(io.BytesIO(book.finish()))["one"]
    assert [one.id for one in read.row_breaks.brk] == [4, 7]
    assert read.page_setup.scale == print_scale([90, 90], 7)
    assert not (read.sheet_properties.pageSetUpPr and read.sheet_properties.pageSetUpPr.fitToPage)


def test_japanese_in_an_english_workbook_gets_higher_lines() -> None:
    japanese, english = ("あ" * 60, 40), ("word " * 20, 40)
    high, low = row_height([japanese], Lang.EN), row_height([english], Lang.EN)
    assert high is not None and low is not None
    assert high / 4 > 20 > low / 3
