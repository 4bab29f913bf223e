"""Rows of a table from files of other people: workbooks and CSV, whole, odd, and hostile."""

from __future__ import annotations

import io
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from rfp_builder.errors import Refused
from rfp_builder.forms.pages import question_at
from rfp_builder.forms.questions import Question
from rfp_builder.forms.setting import Setting
from rfp_builder.i18n import Lang
from rfp_builder.model.definition import Definition
from rfp_builder.workspace.table_import import SheetLines, read_file, read_sheets, understand

SETTING = Setting(
    Lang.JA,
    "JPY",
    Definition.model_validate(
        {"work": {"programs": {"programs": [{"id": "p1", "name": {"ja": "注文受付"}}]}}}
    ),
    frozenset(),
)


def table(path: str) -> Question:
    """A table of the definition."""
    found = question_at(path)
    assert found is not None
    return found


VOLUMES = table("work.volumes.volumes")
RAMP = table("work.start.ramp")
SHIFTS = table("operations.sites.shifts")


def workbook(**sheets: Any) -> bytes:
    """A workbook with these sheets; a sheet whose name begins with an underscore is hidden."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
    percent, clock = book.add_format({"num_format": "0%"}), book.add_format({"num_format": "hh:mm"})
    for name, lines in sheets.items():
        sheet = book.add_worksheet(name)
        for row, line in enumerate(lines):
            for column, value in enumerate(line):
                if isinstance(value, Decimal):
                    sheet.write_number(row, column, float(value), percent)
                elif isinstance(value, time):
                    sheet.write_datetime(row, column, value, clock)
                elif value is not None:
                    sheet.write(row, column, value)
        if name.startswith("_"):
            sheet.hide()
    book.close()
    return buffer.getvalue()


def test_the_sheet_with_the_headings_is_found_below_its_title() -> None:
    data = workbook(
        はじめに=[["この資料について"]],
        件数=[
            ["2027年度の見込み"],
            [],
            [None, "業務プログラム", "チャネル", "月間件数", "備考"],
            [None, "注文受付", "電話", 36000, "繁忙期を除く"],
            [None, "注文受付", "メール", "１，２００", None],
        ],
    )
    found = understand(VOLUMES, read_sheets(data, "a.xlsx"), (), SETTING)
    assert found.sheet == "件数"
    rows: Any = found.block.rows
    assert [(row.program, row.channel.value, row.monthly_contacts) for row in rows] == [
        ("p1", "phone", 36000),
        ("p1", "email", 1200),
    ]
    assert [(heading, column.name if column else None) for heading, column in found.headings] == [
        ("業務プログラム", "program"),
        ("チャネル", "channel"),
        ("月間件数", "monthly_contacts"),
        ("備考", None),
    ]
    assert [(one.row, one.column) for one in found.block.remarks] == [(3, None)]


def test_dates_times_and_percentages_are_read_as_they_are_shown() -> None:
    data = workbook(a=[["段階", "開始日", "受け持つ割合"], ["第1段階", date(2027, 4, 1), Decimal("0.3")]])
    row: Any = understand(RAMP, read_sheets(data, "a.xlsx"), (), SETTING).block.rows[0]
    assert (row.starts, row.share) == (date(2027, 4, 1), 30)
    lines = [
        ["拠点", "曜日", "開始時刻", "終了時刻"],
        ["東京", "月〜金", time(9), time(17, 30)],
    ]
    shift: Any = understand(SHIFTS, read_sheets(workbook(a=lines), "a.xlsx"), (), SETTING).block.rows[0]
    assert (shift.opens, shift.closes, len(shift.days)) == (540, 1050, 5)


def test_without_headings_columns_are_taken_in_order_from_the_first_that_holds_anything() -> None:
    found = understand(VOLUMES, (SheetLines("", (("", "注文受付", "電話", "10"),)),), (), SETTING)
    row: Any = found.block.rows[0]
    assert (row.program, row.channel.value, row.monthly_contacts, found.headings) == ("p1", "phone", 10, ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_a_csv_file_is_read_in_the_encodings_of_japanese_offices(encoding: str, separator: str) -> None:
    text = f"業務プログラム{separator}チャネル\r\n注文受付{separator}電話\r\n"
    found = understand(VOLUMES, read_sheets(text.encode(encoding), "a.csv"), (), SETTING)
    assert [(row.program, row.channel.value) for row in found.block.rows] == [("p1", "phone")]  # type: ignore[attr-defined]


def test_what_cannot_be_read_is_told_by_the_line_of_the_sheet() -> None:
    lines = (("題名",), ("業務プログラム", "月間件数"), ("注文受付", "たくさん"))
    found = understand(VOLUMES, (SheetLines("", lines),), (), SETTING)
    assert [(one.row, one.column and one.column.name) for one in found.block.remarks] == [
        (3, "monthly_contacts")
    ]


def test_an_error_of_a_formula_is_told_and_not_taken() -> None:
    data = workbook(a=[["業務プログラム", "月間件数"], ["注文受付", "#DIV/0!"]])
    found = understand(VOLUMES, read_sheets(data, "a.xlsx"), (), SETTING)
    row: Any = found.block.rows[0]
    assert row.monthly_contacts is None
    assert [one.row for one in found.block.remarks] == [2]


def test_hidden_sheets_are_not_read() -> None:
    data = workbook(a=[["何か"]], _b=[["業務プログラム", "チャネル"], ["注文受付", "電話"]])
    assert [one.name for one in read_sheets(data, "a.xlsx")] == ["a"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        b"PK\x03\x04broken",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"\x00\x01\x02\xff\xfe",
        b"a," * 300,
    ],
    ids=["empty", "blank", "broken", "old", "binary", "wide"],
)
def test_other_files_are_refused_in_words(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read_sheets(data, "a.xlsx")
    assert all(line.strip() for lang in Lang for line in refused.value.lines(lang))


def test_a_file_that_is_too_large_is_not_taken_into_memory(tmp_path: Path) -> None:
    file = tmp_path / "big.csv"
    with file.open("wb") as opened:
        opened.truncate(26 * 1024 * 1024)
    with pytest.raises(Refused):
        read_file(file)


def test_a_formula_as_text_stays_text() -> None:
    principles = table("overview.policy.principles")
    found = understand(principles, read_sheets("原則\n=1+1\n[red]\n".encode(), "a.csv"), (), SETTING)
    assert "=1+1" in [row.principle.ja for row in found.block.rows]  # type: ignore[attr-defined]
