"""Histories in workbooks: typed cells, a sheet a month, and whatever the gate refuses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from io import BytesIO

import pytest
import xlsxwriter

from rfp_builder.errors import Refused
from rfp_builder.excel.history.reading import read_history
from rfp_builder.i18n import Lang
from rfp_builder.workload.history.oddities import OddKind
from tests.workload.history.made import history_of, odd, week


def workbook(fill: Callable[[xlsxwriter.Workbook], None]) -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        fill(book)
    return out.getvalue()


def monthly_sheets(book: xlsxwriter.Workbook) -> None:
    """April and May: a title, typed dates, typed times in the headings, closed Sundays, totals."""
    day_format, time_format = (book.add_format({"num_format": form}) for form in ("yyyy/m/d", "h:mm"))
    for month in (4, 5):
        sheet = book.add_worksheet(f"{month}月")
        sheet.write(0, 0, "着信実績")
        sheet.write_row(2, 0, ["日付", "曜日"])
        for at in range(4):
            sheet.write_datetime(2, 2 + at, time(9 + at // 2, 30 * (at % 2)), time_format)
        sheet.write(2, 6, "合計")
        for at in range(30):
            day = date(2027, month, 1) + timedelta(days=at)
            sheet.write_datetime(3 + at, 0, datetime.combine(day, time()), day_format)
            sheet.write(3 + at, 1, "月火水木金土日"[day.weekday()])
            closed = day.weekday() == 6
            sheet.write_row(3 + at, 2, ["休"] * 4 if closed else [10, 11, 12, 13])
            sheet.write(3 + at, 6, 0 if closed else 46)
        sheet.write_row(33, 0, ["合計", "", 1, 2, 3, 4, 5])
    book.add_worksheet("メモ").write(0, 0, "担当: 運用")
    hidden = book.add_worksheet("元データ")
    hidden.write(0, 0, "日付")
    hidden.hide()


def test_a_sheet_a_month() -> None:
    found = read_history(workbook(monthly_sheets), "history.xlsx")
    history = history_of(found)
    assert (history.first, history.last, history.interval_minutes) == (
        date(2027, 4, 1),
        date(2027, 5, 30),
        30,
    )
    assert history.calls[0, 0, 18:22].tolist() == [10, 11, 12, 13]
    assert history.total == 46 * sum(
        (date(2027, 4, 1) + timedelta(days=at)).weekday() != 6 for at in range(60)
    )
    assert odd(found) == {
        OddKind.TOTAL_ROW: 2,
        OddKind.TOTAL_COLUMN: 2,
        OddKind.CLOSED_DAY: 9,
        OddKind.SHEET: 1,
        OddKind.HIDDEN_SHEET: 1,
    }
    places = [place.to(Lang.JA) for one in found.odd if one.kind is OddKind.TOTAL_ROW for place in one.places]
    assert places == ["4月 34行目", "5月 34行目"]


def test_moments_as_excel_counts_them() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        moment = book.add_format({"num_format": "yyyy/m/d h:mm"})
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["日時", "件数"])
        for at in range(96):
            # Fractions of a day, a little off as after adding up in a sheet.
            sheet.write_number(1 + at, 0, 46_500 + at / 48 + (at % 3 - 1) * 1e-7, moment)
            sheet.write_number(1 + at, 1, at)

    history = history_of(read_history(workbook(fill), "history.xlsx"))
    assert history.interval_minutes == 30
    assert history.calls[0].ravel().tolist() == list(range(96))


@pytest.mark.parametrize(("title", "month"), [("", 6), ("2027年7月", 7)])
def test_the_sheet_names_the_month_where_nothing_above_does(title: str, month: int) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("2027年6月")
        sheet.write(0, 0, title)
        sheet.write_row(1, 0, ["時間帯", *range(1, 31)])
        for row in range(4):
            sheet.write_row(2 + row, 0, [f"{9 + row}:00", *range(10, 40)])

    assert history_of(read_history(workbook(fill), "history.xlsx")).first == date(2027, month, 1)


def test_cells_outside_of_what_is_read_are_told() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        for row, line in enumerate(week().splitlines()):
            sheet.write_row(row, 0, line.split(","))
        sheet.write(25_000, 0, "2027/6/1")

    assert odd(read_history(workbook(fill), "history.xlsx")) == {OddKind.OUTSIDE: 1}


def test_a_day_of_five_minutes_has_288_columns() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        clock = book.add_format({"num_format": "h:mm"})
        sheet.write_row(0, 0, ["日付", "曜日", "チャネル"])
        for at in range(288):
            sheet.write_datetime(0, 3 + at, time(at // 12, at % 12 * 5), clock)
        for row in range(28):
            sheet.write_row(1 + row, 0, [f"2027-06-{1 + row:02}", "", "電話", *(at % 7 for at in range(288))])

    found = read_history(workbook(fill), "history.xlsx")
    history = history_of(found)
    assert (history.interval_minutes, history.slots) == (5, 288)
    assert history.calls[0, 5].tolist() == [at % 7 for at in range(288)]
    assert OddKind.OUTSIDE not in odd(found)
    assert found.sheets[0].columns[-1].heading == "23:55"


def test_columns_far_to_the_right_cost_no_memory_for_every_row() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        for row, line in enumerate(week().splitlines()):
            sheet.write_row(row, 0, line.split(","))
        sheet.write(3, 398, "メモ")
        sheet.write(3, 600, "メモ")

    found = read_history(workbook(fill), "history.xlsx")
    assert history_of(found).total == 840
    assert odd(found) == {OddKind.OUTSIDE: 1, OddKind.RAGGED: 1}


def test_errors_in_cells_are_unknown_not_zero() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        for row, line in enumerate(week().splitlines()):
            day, clock, count = line.split(",")
            sheet.write_row(row, 0, [day, clock, count])
        sheet.write_formula(5, 2, "=1/0", None, "#DIV/0!")

    found = read_history(workbook(fill), "history.xlsx")
    assert odd(found)[OddKind.BAD_COUNT] == 1
    assert history_of(found).total == 83 * 10


@pytest.mark.parametrize("data", [b"PK\x03\x04 cut off", b"%PDF-1.7", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_what_the_gate_refuses(data: bytes) -> None:
    with pytest.raises(Refused) as refusal:
        read_history(data, "history.xlsx")
    assert "CSV UTF-8" in refusal.value.remedy.ja


def test_anything_else_is_read_as_csv() -> None:
    assert history_of(read_history(week().encode("cp932"), "history.xlsx")).total == 840
