"""Where on a sheet something stands, so that formulas of other sheets can name it."""

from __future__ import annotations

from rfp_builder.excel.reading.values import column_letters
from rfp_builder.excel.writing.sheet import SheetWriter, absolute


def at(sheet: SheetWriter, row: int, column: int) -> str:
    """A cell as formulas of any sheet name it: 'Prices'!$C$5."""
    return f"{sheet.quoted_name}!${column_letters(column)}${row}"


def here(row: int, column: int) -> str:
    """A cell as formulas of the same sheet name it: $C$5."""
    return f"${column_letters(column)}${row}"


def span(sheet: SheetWriter, first: int, left: int, last: int, right: int) -> str:
    """A rectangle as formulas of any sheet name it."""
    return f"{sheet.quoted_name}!{absolute(first, left, last, right)}"
