"""Whatever stands in a definition workbook, reading it ends in values and notes, never in a crash."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rfp_builder.errors import Refused
from rfp_builder.excel.definition import reader
from rfp_builder.excel.definition.writer import definition_workbook
from rfp_builder.excel.reader import Cell, CellError, Garbled, Row, Sheet, Value, Workbook, read_workbook
from rfp_builder.i18n import Lang
from rfp_builder.model.project import Project
from rfp_builder.workspace.workspace import sample_project
from tests.excel.definitions import AWKWARD

TYPED: st.SearchStrategy[Value | None] = st.one_of(
    st.none(),
    st.sampled_from(
        [*AWKWARD, "未定", "該当なし: \u202e", "月〜", "p1", "X", "-", "F work.start.service_start"]
    ),
    st.sampled_from(["T work.programs.programs", "E", "P section.1", "R x", "H", "\x00", "9" * 50, "\ud800"]),
    st.text(max_size=12),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.builds(CellError, st.just("#REF!")),
    st.builds(Garbled, st.text(max_size=5)),
)
PLACES = st.tuples(st.integers(0, 11), st.integers(0, 250), st.integers(1, 16))


@cache
def sample() -> tuple[Project, Workbook]:
    """The mail-order sample and its workbook as it is read."""
    project = sample_project("mail-order")
    return project, read_workbook(definition_workbook(project, Lang.JA), "d.xlsx")


def tampered(workbook: Workbook, typed: Mapping[tuple[int, int, int], Value | None]) -> Workbook:
    """The workbook with other values in some cells, by sheet, place of the row and column."""
    sheets = []
    for number, sheet in enumerate(workbook.sheets):
        rows = []
        for place, row in enumerate(sheet.rows):
            cells = {cell.column: cell for cell in row.cells}
            for (where, which, column), value in typed.items():
                if (where, which) == (number, place):
                    cells[column] = Cell(row.number, column, value, formula=value is None)
            rows.append(Row(row.number, tuple(cells[column] for column in sorted(cells))))
        sheets.append(Sheet(sheet.name, sheet.hidden, tuple(rows)))
    return Workbook(tuple(sheets), workbook.names)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(PLACES, TYPED, min_size=1, max_size=12))
def test_anything_may_stand_anywhere(typed: dict[tuple[int, int, int], Value | None]) -> None:
    project, workbook = sample()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "read_workbook", lambda data, name: tampered(workbook, typed))
        try:
            changes = reader.read_definition(b"", "d.xlsx", project)
        except Refused:
            return
    assert changes.requirements[: len(project.requirements)] == project.requirements
    assert all(path in changes.words for path in (*changes.changed, *changes.conflicts))


@pytest.mark.parametrize(
    "value",
    [CellError("#N/A"), Garbled("x"), Decimal("1e300"), datetime(2027, 4, 1, 9), time(9), date(1, 1, 1)],
)
def test_strange_values_in_every_row_cost_no_more_than_their_cells(value: Value) -> None:
    project, workbook = sample()
    typed: dict[tuple[int, int, int], Value | None] = {(3, place, 3): value for place in range(200)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "read_workbook", lambda data, name: tampered(workbook, typed))
        changes = reader.read_definition(b"", "d.xlsx", project)
    assert changes.definition.operations == project.definition.operations
    assert changes.notes
