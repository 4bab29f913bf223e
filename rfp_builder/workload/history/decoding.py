"""The bytes of a text file as text: UTF-8 with or without a mark, UTF-16, or Shift_JIS of Windows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rfp_builder.workload.history.refusals import (
    EMPTY,
    ENCODING,
    FILE_TOO_LARGE,
    NOT_TEXT,
    WEB_PAGE,
    Unreadable,
)

LARGEST_FILE = 200 * 1024 * 1024
_BINARY = bytes(code for code in range(0x20) if code not in b"\t\n\r\f\x1a\x1b")
_SAMPLE = 64 * 1024
_MOST_BROKEN = 0.01
_WEB_PAGE = re.compile(
    r"\s*(?:<!--|<(?:!doctype|\?xml|html|head|meta|style|body|table)\b|mime-version:)", re.IGNORECASE
)
"""Many systems call such a page a workbook; Excel opens it after a warning."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with single line ends, how it was written, and how many characters were broken."""

    text: str
    encoding: str
    broken: int = 0


def decoded(data: bytes) -> Decoded:
    """The text in `data`.

    Raises:
        Unreadable: it is too large, empty, no text, a web page, or in another encoding.
    """
    if len(data) > LARGEST_FILE:
        raise Unreadable(FILE_TOO_LARGE)
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise Unreadable(EMPTY)
    found = _text(data)
    if _WEB_PAGE.match(found.text):
        raise Unreadable(WEB_PAGE)
    text = found.text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\x1a\n")
    return Decoded(text, found.encoding, found.broken)


def _text(data: bytes) -> Decoded:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _bounded(data, ("utf-16",))
    if data[:_SAMPLE].translate(None, _BINARY) != data[:_SAMPLE]:
        raise Unreadable(NOT_TEXT)
    for encoding, shown in (("utf-8-sig", "UTF-8"), ("cp932", "Shift_JIS")):
        try:
            return Decoded(data.decode(encoding), shown)
        except UnicodeDecodeError:
            continue
    return _bounded(data, ("utf-8-sig", "cp932"))


def _bounded(data: bytes, encodings: tuple[str, ...]) -> Decoded:
    """The reading with the fewest broken characters, if they are few."""
    names = {"utf-8-sig": "UTF-8", "cp932": "Shift_JIS", "utf-16": "UTF-16"}
    readings = []
    for encoding in encodings:
        text = data.decode(encoding, "replace")
        readings.append(Decoded(text, names[encoding], text.count("\ufffd")))
    best = min(readings, key=lambda one: one.broken)
    if best.broken > max(3, _MOST_BROKEN * len(best.text)):
        raise Unreadable(ENCODING)
    return best
