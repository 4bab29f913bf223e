"""The free tables (experience, sites, staffing, financials) and the free proposals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args

from rfp_builder.excel.remarks import Remarks
from rfp_builder.excel.response import columns as layout
from rfp_builder.excel.response.requirements import cost
from rfp_builder.excel.sheets import Sheets
from rfp_builder.excel.table import read_table
from rfp_builder.i18n import Phrase
from rfp_builder.model.proposals import Fact, FreeProposal

_TableName = Literal["experience", "sites", "staffing", "financials"]

_NO_TITLE = Phrase("提案の題名が記入されていません。", "The proposal has no title.")
_NO_HOW = Phrase("提案の内容が記入されていません。", "The proposal does not say what is proposed.")


def read_facts(sheets: Sheets, remarks: Remarks) -> tuple[Fact, ...]:
    """Every row of the free tables with something in it."""
    return tuple(fact for name in get_args(_TableName) for fact in _facts(name, sheets, remarks))


def _facts(name: _TableName, sheets: Sheets, remarks: Remarks) -> Iterator[Fact]:
    specs = layout.FACT_COLUMNS[name]
    sheet = sheets.find(layout.FACT_SHEETS[name], specs)
    if sheet is None:
        return
    table = read_table(sheet, specs)
    remarks.notes(table.notes)
    for row in table.rows:
        cells = {key: row.text(key) for key in row.values if row.text(key)}
        if cells:
            yield Fact(table=name, cells=cells)


def read_free(sheets: Sheets, currency: str, remarks: Remarks) -> tuple[FreeProposal, ...]:
    """The proposals beyond the listed requirements. One without a title is kept, and remarked."""
    specs = layout.free_columns(currency)
    sheet = sheets.find(layout.FREE, specs)
    if sheet is None:
        return ()
    table = read_table(sheet, specs)
    remarks.notes(table.notes)
    found = []
    for row in table.rows:
        if not row.text("title") and "title" not in row.unread:
            remarks.warn(row.sheet, row.ref("title"), _NO_TITLE)
        if not row.text("how") and "how" not in row.unread:
            remarks.warn(row.sheet, row.ref("how"), _NO_HOW)
        found.append(
            FreeProposal(
                title=row.text("title"),
                how=row.text("how") or None,
                benefit=row.text("benefit") or None,
                evidence=row.text("evidence") or None,
                extra_cost=cost(row, "extra-cost", remarks),
            )
        )
    return tuple(found)
