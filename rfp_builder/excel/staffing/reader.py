"""Reading the sheet of assumptions back: cells that differ from what they held become changes of settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from rfp_builder.excel.cells import CellProblem, read_cell
from rfp_builder.excel.columns import ColumnSpec, Kind
from rfp_builder.excel.forms import Form, language_of, not_found, refuse_other
from rfp_builder.excel.meta import META_SHEET, meta
from rfp_builder.excel.notes import Notebook
from rfp_builder.excel.reader import read_workbook
from rfp_builder.excel.reading.values import Workbook
from rfp_builder.excel.remarks import Remarks
from rfp_builder.excel.staffing import names
from rfp_builder.excel.staffing.assumption_rows import AssumptionRow, rows_of
from rfp_builder.excel.staffing.bases import BASE, digest
from rfp_builder.excel.staffing.belonging import refuse_anothers
from rfp_builder.excel.staffing.changes import AssumptionChanges, Change
from rfp_builder.excel.staffing.cost_inputs import item_of
from rfp_builder.excel.staffing.cost_reading import cost_change
from rfp_builder.excel.staffing.group_inputs import group_id
from rfp_builder.excel.staffing.group_reading import group_changes
from rfp_builder.excel.staffing.inputs import Field, field_of
from rfp_builder.excel.staffing.month_lists import LISTS, Month, list_changes
from rfp_builder.excel.staffing.numerals import tidy
from rfp_builder.excel.staffing.special_rows import SPECIALS, special_changes
from rfp_builder.i18n import Lang, Phrase

_NO_BASE = Phrase(
    "管理用のシートがないため、どのセルが変更されたか判断できません。"
    "記入されている値をすべて設定として読み込みました。",
    "The sheet that says what was exported is missing, so nothing tells which cells were changed. Everything "
    "that is filled in was read as a setting.",
)
_STRANGE = Phrase(
    "管理ID「{key}」の前提はありません。この行は読み込みません。",
    "There is no assumption with the ID “{key}”. This row is not read.",
)
_BLANK = Phrase("「{label}」を空欄にはできません。", "“{label}” cannot be left blank.")
_RANGE = Phrase(
    "「{label}」は{least}から{most}までの数値にしてください。",
    "“{label}” must lie between {least} and {most}.",
)
_BELOW = Phrase(
    "「{label}」は{least}以上、{most}未満の数値にしてください。",
    "“{label}” must be {least} or more, and below {most}.",
)
_WHOLE = Phrase("「{label}」は整数で入力してください。", "“{label}” must be a whole number.")
_DATE_RANGE = Phrase(
    "「{label}」は2000年から2199年までの日付にしてください。", "“{label}” must be a date from 2000 to 2199."
)
_ROUNDED = Phrase("小数第{n}位までに丸めて読み込みました。", "Read rounded to {n} digits behind the point.")
_GONE = Phrase(
    "前提の行が{n}行なくなっています。その値は変更していないものとしました。",
    "Rows of assumptions that are no longer there: {n}. Their values were taken as unchanged.",
)
_YEARS = range(2000, 2200)


def read_assumptions(data: bytes, file_name: str, project: str = "") -> AssumptionChanges:
    """What somebody changed on the sheet of assumptions. What does not fit is remarked, the rest is taken.

    `project` is the one to take it into, as `names.BookNames.project` names it; empty, any will do.

    Raises:
        Refused: the file is no workbook, is not safe to read, is no staffing workbook, or another project's.
    """
    workbook = read_workbook(data, file_name)
    said = meta(workbook)
    refuse_other(said, Form.STAFFING, file_name)
    refuse_anothers(said, project, file_name)
    remarks = Remarks(file_name)
    found = _rows(workbook)
    if found is None:
        raise not_found(Form.STAFFING, file_name)
    rows, notes = found
    if said is None:
        remarks.warn("", "", _NO_BASE)
    lang = language_of(said) or Lang.JA
    reading = _Reading(_bases(said), notes, lang)
    changes = reading.read(rows)
    remarks.notes(notes.notes())
    return AssumptionChanges(tuple(changes), remarks.all(), lang)


def _rows(workbook: Workbook) -> tuple[list[AssumptionRow], Notebook] | None:
    """The rows of the sheet of that name, or of the first one with such a table."""
    sheet = workbook.sheet(names.ASSUMPTIONS.ja, names.ASSUMPTIONS.en)
    others = (one for one in workbook if one.name != META_SHEET and one is not sheet)
    for one in (*([sheet] if sheet else []), *others):
        notes = Notebook(one.name)
        rows = rows_of(one, notes)
        if rows is not None:
            return rows, notes
    return None


def _bases(said: Mapping[str, str] | None) -> Mapping[str, str]:
    return {key.removeprefix(BASE): value for key, value in (said or {}).items() if key.startswith(BASE)}


class _Reading:
    def __init__(self, bases: Mapping[str, str], notes: Notebook, lang: Lang) -> None:
        self._bases = bases
        self._notes = notes
        self._lang = lang

    def read(self, rows: Sequence[AssumptionRow]) -> list[Change]:
        """The changes, in the order of the sheet."""
        found: list[Change] = []
        monthly: list[Month] = []
        special: list[Month] = []
        kinds: list[AssumptionRow] = []
        for row in rows:
            if item_of(row.key) is not None:
                change = cost_change(row, self._bases, self._notes)
                found += [] if change is None else [change]
                continue
            if group_id(row.key) is not None and "starts" in row.columns:
                kinds.append(row)
                continue
            field = field_of(row.key)
            if field is None or "value" not in row.columns:
                self._notes.error(_first(row), "id.unknown", _STRANGE.fill(key=row.key))
                continue
            read = self._value(row, field)
            if row.key.rpartition(".")[0] in LISTS:
                monthly.append((row, read[0] if read else None, read is not None))
            elif row.key.startswith(f"{SPECIALS}."):
                special.append((row, read[0] if read else None, read is not None))
            elif read is not None and self._differs(row.key, read[0]):
                found.append(Change(row.key, row.label, read[0]))
        found += list_changes(monthly, self._bases, self._notes)
        found += special_changes(special, self._bases, self._notes)
        found += group_changes(kinds, self._bases, self._notes, self._lang)
        self._note_gone(rows)
        return found

    def _value(self, row: AssumptionRow, field: Field) -> tuple[Decimal | date | None] | None:
        """What stands in the cell, in a tuple of its own; None if it could not be read."""
        if "value" in row.lost:
            return None
        cell, at = row.cells.get("value"), row.ref("value")
        if cell is None:
            if field.may_be_blank:
                return (None,)
            self._notes.error(at, "cell.blank", _BLANK.fill(label=row.label))
            return None
        spec = ColumnSpec("value", field.label, field.kind, units=field.words)
        try:
            value = read_cell(cell, spec, self._notes)
        except CellProblem as problem:
            self._notes.error(at, problem.code, problem.message)
            return None
        if not isinstance(value, Decimal | date):
            raise TypeError("settings are numbers and days")
        if not self._differs(row.key, value):
            return (value,)
        return self._fitting(row, field, value)

    def _fitting(
        self, row: AssumptionRow, field: Field, value: Decimal | date
    ) -> tuple[Decimal | date] | None:
        at = row.ref("value")
        if not isinstance(value, Decimal):
            if value.year in _YEARS:
                return (value,)
            self._notes.error(at, "value.range", _DATE_RANGE.fill(label=row.label))
            return None
        sign = "%" if field.kind is Kind.PERCENT else ""
        said = {"label": row.label, "least": f"{field.least:,}{sign}", "most": f"{field.most:,}{sign}"}
        if value < field.least or value > field.most or (field.below and value == field.most):
            self._notes.error(at, "value.range", (_BELOW if field.below else _RANGE).fill(**said))
            return None
        if field.whole and value != int(value):
            self._notes.error(at, "value.whole", _WHOLE.fill(label=row.label))
            return None
        rounded = tidy(value, field.digits)
        if rounded != value:
            self._notes.warn(at, "value.rounded", _ROUNDED.fill(n=field.digits))
        return (rounded,)

    def _differs(self, key: str, value: Decimal | date | None) -> bool:
        """Whether a cell holds something else than it did; without a base, whether it holds something."""
        if not self._bases:
            return value is not None
        return self._bases.get(key) != digest(value)

    def _note_gone(self, rows: Sequence[AssumptionRow]) -> None:
        there = {row.key for row in rows}
        # The cells of an assumption on cost share a row, and so do those of a kind of contract.
        expected = {
            ".".join(key.split(".")[:2]) if key.startswith(("costs.", "groups.")) else key
            for key in self._bases
        }
        gone = len(expected - there)
        if gone:
            self._notes.error("", "rows.missing", _GONE.fill(n=gone))


def _first(row: AssumptionRow) -> str:
    return row.ref(next(iter(row.columns)))
