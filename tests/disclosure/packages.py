"""Small Word and Excel files in memory, with a text planted in one place of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def package(parts: Mapping[str, str | bytes], comment: bytes = b"", extra: bytes = b"") -> bytes:
    """A zip file of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {"[Content_Types].xml": _TYPES, **parts}.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.extra = extra
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
        archive.comment = comment
    return buffer.getvalue()


def document(body: str) -> str:
    """word/document.xml around `body`."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {_W}><w:body>{body}</w:body></w:document>'


def paragraph(*runs: str) -> str:
    """A paragraph with its usual attributes, a run for each text."""
    texts = "".join(
        f'<w:r w:rsidR="00A1"><w:rPr><w:b w:val="1"/></w:rPr><w:t xml:space="preserve">{run}</w:t></w:r>'
        for run in runs
    )
    return f'<w:p w:rsidR="00B2"><w:pPr><w:pStyle w:val="BodyText"/><w:jc w:val="left"/></w:pPr>{texts}</w:p>'


def table(*rows: tuple[str, ...]) -> str:
    """A table of texts."""
    return "<w:tbl>{}</w:tbl>".format(
        "".join(
            "<w:tr>{}</w:tr>".format(
                "".join(
                    f'<w:tc><w:tcPr><w:tcW w:w="{2000 + n}" w:type="dxa"/></w:tcPr>{paragraph(text)}</w:tc>'
                    for n, text in enumerate(row)
                )
            )
            for row in rows
        )
    )


def docx(body: str, **others: str | bytes) -> bytes:
    """A Word file; other parts by their path, with __ for / and _dot_ for a full stop."""
    return package({"word/document.xml": document(body), **_paths(others)})


def sheet(rows: str) -> str:
    """xl/worksheets/sheet1.xml around `rows`."""
    return f"<worksheet {_S}><sheetData>{rows}</sheetData></worksheet>"


def strings(*items: str) -> str:
    """xl/sharedStrings.xml."""
    return f'<sst {_S} count="{len(items)}">{"".join(f"<si>{item}</si>" for item in items)}</sst>'


def _paths(others: Mapping[str, str | bytes]) -> dict[str, str | bytes]:
    return {name.replace("__", "/").replace("_dot_", "."): content for name, content in others.items()}
