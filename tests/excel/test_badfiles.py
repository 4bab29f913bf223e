"""Every workbook of tests/badfiles has the outcome that its INDEX names."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from rfp_builder.errors import Refused
from rfp_builder.excel.gate import refusals
from rfp_builder.excel.meta import meta
from rfp_builder.excel.notes import Level
from rfp_builder.excel.reader import Workbook, read_workbook
from rfp_builder.excel.table import Table
from rfp_builder.i18n import Lang
from rfp_builder.text.clean import clean
from tests.excel.small import IDS, noted, table

_FOLDER = Path(__file__).parent.parent / "badfiles"
_META = {"schema": "rfp-response/1", "rfp_id": "RFP-2026-001", "digest": "0123456789abcdef"}

_REFUSED = {
    "bomb_lying_size.xlsx": refusals.INFLATES,
    "bomb_styles_128M.xlsx": refusals.INFLATES,
    "bomb_whitespace_512M.xlsx": refusals.INFLATES,
    "broken_csv.xlsx": refusals.PLAIN_TEXT,
    "broken_no_sst.xlsx": refusals.TEXTS_LOST,
    "broken_not_zip.xlsx": refusals.PLAIN_TEXT,
    "broken_truncated.xlsx": refusals.DAMAGED,
    "broken_xls_renamed.xlsx": refusals.OLD_FORMAT,
    "macro.xlsm": refusals.MACROS,
    "macro_renamed.xlsx": refusals.MACROS,
    "password_protected.xlsx": refusals.PASSWORD,
    "xml_billion_laughs_sheet.xlsx": refusals.FOREIGN_DECLARATION,
    "xml_xxe_file_sst.xlsx": refusals.FOREIGN_DECLARATION,
    "zip_duplicate_entry.xlsx": refusals.SUSPICIOUS_PARTS,
    "zip_path_traversal.xlsx": refusals.SUSPICIOUS_PARTS,
}


def _read(name: str) -> Workbook:
    return read_workbook((_FOLDER / "xlsx" / name).read_bytes(), name)


def _is_sample(found: Table) -> None:
    """The four rows of the sample; half a yen is not read."""
    expected = {
        "REQ-1-1": {
            "level": "○",
            "answer": "標準機能で対応",
            "cost": 1_200_000,
            "due": date(2026, 4, 1),
        },
        "REQ-1-2": {
            "level": "△",
            "answer": "カスタマイズ",
            "cost": 350_000,
            "due": date(2026, 5, 1),
            "remarks": "五年保存",
        },
        "REQ-2-1": {"level": "×", "answer": "対応不可", "cost": 0},
        "REQ-2-3": {"level": "○", "answer": "Standard feature", "due": date(2026, 6, 30), "remarks": "ok"},
    }
    assert {row.id: dict(row.values) for row in found.rows} == expected


def _plain(workbook: Workbook) -> None:
    found = table(workbook)
    _is_sample(found)
    assert noted(found) == set()


def _cells_without_r(workbook: Workbook) -> None:
    found = table(workbook)
    (row,) = found.rows
    assert dict(row.values) == {"level": "○", "answer": "x", "cost": 1, "remarks": "y"}
    assert row.ref("remarks") == "H2"
    assert noted(found) == {("", "id.absent")}


def _choices(workbook: Workbook) -> None:
    found = table(workbook)
    assert [row.text("level") for row in found.rows] == ["", "○", "○", "○"]
    assert found.rows[0].unread == {"level"}
    assert noted(found) == {
        ("D2", "choice.unknown"),
        ("D3", "choice.alike"),
        ("D4", "choice.alike"),
        ("D5", "choice.alike"),
    }


def _far_cell(workbook: Workbook) -> None:
    found = table(workbook)
    _is_sample(found)
    assert noted(found) == {("XFD1048576", "cell.stray")}


def _errors(workbook: Workbook) -> None:
    found = table(workbook, None)
    assert len(found.rows) == 10
    assert noted(found) == {(f"{column}{row}", "cell.error") for column in "DE" for row in range(2, 12)}
    by_cell = {note.cell: note for note in found.notes}
    for cell, code in (("D3", "#N/A"), ("E9", "#SPILL!"), ("D11", "#BOGUS!")):
        assert by_cell[cell].level is Level.ERROR
        assert code in by_cell[cell].message.ja
        assert code in by_cell[cell].message.en


def _formulas(workbook: Workbook) -> None:
    found = table(workbook, None)
    assert [dict(row.values) for row in found.rows] == [
        {"cost": 2},
        {"answer": "ab"},
        {"answer": "TRUE", "cost": 2},
        {"cost": 2},
    ]
    flagged = {(cell, "formula.calculated") for cell in ("F2", "E3", "E4", "F4", "F5")}
    assert noted(found) == {*flagged, ("E2", "formula.not_calculated")}
    (error,) = (note for note in found.errors if note.cell == "E2")
    assert "保存し直して" in error.message.ja


def _duplicated(workbook: Workbook) -> None:
    found = table(workbook)
    assert [row.id for row in found.rows] == ["REQ-1-2", "REQ-2-1", "REQ-2-3"]
    assert noted(found) == {("A2", "id.repeated"), ("A6", "id.repeated")}
    assert all("2, 6" in note.message.ja for note in found.notes if note.code == "id.repeated")


def _edited(workbook: Workbook) -> None:
    found = table(workbook)
    assert found.rows == ()
    assert noted(found) == {
        ("A2", "id.unknown"),
        ("A3", "id.blank"),
        ("A4", "id.date"),
        ("A5", "id.number"),
        ("", "id.absent"),
    }
    assert len(found.errors) == 4


def _variants(workbook: Workbook) -> None:
    found = table(workbook)
    _is_sample(found)
    assert noted(found) == {(f"A{row}", "id.respelt") for row in range(2, 6)}


def _injections(workbook: Workbook) -> None:
    found = table(workbook, None)
    sheet = workbook.sheet("回答")
    assert sheet is not None
    texts = [cell.value for row in sheet.rows[1:] for cell in row.cells if cell.column == 5]
    assert len(texts) == 20
    assert [row.text("answer") for row in found.rows] == [clean(str(text)).text.strip("\n") for text in texts]
    assert found.rows[0].text("answer").startswith("=HYPERLINK(")
    assert not any(cell.formula for row in sheet.rows for cell in row.cells)
    assert found.errors == ()


def _merged(workbook: Workbook) -> None:
    found = table(workbook)
    assert noted(found) == {("D3", "cell.merged"), ("D4", "cell.merged"), ("F3", "cell.merged")}
    assert found.by_id["REQ-1-1"].text("level") == "○"
    assert found.by_id["REQ-1-2"].unread == {"level", "cost"}
    assert found.by_id["REQ-2-1"].unread == {"level"}


def _numbers(workbook: Workbook) -> None:
    expected = json.loads((_FOLDER / "numbers_expected.json").read_text(encoding="utf-8"))
    found = table(workbook, None)
    sheet = workbook.sheet("回答")
    assert sheet is not None
    typed = {cell.row: cell.value for row in sheet.rows[1:] for cell in row.cells if cell.column == 6}
    read = {typed[row.number]: row.amount("cost") for row in found.rows}
    assert len(read) == 44
    assert {text: read[text] for text, _ in expected} == dict(expected)
    unread = {note.cell for note in found.errors if note.code == "amount.unreadable"}
    assert unread == {f"F{row.number}" for row in found.rows if row.amount("cost") is None}


def _out_of_order(workbook: Workbook) -> None:
    found = table(workbook)
    assert [(row.number, row.id) for row in found.rows] == [(3, "REQ-1-2"), (4, "REQ-2-1")]
    assert noted(found) == {("A2", "id.repeated"), ("", "id.absent")}


def _reordered(workbook: Workbook) -> None:
    found = table(workbook)
    _is_sample(found)
    assert found.rows[0].ref("id") == "B2"
    # The formats stayed where they were: sums of money now stand in cells formatted as dates.
    assert noted(found) == {
        *((f"G{row}", "number.date_format") for row in (2, 3, 4)),
        ("G5", "amount.unreadable"),
    }


def _no_meta(workbook: Workbook) -> None:
    _plain(workbook)
    assert meta(workbook) is None


def _readings(workbook: Workbook) -> None:
    _plain(workbook)
    sheet = workbook.sheet("回答")
    assert sheet is not None
    assert str(sheet.rows[1].cells[1].value).strip() == "利用者認証"


_READ: dict[str, Callable[[Workbook], None]] = {
    "cells_without_r.xlsx": _cells_without_r,
    "choice_variants.xlsx": _choices,
    "dim_declared_huge.xlsx": _plain,
    "dim_declared_small.xlsx": _plain,
    "dim_far_cell.xlsx": _far_cell,
    "error_values.xlsx": _errors,
    "formula_cached_or_not.xlsx": _formulas,
    "id_duplicated.xlsx": _duplicated,
    "id_edited.xlsx": _edited,
    "id_variants.xlsx": _variants,
    "injection_text_cells.xlsx": _injections,
    "merged_cells.xlsx": _merged,
    "numbers_as_text.xlsx": _numbers,
    "rows_out_of_order.xlsx": _out_of_order,
    "shape_columns_reordered.xlsx": _reordered,
    "shape_meta_deleted.xlsx": _no_meta,
    "strings_phonetic_rich.xlsx": _readings,
    "variant_libreoffice_saved.xlsx": _plain,
}


@pytest.mark.parametrize("name", sorted(_REFUSED))
def test_is_refused_with_its_reason(name: str) -> None:
    with pytest.raises(Refused) as caught:
        _read(name)
    what, why, remedy = caught.value.lines(Lang.JA)
    assert name in what
    assert (why, remedy) == (_REFUSED[name].why.ja, _REFUSED[name].remedy.ja)


@pytest.mark.parametrize("name", sorted(_READ))
def test_is_read_as_the_index_says(name: str) -> None:
    workbook = _read(name)
    _READ[name](workbook)
    if name != "shape_meta_deleted.xlsx":
        assert meta(workbook) == _META


def test_every_workbook_of_the_index_is_tested() -> None:
    index = (_FOLDER / "INDEX.md").read_text(encoding="utf-8")
    workbooks = index.split("## Word templates")[0]
    assert set(re.findall(r"^\| (\S+\.xls[xm]) \|", workbooks, re.MULTILINE)) == {*_REFUSED, *_READ}
    assert {path.name for path in (_FOLDER / "xlsx").iterdir()} == {*_REFUSED, *_READ}


def test_an_unknown_id_and_any_other_get_the_same_sentence() -> None:
    def said(ids: tuple[str, ...]) -> set[str]:
        notes = table(_read("variant_libreoffice_saved.xlsx"), ids).errors
        return {note.message.ja for note in notes if note.code == "id.unknown"}

    assert said(IDS[:2]) == said(IDS[2:]) == said(())
    assert len(said(())) == 1
