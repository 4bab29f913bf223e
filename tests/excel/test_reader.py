"""Cells as different programs write them, and parts that no program should write."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from rfp_builder.errors import Refused
from rfp_builder.excel.gate import LIMITS, refusals
from rfp_builder.excel.gate.refusals import Reason
from rfp_builder.excel.reader import Area, CellError, Garbled, Sheet, Value, read_workbook
from tests.excel.packages import (
    LINKS,
    MAIN,
    RELATIONSHIPS,
    SHEET,
    STRICT_MAIN,
    STRICT_RELATIONSHIPS,
    STRINGS,
    WORKBOOK,
    book,
    parts,
    sheet_xml,
    strings_xml,
    styles_xml,
    zipped,
)


def _sheet(data: bytes) -> Sheet:
    return read_workbook(data, "x.xlsx").sheets[0]


def _reason(data: bytes) -> Reason:
    with pytest.raises(Refused) as caught:
        read_workbook(data, "x.xlsx")
    return Reason(caught.value.why, caught.value.remedy)


def _values(data: bytes) -> dict[str, Value | None]:
    return {cell.ref: cell.value for row in _sheet(data).rows for cell in row.cells}


def _value(cell: str, **more: str | bytes) -> Value | None:
    """What one cell, written as `cell`, holds."""
    return _values(book(f"<row>{cell}</row>", **more)).get("A1")


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("<c><v>1</v></c>", Decimal(1)),
        ('<c t="n"><v> 12.50 </v></c>', Decimal("12.5")),
        ("<c><v>1.2E-3</v></c>", Decimal("0.0012")),
        ("<c><v>-.5</v></c>", Decimal("-0.5")),
        ("<c><v>0.30000000000000004</v></c>", Decimal("0.3")),
        ("<c><v>12345678901234567890</v></c>", Decimal("12345678901234600000")),
        ("<c><v>９</v></c>", Garbled("９")),
        ("<c><v>1_000</v></c>", Garbled("1_000")),
        ("<c><v>nan</v></c>", Garbled("nan")),
        ("<c><v>1E999</v></c>", Garbled("1E999")),
        ("<c><v>" + "1" * 99 + "</v></c>", Garbled("1" * 40)),
        ('<c t="b"><v>1</v></c>', True),
        ('<c t="b"><v>false</v></c>', False),
        ('<c t="b"><v>maybe</v></c>', Garbled("maybe")),
        ('<c t="e"><v>#N/A</v></c>', CellError("#N/A")),
        ('<c t="str"><v>a</v></c>', "a"),
        ('<c t="d"><v>2027-04-01</v></c>', date(2027, 4, 1)),
        ('<c t="d"><v>2027-04-01T00:00:00</v></c>', date(2027, 4, 1)),
        ('<c t="d"><v>2027-04-01T09:30:00Z</v></c>', datetime(2027, 4, 1, 9, 30)),
        ('<c t="d"><v>09:30:00</v></c>', time(9, 30)),
        ('<c t="d"><v>2027-02-30</v></c>', Garbled("2027-02-30")),
        ('<c t="zz"><v>1</v></c>', Garbled("1")),
        ('<c t="inlineStr"><is><t> 文 字 </t></is></c>', " 文 字 "),
        (
            '<c t="inlineStr"><is><r><t>利用者</t></r><r><t>認証</t></r><rPh><t>リヨウ</t></rPh></is></c>',
            "利用者認証",
        ),
        ('<c t="inlineStr"><is><t><![CDATA[<b>&]]></t></is></c>', "<b>&"),
        ("<c/>", None),
        ('<c t="str"><v></v></c>', None),
        ('<c t="s"><v/></c>', None),
    ],
)
def test_types_of_cells(cell: str, value: Value | None) -> None:
    assert _value(cell, strings=strings_xml("")) == value


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("a_x000D_b", "a\rb"),
        ("_x005F_x0041_", "_x0041_"),
        ("_x0041", "_x0041"),
        ("_xD842__xDFB7_", "𠮷"),
        ("_xD842_", "\ufffd"),
        ("𠮷_x0009_", "𠮷\t"),
    ],
)
def test_escaped_characters(written: str, text: str) -> None:
    assert _value('<c t="s"><v>0</v></c>', strings=strings_xml(f"<si><t>{written}</t></si>")) == text


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("yyyy-mm-dd", date(2027, 4, 1)),
        ("ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", date(2027, 4, 1)),
        ("[$-411]ggge\\年;@", date(2027, 4, 1)),
        ("aaa", date(2027, 4, 1)),
        ("General", Decimal(46478)),
        ("#,##0&quot;days&quot;", Decimal(46478)),
        ("#,##0\\d", Decimal(46478)),
        ("[Red]0.00E+00", Decimal(46478)),
        ("[h]:mm", Decimal(46478)),
        ("0_d", Decimal(46478)),
    ],
)
def test_the_format_says_what_is_a_date(code: str, value: Value) -> None:
    assert _value('<c s="1"><v>46478</v></c>', styles=styles_xml(code)) == value


@pytest.mark.parametrize(
    ("serial", "value"),
    [
        ("1", date(1900, 1, 1)),
        ("59", date(1900, 2, 28)),
        ("60", Decimal(60)),
        ("61", date(1900, 3, 1)),
        ("46478.5", datetime(2027, 4, 1, 12)),
        ("0.75", time(18)),
        ("0", time(0)),
        ("-1", Decimal(-1)),
        ("2958465", date(9999, 12, 31)),
        ("2958466", Decimal(2958466)),
        ("2958465.9999999", Decimal("2958465.9999999")),
        ("0.9999999", Decimal("0.9999999")),
    ],
)
def test_days_are_counted_from_1900(serial: str, value: Value) -> None:
    assert _value(f'<c s="1"><v>{serial}</v></c>', styles=styles_xml("yyyy/m/d")) == value


def test_days_are_counted_from_1904_where_the_workbook_says_so() -> None:
    frame = parts()[WORKBOOK].decode().replace("<sheets>", '<workbookPr date1904="1"/><sheets>')
    cell = '<c s="1"><v>45016</v></c>'
    assert _value(cell, styles=styles_xml("yyyy/m/d"), workbook=frame) == date(2027, 4, 1)


def test_the_number_behind_a_date_is_kept() -> None:
    cell = _sheet(book('<row><c s="1"><v>46478</v></c></row>', styles=styles_xml("m/d"))).rows[0].cells[0]
    assert (cell.value, cell.serial) == (date(2027, 4, 1), Decimal(46478))


def test_percentages_are_marked() -> None:
    cells = _sheet(book('<row><c s="1"><v>0.8</v></c><c><v>0.8</v></c></row>', styles=styles_xml("0.0%")))
    assert [cell.percent for cell in cells.rows[0].cells] == [True, False]


def test_formulas_with_and_without_a_result() -> None:
    rows = (
        "<row><c><f>A2</f><v>2</v></c><c><f>1+1</f></c><c><f>1+1</f><v></v></c>"
        '<c t="str"><f>""</f><v></v></c><c t="s"><f>B1</f><v>0</v></c></row>'
    )
    cells = _sheet(book(rows, strings=strings_xml("<si><t>a</t></si>"))).rows[0].cells
    assert [(cell.value, cell.formula) for cell in cells] == [
        (Decimal(2), True),
        (None, True),
        (None, True),
        ("", True),
        ("a", True),
    ]


def test_rows_come_in_order_and_none_is_lost() -> None:
    one = "<c><v>1</v></c>"
    rows = f'<row r="3">{one}</row><row>{one}</row><row r="2">{one}</row><row r="3">{one}</row>'
    assert [row.number for row in _sheet(book(rows)).rows] == [2, 3, 3, 4]


def test_cells_come_in_order_and_may_lack_names() -> None:
    rows = '<row r="7"><c r="C7"><v>3</v></c><c><v>4</v></c><c r="A7"><v>1</v></c><c><v>2</v></c></row>'
    assert _values(book(rows)) == {
        "A7": Decimal(1),
        "B7": Decimal(2),
        "C7": Decimal(3),
        "D7": Decimal(4),
    }


def test_strict_workbooks_are_read() -> None:
    contents = {
        name: part.replace(MAIN.encode(), STRICT_MAIN.encode()).replace(
            RELATIONSHIPS.encode(), STRICT_RELATIONSHIPS.encode()
        )
        for name, part in parts(
            '<row><c t="s"><v>0</v></c><c t="d" s="1"><v>2027-04-01</v></c></row>',
            strings=strings_xml("<si><t>要件</t></si>"),
            styles=styles_xml("yyyy"),
        ).items()
    }
    assert _values(zipped(contents)) == {"A1": "要件", "B1": date(2027, 4, 1)}


def test_prefixed_names_are_read() -> None:
    sheet = (
        f'<?tool x?><x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is>'
        "<x:t>a</x:t></x:is></x:c><c r='B1'><v>1</v></c></x:row></x:sheetData></x:worksheet>"
    )
    assert _values(book(sheet=sheet)) == {"A1": "a"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_of_the_format_are_read(encoding: str) -> None:
    name = encoding.removesuffix("-sig")
    xml = sheet_xml('<row><c t="inlineStr"><is><t>要件</t></is></c></row>').replace(
        'version="1.0"', f'version="1.0" encoding="{name}"'
    )
    assert _values(book(sheet=xml.encode(encoding))) == {"A1": "要件"}


@pytest.mark.parametrize("encoding", ["shift_jis", "cp037", "utf-7", "utf-32", "no-such"])
def test_other_encodings_are_refused(encoding: str) -> None:
    xml = sheet_xml("<row><c><v>1</v></c></row>").replace('"1.0"', f'"1.0" encoding="{encoding}"')
    assert _reason(book(sheet=xml)) == refusals.DAMAGED


def test_names_of_parts_may_differ_in_case_and_place() -> None:
    contents = parts('<row><c t="s"><v>0</v></c></row>', strings=strings_xml("<si><t>a</t></si>"))
    contents["xl/SHAREDSTRINGS.xml"] = contents.pop(STRINGS)
    contents["tables/One.xml"] = contents.pop(SHEET)
    contents[LINKS] = contents[LINKS].replace(b"worksheets/sheet1.xml", b"../tables/one.xml")
    assert _values(zipped(contents)) == {"A1": "a"}


def test_foreign_styles_validations_and_drawings_do_no_harm() -> None:
    after = (
        '<conditionalFormatting sqref="?"><cfRule type="nonsense" dxfId="-1"/></conditionalFormatting>'
        '<dataValidations count="x"><dataValidation sqref="#REF!"/></dataValidations>'
        '<mc:AlternateContent xmlns:mc="urn:x"><mc:Choice/></mc:AlternateContent>'
    )
    styles = styles_xml("yyyy").replace("<numFmts>", '<colors rgb="no colour"/><numFmts>')
    data = book(sheet=sheet_xml('<row><c s="99"><v>1</v></c></row>', after), styles=styles)
    assert _values(data) == {"A1": Decimal(1)}


def test_merged_ranges_are_known() -> None:
    after = (
        '<mergeCells><mergeCell ref="D2:D4"/><mergeCell ref="$F$9:$E$3"/><mergeCell ref="junk"/></mergeCells>'
    )
    assert _sheet(book(sheet=sheet_xml("", after))).merged == (Area(2, 4, 4, 4), Area(3, 5, 9, 6))


def test_cells_far_away_are_reported_and_not_kept() -> None:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row><row r="2"><c r="IW2"><v>1</v></c></row>'
    sheet = _sheet(book('<row r="1"><c><v>1</v></c></row>' + far))
    assert (len(sheet.rows), sheet.strays, sheet.stray_count) == (1, ("XFD1048576", "IW2"), 2)


def test_sheets_names_and_hiding() -> None:
    frame = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONSHIPS}"><sheets>'
        '<sheet name="回答" r:id="rId1"/><sheet name=" ＿meta" state="veryHidden" r:id="rId9"/>'
        '<sheet name="グラフ" r:id="rId8"/></sheets>'
        "<definedNames><definedName name='levels'>回答!$A$1:$A$4</definedName></definedNames></workbook>"
    )
    contents = parts(workbook=frame)
    more = (
        f'<Relationship Id="rId9" Type="{RELATIONSHIPS}/worksheet" Target="worksheets/sheet2.xml"/>'
        f'<Relationship Id="rId8" Type="{RELATIONSHIPS}/chartsheet" Target="chartsheets/sheet1.xml"/>'
        f'<Relationship Id="rId7" Type="{RELATIONSHIPS}/x" Target="http://a.b/" TargetMode="External"/>'
    )
    contents[LINKS] = contents[LINKS].replace(b"</Relationships>", more.encode() + b"</Relationships>")
    contents["xl/worksheets/sheet2.xml"] = contents[SHEET]
    workbook = read_workbook(zipped(contents), "x.xlsx")
    assert [(sheet.name, sheet.hidden) for sheet in workbook] == [("回答", False), (" ＿meta", True)]
    assert workbook.sheet("_META") is workbook.sheets[1]
    assert workbook.sheet("absent") is None
    assert workbook.names == {"levels": "回答!$A$1:$A$4"}


@pytest.mark.parametrize(
    "rows",
    [
        "<row><c><v>1</v></c>",
        '<row r="0"/>',
        '<row r="1048577"/>',
        '<row r="一"/>',
        '<row><c r="A2"/></row>',
        '<row><c r="1A"/></row>',
        '<row><c r="a1"/></row>',
        '<row><c r="ZZZ1"/></row>',
        '<row><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
        '<row r="1"><row r="2"/></row>',
        "<row><c><c/></c></row>",
        "<c/>",
        '<row><c t="s"><v>1</v></c></row>',
        '<row><c t="s"><v>-1</v></c></row>',
        "<row>\udc80</row>",
    ],
)
def test_what_cannot_belong_together_is_damaged(rows: str) -> None:
    sheet = sheet_xml(rows).encode("utf-8", "surrogateescape")
    assert _reason(book(sheet=sheet, strings=strings_xml("<si><t>a</t></si>"))) == refusals.DAMAGED


def test_a_workbook_that_does_not_hang_together_is_refused() -> None:
    contents = parts()
    for name in ("_rels/.rels", WORKBOOK, LINKS, SHEET):
        rest = {other: part for other, part in contents.items() if other != name}
        assert _reason(zipped(rest)) == refusals.DAMAGED
    unlinked = contents[WORKBOOK].replace(b"rId1", b"rId77")
    assert _reason(book(workbook=unlinked)) == refusals.DAMAGED
    empty = f'<workbook xmlns="{MAIN}"><sheets/></workbook>'
    assert _reason(book(workbook=empty)) == refusals.NO_SHEETS
    twice = contents[WORKBOOK].replace(b"</sheets>", b'<sheet name="b" r:id="rId1"/></sheets>')
    assert _reason(book(workbook=twice)) == refusals.SUSPICIOUS_PARTS
    assert _reason(book('<row><c t="s"><v>0</v></c></row>')) == refusals.TEXTS_LOST


def test_too_much_of_anything_is_refused() -> None:
    assert _reason(book("<row>" + "<a>" * (LIMITS.depth + 1))) == refusals.TOO_MUCH
    merged = '<mergeCell ref="A1:B2"/>' * (LIMITS.merged + 1)
    assert _reason(book(sheet=sheet_xml("", f"<mergeCells>{merged}</mergeCells>"))) == refusals.TOO_MUCH
    rows = range(LIMITS.rows + 1, LIMITS.rows + LIMITS.strays + 2)
    far = "".join(f'<row r="{row}"><c><v>1</v></c></row>' for row in rows)
    assert _reason(book(far)) == refusals.TOO_MUCH
