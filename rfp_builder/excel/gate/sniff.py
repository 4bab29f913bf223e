"""What kind of file some bytes are, by their content; the name is never believed."""

from __future__ import annotations

from rfp_builder.excel.gate import refusals
from rfp_builder.excel.gate.refusals import Reason

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_EXCEL_STARTS = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x10\x00")
"""The first records of Excel 2 to 5 workbooks, which had no container yet."""
_SAMPLE_BYTES = 64 * 1024


def not_a_package(data: bytes) -> Reason | None:
    """Why `data` cannot be an .xlsx package, or None if it starts like one."""
    if not data:
        return refusals.EMPTY
    if data.startswith(_ZIP):
        return None
    if data.startswith(_OLE):
        return _compound_file(data)
    if data.startswith(_OLD_EXCEL_STARTS):
        return refusals.OLD_FORMAT
    if data.startswith(b"%PDF"):
        return refusals.PDF
    if data.startswith(b"PK"):
        return refusals.DAMAGED
    return _text(data)


def _compound_file(data: bytes) -> Reason:
    # Stream names stand in the directory of the container as UTF-16.
    if _utf16("EncryptedPackage") in data:
        return refusals.PASSWORD
    if _utf16("Workbook") in data or _utf16("Book") in data:
        return refusals.OLD_FORMAT
    return refusals.NOT_A_WORKBOOK


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le") + b"\x00\x00"


def _text(data: bytes) -> Reason:
    sample = data[:_SAMPLE_BYTES]
    text = _decoded(sample)
    if text is None:
        return refusals.NOT_A_WORKBOOK
    start = text.lstrip("\ufeff \t\r\n")[:14].lower()
    if start.startswith(("<?xml", "<!doctype html", "<html", "<table", "<workbook")):
        return refusals.WEB_PAGE
    return refusals.PLAIN_TEXT


def _decoded(sample: bytes) -> str | None:
    """`sample` as text in one of the encodings a CSV is saved in, or None if it is not text."""
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return sample.decode("utf-16", errors="replace")
    if any(byte < 0x20 and byte not in b"\t\n\r\f\x1b" for byte in sample):
        return None
    for encoding in ("utf-8", "cp932", "euc_jp"):
        # The sample may end inside a character.
        for cut in range(4):
            try:
                return sample[: len(sample) - cut].decode(encoding)
            except UnicodeDecodeError:
                continue
    return None
