"""要件集: the catalogue's ready requirements, of which some are marked for the register."""

from __future__ import annotations

from collections.abc import Iterator

from rfp_builder.catalogue.requirements import ready_requirements
from rfp_builder.excel.cells import CellProblem, as_text, is_blank, read_cell
from rfp_builder.excel.columns import ColumnSpec, Kind
from rfp_builder.excel.definition import layout
from rfp_builder.excel.definition.places import page_key
from rfp_builder.excel.notes import Notebook
from rfp_builder.excel.reading.values import Cell, Sheet, Workbook
from rfp_builder.forms.ready import adopt
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement
from rfp_builder.text.fold import fold

PAGE_KEY = "library"
READY = "R"
"""The first word of the key of a row: `R key-of-the-ready-requirement`."""
TAKE = ColumnSpec("take", Phrase("採用", "Take"), Kind.BOOL)

_NO_COLUMN = Phrase(
    "「採用」の列が見つからないため、要件集は読み込みません。",
    "The column “Take” was not found, so nothing is taken from the library.",
)


def adopted_from(workbook: Workbook, project: Project, notes: Notebook) -> Iterator[Requirement]:
    """The ready requirements marked in the workbook that the register does not have yet, with fresh ids."""
    sheet = next((one for one in workbook if page_key(one) == PAGE_KEY), None)
    wanted = set() if sheet is None else _marked(sheet, notes)
    taken = {one.source for one in project.requirements if one.source}
    made: set[str] = set()
    for ready in ready_requirements():
        if ready.key in wanted and ready.key not in taken:
            requirement = adopt(ready, project, made)
            made.add(requirement.id)
            yield requirement


def _marked(sheet: Sheet, notes: Notebook) -> set[str]:
    """The keys of the rows that say yes."""
    headings = {fold(TAKE.heading.to(lang)) for lang in Lang}
    column: int | None = None
    found: set[str] = set()
    for row in sheet.rows:
        cells = {cell.column: cell for cell in row.cells}
        kind, _, key = as_text(cells[layout.KEYS]).partition(" ") if layout.KEYS in cells else ("", "", "")
        if kind == layout.HEADS:
            column = next((cell.column for cell in row.cells if fold(as_text(cell)) in headings), None)
            if column is None:
                notes.error("", "column.missing", _NO_COLUMN)
        elif kind == READY and column in cells and _says_yes(cells[column], notes):
            found.add(key)
    return found


def _says_yes(cell: Cell, notes: Notebook) -> bool:
    if is_blank(cell):
        return False
    try:
        return read_cell(cell, TAKE, notes) is True
    except CellProblem as problem:
        notes.error(cell.ref, problem.code, problem.message)
        return False
