"""Cells as the clipboard takes them to a spreadsheet."""

from __future__ import annotations

from rfp_builder.tui.table.cells import Cells

_SPECIAL = frozenset('\t\n"')


def as_tsv(cells: Cells, rows: range, columns: range) -> str:
    """The block with tabs between cells; those with tabs, line ends or quotes are quoted as Excel does."""
    lines = (
        "\t".join(_quoted(cells.typed(at, column)) for column in columns) for at in rows if at < cells.count
    )
    return "\n".join(lines)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _SPECIAL & set(text) else text
