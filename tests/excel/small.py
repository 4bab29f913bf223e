"""The small layout that the files in tests/badfiles share: four rows on the sheet 回答."""

from __future__ import annotations

from rfp_builder.excel.columns import ColumnSpec, Kind
from rfp_builder.excel.reader import Workbook
from rfp_builder.excel.table import Table, read_table
from rfp_builder.forms.choices import mark
from rfp_builder.i18n import Phrase

SHEET = "回答"
IDS = ("REQ-1-1", "REQ-1-2", "REQ-2-1", "REQ-2-3")
COLUMNS = (
    ColumnSpec("id", Phrase("要件ID", "Requirement ID"), Kind.ID),
    ColumnSpec("text", Phrase("要件", "Requirement"), given=True),
    ColumnSpec("priority", Phrase("必須区分", "Priority"), given=True),
    ColumnSpec(
        "level", Phrase("対応可否", "Compliance"), Kind.CHOICE, choices=(mark("○"), mark("△"), mark("×"))
    ),
    ColumnSpec("answer", Phrase("回答", "Answer")),
    ColumnSpec("cost", Phrase("費用(円)", "Cost (JPY)"), Kind.AMOUNT),
    ColumnSpec("due", Phrase("納期", "Delivery date"), Kind.DATE),
    ColumnSpec("remarks", Phrase("備考", "Remarks")),
)


def table(workbook: Workbook, ids: tuple[str, ...] | None = IDS) -> Table:
    """The table of a workbook in this layout."""
    sheet = workbook.sheet(SHEET)
    assert sheet is not None
    return read_table(sheet, COLUMNS, ids)


def noted(table: Table) -> set[tuple[str, str]]:
    """Cell and code of every note, the known flaw of the sample (half a yen in F5) left out."""
    flaw = ("F5", "amount.unreadable")
    return {(note.cell, note.code) for note in table.notes} - {flaw}
