"""Workbooks made by hand, part by part, so that a test can bend exactly one thing."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET_ML = "application/vnd.openxmlformats-officedocument.spreadsheetml"

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
STYLES = "xl/styles.xml"
WORKBOOK = "xl/workbook.xml"
LINKS = "xl/_rels/workbook.xml.rels"
TYPES = "[Content_Types].xml"


def sheet_xml(rows: str, after: str = "", space: str = MAIN) -> str:
    """A worksheet part with `rows` in its data and `after` behind them."""
    return f'<?xml version="1.0"?><worksheet xmlns="{space}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def strings_xml(items: str) -> str:
    """A part of shared texts from its `si` elements."""
    return f'<sst xmlns="{MAIN}">{items}</sst>'


def styles_xml(*codes: str) -> str:
    """Styles 1, 2, … with these number formats; style 0 is General."""
    formats = "".join(f'<numFmt numFmtId="{164 + n}" formatCode="{code}"/>' for n, code in enumerate(codes))
    styles = "".join(f'<xf numFmtId="{164 + n}"/>' for n in range(len(codes)))
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts>'
        '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
        f'<cellXfs><xf numFmtId="0"/>{styles}</cellXfs></styleSheet>'
    )


def parts(rows: str = "", **more: str | bytes) -> dict[str, bytes]:
    """The parts of a workbook with one sheet, 回答.

    `strings` and `styles` add those parts; `workbook`, `sheet` and `types` replace the usual ones.
    """
    links = (
        f'<Relationship Id="rId1" Type="{RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{RELATIONSHIPS}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="rId3" Type="{RELATIONSHIPS}/styles" Target="/xl/styles.xml"/>'
    )
    usual: dict[str, str | bytes] = {
        TYPES: f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_ML}.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
        f' Type="{RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        WORKBOOK: f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONSHIPS}"><sheets>'
        '<sheet name="回答" sheetId="1" r:id="rId1"/></sheets></workbook>',
        LINKS: f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
        SHEET: sheet_xml(rows),
    }
    names = {
        "strings": STRINGS,
        "styles": STYLES,
        "workbook": WORKBOOK,
        "sheet": SHEET,
        "types": TYPES,
    }
    usual.update({names[key]: value for key, value in more.items()})
    return {name: value.encode() if isinstance(value, str) else value for name, value in usual.items()}


def zipped(contents: Mapping[str, bytes]) -> bytes:
    """The package of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in contents.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def book(rows: str = "", **more: str | bytes) -> bytes:
    """A whole workbook; see `parts`."""
    return zipped(parts(rows, **more))
