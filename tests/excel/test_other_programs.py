"""Workbooks written by the libraries in use come back to the letter."""

from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
import xlsxwriter

from rfp_builder.excel.reader import Sheet, Value, read_workbook

_TEXTS = (
    "[red]",
    "[/]",
    "[a={'b[0]'}]",
    "{{ x }}",
    "=1+1",
    "<b>&amp;",
    "𠮷野家",
    " 前後に空白 ",
    "１行目\n２行目",
    "_x0041_",
    "#N/A",
    "1E5",
    "TRUE",
    "'引用",
    "a\tb",
    "x" * 32_767,
)


def _sheet(data: bytes) -> Sheet:
    return read_workbook(data, "x.xlsx").sheets[0]


def _column(sheet: Sheet) -> list[Value | None]:
    return [cell.value for row in sheet.rows for cell in row.cells]


@pytest.mark.parametrize("in_place", [False, True])
def test_texts_of_xlsxwriter(in_place: bool) -> None:
    buffer = io.BytesIO()
    # In this mode texts stand in their cells instead of in the list.
    book = xlsxwriter.Workbook(buffer, {"constant_memory": in_place})
    sheet = book.add_worksheet()
    for row, text in enumerate(_TEXTS):
        assert sheet.write_string(row, 0, text) == 0
    book.close()
    assert _column(_sheet(buffer.getvalue())) == list(_TEXTS)


def test_values_of_xlsxwriter() -> None:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    book.use_zip64()
    sheet = book.add_worksheet()
    sheet.write_number(0, 0, 1_200_000)
    sheet.write_number(1, 0, 0.1 + 0.2)
    sheet.write_datetime(2, 0, datetime(2027, 4, 1), book.add_format({"num_format": "yyyy/m/d"}))
    sheet.write_boolean(3, 0, True)
    sheet.write_formula(4, 0, "=A1*2", None, 2_400_000)
    sheet.write_blank(5, 0, None, book.add_format({"bold": True}))
    sheet.merge_range("A8:B9", "結合")
    book.close()
    read = _sheet(buffer.getvalue())
    assert _column(read) == [
        Decimal(1_200_000),
        Decimal("0.3"),
        date(2027, 4, 1),
        True,
        Decimal(2_400_000),
        "結合",
    ]
    assert [area.ref for area in read.merged] == ["A8:B9"]


def test_values_of_openpyxl() -> None:
    buffer = io.BytesIO()
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for value in ("要件", 1_200_000, 0.5, date(2027, 4, 1), False, "=A2*2"):
        sheet.append([value])
    book.save(buffer)
    cells = [cell for row in _sheet(buffer.getvalue()).rows for cell in row.cells]
    assert [cell.value for cell in cells[:5]] == [
        "要件",
        Decimal(1_200_000),
        Decimal("0.5"),
        date(2027, 4, 1),
        False,
    ]
    assert (cells[5].value, cells[5].formula) == (None, True)
