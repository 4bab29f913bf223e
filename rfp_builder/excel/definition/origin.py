"""What a workbook held when it was written, as fingerprints in a very hidden sheet.

Two of each answer: of its value, which tells whether the project has changed since, and of what its cells
showed, which tells whether somebody has typed there since. Without the sheet nothing can be in conflict.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any

from rfp_builder.excel.cells import as_text
from rfp_builder.excel.definition.answers import Answers, RowValues, TableAnswer, seeded
from rfp_builder.excel.definition.prints import shown_print, value_print
from rfp_builder.excel.definition.show import Manner, Shown, plain, show
from rfp_builder.excel.reading.values import Cell, Workbook
from rfp_builder.forms.questions import Question
from rfp_builder.model.shape import Kind
from rfp_builder.text.clean import clean
from rfp_builder.text.show import show_time

ORIGIN_SHEET = "_origin"
_ROW = "row"
_UNREADABLE = "\x00"


@dataclass(frozen=True, slots=True)
class Print:
    """The fingerprints of one answer."""

    value: str
    shown: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Fingerprints by path, and the rows that each table had, in their order."""

    prints: Mapping[str, Print]
    rows: Mapping[str, tuple[str, ...]]


def token(shown: Shown) -> str:
    """What a cell to be written shows, comparable with `typed_token`."""
    if isinstance(shown, str):
        return shown.strip()
    return shown.isoformat() if isinstance(shown, date) else plain(Decimal(shown))


def typed_token(cell: Cell | None) -> str:
    """What a cell that came back shows; empty for a blank one."""
    if cell is None:
        return ""
    value = cell.value
    if isinstance(value, str):
        return clean(value).text.strip()
    if isinstance(value, Decimal):
        return f"{plain(value * 100)}%" if cell.percent else plain(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return show_time(value.hour * 60 + value.minute)
    if value is None:
        return _UNREADABLE if cell.formula else ""
    return as_text(cell) or _UNREADABLE


def origin_lines(
    questions: Iterable[Question], answers: Answers, manner: Manner
) -> Iterator[tuple[str, str, str]]:
    """The lines of the hidden sheet: path, and two fingerprints or the word for a row."""
    for question in questions:
        answer = answers[question.path]
        if question.kind is not Kind.TABLE:
            yield _line(question.path, question, answer, manner)
            continue
        assert isinstance(answer, TableAnswer)
        yield _line(question.path, question, answer.state, manner)
        for row_id, row in answer.rows.items():
            yield (f"{question.path}.{row_id}", _ROW, "")
            yield from _row_lines(question, row_id, row, manner)
        for row_id, row in seeded(question, answer).items():
            yield from _row_lines(question, row_id, row, manner)


def read_origin(workbook: Workbook) -> Origin | None:
    """What the hidden sheet says; None if it is missing. Lines that make no sense are passed over."""
    sheet = workbook.sheet(ORIGIN_SHEET)
    if sheet is None:
        return None
    prints: dict[str, Print] = {}
    rows: dict[str, list[str]] = {}
    for row in sheet.rows:
        texts = {cell.column: as_text(cell).strip() for cell in row.cells}
        path, value, shown = (texts.get(column, "") for column in (1, 2, 3))
        if value == _ROW:
            table, _, row_id = path.rpartition(".")
            rows.setdefault(table, []).append(row_id)
        elif path:
            prints[path] = Print(value, shown)
    return Origin(prints, {table: tuple(ids) for table, ids in rows.items()})


def _row_lines(
    table: Question, row_id: str, row: RowValues, manner: Manner
) -> Iterator[tuple[str, str, str]]:
    for column in table.columns:
        yield _line(f"{table.path}.{row_id}.{column.name}", column, row[column.name], manner)


def _line(path: str, question: Question, value: Any, manner: Manner) -> tuple[str, str, str]:
    return (path, value_print(value), shown_print(map(token, show(question, value, manner))))
