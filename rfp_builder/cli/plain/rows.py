"""One row of a table: told in a line, begun, and asked column by column."""

from __future__ import annotations

from typing import Any

from rfp_builder.cli.plain.asking import ask
from rfp_builder.cli.plain.begun import as_begun, begun_in, keep, lacking, values_of
from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.listing import one_line
from rfp_builder.cli.plain.slot import Move, Slot, place_of
from rfp_builder.cli.plain.typing import said
from rfp_builder.forms import row_editing as editing
from rfp_builder.forms.conditions import asked
from rfp_builder.forms.questions import Question
from rfp_builder.i18n import Phrase
from rfp_builder.tui.table.begun import Begun
from rfp_builder.workspace.document.paths import row_key

_WHERE = Phrase("{table} {n}行目", "{table} row {n}")
_NEW_WHERE = Phrase("{table} 新しい行", "{table} new row")
_MORE_CELLS = Phrase("ほか{n}欄", "{n} more")
_CELL = Phrase("{label}: {value}", "{label}: {value}")
_EMPTY = Phrase("（空の行）", "(an empty row)")
_LACKING = Phrase(
    "必要な欄がそろうまで、この行は書きかけとして残します（必要な欄: {columns}）。",
    "The row is kept as begun until it has {columns}.",
)
_NEXT_CELL = Phrase("、", ", ")
_CELLS_TOLD = 4


def rows_of(slot: Slot) -> tuple[Any, ...]:
    """The rows of a table; none where it has another answer."""
    value = slot.get()
    return value if isinstance(value, tuple) else ()


def row_line(desk: Desk, table: Question, row: Any) -> str:
    """The first few answers of a row, the first without its heading."""
    cells: list[str] = []
    for column in table.columns:
        value = said(desk, column, getattr(row, column.name))
        if value:
            shown = one_line(value)
            cells.append(desk.in_words(_CELL.fill(label=column.label, value=shown)) if cells else shown)
    if (more := len(cells) - _CELLS_TOLD) > 0:
        cells[_CELLS_TOLD:] = [desk.in_words(_MORE_CELLS.fill(n=more))]
    return desk.in_words(_NEXT_CELL).join(cells) or desk.in_words(_EMPTY)


def place_in(slot: Slot, path: str) -> tuple[int, int] | None:
    """Row and column of a path into the table; None where it leads to no row."""
    key, found, rest = path.removeprefix(f"{slot.path}[").partition("]")
    at = next((at for at, row in enumerate(rows_of(slot)) if row_key(row) == key), None)
    if not found or at is None:
        return None
    names = [column.name for column in slot.question.columns]
    name = rest.removeprefix(".").partition(".")[0]
    return at, names.index(name) if name in names else 0


def edit_row(desk: Desk, slot: Slot, at: int, column: int = 0) -> None:
    """Ask for the cells of the row at `at`, from a column on.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    rows = rows_of(slot)
    _Walk(desk, slot, rows[at], at).ask(column)


def add_row(desk: Desk, slot: Slot, begun: Begun | None = None) -> None:
    """Ask for the cells of a new row, or go on with one that is `begun`.

    It stands in the table as soon as it has what it needs; until then it is kept beside the table.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    walk = _Walk(desk, slot, None, len(rows_of(slot)), begun)
    try:
        walk.ask(0)
    finally:
        walk.tell_unless_added()


class _Walk:
    """The way through the cells of one row, which may still be on its way into the table."""

    def __init__(self, desk: Desk, slot: Slot, row: Any | None, at: int, begun: Begun | None = None) -> None:
        self._desk, self._slot, self._table = desk, slot, slot.question
        self._at = at
        self._key = None if row is None else row_key(row)
        self._there = row is not None
        taken = editing.ids_of(rows_of(slot))
        self._draft = editing.blank_values(self._table, taken)
        if begun is not None:
            self._draft = values_of(desk, slot, begun, taken)
        self._kept = begun
        """As it is kept beside the table."""

    def ask(self, first: int) -> None:
        """Every column that is asked, from `first` on."""
        columns = self._table.columns
        at, step = first, 1
        while 0 <= at < len(columns):
            holder = self._row() if self._there else self._draft
            if holder is None:
                return
            column = columns[at]
            if self._arises(column, holder):
                asked_ = [one for one in columns if self._arises(one, holder)]
                where = place_of(self._name(), asked_.index(column) + 1, len(asked_))
                step = 1 if ask(self._desk, self._cell(column, where)) is Move.ON else -1
            at += step

    def _arises(self, column: Question, holder: Any) -> bool:
        return asked(column, holder) or self._get(column) not in (None, ())

    def _name(self) -> Phrase:
        at = self._position() if self._there else None
        table = self._slot.table_name
        return _NEW_WHERE.fill(table=table) if at is None else _WHERE.fill(table=table, n=at + 1)

    def tell_unless_added(self) -> None:
        """Say so where something was typed and the row is not in the table."""
        if self._kept is not None and not self._there:
            self._desk.say(_LACKING.fill(columns=lacking(self._table, self._draft)))

    def _cell(self, column: Question, where: Phrase) -> Slot:
        by_id = self._there and editing.has_ids(self._table)
        return Slot(
            question=column,
            path=f"{self._slot.path}[{self._key}].{column.name}" if by_id else "",
            get=lambda: self._get(column),
            put=lambda value: self._put(column, value),
            table=self._table,
            where=where,
        )

    def _position(self) -> int | None:
        """Where the row stands now: others may have moved it."""
        rows = rows_of(self._slot)
        if not editing.has_ids(self._table):
            return self._at if self._at < len(rows) else None
        return next((at for at, row in enumerate(rows) if row_key(row) == self._key), None)

    def _row(self) -> Any | None:
        at = self._position()
        return None if at is None else rows_of(self._slot)[at]

    def _get(self, column: Question) -> object:
        if not self._there:
            return self._draft[column.name]
        row = self._row()
        return None if row is None else getattr(row, column.name)

    def _put(self, column: Question, value: object) -> bool:
        if self._there:
            return self._put_there(column, value)
        self._draft[column.name] = value
        now = as_begun(self._desk, self._table, self._draft)
        row = editing.built(self._table, self._draft) if now.texts else None
        if row is not None:
            rows = rows_of(self._slot)
            if not self._slot.put((*rows, row)):
                return False
            self._there, self._key, self._at = True, row_key(row), len(rows)
        self._keep(None if row is not None or not now.texts else now)
        return True

    def _keep(self, now: Begun | None) -> None:
        """Have the row be begun as it is `now`; None where it is not, or no longer."""
        before, self._kept = self._kept, now
        if before == now:
            return
        others = list(begun_in(self._desk, self._slot))
        at = others.index(before) if before in others else len(others)
        others[at : at + 1] = [] if now is None else [now]
        keep(self._desk, self._slot, others)

    def _put_there(self, column: Question, value: object) -> bool:
        if editing.has_ids(self._table):
            return self._desk.put(f"{self._slot.path}[{self._key}].{column.name}", value)
        rows, at = rows_of(self._slot), self._position()
        row = (
            None if at is None else editing.built(self._table, self._values(rows[at]) | {column.name: value})
        )
        if at is None or row is None:
            return False
        return self._slot.put((*rows[:at], row, *rows[at + 1 :]))

    def _values(self, row: Any) -> dict[str, Any]:
        return {name: getattr(row, name) for name in type(row).model_fields}
