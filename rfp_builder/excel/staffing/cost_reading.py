"""Reading one row of the assumptions on cost: three values that must fit together, and what they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from rfp_builder.excel.cells import Answer, CellProblem, read_cell
from rfp_builder.excel.notes import Notebook
from rfp_builder.excel.staffing.assumption_rows import AssumptionRow
from rfp_builder.excel.staffing.bases import digest
from rfp_builder.excel.staffing.changes import Change
from rfp_builder.excel.staffing.cost_inputs import ENDS, LABELS, SHARES, cost_column, cost_key, item_of
from rfp_builder.excel.staffing.numerals import tidy
from rfp_builder.i18n import Phrase
from rfp_builder.model.localized import LONGEST
from rfp_builder.workload.should_cost import Assumption, Item, Range, Standing
from rfp_builder.workload.should_cost.assumption import UnworkableAssumption

_BLANK = Phrase(
    "「{label}」の「{column}」が空欄です。この項目の変更は読み込みません。",
    "“{column}” of “{label}” is blank. The changes of this row are not taken.",
)
_NOT_TAKEN = Phrase("{why}この項目の変更は読み込みません。", "{why} The changes of this row are not taken.")
_TOO_LONG = Phrase("出典が長すぎます。", "The source is too long.")
_TOO_LARGE = Phrase("値が大きすぎます。", "The value is too large.")
_ROUNDED = Phrase("小数第6位までに丸めて読み込みました。", "Read rounded to 6 digits behind the point.")
_OLD_SOURCE = Phrase(
    "「{label}」の値が変更されましたが、出典・時点・位置づけは元のままです。確認してください。",
    "The values of “{label}” were changed, but not their source, date or standing. Please check them.",
)
_DIGITS = 6
_MOST = Decimal(10**11)


def cost_change(row: AssumptionRow, bases: Mapping[str, str], notes: Notebook) -> Change | None:
    """The columns that were changed; None if nothing was, or if the row cannot be taken (which is noted)."""
    item = item_of(row.key)
    if item is None or row.lost:
        return None
    read = {column: _read(row, item, column, notes) for column in LABELS if column in row.columns}
    found = {column: value for column, value in read.items() if value is not None}
    if len(found) < len(read) or not set(ENDS) <= set(found):
        return None
    changed = {
        column: value
        for column, value in found.items()
        if not bases or bases.get(cost_key(item, column)) != digest(_compared(item, column, value))
    }
    if not changed:
        return None
    fitting = {column: _fitting(row, column, value, notes) for column, value in changed.items()}
    taken = {column: value for column, value in fitting.items() if value is not None}
    if len(taken) < len(changed) or not _fit_together(row, item, {**found, **taken}, notes):
        return None
    if bases and not {"source", "as_of", "standing"} & set(taken):
        notes.warn(row.ref("base"), "cost.source", _OLD_SOURCE.fill(label=row.label))
    return Change(row.key, row.label, taken)


def _read(row: AssumptionRow, item: Item, column: str, notes: Notebook) -> Decimal | date | str | None:
    """The value of a cell, shares as shares; None if there is none or it cannot be read, which is noted."""
    cell, at = row.cells.get(column), row.ref(column)
    if cell is None:
        notes.error(at, "cell.blank", _BLANK.fill(label=row.label, column=LABELS[column]))
        return None
    try:
        value: Answer = read_cell(cell, cost_column(item, column), notes)
    except CellProblem as problem:
        notes.error(at, problem.code, _NOT_TAKEN.fill(why=problem.message))
        return None
    if isinstance(value, Decimal):
        return value / 100 if item in SHARES else value
    if isinstance(value, date | str):
        return value
    raise TypeError("assumptions are numbers, days and texts")


def _compared(item: Item, column: str, value: Decimal | date | str) -> Decimal | date | str:
    return value * 100 if column in ENDS and item in SHARES and isinstance(value, Decimal) else value


def _fitting(
    row: AssumptionRow, column: str, value: Decimal | date | str, notes: Notebook
) -> Decimal | date | str | None:
    """The value as settings can hold it; None if they cannot, which is noted."""
    if isinstance(value, str):
        if len(value) <= LONGEST:
            return value
        notes.error(row.ref(column), "text.too_long", _NOT_TAKEN.fill(why=_TOO_LONG))
        return None
    if not isinstance(value, Decimal):
        return value
    if abs(value) > _MOST:
        notes.error(row.ref(column), "value.range", _NOT_TAKEN.fill(why=_TOO_LARGE))
        return None
    rounded = tidy(value, _DIGITS)
    if rounded != value:
        notes.warn(row.ref(column), "value.rounded", _ROUNDED)
    return rounded


def _fit_together(
    row: AssumptionRow, item: Item, values: Mapping[str, Decimal | date | str], notes: Notebook
) -> bool:
    """Whether low, base and high make an assumption that a cost can be worked out with."""
    ends = [Fraction(value) for end in ENDS if isinstance(value := values[end], Decimal)]
    try:
        Assumption(item, Range(*ends), Phrase("", ""), date.min, Standing.OWN)
    except UnworkableAssumption as problem:
        notes.error(row.ref("low"), "cost.unworkable", _NOT_TAKEN.fill(why=problem.why))
        return False
    return True
