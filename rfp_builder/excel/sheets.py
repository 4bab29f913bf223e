"""Finding the sheets of a workbook that came back: by name, or by headings where the name was changed."""

from __future__ import annotations

from collections.abc import Sequence

from rfp_builder.excel.columns import ColumnSpec
from rfp_builder.excel.headings import find_headings
from rfp_builder.excel.meta import META_SHEET
from rfp_builder.excel.notes import Notebook
from rfp_builder.excel.reading.values import Sheet, Workbook
from rfp_builder.excel.remarks import Remarks
from rfp_builder.i18n import Phrase

_RENAMED = Phrase(
    "シートの名前が変わっています。見出しから「{name}」として読み込みました。",
    "The sheet has another name now. By its headings it was read as “{name}”.",
)
_MISSING = Phrase("「{name}」のシートがありません。", "The sheet “{name}” is missing.")


class Sheets:
    """The sheets of one workbook, each given out once."""

    def __init__(self, workbook: Workbook, remarks: Remarks) -> None:
        self._workbook = workbook
        self._remarks = remarks
        self._taken: set[str] = {META_SHEET}

    def find(self, name: Phrase, columns: Sequence[ColumnSpec]) -> Sheet | None:
        """The sheet called `name` in either language, or else one with all the headings of `columns`.

        A change of name is remarked, and so is a sheet that is not there.
        """
        sheet = self._workbook.sheet(name.ja, name.en)
        if sheet is None:
            sheet = next((one for one in self._workbook if self._fits(one, columns)), None)
            if sheet is None:
                self._remarks.error("", "", _MISSING.fill(name=name))
                return None
            self._remarks.warn(sheet.name, "", _RENAMED.fill(name=name))
        self._taken.add(sheet.name)
        return sheet

    def _fits(self, sheet: Sheet, columns: Sequence[ColumnSpec]) -> bool:
        if sheet.name in self._taken:
            return False
        found = find_headings(sheet, columns, Notebook(sheet.name))
        return found is not None and len(found.columns) == len(columns)
