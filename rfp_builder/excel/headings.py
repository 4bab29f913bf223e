"""Finding the heading row of a table, and which column stands where in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rfp_builder.excel.columns import ColumnSpec, Kind
from rfp_builder.excel.notes import Notebook
from rfp_builder.excel.reading.values import Cell, Row, Sheet, ref
from rfp_builder.i18n import Phrase, listed
from rfp_builder.text.fold import fold

_ROWS_SEARCHED = 50
_SHOWN = 30

_NO_HEADINGS = Phrase(
    "表の見出し（{headings}など）が見つからないため、このシートは読み込めません。",
    "The headings of the table ({headings} …) were not found, so this sheet cannot be read.",
)
_MISSING = Phrase("「{heading}」の列が見つかりません。", "The column “{heading}” was not found.")
_TWICE = Phrase(
    "「{heading}」の列が複数あり、どれを読めばよいか判断できません（{cells}）。",
    "There is more than one column “{heading}”, and nothing says which to read ({cells}).",
)
_UNKNOWN = Phrase("「{heading}」の列は読み込みません。", "The column “{heading}” is not read.")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a table stands in its sheet."""

    row: int
    columns: Mapping[str, int]
    """Column numbers by the keys of the specs; those not found are left out."""
    ignored: frozenset[int]
    """Columns with a heading that is none of the specs'; they were reported."""


def find_headings(sheet: Sheet, specs: Sequence[ColumnSpec], notes: Notebook) -> Layout | None:
    """The heading row of the table that `specs` describe, or None if the sheet has none.

    It is the row, among the first fifty, that holds the most of the headings, the id's among them. Columns
    that are missing, there twice, or unknown are noted.
    """
    by_heading = _by_heading(specs)
    best: Row | None = None
    most = 0
    for row in sheet.rows[:_ROWS_SEARCHED]:
        found = {key for cell in row.cells if (key := by_heading.get(_folded(cell))) is not None}
        if len(found) > most and _enough(found, specs):
            best, most = row, len(found)
    if best is None:
        names = [spec.heading for spec in specs[:3]]
        notes.error("", "headings.missing", _NO_HEADINGS.fill(headings=listed(names)))
        return None
    return _layout(best, specs, by_heading, notes)


def _by_heading(specs: Sequence[ColumnSpec]) -> dict[str, str]:
    by_heading: dict[str, str] = {}
    for spec in specs:
        for heading in spec.headings:
            if by_heading.setdefault(fold(heading), spec.key) != spec.key:
                raise ValueError(f"the heading {heading!r} stands for two columns")
    return by_heading


def _folded(cell: Cell) -> str:
    return fold(cell.value) if isinstance(cell.value, str) else ""


def _enough(found: set[str], specs: Sequence[ColumnSpec]) -> bool:
    """Whether a row with these columns can be the heading row: the id and one more, or half of all."""
    ids = {spec.key for spec in specs if spec.kind is Kind.ID}
    if ids:
        return ids <= found and len(found) >= min(2, len(specs))
    return 2 * len(found) >= len(specs)


def _layout(row: Row, specs: Sequence[ColumnSpec], by_heading: Mapping[str, str], notes: Notebook) -> Layout:
    places: dict[str, list[int]] = {}
    ignored = set()
    for cell in row.cells:
        folded = _folded(cell)
        key = by_heading.get(folded)
        if key is not None:
            places.setdefault(key, []).append(cell.column)
        elif folded:
            ignored.add(cell.column)
            notes.warn(cell.ref, "column.unknown", _UNKNOWN.fill(heading=folded[:_SHOWN]))
    for spec in specs:
        found = places.get(spec.key, [])
        if len(found) > 1:
            cells = ", ".join(ref(row.number, column) for column in found)
            notes.error(
                ref(row.number, found[1]), "column.twice", _TWICE.fill(heading=spec.heading, cells=cells)
            )
            ignored.update(found)
        elif not found and spec.required:
            notes.error("", "column.missing", _MISSING.fill(heading=spec.heading))
        elif not found and spec.is_answer:
            notes.warn("", "column.missing", _MISSING.fill(heading=spec.heading))
    columns = {key: found[0] for key, found in places.items() if len(found) == 1}
    return Layout(row.number, columns, frozenset(ignored))
