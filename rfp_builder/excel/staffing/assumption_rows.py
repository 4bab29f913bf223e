"""The rows of the sheet of assumptions: three tables with headings of their own, rows by their hidden ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rfp_builder.excel.cells import is_blank
from rfp_builder.excel.merges import swallowed
from rfp_builder.excel.notes import Notebook
from rfp_builder.excel.reading.values import Cell, Row, Sheet, ref
from rfp_builder.excel.staffing.cost_inputs import ENDS, LABELS
from rfp_builder.excel.staffing.group_inputs import GROUP_LABELS, NEEDED
from rfp_builder.i18n import Phrase
from rfp_builder.text.clean import clean
from rfp_builder.text.fold import fold

KEY = Phrase("管理ID", "ID")
ITEM = Phrase("項目", "Item")
VALUE = Phrase("値", "Value")
SETTINGS_TITLE = Phrase("変更できる前提", "Settings that may be changed")
GROUPS_TITLE = Phrase("勤務形態（シフトのもと）", "Kinds of contract that shifts are made of")
COSTS_TITLE = Phrase("想定費用の前提（税抜）", "Assumptions on cost (tax excluded)")
USED_TITLE = Phrase("計画に用いた設定の一覧", "Everything the plan used")

_LABEL_SHOWN = 60
_NO_KEY = Phrase(
    "この行が何の前提かを示す管理IDがないため、読み込みません。",
    "The hidden ID that says what this row is about is missing. The row is not read.",
)
_TWICE = Phrase(
    "同じ前提の行が上にもあります。この行は読み込みません。",
    "There is a row for the same assumption above. This one is not read.",
)
_SWALLOWED = Phrase(
    "{area} が結合されているため、このセルに値がありません。結合を解除して記入してください。",
    "This cell has no value of its own, as {area} is merged. Please unmerge it and fill it in.",
)


@dataclass(frozen=True, slots=True)
class AssumptionRow:
    """One row. `cells` are those to be filled in, by column; what was swallowed by merging is in `lost`."""

    key: str
    label: str
    """With the name of the group it stands in: the queue, for one."""
    number: int
    columns: Mapping[str, int]
    cells: Mapping[str, Cell]
    lost: frozenset[str]

    def ref(self, column: str) -> str:
        """The name of a cell."""
        return ref(self.number, self.columns[column])


@dataclass(frozen=True, slots=True)
class _Head:
    key: int
    label: int | None
    columns: Mapping[str, int]


def rows_of(sheet: Sheet, notes: Notebook) -> list[AssumptionRow] | None:
    """The rows of all tables; None if the sheet has none of them. Rows that cannot be told are noted."""
    sections = (SETTINGS_TITLE, GROUPS_TITLE, COSTS_TITLE, USED_TITLE)
    titles = {fold(text) for one in sections for text in (one.ja, one.en)}
    found: list[AssumptionRow] = []
    met: set[str] = set()
    head: _Head | None = None
    is_ours = False
    group = ""
    for row in sheet.rows:
        begun = _head(row)
        if begun is not None:
            head, is_ours, group = begun, True, ""
            continue
        if any(isinstance(cell.value, str) and fold(cell.value) in titles for cell in row.cells):
            head = None
        if head is None:
            continue
        read = _read(sheet, row, head, group, notes)
        if read is None:
            group = _label(row, head) or group
            continue
        if read.key in met:
            notes.error(ref(row.number, head.key), "id.repeated", _TWICE)
            continue
        met.add(read.key)
        found.append(read)
    return found if is_ours else None


def _head(row: Row) -> _Head | None:
    """The headings, if the row holds those of a table: the id, and what its rows cannot do without."""
    by_text = {fold(cell.value): cell.column for cell in row.cells if isinstance(cell.value, str)}
    columns = {
        name: place
        for name, heading in {"value": VALUE, **LABELS, **GROUP_LABELS}.items()
        if (place := by_text.get(fold(heading.ja)) or by_text.get(fold(heading.en))) is not None
    }
    key = by_text.get(fold(KEY.ja)) or by_text.get(fold(KEY.en))
    if key is None or not any(set(one) <= set(columns) for one in (("value",), ENDS, NEEDED)):
        return None
    return _Head(key, by_text.get(fold(ITEM.ja)) or by_text.get(fold(ITEM.en)), columns)


def _read(sheet: Sheet, row: Row, head: _Head, group: str, notes: Notebook) -> AssumptionRow | None:
    by_column = {cell.column: cell for cell in row.cells}
    cells = {
        name: by_column[place]
        for name, place in head.columns.items()
        if place in by_column and not is_blank(by_column[place])
    }
    key = _text(by_column.get(head.key))
    if not key:
        for cell in cells.values():
            notes.error(cell.ref, "id.missing", _NO_KEY)
        return None
    lost = set()
    for number, column, area in swallowed(sheet.merged, [row.number], head.columns.values()):
        lost |= {name for name, place in head.columns.items() if place == column}
        notes.error(ref(number, column), "cell.merged", _SWALLOWED.fill(area=area.ref))
    label = " / ".join(part for part in (group, _label(row, head)) if part)
    return AssumptionRow(key, label or key, row.number, head.columns, cells, frozenset(lost))


def _label(row: Row, head: _Head) -> str:
    """What stands in the column of names."""
    return next((_text(cell) for cell in row.cells if cell.column == head.label), "")


def _text(cell: Cell | None) -> str:
    if cell is None or not isinstance(cell.value, str):
        return ""
    return " ".join(clean(cell.value).text.split())[:_LABEL_SHOWN]
