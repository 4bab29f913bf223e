"""Three-way: what the workbook says now, what it said when it was written, and what the project says.

What nobody typed at stays as the project has it. What changed on one side is taken from there, what changed
on both is in conflict: named, and left as the project has it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from rfp_builder.excel.cells import CellProblem, is_blank
from rfp_builder.excel.definition.answers import Answers, RowValues, TableAnswer
from rfp_builder.excel.definition.claims import Claim, ClaimedRow
from rfp_builder.excel.definition.entry import read_entry
from rfp_builder.excel.definition.origin import Origin, token, typed_token
from rfp_builder.excel.definition.places import Cells, FieldPlace, RowPlace, TablePlace
from rfp_builder.excel.definition.prints import shown_print, value_print
from rfp_builder.excel.definition.show import Manner, show
from rfp_builder.excel.notes import Notebook
from rfp_builder.forms.fitting import EMPTY
from rfp_builder.forms.questions import Question
from rfp_builder.i18n import Phrase, listed
from rfp_builder.model.answers import NotApplicable, Undecided
from rfp_builder.model.shape import Kind

_CONFLICT = Phrase(
    "書き出した後に、このファイルとプロジェクトの両方で変わっています。取り込まず、プロジェクトの内容を残しました。",
    "This changed both here and in the project since the export. It was not taken.",
)
_GONE_FIELD = Phrase(
    "「{label}」の記入欄が見つかりません。今の内容のままにします。",
    "The cell for “{label}” was not found. What the project has stays.",
)
_GONE_TABLE = Phrase(
    "「{label}」の表が見つかりません。今の内容のままにします。",
    "The table “{label}” was not found. What the project has stays.",
)
_GONE_ROW = Phrase(
    "「{label}」の表から「{row}」の行がなくなっています。行は残しました。削除するには、行を残したまま中身を空にしてください。",
    "The row “{row}” of the table “{label}” is no longer there. It was kept; to delete a row, leave it in"
    " place and empty its cells.",
)
_COPIED = Phrase(
    "ほかの行の写しなので、新しい行として読み込みました。", "A copy of another row; it was read as a new one."
)
_STATE_AND_ROWS = Phrase(
    "表に行があるのに「未定」または「該当なし」と書かれています。行を空にするか、この欄を空にしてください。",
    "The table has rows, and here it says TBD or N/A. Empty the rows, or this cell.",
)
_ROWS_WIN = Phrase(
    "表に行が記入されたため、「未定」または「該当なし」を取り消しました。",
    "The table has rows now, so its TBD or N/A was dropped.",
)
_ROW_LACKS = Phrase(
    "必要な欄（{columns}）が空のため、この行は読み込みません。",
    "This row is not read, as it needs {columns}.",
)


@dataclass(slots=True)
class Merged:
    """What came of it: all answers, and the paths that changed or are in conflict."""

    answers: dict[str, Any]
    touched: list[str] = field(default_factory=list)
    """Paths of the fields and tables whose answer is another now."""
    changed: list[str] = field(default_factory=list)
    """The same down to rows and columns."""
    conflicts: list[str] = field(default_factory=list)


class Merge:
    """Merges question by question; `merged` holds what there is so far."""

    def __init__(
        self,
        present: Answers,
        origin: Origin | None,
        manner: Manner,
        typed: Manner,
        titles: Mapping[str, Phrase],
    ) -> None:
        """`manner` shows what the project has; `typed` reads, and knows the names that rows have now."""
        self.merged = Merged(dict(present))
        self._present = present
        self._origin = origin
        self._manner = manner
        self._typed = typed
        self._titles = titles

    def field(self, question: Question, place: FieldPlace | None, general: Notebook) -> None:
        """Merge one field. What cannot be read is noted, and the project's answer stays."""
        if place is None:
            general.error("", "field.gone", _GONE_FIELD.fill(label=question.label))
            return
        present = self._present[question.path]
        value = self.cell(question, question.path, place.cells, present, place.notes, place.ref)
        if value is not present:
            self._take(question.path, value)

    def table(
        self,
        question: Question,
        place: TablePlace | None,
        claimed: Sequence[ClaimedRow],
        state: FieldPlace | None,
        general: Notebook,
    ) -> None:
        """Merge one table: its rows, and 未定 or 該当なし beside its name."""
        if place is None:
            general.error("", "table.gone", _GONE_TABLE.fill(label=question.label))
            return
        present: TableAnswer = self._present[question.path]
        rows = _Rows(self, question, place, present).merge(claimed)
        self._settle(question, present, rows, place, state)

    def _settle(
        self,
        question: Question,
        present: TableAnswer,
        rows: dict[str, RowValues],
        place: TablePlace,
        state: FieldPlace | None,
    ) -> None:
        """Bring rows and state together; rows that are filled in weigh more than a 未定 left standing."""
        said = present.state
        if question.answerable and state is not None:
            said = self.cell(question, question.path, state.cells, said, state.notes, state.ref)
        marked = isinstance(said, Undecided | NotApplicable)
        if rows and marked:
            if said is present.state:
                place.notes.warn(place.ref, "table.state_dropped", _ROWS_WIN)
            elif state is not None:
                state.notes.error(state.ref, "table.state_and_rows", _STATE_AND_ROWS)
            said = None
        emptied = bool(present.rows) and not rows
        answer = TableAnswer(rows, None if (rows or emptied) and not marked else said)
        if rows == present.rows and list(rows) == list(present.rows) and answer.state == present.state:
            return
        if answer.state != present.state:
            self.merged.changed.append(question.path)
        self.merged.answers[question.path] = answer
        self.merged.touched.append(question.path)

    def _take(self, path: str, value: Any) -> None:
        self.merged.answers[path] = value
        self.merged.touched.append(path)
        self.merged.changed.append(path)

    def cell(
        self, question: Question, path: str, cells: Cells, present: Any, notes: Notebook, at: str
    ) -> Any:
        """The new answer, or `present` itself where nothing is to be taken."""
        if self.is_untouched(path, cells) or self.is_alike(question, cells, present):
            return present
        try:
            value = self.read(question, cells, present, notes)
        except CellProblem as problem:
            notes.error(at, problem.code, problem.message)
            return present
        if value == present:
            return present
        if self.is_moved_on(path, present):
            self.conflict(path, notes, at)
            return present
        return value

    def read(self, question: Question, cells: Cells, present: Any, notes: Notebook) -> Any:
        """What the cells say.

        Raises:
            CellProblem: nothing that fits.
        """
        return read_entry(question, cells, present, self._typed, notes, self._titles)

    def is_untouched(self, path: str, cells: Cells) -> bool:
        """Whether the cells show what they showed when the workbook was written."""
        known = None if self._origin is None else self._origin.prints.get(path)
        return known is not None and known.shown == shown_print(map(typed_token, cells))

    def is_alike(self, question: Question, cells: Cells, present: Any) -> bool:
        """Whether the cells show what they would show if the workbook were written now."""
        return tuple(map(typed_token, cells)) == tuple(map(token, show(question, present, self._manner)))

    def is_moved_on(self, path: str, present: Any) -> bool:
        """Whether the project has another answer than when the workbook was written."""
        known = None if self._origin is None else self._origin.prints.get(path)
        return known is not None and known.value != value_print(present)

    def conflict(self, path: str, notes: Notebook, at: str) -> None:
        """Name what changed on both sides."""
        self.merged.conflicts.append(path)
        notes.error(at, "conflict", _CONFLICT)

    def exported_rows(self, table: str) -> tuple[str, ...] | None:
        """The ids of the rows that the table had when the workbook was written."""
        return None if self._origin is None else self._origin.rows.get(table, ())

    def shown_row(self, table: Question, row: RowValues) -> str:
        """What a row is called, for messages."""
        naming = table.naming
        shown = show(naming, row.get(naming.name), self._manner) if naming else ()
        return next((str(one) for one in shown if one), "—")


class _Rows:
    """Merges the rows of one table."""

    def __init__(self, merge: Merge, table: Question, place: TablePlace, present: TableAnswer) -> None:
        self._merge = merge
        self._table = table
        self._place = place
        self._present = present.rows
        self._exported = merge.exported_rows(table.path)
        self._rows: dict[str, RowValues] = dict(present.rows)
        self._order: list[str] = []
        """Ids in the order of the sheet, the new ones among them."""

    def merge(self, claimed: Sequence[ClaimedRow]) -> dict[str, RowValues]:
        """The rows, in the order that results."""
        for one in claimed:
            match one.claim:
                case Claim.KNOWN:
                    self._known(one.place, self._present[one.id])
                case Claim.DELETED:
                    self._deleted(one.place)
                case _:
                    self._add(one)
            self._order.append(one.id)
        self._note_missing()
        return {row_id: self._rows[row_id] for row_id in self._ordered() if row_id in self._rows}

    def _known(self, row: RowPlace, present: RowValues) -> None:
        path = f"{self._table.path}.{row.key}"
        if self._is_emptied(row) and not self._is_untouched(row) and not self._is_alike(row, present):
            self._remove(row, present, path)
            return
        values = dict(present)
        changed = []
        for column in self._table.columns:
            cells = row.cells.get(column.name)
            if cells is None:
                continue
            was = present[column.name]
            at = f"{path}.{column.name}"
            value = self._merge.cell(column, at, cells, was, self._place.notes, row.ref(column.name))
            if value is not was:
                values[column.name] = value
                changed.append(at)
        if changed and self._is_whole(row, values):
            self._rows[row.key] = values
            self._merge.merged.changed.extend(changed)

    def _remove(self, row: RowPlace, present: RowValues, path: str) -> None:
        if any(
            self._merge.is_moved_on(f"{path}.{column.name}", present[column.name])
            for column in self._table.columns
        ):
            self._merge.conflict(path, self._place.notes, row.ref(""))
            return
        del self._rows[row.key]
        self._merge.merged.changed.append(path)

    def _deleted(self, row: RowPlace) -> None:
        """A row that the project no longer has: of no account, unless somebody has worked on it here."""
        if not self._is_emptied(row) and not self._is_untouched(row):
            self._merge.conflict(f"{self._table.path}.{row.key}", self._place.notes, row.ref(""))

    def _add(self, claimed: ClaimedRow) -> None:
        row = claimed.place
        if self._is_emptied(row):
            return
        values = {column.name: self._first_value(row, column) for column in self._table.columns}
        filled = (value for name, value in values.items() if name != self._table.preset)
        if not any(value not in (None, ()) for value in filled) or not self._is_whole(row, values):
            return
        self._rows[claimed.id] = values
        self._merge.merged.changed.append(f"{self._table.path}.{claimed.id}")
        if claimed.claim is Claim.COPIED:
            self._place.notes.warn(row.ref(""), "row.copied", _COPIED)

    def _first_value(self, row: RowPlace, column: Question) -> Any:
        """The answer in a column of a new row; none if it cannot be read."""
        nothing = () if column.kind is Kind.REFERENCES else None
        cells = row.cells.get(column.name)
        if cells is None:
            return nothing
        try:
            return self._merge.read(column, cells, None, self._place.notes)
        except CellProblem as problem:
            if problem.code != EMPTY:
                self._place.notes.error(row.ref(column.name), problem.code, problem.message)
            return nothing

    def _is_emptied(self, row: RowPlace) -> bool:
        """Whether nothing stands in it but what the writer put there; never if a column was not found."""
        return len(row.cells) == len(self._table.columns) and all(
            cell is None or is_blank(cell)
            for name, cells in row.cells.items()
            for cell in cells
            if name != self._table.preset
        )

    def _is_whole(self, row: RowPlace, values: Mapping[str, Any]) -> bool:
        """Whether the model takes the row; a row that lacks what it cannot do without is noted."""
        assert self._table.row is not None
        key = {"id": "row"} if "id" in self._table.row.model_fields else {}
        try:
            self._table.row.model_validate({**key, **values})
        except ValidationError as error:
            lacking = {str(one["loc"][0]) for one in error.errors() if one["loc"]}
            labels = [column.label for column in self._table.columns if column.name in lacking]
            named = listed(labels)
            self._place.notes.error(row.ref(""), "row.lacks", _ROW_LACKS.fill(columns=named))
            return False
        return True

    def _is_untouched(self, row: RowPlace) -> bool:
        path = f"{self._table.path}.{row.key}"
        return all(self._merge.is_untouched(f"{path}.{name}", cells) for name, cells in row.cells.items())

    def _is_alike(self, row: RowPlace, present: RowValues) -> bool:
        return all(
            self._merge.is_alike(column, row.cells[column.name], present[column.name])
            for column in self._table.columns
            if column.name in row.cells
        )

    def _note_missing(self) -> None:
        for row_id, row in self._present.items():
            exported = self._exported is None or row_id in self._exported
            if exported and row_id not in self._order:
                name = self._merge.shown_row(self._table, row)
                self._place.notes.error(
                    self._place.ref, "row.gone", _GONE_ROW.fill(label=self._table.label, row=name)
                )

    def _ordered(self) -> list[str]:
        """The project's order, or the sheet's where rows were moved there and not in the project."""
        exported = list(self._present) if self._exported is None else list(self._exported)
        common = [one for one in self._order if one in self._present and one in exported]
        moved_here = common != [one for one in exported if one in set(common)]
        moved_there = [one for one in self._present if one in set(common)] != [
            one for one in exported if one in set(common)
        ]
        if moved_here and not moved_there:
            if self._table.path not in self._merge.merged.changed:
                self._merge.merged.changed.append(self._table.path)
            return _woven(self._order, list(self._present))
        return _woven(list(self._present), self._order)


def _woven(base: list[str], others: list[str]) -> list[str]:
    """`base` with the rest of `others` put in, each behind the one it follows in `others`."""
    result = list(base)
    known = set(base)
    before: str | None = None
    for one in others:
        if one not in known:
            result.insert(0 if before is None else result.index(before) + 1, one)
            known.add(one)
        before = one
    return result
