"""The hidden sheet in which our workbooks carry what they are: which form, of which RFP, in which edition.

It is a hint and never believed for anything that matters: whoever returns the file may have changed it.
"""

from __future__ import annotations

from rfp_builder.excel.cells import as_text
from rfp_builder.excel.reading.values import Workbook
from rfp_builder.i18n import Phrase
from rfp_builder.text.clean import clean

META_SHEET = "_meta"

META_MISSING = Phrase(
    "管理用のシートがありません。見出しを手がかりに読み込んだため、どのRFPへの回答か確認してください。",
    "The sheet that says what this workbook belongs to is missing. It was read by its headings;"
    " please confirm which RFP it answers.",
)
"""The warning for a workbook without the sheet."""


def meta(workbook: Workbook) -> dict[str, str] | None:
    """Keys and values of the hidden sheet, or None if it is missing.

    A key that stands there twice with different values is left out.
    """
    sheet = workbook.sheet(META_SHEET)
    if sheet is None:
        return None
    found: dict[str, str] = {}
    doubtful: set[str] = set()
    for row in sheet.rows:
        texts = {cell.column: clean(as_text(cell)).text.strip() for cell in row.cells}
        key, value = texts.get(1, ""), texts.get(2, "")
        if key and found.setdefault(key, value) != value:
            doubtful.add(key)
    return {key: value for key, value in found.items() if key not in doubtful}
