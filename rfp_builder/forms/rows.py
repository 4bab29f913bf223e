"""Rows of a table read from a block of cells, such as one copied from Excel."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import ValidationError

from rfp_builder.forms.headings import Place, headings_in
from rfp_builder.forms.ids import new_row_id
from rfp_builder.forms.questions import Question
from rfp_builder.forms.setting import Setting
from rfp_builder.forms.tsv import cells_of
from rfp_builder.forms.typed import read_typed
from rfp_builder.i18n import Phrase, listed
from rfp_builder.model.base import Value
from rfp_builder.model.shape import Kind
from rfp_builder.text.clean import clean
from rfp_builder.text.unreadable import Unreadable

_HEADING_SHOWN = 20
_CELL_SHOWN = 30
_NO_COLUMN = Phrase(
    "「{heading}」という列はこの表にないため、この列は読み込みませんでした。",
    "The table has no column “{heading}”; it was not read.",
)
_TWICE = Phrase(
    "同じ列が2つあります。左の列だけを読み込みました。",
    "The same column stands here twice. Only the left one was read.",
)
_TOO_WIDE = Phrase(
    "表の最後の列より右にある値は読み込みませんでした。",
    "What stands to the right of the last column was not read.",
)
_UNHEADED = Phrase(
    "見出しのない列にある値は読み込みませんでした。",
    "What stands in a column without a heading was not read.",
)
_ROW_LACKS = Phrase(
    "必要な欄（{columns}）が空のため、この行は読み込みませんでした。",
    "This row was not read, as it needs {columns}.",
)
_ROW_UNREAD = Phrase(
    "必要な欄（{columns}）を読み取れないため、この行は読み込みませんでした。",
    "This row was not read, as {columns} could not be read.",
)


@dataclass(frozen=True, slots=True)
class BlockRemark:
    """What of a block was not read: its line from 1, the column if it is one of the table, and why."""

    row: int
    column: Question | None
    reason: Phrase
    lacking: Phrase | None = None
    """The columns that a new row cannot do without and has no value for; it is among `Block.begun`."""
    typed: str = ""
    """What stood in the cell; its beginning, in one line."""


@dataclass(frozen=True, slots=True)
class Block:
    """The rows read from a block, and what could not be read. `at` is where the first of them stands.

    `begun` are new rows that lack what they need: what was typed, by the names of columns. `beside` is what
    a cell could not read, None where it could, by the position in `rows` and the name of the column.
    """

    rows: tuple[Value, ...]
    remarks: tuple[BlockRemark, ...]
    at: int
    begun: tuple[Mapping[str, str], ...] = ()
    beside: Mapping[tuple[int, str], str | None] = field(default_factory=dict)

    def placed(self, present: Sequence[Value]) -> tuple[Value, ...]:
        """`present` with the rows of the block over those that stand there, or behind them."""
        return (*present[: self.at], *self.rows, *present[self.at + len(self.rows) :])


def read_block(
    table: Question,
    text: str,
    present: Sequence[Value],
    setting: Setting,
    *,
    first: str | None = None,
    at: int | None = None,
) -> Block:
    """The rows of `table` that a text from the clipboard holds; see `read_cells`."""
    return read_cells(table, cells_of(text), present, setting, first=first, at=at)


def read_cells(
    table: Question,
    lines: Sequence[Sequence[str]],
    present: Sequence[Value],
    setting: Setting,
    *,
    first: str | None = None,
    at: int | None = None,
) -> Block:
    """The rows of `table` that lines of cells hold.

    Columns are taken by a first line of headings in either language, or else in their order from the column
    named `first` on. Rows of `present` from position `at` on are overwritten where the block has columns;
    behind them, and without `at`, rows are new. A cell that cannot be read is left as it was and remarked on.
    """
    reader = _Reader(table, present, setting, len(present) if at is None else min(at, len(present)))
    return reader.read(lines, first)


class _Reader:
    def __init__(self, table: Question, present: Sequence[Value], setting: Setting, at: int) -> None:
        assert table.row is not None, "rows are read for tables only"
        self._table = table
        self._model = table.row
        self._present = present
        self._setting = setting
        self._at = at
        self._remarks: list[BlockRemark] = []
        self._unread: dict[tuple[int, str], str] = {}
        """What stood in cells that could not be read, by line and name of the column."""
        self._unheaded: list[int] = []

    def read(self, lines: Sequence[Sequence[str]], first: str | None) -> Block:
        places, skipped = self._places(lines, first)
        numbered = [(number, line) for number, line in enumerate(lines, start=1) if number > skipped]
        overwriting = len(self._present) - self._at
        while numbered and not any(map(str.strip, numbered[-1][1])):
            numbered.pop()
        # A blank line empties the row it lies on, but makes no new one.
        kept = [
            (number, line)
            for position, (number, line) in enumerate(numbered)
            if position < overwriting or any(map(str.strip, line))
        ]
        rows = self._first_pass(kept, places)
        rows = self._second_pass(kept, places, rows)
        built: list[Value] = []
        begun: list[Mapping[str, str]] = []
        beside: dict[tuple[int, str], str | None] = {}
        for (number, values), (_, line) in zip(rows, kept, strict=True):
            row = self._built(number, values)
            if row is not None:
                names = [one.column.name for _, one in zip(line, places, strict=False) if one is not None]
                beside |= {(len(built), name): self._unread.get((number, name)) for name in names}
                built.append(row)
            else:
                cells = zip(line, places, strict=False)
                begun.append(
                    {one.column.name: cell for cell, one in cells if one is not None and cell.strip()}
                )
        remarks = tuple(sorted(self._remarks, key=lambda one: one.row))
        return Block(tuple(built), remarks, self._at, tuple(begun), beside)

    def _places(self, lines: Sequence[Sequence[str]], first: str | None) -> tuple[list[Place | None], int]:
        """What each cell of a line is, and how many lines are headings."""
        found = headings_in(self._table, lines[0], alone=len(lines) == 1) if lines else None
        if found is None:
            names = [column.name for column in self._table.columns]
            start = names.index(first) if first is not None else 0
            return [Place(column) for column in self._table.columns[start:]], 0
        met: set[tuple[str, object]] = set()
        for position, place in enumerate(found):
            heading = lines[0][position]
            if place is None and not heading.strip():
                self._unheaded.append(position)
            elif place is None:
                shown = " ".join(clean(heading).text.split())[:_HEADING_SHOWN]
                self._remark(1, None, _NO_COLUMN.fill(heading=shown))
            elif place is not None and (place.column.name, place.lang) in met:
                self._remark(1, place.column, _TWICE)
                found[position] = None
            elif place is not None:
                met.add((place.column.name, place.lang))
        return found, 1

    def _first_pass(
        self, lines: Sequence[tuple[int, Sequence[str]]], places: Sequence[Place | None]
    ) -> list[tuple[int, dict[str, Any]]]:
        """All but the columns that refer to rows of this very table, which are not there yet."""
        taken = {str(getattr(row, "id", "")) for row in self._present}
        rows: list[tuple[int, dict[str, Any]]] = []
        for position, (number, line) in enumerate(lines):
            values = self._base(self._at + position, taken)
            for cell, place in zip(line, places, strict=False):
                if place is not None and place.column.refers_to != self._table.path:
                    self._take(number, cell, place, values, self._setting)
            if any(map(str.strip, line[len(places) :])):
                self._remark(number, None, _TOO_WIDE)
            if any(line[blank].strip() for blank in self._unheaded if blank < len(line)):
                self._remark(number, None, _UNHEADED)
            rows.append((number, values))
        return rows

    def _second_pass(
        self,
        lines: Sequence[tuple[int, Sequence[str]]],
        places: Sequence[Place | None],
        rows: list[tuple[int, dict[str, Any]]],
    ) -> list[tuple[int, dict[str, Any]]]:
        """The references between rows of this table, by names that the block itself may bring."""
        if all(column.refers_to != self._table.path for column in self._table.columns):
            return rows
        setting = self._with(rows)
        for (number, line), (_, values) in zip(lines, rows, strict=True):
            for cell, place in zip(line, places, strict=False):
                if place is not None and place.column.refers_to == self._table.path:
                    self._take(number, cell, place, values, setting)
        return rows

    def _with(self, rows: Sequence[tuple[int, Mapping[str, Any]]]) -> Setting:
        """The setting in which the rows of the block stand in their table."""
        new = tuple(self._model.model_validate(dict(values)) for _, values in rows)
        section, item, field = self._table.path.split(".")
        definition = self._setting.definition
        part: Value = getattr(definition, section)
        whole: Value = getattr(part, item)
        placed = Block(new, (), self._at).placed(self._present)
        changed = part.replace(**{item: whole.replace(**{field: placed})})
        return replace(self._setting, definition=definition.replace(**{section: changed}))

    def _base(self, position: int, taken: set[str]) -> dict[str, Any]:
        """The values of the row that is there, or those of an empty one."""
        if position < len(self._present):
            row = self._present[position]
            return {name: getattr(row, name) for name in type(row).model_fields}
        values: dict[str, Any] = {}
        if "id" in self._model.model_fields:
            values["id"] = new_row_id(taken)
            taken.add(values["id"])
        return values | {
            column.name: () if column.kind is Kind.REFERENCES else None for column in self._table.columns
        }

    def _take(self, number: int, cell: str, place: Place, values: dict[str, Any], setting: Setting) -> None:
        column = place.column
        before = values[column.name]
        spoken = setting if place.lang is None else replace(setting, lang=place.lang)
        try:
            values[column.name] = read_typed(column, cell, before, spoken)
        except Unreadable as unreadable:
            # Of a new row that lacks what it needs, one remark for all of it is enough.
            if cell.strip() or before is not None:
                self._unread[number, column.name] = clean(cell).text.strip()
                typed = " ".join(self._unread[number, column.name].split())[:_CELL_SHOWN]
                self._remarks.append(BlockRemark(number, column, unreadable.reason, typed=typed))

    def _built(self, number: int, values: Mapping[str, Any]) -> Value | None:
        lacking = _lacking(self._model, values)
        if not lacking:
            return self._model.model_validate(dict(values))
        named = self._named(lacking)
        unread = {
            one.column.name for one in self._remarks if one.row == number and one.column is not None
        } & lacking
        reason = _ROW_UNREAD.fill(columns=self._named(unread)) if unread else _ROW_LACKS.fill(columns=named)
        self._remarks.append(BlockRemark(number, None, reason, named))
        return None

    def _named(self, names: Collection[str]) -> Phrase:
        labels = [column.label for column in self._table.columns if column.name in names]
        return listed(labels)

    def _remark(self, row: int, column: Question | None, reason: Phrase) -> None:
        self._remarks.append(BlockRemark(row, column, reason))


def _lacking(model: type[Value], values: Mapping[str, Any]) -> set[str]:
    """The fields that the model cannot do without."""
    try:
        model.model_validate(dict(values))
    except ValidationError as error:
        return {str(one["loc"][0]) for one in error.errors() if one["loc"]}
    return set()
