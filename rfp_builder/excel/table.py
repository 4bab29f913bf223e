"""A table in a sheet that came back: rows by id, columns by heading, and a note for whatever is amiss.

One wrong cell never costs more than its cell, one wrong row never more than its row.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice

from rfp_builder.excel.cells import Answer, CellProblem, is_blank, read_cell
from rfp_builder.excel.columns import ColumnSpec, Kind
from rfp_builder.excel.headings import Layout, find_headings
from rfp_builder.excel.merges import swallowed
from rfp_builder.excel.notes import Level, Notebook, RowNote
from rfp_builder.excel.reading.values import Area, Sheet, ref
from rfp_builder.excel.row_ids import CellRow, RowIds
from rfp_builder.i18n import Phrase

_STRAYS_NOTED = 20

_STRAY = Phrase(
    "表の外に値があります。この値は読み込みません。", "There is a value outside the table. It is not read."
)
_MORE_STRAYS = Phrase(
    "ほかにも{n}個のセルで、表の外に値があります。いずれも読み込みません。",
    "{n} more cells outside the table hold values. They are not read.",
)
_SWALLOWED = Phrase(
    "{area} が結合されているため、このセルに値がありません。結合を解除し、セルごとに記入してください。",
    "This cell has no value of its own, as {area} is merged. Please unmerge it and fill in each cell.",
)
_UNANSWERED = Phrase("「{column}」が記入されていません。", "“{column}” has not been filled in.")


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row whose id is certain (in a table with ids), with the answers that could be read."""

    sheet: str
    number: int
    id: str
    """As the sender of the sheet spelt it; empty in a table without ids."""
    values: Mapping[str, Answer]
    """By column key. Blank and unreadable cells are left out."""
    unread: frozenset[str]
    """Columns whose cell is not blank but could not be read, or was swallowed by merging."""
    columns: Mapping[str, int]

    def ref(self, key: str) -> str:
        """The name of the cell in column `key`, or "" if the sheet has no such column."""
        return ref(self.number, self.columns[key]) if key in self.columns else ""

    def text(self, key: str) -> str:
        """The text, or the chosen value, in column `key`; "" if there is none."""
        value = self.values.get(key)
        return value if isinstance(value, str) else ""

    def amount(self, key: str) -> int | None:
        """The amount of money in column `key`, in the smallest unit of its currency."""
        value = self.values.get(key)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def decimal(self, key: str) -> Decimal | None:
        """The number or percentage in column `key`."""
        value = self.values.get(key)
        return value if isinstance(value, Decimal) else None

    def day(self, key: str) -> date | None:
        """The date in column `key`."""
        value = self.values.get(key)
        return value if isinstance(value, date) else None

    def flag(self, key: str) -> bool | None:
        """The yes or no in column `key`."""
        value = self.values.get(key)
        return value if isinstance(value, bool) else None


@dataclass(frozen=True, slots=True)
class Table:
    """What a sheet gave: its rows, and notes on what it did not give."""

    rows: tuple[TableRow, ...]
    notes: tuple[RowNote, ...]
    found: bool = True
    """Whether the sheet has the table at all."""

    @property
    def errors(self) -> tuple[RowNote, ...]:
        """The notes that stand for something not read."""
        return tuple(note for note in self.notes if note.level is Level.ERROR)

    @property
    def by_id(self) -> Mapping[str, TableRow]:
        """The rows by their ids."""
        return {row.id: row for row in self.rows}


def read_table(sheet: Sheet, columns: Sequence[ColumnSpec], ids: Collection[str] | None = None) -> Table:
    """Read the table that `columns` describe out of `sheet`.

    Args:
        sheet: as `read_workbook` gives it.
        columns: with or without an id column. Without one, every row that is not blank is a row.
        ids: the ids that were given out; None if any id may come.

    Never raises for what the sheet holds.
    """
    notes = Notebook(sheet.name)
    layout = find_headings(sheet, columns, notes)
    if layout is None:
        return Table((), notes.notes(), found=False)
    return _TableReader(sheet, columns, layout, notes).read(ids)


class _TableReader:
    """Reads the rows under one heading row."""

    def __init__(self, sheet: Sheet, specs: Sequence[ColumnSpec], layout: Layout, notes: Notebook) -> None:
        self._sheet = sheet
        self._layout = layout
        self._notes = notes
        self._id = next((spec for spec in specs if spec.kind is Kind.ID), None)
        self._answers = {
            layout.columns[spec.key]: spec for spec in specs if spec.is_answer and spec.key in layout.columns
        }
        known = set(layout.columns.values())
        self._rows = [
            CellRow(row.number, {cell.column: cell for cell in row.cells if cell.column in known})
            for row in sheet.rows
            if row.number > layout.row
        ]

    def read(self, ids: Collection[str] | None) -> Table:
        """All rows and notes, the notes in the order of the sheet."""
        kept = self._kept(ids)
        merged = self._swallowed([row.number for row, _ in kept])
        rows = tuple(self._row(row, row_id, merged.get(row.number, {})) for row, row_id in kept)
        self._note_strays()
        return Table(rows, self._notes.notes())

    def _kept(self, ids: Collection[str] | None) -> list[tuple[CellRow, str]]:
        if self._id is None:
            return [(row, "") for row in self._rows if row.is_answered(self._answers)]
        if self._id.key not in self._layout.columns:
            return []
        finder = RowIds(self._id, self._layout.columns[self._id.key], ids, self._notes)
        return sorted(finder.match(self._rows, self._answers), key=lambda pair: pair[0].number)

    def _swallowed(self, numbers: list[int]) -> dict[int, dict[int, Area]]:
        merged: dict[int, dict[int, Area]] = {}
        for number, column, area in swallowed(self._sheet.merged, numbers, self._answers):
            merged.setdefault(number, {})[column] = area
        return merged

    def _row(self, row: CellRow, row_id: str, merged: Mapping[int, Area]) -> TableRow:
        values: dict[str, Answer] = {}
        unread = set()
        for column, spec in self._answers.items():
            cell = row.cells.get(column)
            if column in merged:
                unread.add(spec.key)
                message = _SWALLOWED.fill(area=merged[column].ref)
                self._notes.error(ref(row.number, column), "cell.merged", message)
            elif cell is None or is_blank(cell):
                if spec.required:
                    message = _UNANSWERED.fill(column=spec.heading)
                    self._notes.error(ref(row.number, column), "cell.blank", message)
            else:
                try:
                    values[spec.key] = read_cell(cell, spec, self._notes)
                except CellProblem as problem:
                    unread.add(spec.key)
                    self._notes.error(cell.ref, problem.code, problem.message)
        return TableRow(self._sheet.name, row.number, row_id, values, frozenset(unread), self._layout.columns)

    def _note_strays(self) -> None:
        """Say which values stand under no heading. A column with an unknown heading was noted before."""
        headed = {*self._layout.columns.values(), *self._layout.ignored}
        strays = (
            cell.ref
            for row in self._sheet.rows
            if row.number > self._layout.row
            for cell in row.cells
            if cell.column not in headed and not is_blank(cell)
        )
        named = [*islice(strays, _STRAYS_NOTED), *self._sheet.strays[:_STRAYS_NOTED]]
        for cell_ref in named:
            self._notes.warn(cell_ref, "cell.stray", _STRAY)
        more = sum(1 for _ in strays) + self._sheet.stray_count - len(self._sheet.strays[:_STRAYS_NOTED])
        if more:
            self._notes.warn("", "cell.stray", _MORE_STRAYS.fill(n=more))
