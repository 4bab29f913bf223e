"""What a reader of a workbook sees, and which of it is in the wrong language."""

from __future__ import annotations

import re

from rfp_builder.excel.reader import read_workbook
from rfp_builder.i18n import Lang

_JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠]")
_LATIN = re.compile(r"[A-Za-z]{3}")


def shown_texts(data: bytes) -> list[str]:
    """Every text of every sheet that is not hidden, and the names of those sheets."""
    sheets = [sheet for sheet in read_workbook(data, "a.xlsx") if not sheet.hidden]
    cells = [cell.value for sheet in sheets for row in sheet.rows for cell in row.cells]
    return [*(sheet.name for sheet in sheets), *(value for value in cells if isinstance(value, str))]


def foreign_words(texts: list[str], lang: Lang) -> list[str]:
    """Texts that are not in `lang`. Japanese ones may hold a latin word here and there."""
    if lang is Lang.EN:
        return [text for text in texts if _JAPANESE.search(text)]
    return [text for text in texts if _LATIN.search(text) and not _JAPANESE.search(text)]
