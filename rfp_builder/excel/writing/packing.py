"""Finishing touches that XlsxWriter has no option for: structure lock, row heights that give way, part order.

A row height written by XlsxWriter is "custom": Excel and LibreOffice then keep it although a longer text is
typed in. Without that mark the height is what the file says at first, and grows with the text. Merged cells
are left out when heights are worked out, so that a sheet that has them keeps the mark.
"""

from __future__ import annotations

import re
from io import StringIO
from typing import Any

from xlsxwriter.packager import Packager
from xlsxwriter.workbook import Workbook

_LOCK_BEFORE = "<bookViews>"
_LOCK = '<workbookProtection lockStructure="1"/>'
_MERGED = "<mergeCells "
_CUSTOM_HEIGHT = re.compile(r'(<row [^>]*) customHeight="1"')


class LockedWorkbook(Workbook):  # type: ignore[misc]
    """A workbook whose sheets cannot be added, renamed, moved or shown."""

    def _get_packager(self) -> Packager:
        return _TouchedUp()


class _TouchedUp(Packager):  # type: ignore[misc]
    def _create_package(self) -> list[tuple[Any, str, bool]]:
        files: list[tuple[Any, str, bool]] = super()._create_package()
        return sorted((_touched_up(*file) for file in files), key=lambda file: file[1])


def _touched_up(content: Any, name: str, is_binary: bool) -> tuple[Any, str, bool]:
    if name == "xl/workbook.xml":
        text = content.getvalue()
        if text.count(_LOCK_BEFORE) != 1:
            raise RuntimeError("XlsxWriter lays out xl/workbook.xml differently from what is expected")
        return StringIO(text.replace(_LOCK_BEFORE, _LOCK + _LOCK_BEFORE)), name, is_binary
    if name.startswith("xl/worksheets/sheet") and _MERGED not in (text := content.getvalue()):
        return StringIO(_CUSTOM_HEIGHT.sub(r"\1", text)), name, is_binary
    return content, name, is_binary
