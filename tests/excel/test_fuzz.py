"""Bent files are read or refused, and nothing else ever comes out."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rfp_builder.errors import Refused
from rfp_builder.excel.meta import meta
from rfp_builder.excel.reader import Workbook, read_workbook
from rfp_builder.excel.table import read_table
from tests.excel.packages import (
    SHEET,
    STRINGS,
    STYLES,
    WORKBOOK,
    book,
    parts,
    sheet_xml,
    strings_xml,
    styles_xml,
)
from tests.excel.packages import zipped as packed
from tests.excel.small import COLUMNS, IDS

_GOOD = (Path(__file__).parent.parent / "badfiles" / "xlsx" / "variant_libreoffice_saved.xlsx").read_bytes()
_PARTS = parts(
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="D1" t="s"><v>1</v></c><c r="F1" t="s"><v>2</v></c></row>'
    '<row r="2"><c r="A2" t="s"><v>3</v></c><c r="D2" t="s"><v>4</v></c>'
    '<c r="F2" s="1"><v>46478</v></c></row>',
    strings=strings_xml(
        "".join(f"<si><t>{text}</t></si>" for text in ("要件ID", "対応可否", "費用(円)", "REQ-1-1", "○"))
    ),
    styles=styles_xml("yyyy-mm-dd"),
)


def _try(data: bytes) -> Workbook | None:
    """Read all there is to read; anything but `Refused` is a failure."""
    try:
        workbook = read_workbook(data, "x.xlsx")
    except Refused:
        return None
    meta(workbook)
    for sheet in workbook:
        for note in read_table(sheet, COLUMNS, IDS).notes:
            assert note.message.ja
    return workbook


@given(st.lists(st.tuples(st.integers(0, len(_GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=8))
@settings(max_examples=300, deadline=None)
def test_bytes_changed_anywhere(changes: list[tuple[int, int]]) -> None:
    bent = bytearray(_GOOD)
    for at, value in changes:
        bent[at] = value
    _try(bytes(bent))


@given(st.integers(0, len(_GOOD)), st.integers(0, len(_GOOD)), st.binary(max_size=40))
@settings(max_examples=150, deadline=None)
def test_pieces_cut_out_or_put_in(start: int, end: int, piece: bytes) -> None:
    _try(_GOOD[:start] + piece + _GOOD[end:])


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_bytes(data: bytes) -> None:
    assert _try(data) is None
    assert _try(b"PK\x03\x04" + data) is None


@given(st.sampled_from(sorted(_PARTS)), st.data())
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_parts_bent_inside_a_sound_package(name: str, data: st.DataObject) -> None:
    part = bytearray(_PARTS[name])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(part) - 1))
        part[at : at + data.draw(st.integers(0, 6))] = data.draw(st.binary(max_size=6))
        if not part:
            break
    _try(packed({**_PARTS, name: bytes(part)}))


_TAGS = st.sampled_from(["row", "c", "v", "f", "is", "t", "r", "rPh", "mergeCell", "sheetData", "x"])
_ATTRIBUTES = st.dictionaries(
    st.sampled_from(["r", "t", "s", "ref"]),
    st.sampled_from(
        ["", "1", "A1", "C2", "s", "e", "d", "b", "n", "str", "inlineStr", "A1:B2", "0", "-1", "𠮷"]
    ),
    max_size=3,
)
_TEXTS = st.sampled_from(
    ["", "0", "9", "46478", "1E5", "nan", "_x0000_", "_xD800_", "#N/A", "要件ID", "2027-04-01"]
)


def _element(tag: str, attributes: dict[str, str], inside: list[str]) -> str:
    written = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<{tag}{written}>{''.join(inside)}</{tag}>"


_XML = st.recursive(
    _TEXTS,
    lambda inside: st.builds(_element, _TAGS, _ATTRIBUTES, st.lists(inside, max_size=4)),
    max_leaves=25,
)


@given(st.lists(_XML, max_size=6))
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(["<row><c t='s'><v>0</v></c><v>5</v></row>"])
@example(["<c/>", "<v>1</v>", "<row><f/></row>"])
def test_sheets_whose_elements_stand_anywhere(elements: list[str]) -> None:
    _try(book(sheet=sheet_xml("".join(elements)), strings=strings_xml("<si><t>a</t></si>")))


def test_the_unbent_files_are_read() -> None:
    assert {SHEET, STRINGS, STYLES, WORKBOOK} <= set(_PARTS)
    for data in (_GOOD, packed(_PARTS)):
        workbook = _try(data)
        assert workbook is not None
        assert read_table(workbook.sheets[0], COLUMNS).rows[0].id == "REQ-1-1"
