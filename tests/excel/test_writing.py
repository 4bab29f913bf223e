"""The helpers all our workbooks are written with."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rfp_builder.errors import Refused
from rfp_builder.excel.columns import ColumnSpec, Kind
from rfp_builder.excel.reader import read_workbook
from rfp_builder.excel.table import read_table
from rfp_builder.excel.writing.book import Book
from rfp_builder.excel.writing.heights import HIGHEST, row_height
from rfp_builder.excel.writing.look import Look, face
from rfp_builder.excel.writing.sheet import Formula
from rfp_builder.excel.writing.table import TableLine, write_table
from rfp_builder.forms.choices import Choice
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.width import wrap_count

LONG = tuple(Choice(f"v{n}", Phrase(f"選択肢その{n}" * 5, f"choice number {n}" * 5)) for n in range(30))
COLUMNS = (
    ColumnSpec("id", Phrase("番号", "No."), Kind.ID),
    ColumnSpec("text", Phrase("文", "Text"), width=20),
    ColumnSpec("pick", Phrase("選択", "Pick"), Kind.CHOICE, choices=LONG),
    ColumnSpec("money", Phrase("金額", "Amount"), Kind.AMOUNT, currency="USD"),
    ColumnSpec("number", Phrase("数", "Number"), Kind.NUMBER),
    ColumnSpec("share", Phrase("割合", "Share"), Kind.PERCENT),
    ColumnSpec("day", Phrase("日付", "Day"), Kind.DATE),
    ColumnSpec("yes", Phrase("可否", "Yes or no"), Kind.BOOL),
)
LINE = TableLine(
    {
        "id": "A-1",
        "text": "=1+1",
        "pick": "v7",
        "money": 1_234_567,
        "number": Decimal("12.5"),
        "share": Decimal("0.805"),
        "day": date(2027, 4, 1),
        "yes": False,
    }
)


def _book(lang: Lang = Lang.JA) -> bytes:
    book = Book(lang, "題", {"format": "x"})
    write_table(book.sheet("表"), COLUMNS, [LINE, TableLine({"id": "A-2"})], top=3)
    return book.finish()


@pytest.mark.parametrize("lang", Lang)
def test_every_kind_of_value_comes_back_by_the_same_columns(lang: Lang) -> None:
    sheet = read_workbook(_book(lang), "x.xlsx").sheets[0]
    table = read_table(sheet, COLUMNS, ["A-1", "A-2"])
    assert not table.notes
    assert table.by_id["A-1"].values == {
        "text": "=1+1",
        "pick": "v7",
        "money": 1_234_567,
        "number": Decimal("12.5"),
        "share": Decimal("80.5"),
        "day": date(2027, 4, 1),
        "yes": False,
    }
    assert not table.by_id["A-2"].values


def test_a_long_list_stands_in_a_hidden_sheet_behind_a_name() -> None:
    book = openpyxl.load_workbook(io.BytesIO(_book()))
    lists = [one.formula1 for one in book["表"].data_validations.dataValidation if one.type == "list"]
    assert lists == ["choices_1", '"はい,いいえ"']
    assert book.defined_names["choices_1"].value == "'選択肢'!$A$1:$A$30"
    assert book["選択肢"].sheet_state == "veryHidden"
    assert book["選択肢"]["A8"].value == LONG[7].label.ja


@pytest.mark.parametrize("label", ['"電話"', "a, b"])
def test_a_label_that_would_end_a_list_stands_behind_a_name(label: str) -> None:
    book = Book(Lang.JA, "", {})
    assert isinstance(book.pick_list(["plain", label]), str)
    assert book.pick_list(["plain", "'quoted' <b>&"]) == ["plain", "'quoted' <b>&"]


def test_a_value_that_is_none_of_the_choices_is_a_mistake_of_ours() -> None:
    book = Book(Lang.JA, "題", {})
    with pytest.raises(KeyError):
        write_table(book.sheet("表"), COLUMNS, [TableLine({"id": "A", "pick": "v99"})], top=1)


def test_a_text_too_long_for_a_cell_is_refused_with_its_place() -> None:
    book = Book(Lang.EN, "t", {})
    with pytest.raises(Refused) as caught:
        write_table(book.sheet("Table"), COLUMNS, [TableLine({"id": "A", "text": "x" * 32_768})], top=1)
    assert "B2" in caught.value.why.en and "Table" in caught.value.why.en


def test_what_xlsxwriter_refuses_is_not_passed_over() -> None:
    sheet = Book(Lang.EN, "t", {}).sheet("Table")
    with pytest.raises(ValueError, match="refused"):
        sheet.put(1_048_577, 1, "below the last row")


def test_typed_texts_carry_the_quote_prefix() -> None:
    book = openpyxl.load_workbook(io.BytesIO(_book()))
    assert book["表"]["B4"].quotePrefix
    assert book["表"]["B4"].data_type == "s"


def test_a_formula_carries_its_result() -> None:
    book = Book(Lang.EN, "t", {})
    book.sheet("Table").put(1, 1, Formula("1+1", 2), Look.NUMBER)
    data = book.finish()
    assert openpyxl.load_workbook(io.BytesIO(data))["Table"]["A1"].value == "=1+1"
    assert openpyxl.load_workbook(io.BytesIO(data), data_only=True)["Table"]["A1"].value == 2


def test_the_package_is_locked_nameless_and_the_same_every_time() -> None:
    data = _book()
    assert data == _book()
    package = zipfile.ZipFile(io.BytesIO(data))
    assert package.namelist() == sorted(package.namelist())
    assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert '<workbookProtection lockStructure="1"/>' in package.read("xl/workbook.xml").decode()
    core = package.read("docProps/core.xml").decode()
    assert "<dc:creator/>" in core or "<dc:creator></dc:creator>" in core
    assert "2000-01-01T00:00:00Z" in core


def test_row_heights_give_way_to_what_is_typed_in_later() -> None:
    sheet = zipfile.ZipFile(io.BytesIO(_book())).read("xl/worksheets/sheet1.xml").decode()
    assert "customHeight" not in sheet.partition("<sheetData>")[2].partition("</sheetData>")[0]


@given(
    st.lists(st.tuples(st.text("あ、。（aA1 \n長い言葉word", max_size=120), st.integers(3, 50)), max_size=3)
)
def test_rows_are_as_high_as_their_tallest_text(texts: list[tuple[str, int]]) -> None:
    lines = max((wrap_count(text, max(width - 1, 2)) for text, width in texts), default=1)
    height = row_height(texts, Lang.JA) or face(Lang.JA).line
    # A text of narrow characters may be given more room than it needs, never less.
    assert height >= min(lines * face(Lang.JA).line, HIGHEST)
