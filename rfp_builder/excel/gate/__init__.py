"""The gate every file from outside passes before anything in it is read.

Judged by content, never by name; bounded before it is parsed. Nothing is ever written to disk.
"""

from __future__ import annotations

from rfp_builder.excel.gate import refusals
from rfp_builder.excel.gate.archive import entries
from rfp_builder.excel.gate.content import require_workbook
from rfp_builder.excel.gate.limits import LIMITS
from rfp_builder.excel.gate.package import Package
from rfp_builder.excel.gate.refusals import Unfit, refused
from rfp_builder.excel.gate.sniff import not_a_package

__all__ = ["LIMITS", "Package", "admit"]

_DOCTYPE = b"<!DOCTYPE"
_WIDE_DOCTYPE = _DOCTYPE.decode().encode("utf-16-le").rstrip(b"\x00")
"""Matches both byte orders of UTF-16."""
_XML_ENDINGS = (".xml", ".rels", ".vml")


def admit(data: bytes, file_name: str) -> Package:
    """Let a workbook in, with every part counted, summed and free of declarations that XML parsers act on.

    Raises:
        Refused: anything else; what the sender should do is in its remedy.
    """
    try:
        return _admitted(data, file_name)
    except Unfit as unfit:
        raise refused(file_name, unfit.reason) from None


def _admitted(data: bytes, file_name: str) -> Package:
    if len(data) > LIMITS.file_bytes:
        raise Unfit(refusals.FILE_TOO_LARGE)
    reason = not_a_package(data)
    if reason is not None:
        raise Unfit(reason)
    package = Package.of(file_name, data, entries(data))
    require_workbook(package)
    total = 0
    for name in package.parts:
        total = _examined(package, name, total)
    return package


def _examined(package: Package, name: str, total: int) -> int:
    """Inflate one part to its end, without keeping it; returns the bytes inflated so far in all."""
    is_xml = name.endswith(_XML_ENDINGS)
    tail = b""
    for piece in package.stream(name):
        total += len(piece)
        if total > LIMITS.total_bytes:
            raise Unfit(refusals.INFLATES)
        if is_xml:
            seen = tail + piece
            if _DOCTYPE in seen or _WIDE_DOCTYPE in seen:
                raise Unfit(refusals.FOREIGN_DECLARATION)
            tail = seen[-len(_WIDE_DOCTYPE) :]
    return total
