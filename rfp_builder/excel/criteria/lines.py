"""The rows of a sheet that came back: which row of the project each one is, and what stands in it."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from rfp_builder.excel.cells import CellProblem, is_blank, read_cell
from rfp_builder.excel.columns import ColumnSpec, Kind
from rfp_builder.excel.criteria.columns import DELETE, ID, VALUE, method_columns
from rfp_builder.excel.criteria.rows import plain
from rfp_builder.excel.headings import find_headings
from rfp_builder.excel.notes import Notebook
from rfp_builder.excel.reading.values import Cell, Sheet, ref
from rfp_builder.excel.remarks import Remarks
from rfp_builder.excel.table import TableRow, read_table
from rfp_builder.i18n import Phrase
from rfp_builder.text.fold import fold_id

NUMBER = "number"

_NO_IDS = Phrase(
    "隠れている「管理ID」の列がないため、どの行がどれか判断できません。このシートは取り込みません。",
    "The hidden column “ID” is missing, so nothing says which row is which. This sheet is not taken.",
)
_TWICE = Phrase(
    "同じ項目の行が上にもあります。この行は取り込みません。",
    "There is a row for the same subject above. This one is not taken.",
)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a sheet. What could not be read is in neither `values` nor `keys`."""

    id: str
    sheet: str
    values: Mapping[str, str]
    keys: frozenset[str]
    """The columns that were read; one that is not in `values` is blank."""
    cells: Mapping[str, str]
    """The names of the cells by column."""
    delete: bool = False
    number: str = ""
    """What stands in the column of numbers, where that is read."""

    def cell(self, key: str) -> str:
        """The cell in column `key`, or else the first of the row; "" if there is none."""
        return self.cells.get(key) or next(iter(self.cells.values()), "")


class Ids:
    """Gives rows their ids: the one they came with, or a fresh one."""

    def __init__(self, taken: Collection[str]) -> None:
        self._taken = set(taken)
        self._met: set[str] = set()

    def of(self, typed: str, known: Collection[str]) -> str:
        """The id of a row in which `typed` stands. A copy of a row met before is a new row."""
        folded = fold_id(typed)
        if folded not in known or folded in self._met:
            folded = self._fresh()
        self._met.add(folded)
        return folded

    def _fresh(self) -> str:
        while (made := f"c-{secrets.token_hex(4)}") in self._taken:
            pass
        self._taken.add(made)
        return made


def lines_of(
    sheet: Sheet, columns: Sequence[ColumnSpec], known: Collection[str], ids: Ids, remarks: Remarks
) -> list[Line]:
    """The rows of a sheet to which rows may be added. Those without an id, or with a strange one, are new."""
    read = [_readable(spec) for spec in columns]
    table = read_table(sheet, read)
    remarks.notes(table.notes)
    if not table.found:
        return []
    if table.rows and ID.key not in table.rows[0].columns:
        remarks.error(sheet.name, "", _NO_IDS)
        return []
    keys = frozenset(spec.key for spec in columns if spec.is_answer) - {DELETE.key}
    lines = []
    for row in table.rows:
        line = _line(row, keys, ids, known)
        if line is not None:
            lines.append(line)
    return lines


def fixed_lines(
    sheet: Sheet, columns: Sequence[ColumnSpec], known: Collection[str], remarks: Remarks
) -> list[Line]:
    """The rows of a sheet whose rows are given; a row left blank says that there is no such thing."""
    table = read_table(sheet, columns, known)
    remarks.notes(note for note in table.notes if note.code != "id.absent")
    keys = frozenset(spec.key for spec in columns if spec.is_answer)
    return [_filled(row, row.id, keys) for row in table.rows]


def decisions(sheet: Sheet, specs: Mapping[str, ColumnSpec], remarks: Remarks) -> list[Line]:
    """The decisions on a sheet, each cell read as what its row holds. `specs` by the ids of the rows."""
    notes = Notebook(sheet.name)
    layout = find_headings(sheet, method_columns(), notes)
    lines: dict[str, Line] = {}
    if layout is not None and VALUE.key in layout.columns:
        id_column, value_column = layout.columns[ID.key], layout.columns[VALUE.key]
        for row in sheet.rows:
            cells = {cell.column: cell for cell in row.cells}
            key = cells[id_column].value if id_column in cells else None
            if not isinstance(key, str) or key not in specs:
                continue
            if key in lines:
                notes.error(ref(row.number, value_column), "id.repeated", _TWICE)
                continue
            values, is_read = _decision(cells.get(value_column), specs[key], notes)
            lines[key] = Line(
                key,
                sheet.name,
                values,
                frozenset({VALUE.key}) if is_read else frozenset(),
                {VALUE.key: ref(row.number, value_column)},
                delete=is_read and not values,
            )
    remarks.notes(notes.notes())
    return list(lines.values())


def _decision(cell: Cell | None, spec: ColumnSpec, notes: Notebook) -> tuple[dict[str, str], bool]:
    """What stands in the cell of a decision, and whether it could be read."""
    if cell is None or is_blank(cell):
        return {}, True
    try:
        answer = read_cell(cell, spec, notes)
    except CellProblem as problem:
        notes.error(cell.ref, problem.code, problem.message)
        return {}, False
    return {VALUE.key: plain(answer) if isinstance(answer, Decimal) else str(answer)}, True


def _readable(spec: ColumnSpec) -> ColumnSpec:
    if spec.key == ID.key:
        return replace(spec, kind=Kind.TEXT)
    # Numbers are given, but sub-criteria name their criterion by them.
    return replace(spec, kind=Kind.TEXT, given=False) if spec.key == NUMBER else spec


def _line(row: TableRow, keys: frozenset[str], ids: Ids, known: Collection[str]) -> Line | None:
    typed = row.text(ID.key)
    filled = _filled(row, "", keys)
    if not typed and not filled.values and keys <= filled.keys | (keys - row.columns.keys()):
        return None
    delete = row.flag(DELETE.key) is True
    if delete and fold_id(typed) not in known:
        return None
    return replace(filled, id=ids.of(typed, known), delete=delete, number=row.text(NUMBER))


def _filled(row: TableRow, row_id: str, keys: frozenset[str]) -> Line:
    read = frozenset(key for key in keys if key in row.columns and key not in row.unread)
    values = {}
    for key in read:
        value = row.values.get(key)
        if value is not None and value != "":
            values[key] = plain(value) if isinstance(value, Decimal) else str(value)
    cells = {key: row.ref(key) for key in row.columns if key != ID.key}
    return Line(row_id, row.sheet, values, read, cells, delete=not values and read == keys)
