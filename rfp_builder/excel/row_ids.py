"""Which row answers what: ids matched after folding, and every doubt reported instead of decided."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from rfp_builder.excel.cells import CellProblem, is_blank, read_cell
from rfp_builder.excel.columns import ColumnSpec
from rfp_builder.excel.notes import Notebook
from rfp_builder.excel.reading.values import Cell, ref
from rfp_builder.i18n import Phrase
from rfp_builder.text.clean import clean
from rfp_builder.text.fold import fold_id

_BLANK = Phrase(
    "「{column}」が空欄のため、この行は読み込みません。配布時の値に戻してください。",
    "“{column}” is blank, so this row is not read. Please restore what stood there.",
)
_DATE = Phrase(
    "「{column}」が日付に変わっているため、この行は読み込みません。配布時の値に戻してください。",
    "“{column}” has turned into a date, so this row is not read. Please restore what stood there.",
)
_NUMBER = Phrase(
    "「{column}」が数値に変わっているため、この行は読み込みません。配布時の値に戻してください。",
    "“{column}” has turned into a number, so this row is not read. Please restore what stood there.",
)
_UNKNOWN = Phrase(
    "「{column}」が配布した表にない値のため、この行は読み込みません。",
    "“{column}” is not one of those in the table as handed out, so this row is not read.",
)
"""Deliberately the same for an id that never existed and for one that was withheld."""
_RESPELT = Phrase(
    "表記が異なりますが、{id} の行として読み込みました。", "Spelt differently; read as the row of {id}."
)
_REPEATED = Phrase(
    "{id} が複数の行（{rows}行目）にあります。どの行が正しいか判断できないため、いずれも読み込みません。",
    "{id} stands in several rows ({rows}). Nothing says which is right, so none of them is read.",
)
_ABSENT = Phrase(
    "{id} の行がありません。未回答として扱います。", "There is no row for {id}. It counts as not answered."
)


@dataclass(frozen=True, slots=True)
class CellRow:
    """One row of a sheet with its cells by column."""

    number: int
    cells: Mapping[int, Cell]

    def is_answered(self, columns: Iterable[int]) -> bool:
        """Whether anything stands in one of `columns`."""
        return any(column in self.cells and not is_blank(self.cells[column]) for column in columns)


class RowIds:
    """Finds the id of each row in one column of a sheet."""

    def __init__(self, spec: ColumnSpec, column: int, given: Collection[str] | None, notes: Notebook) -> None:
        self._spec = spec
        self._column = column
        self._given = None if given is None else {fold_id(row_id): row_id for row_id in given}
        self._notes = notes

    def match(self, rows: Iterable[CellRow], answers: Collection[int]) -> list[tuple[CellRow, str]]:
        """The rows with a certain id, and that id. Rows with neither id nor answers are passed over."""
        claims: dict[str, list[tuple[CellRow, str]]] = {}
        for row in rows:
            spelt = self._spelt(row, answers)
            if spelt is not None:
                claims.setdefault(fold_id(spelt), []).append((row, spelt))
        matched = []
        for folded, claimants in claims.items():
            row_id = self._known(folded, claimants)
            if row_id is not None:
                row, spelt = claimants[0]
                if spelt != row_id:
                    self._notes.warn(self._ref(row), "id.respelt", _RESPELT.fill(id=row_id))
                matched.append((row, row_id))
        for folded, row_id in (self._given or {}).items():
            if folded not in claims:
                self._notes.warn("", "id.absent", _ABSENT.fill(id=row_id))
        return matched

    def _spelt(self, row: CellRow, answers: Collection[int]) -> str | None:
        """What stands in the id column, or None after a note if it cannot be an id."""
        cell = row.cells.get(self._column)
        if cell is None or is_blank(cell):
            if row.is_answered(answers):
                self._notes.error(self._ref(row), "id.blank", _BLANK.fill(column=self._spec.heading))
            return None
        if isinstance(cell.value, date | time):
            self._notes.error(cell.ref, "id.date", _DATE.fill(column=self._spec.heading))
            return None
        if isinstance(cell.value, Decimal | bool):
            self._notes.error(cell.ref, "id.number", _NUMBER.fill(column=self._spec.heading))
            return None
        if isinstance(cell.value, str):
            return cell.value
        try:
            return str(read_cell(cell, self._spec, self._notes))
        except CellProblem as problem:
            self._notes.error(cell.ref, problem.code, problem.message)
            return None

    def _known(self, folded: str, claimants: list[tuple[CellRow, str]]) -> str | None:
        """The id that `claimants` claim, or None after a note if it is not theirs alone."""
        given = self._given
        row_id = clean(claimants[0][1]).text.strip() if given is None else given.get(folded)
        if not row_id:
            for row, _ in claimants:
                self._notes.error(self._ref(row), "id.unknown", _UNKNOWN.fill(column=self._spec.heading))
            return None
        if len(claimants) > 1:
            numbers = ", ".join(str(row.number) for row, _ in claimants)
            for row, _ in claimants:
                self._notes.error(self._ref(row), "id.repeated", _REPEATED.fill(id=row_id, rows=numbers))
            return None
        return row_id

    def _ref(self, row: CellRow) -> str:
        return ref(row.number, self._column)
