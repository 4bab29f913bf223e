"""Changes of one table, written to the document: what the field wants done, without any widget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from rfp_builder.errors import Problem
from rfp_builder.forms import row_editing as editing
from rfp_builder.forms.questions import Question
from rfp_builder.forms.rows import Block as ReadBlock
from rfp_builder.forms.typed import read_typed
from rfp_builder.i18n import Phrase
from rfp_builder.text.unreadable import Unreadable
from rfp_builder.tui.table.cells import Cells
from rfp_builder.workspace.document.document import Document

_WHAT = Phrase("ここを空にすることはできません。", "This cannot be left empty.")
_WHY = Phrase("この表の行には欠かせない値です。", "A row of this table cannot be without it.")
_REMEDY = Phrase(
    "値を書き換えるか、Ctrl+K キーで行ごと削除してください。",
    "Type another value, or delete the whole row with Ctrl+K.",
)


class Needed(Problem):
    """A row cannot be without a value that was to be taken away."""


class Edits:
    """Every method is one step of undo. `Problem`s of the document are passed on."""

    def __init__(self, document: Document, cells: Cells) -> None:
        self._document, self._cells = document, cells
        self._question: Question = cells.question

    def write(self, at: int, column: int, text: str) -> Phrase | None:
        """Take `text` as the answer of a cell. What cannot be read is kept beside; the reason is returned."""
        question = self._cells.columns[column]
        try:
            value = read_typed(question, text, self._cells.value(at, column), self._cells.setting)
        except Unreadable as unreadable:
            if at < len(self._cells.rows):
                self._document.keep_typed(self._cells.cell_path(at, column), text)
            return unreadable.reason
        self.put(at, column, value)
        return None

    def put(self, at: int, column: int, value: Any) -> None:
        """Give a cell a value. A row that was being begun is written once it has all it needs."""
        if at < len(self._cells.rows):
            path = self._cells.cell_path(at, column)
            self._document.set(path, value)
            self._document.drop_typed(path)
            return
        draft = {**(self._cells.draft or {}), self._cells.columns[column].name: value}
        row = editing.built(self._question, draft)
        self._cells.draft = draft if row is None else None
        if row is not None:
            self._set((*self._cells.rows, row))

    def new_row(self, at: int) -> int:
        """A row before the one at `at`, or one that is begun at the end; returns where it stands."""
        values = editing.blank_values(self._question, editing.ids_of(self._cells.rows))
        row = editing.built(self._question, values)
        if row is None:
            self._cells.draft = self._cells.draft or values
            return len(self._cells.rows)
        self._set(editing.inserted(self._cells.rows, at, (row,)))
        return at

    def duplicate(self, rows: range) -> None:
        """The rows once more, below."""
        self._set(editing.duplicated(self._cells.rows, rows[0], rows[-1]))

    def move(self, rows: range, way: int) -> None:
        """The rows one place up or down."""
        self._set(editing.moved(self._cells.rows, rows[0], rows[-1], way))

    def delete(self, rows: range) -> None:
        """The rows away, and the one being begun with them."""
        if rows[-1] >= len(self._cells.rows):
            self._cells.draft = None
        self._set(editing.without(self._cells.rows, rows[0], rows[-1]))

    def clear(self, rows: range, columns: range) -> None:
        """Nothing in these cells.

        Raises:
            Needed: a row cannot be without one of them.
        """
        questions = [self._cells.columns[column] for column in columns]
        try:
            changed = editing.cleared(self._cells.rows, rows[0], rows[-1], questions)
        except ValidationError:
            raise Needed(_WHAT, _WHY, _REMEDY) from None
        self._set(changed)
        self.forget_typed(rows, columns)

    def forget_typed(self, rows: range, columns: range) -> None:
        """Let go of what was typed there and could not be read."""
        for at in rows:
            for column in columns:
                if self._cells.unread(at, column) is not None:
                    self._document.drop_typed(self._cells.cell_path(at, column))

    def sort(self, column: int, *, descending: bool) -> None:
        """Sorted by a column."""
        question = self._cells.columns[column]
        self._set(
            editing.in_order(
                self._question, self._cells.rows, question, self._cells.setting, descending=descending
            )
        )

    def change_row(self, at: int, changes: Mapping[str, object]) -> None:
        """Other values in several columns of a row."""
        row = self._cells.rows[at].replace(**changes)
        self._set((*self._cells.rows[:at], row, *self._cells.rows[at + 1 :]))

    def add_usual(self) -> int:
        """The rows that such a table usually has; returns how many."""
        new = editing.usual(self._question, self._cells.rows)
        if new:
            self._set((*self._cells.rows, *new))
        return len(new)

    def take(self, rows: Sequence[Any], *, replacing: bool) -> None:
        """More rows at the end, or these instead of all."""
        self._set(tuple(rows) if replacing else (*self._cells.rows, *rows))

    def place(self, block: ReadBlock) -> None:
        """The rows of a block where it stands."""
        self._set(block.placed(self._cells.rows))

    def _set(self, rows: tuple[Any, ...]) -> None:
        self._document.set(self._cells.path, rows)
