"""Reading an edited register: a three-way comparison of what was exported, what came back and what is now."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rfp_builder.excel.columns import ColumnSpec, Kind
from rfp_builder.excel.forms import Form, language_of, not_found, refuse_other
from rfp_builder.excel.meta import meta
from rfp_builder.excel.notes import RowNote
from rfp_builder.excel.reader import read_workbook
from rfp_builder.excel.reading.values import Sheet
from rfp_builder.excel.register.changes import Changed, RegisterChanges, differing, was_changed_meanwhile
from rfp_builder.excel.register.columns import ID, REGISTER, register_columns
from rfp_builder.excel.register.rows import WITHHELD_KEYS, Misfit, Row, digest, requirement_of, row_of
from rfp_builder.excel.register.writer import BASE
from rfp_builder.excel.remarks import Remarks
from rfp_builder.excel.sheets import Sheets
from rfp_builder.excel.table import TableRow, read_table
from rfp_builder.i18n import Lang, Phrase, listed
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement

_NO_BASE = Phrase(
    "管理用のシートがないため、書き出したあとにプロジェクトが変わったか判断できません。"
    "違いのある要件は取り込まず、競合として示します。",
    "The sheet that tells what was exported is missing, so nothing says whether the project changed since. "
    "Requirements that differ are named as conflicts and not taken.",
)
_ABSENT = Phrase(
    "{id} の行がありません。要件は残しました。消すときは「削除」で「はい」を選んでください。",
    "There is no row for {id}. The requirement was kept; to drop it, pick yes under “Delete”.",
)
_MISFIT = Phrase(
    "「{columns}」が空欄か、記入できない値のため、この行の変更は取り込みません。",
    "“{columns}” is blank or holds what cannot stand there, so the changes of this row are not taken.",
)
_NOT_WITHHELD = Phrase(
    "開示する要件のため、問いかけ、採点の手引きなど非開示のときの記入は取り込みません。",
    "The requirement is disclosed, so what is filled in for a withheld one is not taken.",
)
_OWN_NOTES = frozenset({"id.absent", "id.blank"})
"""What reading a table notes about ids and a register sees differently: a row without one is a new row."""


def read_register(data: bytes, file_name: str, project: Project) -> RegisterChanges:
    """What an edited register changes. Nothing is dropped that is not marked so, nothing overwritten.

    Raises:
        Refused: the file is no workbook, is not safe to read, or is no register.
    """
    workbook = read_workbook(data, file_name)
    said = meta(workbook)
    refuse_other(said, Form.REGISTER, file_name)
    remarks = Remarks(file_name)
    columns = register_columns(project, language_of(said) or Lang.JA)
    sheet = Sheets(workbook, remarks).find(REGISTER, columns)
    if sheet is None:
        raise not_found(Form.REGISTER, file_name)
    if said is None:
        remarks.warn("", "", _NO_BASE)
    bases = {key.removeprefix(BASE): value for key, value in (said or {}).items() if key.startswith(BASE)}
    return _Reading(project, columns, bases, remarks).read(sheet)


class _Reading:
    def __init__(
        self, project: Project, columns: Sequence[ColumnSpec], bases: Mapping[str, str], remarks: Remarks
    ) -> None:
        self._present = {one.id: one for one in project.requirements}
        self._columns = columns
        self._bases = bases
        self._remarks = remarks
        self._outcome: dict[str, Requirement | None] = dict(self._present)
        self._added: list[Requirement] = []
        self._changed: list[Changed] = []
        self._conflicts: list[str] = []

    def read(self, sheet: Sheet) -> RegisterChanges:
        """Compare every row."""
        table = read_table(sheet, self._columns, tuple({**self._present, **self._bases}))
        self._remarks.notes(note for note in table.notes if note.code not in _OWN_NOTES)
        for row in table.rows:
            self._compare(row)
        self._note_absent(sheet, {row.id for row in table.rows}, table.notes)
        for row in self._new_rows(sheet):
            self._add(row)
        kept = tuple(one for one in self._outcome.values() if one is not None)
        return RegisterChanges(
            requirements=(*kept, *self._added),
            added=tuple(one.id for one in self._added),
            changed=tuple(self._changed),
            removed=tuple(one for one in self._present if self._outcome[one] is None),
            conflicts=tuple(self._conflicts),
            notes=self._remarks.all(),
        )

    def _compare(self, row: TableRow) -> None:
        present, base = self._present.get(row.id), self._bases.get(row.id)
        before = row_of(present) if present is not None else {}
        made = self._requirement(row, before, row.id)
        if made is None:
            return
        after = row_of(made)
        delete = row.flag("delete") is True
        if present is None:
            # Dropped from the project since the export: only an edit made here makes that a conflict.
            if not delete and digest(after) != base:
                self._conflicts.append(row.id)
        elif not delete and (after == before or digest(after) == base):
            return
        elif was_changed_meanwhile(present, base):
            self._conflicts.append(row.id)
        elif delete:
            self._outcome[row.id] = None
        else:
            self._outcome[row.id] = made
            self._changed.append(Changed(row.id, differing(before, after)))

    def _add(self, row: TableRow) -> None:
        if row.flag("delete") is True:
            return
        made = self._requirement(row, {}, self._fresh_id())
        if made is not None:
            self._added.append(made)

    def _requirement(self, row: TableRow, before: Row, requirement_id: str) -> Requirement | None:
        """What the row describes, or None after a note. Cells that could not be read stay as they were."""
        values = dict(before)
        for spec in self._columns:
            if spec.is_answer and spec.key in row.columns and spec.key not in row.unread:
                values.pop(spec.key, None)
                if row.text(spec.key):
                    values[spec.key] = row.text(spec.key)
        try:
            _refuse_open_choices(before, values)
            made = requirement_of(values, requirement_id)
        except Misfit as misfit:
            headings = [spec.heading for spec in self._columns if spec.key in misfit.keys]
            at = row.ref(misfit.keys[0]) or row.ref(ID.key)
            self._remarks.error(row.sheet, at, _MISFIT.fill(columns=listed(headings)))
            return None
        if made.withholding is None and any(key in values for key in WITHHELD_KEYS):
            self._remarks.warn(row.sheet, row.ref("disclosure"), _NOT_WITHHELD)
        return made

    def _new_rows(self, sheet: Sheet) -> Iterator[TableRow]:
        """Rows without an id: read once more, with the id as a text like any other."""
        columns = [replace(spec, kind=Kind.TEXT) if spec.key == ID.key else spec for spec in self._columns]
        table = read_table(sheet, columns)
        rows = {row.number: row for row in table.rows if not row.text(ID.key) and ID.key not in row.unread}
        self._remarks.notes(
            note for note in table.notes if _row_number(note) in rows and note.code != "cell.stray"
        )
        yield from rows.values()

    def _note_absent(self, sheet: Sheet, found: set[str], notes: Sequence[RowNote]) -> None:
        # A row whose id stands there twice was noted as such, and is not absent.
        twice = any(note.code == "id.repeated" for note in notes)
        for requirement in self._present:
            if requirement in self._bases and requirement not in found and not twice:
                self._remarks.warn(sheet.name, "", _ABSENT.fill(id=requirement))

    def _fresh_id(self) -> str:
        taken = {*self._present, *self._bases, *(one.id for one in self._added)}
        while (made := f"r-{secrets.token_hex(4)}") in taken:
            pass
        return made


def _refuse_open_choices(before: Row, values: Row) -> None:
    """A blank is no decision: least of all may it disclose what was withheld."""
    blank = [key for key in ("priority", "disclosure") if key in before and key not in values]
    if "disclosure" not in values and any(key in values for key in WITHHELD_KEYS):
        blank.append("disclosure")
    if blank:
        raise Misfit(tuple(dict.fromkeys(blank)))


def _row_number(note: RowNote) -> int:
    return int(note.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") or 0)
