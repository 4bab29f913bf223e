"""Reading the kinds of contract back: what of a row was changed, once it can be worked by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from decimal import Decimal

from rfp_builder.excel.cells import CellProblem, read_cell
from rfp_builder.excel.notes import Notebook
from rfp_builder.excel.reading.values import Cell
from rfp_builder.excel.staffing.assumption_rows import AssumptionRow
from rfp_builder.excel.staffing.bases import digest
from rfp_builder.excel.staffing.changes import Change, GroupChange, GroupValue
from rfp_builder.excel.staffing.group_inputs import (
    GROUP_LABELS,
    NEEDED,
    GroupCell,
    compared,
    group_column,
    group_id,
    is_spare,
)
from rfp_builder.forms.shift_times import LONGEST_NAME, read_rests, read_shift_minutes, read_starts, within
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.staffing import ShiftRest
from rfp_builder.text.fold import fold
from rfp_builder.text.show import show_time
from rfp_builder.text.unreadable import Unreadable

_LABEL = Phrase("勤務形態「{name}」", "Kind of contract “{name}”")
_GONE = Phrase("勤務形態（セル {cell}）の削除", "Kind of contract (cell {cell}), removed")
_NOT_TAKEN = Phrase(
    "{why}この勤務形態の変更は読み込みません。", "{why} The changes of this row are not taken."
)
_NO_COLUMN = Phrase("列「{column}」がありません。", "The column “{column}” is missing.")
_BLANK = Phrase("「{column}」が空欄です。", "“{column}” is blank.")
_NAME = Phrase("名称は{n}文字以内の1行にしてください。", "The name is one line of up to {n} characters.")
_TWICE = Phrase("同じ名称の勤務形態が上にもあります。", "There is a kind of that name above.")
_DAYS = Phrase("週の勤務日数は1から7までの整数にしてください。", "Days of work a week must be 1 to 7.")
_PEOPLE = Phrase(
    "人数の上限は1以上の整数にしてください。", "People at most must be a whole number of 1 or more."
)
_MOST_PEOPLE = 10**6
_WEEK = 7
_USUAL: Mapping[str, GroupValue] = {
    "days_a_week": 5,
    "people": None,
    "rests": (),
    "days_off_together": True,
    "part_time": False,
}
"""What a blank cell stands for."""


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of a row as they stand, and those of them that hold something else than they did."""

    source: AssumptionRow
    cells: Mapping[str, GroupCell]
    changed: frozenset[str]

    @property
    def is_empty(self) -> bool:
        return all(value is None for value in self.cells.values())


def group_changes(
    rows: Sequence[AssumptionRow], bases: Mapping[str, str], notes: Notebook, lang: Lang
) -> Iterator[Change]:
    """A change for each row that was changed and can be taken; what cannot is noted."""
    names: set[str] = set()
    for source in rows:
        row = _read(source, bases, notes)
        if row is None:
            continue
        name = fold(str(row.cells["name"] or ""))
        is_twice = name in names
        names |= {name} - {""}
        if not row.changed or (row.is_empty and is_spare(_id(source))):
            continue
        if row.is_empty:
            yield Change(source.key, _GONE.fill(cell=source.ref("name")).to(lang), None)
        elif is_twice:
            _refuse(source, "name", "group.repeated", _TWICE, notes)
        elif (made := _made(row, notes)) is not None:
            label = _LABEL.fill(name=str(row.cells["name"])).to(lang)
            yield Change(source.key, label, GroupChange(made))


def _id(row: AssumptionRow) -> str:
    found = group_id(row.key)
    assert found is not None
    return found


def _read(row: AssumptionRow, bases: Mapping[str, str], notes: Notebook) -> _Row | None:
    """None if a cell cannot be read or is missing; what was not noted before is noted."""
    missing = next((label for column, label in GROUP_LABELS.items() if column not in row.columns), None)
    if missing is not None:
        _refuse(row, next(iter(row.columns)), "column.missing", _NO_COLUMN.fill(column=missing), notes)
    if row.lost or missing is not None:
        return None
    cells: dict[str, GroupCell] = {}
    for column in GROUP_LABELS:
        cell = row.cells.get(column)
        try:
            cells[column] = None if cell is None else _cell(cell, column, notes)
        except CellProblem as problem:
            _refuse(row, column, problem.code, problem.message, notes)
            return None
    changed = frozenset(
        column
        for column, value in cells.items()
        if (bases.get(f"{row.key}.{column}") != digest(compared(value)) if bases else value is not None)
    )
    return _Row(row, cells, changed)


def _cell(cell: Cell, column: str, notes: Notebook) -> GroupCell:
    value = cell.value
    if column == "starts" and type(value) is time:
        # Excel makes a time of its own out of a single 8:00.
        return show_time(value.hour * 60 + value.minute)
    if column == "length" and isinstance(value, Decimal | time):
        hours = value if isinstance(value, Decimal) else Decimal(value.hour * 60 + value.minute) / 60
        return f"{hours:f}h"
    found = read_cell(cell, group_column(column), notes)
    if isinstance(found, str | Decimal | bool):
        return found
    raise TypeError("kinds of contract are texts, numbers and truths")


def _made(row: _Row, notes: Notebook) -> dict[str, GroupValue] | None:
    """The columns that were changed, as settings hold them; None if they cannot be taken, which is noted.

    What was not changed is not judged: it may have been set with other means.
    """
    found: dict[str, GroupValue] = {}
    for column, value in row.cells.items():
        try:
            if value is None and column in NEEDED:
                raise Unreadable(_BLANK.fill(column=GROUP_LABELS[column]))
            found[column] = _USUAL[column] if value is None else _value(column, value)
        except Unreadable as unreadable:
            if column in row.changed:
                _refuse(row.source, column, f"group.{column}", unreadable.reason, notes)
                return None
    rests, length = found.get("rests"), found.get("length")
    if isinstance(rests, tuple) and isinstance(length, int) and {"rests", "length"} & row.changed:
        try:
            found["rests"] = within([one for one in rests if isinstance(one, ShiftRest)], length)
        except Unreadable as unreadable:
            _refuse(row.source, "rests", "group.rests", unreadable.reason, notes)
            return None
    # A new row is taken as a whole.
    return {
        column: value for column, value in found.items() if column in row.changed or is_spare(_id(row.source))
    }


def _value(column: str, value: str | Decimal | bool) -> GroupValue:
    """Raises `Unreadable`."""
    if isinstance(value, bool):
        return value
    if isinstance(value, Decimal):
        least_most, why = ((1, _WEEK), _DAYS) if column == "days_a_week" else ((1, _MOST_PEOPLE), _PEOPLE)
        if value != int(value) or not least_most[0] <= value <= least_most[1]:
            raise Unreadable(why)
        return int(value)
    if column == "starts":
        return read_starts(value)
    if column == "length":
        return read_shift_minutes(value)
    if column == "rests":
        return read_rests(value)
    if len(value) > LONGEST_NAME or "\n" in value:
        raise Unreadable(_NAME.fill(n=LONGEST_NAME))
    return value


def _refuse(row: AssumptionRow, column: str, code: str, why: Phrase, notes: Notebook) -> None:
    notes.error(row.ref(column), code, _NOT_TAKEN.fill(why=why))
