"""Changes of one table, written to the document: what the field wants done, without any widget."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from rfp_builder.errors import Problem
from rfp_builder.forms import row_editing as editing
from rfp_builder.forms.questions import Question
from rfp_builder.forms.rows import Block as ReadBlock
from rfp_builder.forms.typed import as_typed, read_typed
from rfp_builder.i18n import Phrase
from rfp_builder.model.base import Value
from rfp_builder.text.clean import clean
from rfp_builder.text.unreadable import Unreadable
from rfp_builder.tui.table.begun import Begun, keep_begun, kept_beside
from rfp_builder.tui.table.cells import Cells
from rfp_builder.workspace.document.document import Document
from rfp_builder.workspace.document.paths import row_key

_WHAT = Phrase("ここを空にすることはできません。", "This cannot be left empty.")
_WHY = Phrase("この表の行には欠かせない値です。", "A row of this table cannot be without it.")
_REMEDY = Phrase(
    "値を書き換えるか、Ctrl+K キーで行ごと削除してください。",
    "Type another value, or delete the whole row with Ctrl+K.",
)
_NOTHING: Mapping[str, str | None] = MappingProxyType({})


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
        if at >= len(self._cells.rows):
            return self._write_begun(at, column, text)
        try:
            value = read_typed(question, text, self._cells.value(at, column), self._cells.setting)
        except Unreadable as unreadable:
            path = self._cells.cell_path(at, column)
            self._document.set_beside(path, {path: text})
            return unreadable.reason
        self.put(at, column, value)
        return None

    def put(self, at: int, column: int, value: Any) -> None:
        """Give a cell a value."""
        if at < len(self._cells.rows):
            path = self._cells.cell_path(at, column)
            self._document.set(path, value, beside={path: None})
            return
        question = self._cells.columns[column]
        labels = [one.label.to(self._cells.lang) for one in question.choices if one.value == value]
        self._write_begun(at, column, (labels or [as_typed(question, value, self._cells.setting)])[0])

    def _write_begun(self, at: int, column: int, text: str) -> Phrase | None:
        """Write into a row that is begun; it joins the table once it has all it needs."""
        question, setting = self._cells.columns[column], self._cells.setting
        others = list(self._cells.begun)
        begun = others.pop(at - len(self._cells.rows)).written(question.name, text)
        row = begun.built(self._question, setting, editing.ids_of(self._cells.rows))
        if row is not None:
            self._set(self._joined(row, self._cells.rows), others)
            return None
        others.insert(at - len(self._cells.rows), begun)
        self._set(self._cells.rows, others)
        try:
            begun.read(question, setting)
        except Unreadable as unreadable:
            return unreadable.reason
        return None

    def keep(self, at: int, column: int, text: str | None) -> None:
        """Have a text that is being typed into a cell outlive the process, or none."""
        if at >= len(self._cells.rows):
            others = list(self._cells.begun)
            place, name = at - len(self._cells.rows), self._cells.columns[column].name
            others[place] = others[place].written(name, text or "")
            keep_begun(self._document, self._cells.path, others)
        elif text is None:
            self._document.drop_typed(self._cells.cell_path(at, column))
        else:
            self._document.keep_typed(self._cells.cell_path(at, column), text)

    def fill_begun(self, at: int, column: int, lines: Sequence[Sequence[str]]) -> None:
        """A block of cells over rows that are begun, from one of them on; those that are whole join in."""
        there, names = len(self._cells.rows), [one.name for one in self._cells.columns[column:]]
        begun = list(self._cells.begun)
        begun += [Begun(self._cells.lang, {})] * (at - there + len(lines) - len(begun))
        for place, line in enumerate(lines, start=at - there):
            for name, text in zip(names, line, strict=False):
                begun[place] = begun[place].written(name, clean(text).text.strip())
        rows, left = self._cells.rows, []
        for one in begun:
            row = one.built(self._question, self._cells.setting, editing.ids_of(rows))
            if row is None:
                left.append(one)
            else:
                rows = self._joined(row, rows)
        self._set(rows, left)

    def _joined(self, row: Value, rows: tuple[Any, ...]) -> tuple[Any, ...]:
        """The rows with a new one: in the order of the choices where the writer fills them in."""
        first = self._cells.columns[0]
        if self._question.preset != first.name:
            return (*rows, row)
        order = [one.value for one in first.choices]
        at = order.index(getattr(row, first.name))
        before = sum(1 for one in rows if order.index(getattr(one, first.name)) <= at)
        return editing.inserted(rows, before, (row,))

    def begin(self, rows: Iterable[Mapping[str, str]]) -> None:
        """Rows that lack what they need, behind those that are begun."""
        self._set(self._cells.rows, self._with_begun(rows))

    def _with_begun(self, rows: Iterable[Mapping[str, str]]) -> tuple[Begun, ...]:
        return (*self._cells.begun, *(Begun(self._cells.lang, dict(texts)) for texts in rows))

    def new_row(self, at: int) -> int:
        """A row before the one at `at`, or one that is begun at the end; returns where it stands."""
        values = editing.blank_values(self._question, editing.ids_of(self._cells.rows))
        row = editing.built(self._question, values)
        if row is None:
            self.begin([{}])
            return self._cells.count
        self._set(editing.inserted(self._cells.rows, at, (row,)))
        return at

    def duplicate(self, rows: range) -> None:
        """The rows once more, below."""
        self._set(editing.duplicated(self._cells.rows, rows[0], rows[-1]))

    def move(self, rows: range, way: int) -> None:
        """The rows one place up or down."""
        self._set(editing.moved(self._cells.rows, rows[0], rows[-1], way))

    def delete(self, rows: range) -> None:
        """The rows away, those that are begun among them."""
        there = len(self._cells.rows)
        left = [one for at, one in enumerate(self._cells.begun, start=there) if at not in rows]
        self._set(editing.without(self._cells.rows, rows[0], rows[-1]), left)

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
        there, names = len(self._cells.rows), {question.name for question in questions}
        kept = [
            Begun(one.lang, {name: text for name, text in one.texts.items() if name not in names})
            if at in rows
            else one
            for at, one in enumerate(self._cells.begun, start=there)
        ]
        self._set(changed, kept)
        self.forget_typed(rows, columns)

    def forget_typed(self, rows: range, columns: range) -> None:
        """Let go of what was typed there and could not be read."""
        for at in rows:
            for column in columns:
                if at < len(self._cells.rows) and self._cells.unread(at, column) is not None:
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
        first = self._question.columns[0]
        begun = self._usual_begun()
        labels = {one.value: one.label.to(self._cells.lang) for one in first.choices}
        if new or begun:
            rows = (*self._cells.rows, *new)
            self._set(rows, self._with_begun({first.name: labels[value]} for value in begun))
        return len(new) + len(begun)

    @property
    def has_usual(self) -> bool:
        """Whether there are usual rows that are not there yet."""
        return bool(editing.usual(self._question, self._cells.rows) or self._usual_begun())

    def _usual_begun(self) -> tuple[str, ...]:
        present = [self._cells.value(at, 0) for at in range(self._cells.count)]
        return editing.usual_begun(self._question, present)

    def take(self, rows: Sequence[Any], *, replacing: bool) -> None:
        """More rows at the end, or these instead of all."""
        self._set(tuple(rows) if replacing else (*self._cells.rows, *rows))

    def place(self, block: ReadBlock) -> None:
        """The rows of a block where it stands; those that lack what they need are begun."""
        rows, path = block.placed(self._cells.rows), self._cells.path
        keys = [row_key(row) for row in block.rows]
        unread = {f"{path}[{keys[at]}].{name}": text for (at, name), text in block.beside.items()}
        self._set(rows, self._with_begun(block.begun), unread)

    def _set(
        self,
        rows: tuple[Any, ...],
        begun: Iterable[Begun] | None = None,
        unread: Mapping[str, str | None] = _NOTHING,
    ) -> None:
        """The rows of the table and, where they change, those that are begun: one step of undo.

        `unread` is what some of their cells could not read, by their paths; None where they could.
        """
        path = self._cells.path
        beside = {**({} if begun is None else kept_beside(path, begun)), **unread}
        if begun is not None and rows == (self._document.value(path) or ()):
            # A table without a row yet is not answered by one that is begun.
            self._document.set_beside(path, beside)
        else:
            self._document.set(path, rows, beside=beside)
