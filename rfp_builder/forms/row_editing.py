"""What rows of a table undergo. Each function gives the rows as they are afterwards."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import Enum
from typing import Any

from pydantic import ValidationError

from rfp_builder.forms.choices import YES_OR_NO, Choice
from rfp_builder.forms.ids import new_row_id
from rfp_builder.forms.questions import Question
from rfp_builder.forms.row_tree import in_tree_order, parent_column
from rfp_builder.forms.setting import Setting
from rfp_builder.forms.typed import as_typed
from rfp_builder.model.answers import NotApplicable, Undecided
from rfp_builder.model.base import Value
from rfp_builder.model.localized import Localized
from rfp_builder.model.shape import Kind

Rows = tuple[Any, ...]
_OTHER = "other"


def ids_of(rows: Iterable[Any]) -> frozenset[str]:
    """The ids that are taken."""
    return frozenset(getattr(row, "id", "") for row in rows)


def blank(column: Question) -> Any:
    """What an empty cell holds."""
    return () if column.kind is Kind.REFERENCES else None


def blank_values(table: Question, taken: Collection[str]) -> dict[str, Any]:
    """The values of a new row."""
    values: dict[str, Any] = {column.name: blank(column) for column in table.columns}
    if has_ids(table):
        values["id"] = new_row_id(taken)
    return values


def built(table: Question, values: Mapping[str, Any]) -> Value | None:
    """The row of these values; None where it lacks what such a row cannot be without."""
    assert table.row is not None
    try:
        return table.row.model_validate(dict(values))
    except ValidationError:
        return None


def has_ids(table: Question) -> bool:
    """Whether rows are told apart by an id, and not by what stands in them."""
    return table.row is not None and "id" in table.row.model_fields


def inserted(rows: Rows, at: int, new: Rows) -> Rows:
    """`new` before the row at `at`."""
    return (*rows[:at], *new, *rows[at:])


def duplicated(rows: Rows, first: int, last: int) -> Rows:
    """Copies of the rows from `first` to `last` behind them."""
    taken = set(ids_of(rows))
    copies = []
    for row in rows[first : last + 1]:
        copies.append(row.replace(id=new_row_id(taken)))
        taken.add(copies[-1].id)
    return inserted(rows, last + 1, tuple(copies))


def moved(rows: Rows, first: int, last: int, way: int) -> Rows:
    """The rows from `first` to `last` one place up (-1) or down (1); the same where there is no place."""
    if first + way < 0 or last + way >= len(rows):
        return rows
    block = rows[first : last + 1]
    rest = without(rows, first, last)
    return inserted(rest, first + way, block)


def without(rows: Rows, first: int, last: int) -> Rows:
    """No rows from `first` to `last`."""
    return (*rows[:first], *rows[last + 1 :])


def cleared(rows: Rows, first: int, last: int, columns: Collection[Question]) -> Rows:
    """Nothing in `columns` of the rows from `first` to `last`.

    Raises:
        pydantic.ValidationError: a row cannot be without.
    """
    empty = {column.name: blank(column) for column in columns}
    return tuple(row.replace(**empty) if first <= at <= last else row for at, row in enumerate(rows))


def in_order(table: Question, rows: Rows, column: Question, setting: Setting, *, descending: bool) -> Rows:
    """Sorted by a column: numbers by size, choices as listed, what is not answered last.

    By the column that names the row above, each row goes below the one it belongs to.
    """
    if column == parent_column(table):
        return in_tree_order(table, rows)
    answered = [row for row in rows if _answer(row, column) is not None]
    rest = [row for row in rows if _answer(row, column) is None]
    answered.sort(key=lambda row: _rank(column, _answer(row, column), setting), reverse=descending)
    return (*answered, *rest)


def usual(table: Question, rows: Rows) -> Rows:
    """A row for each choice of the first column that has none yet; nothing for tables of another kind."""
    first = table.columns[0]
    if first.kind is not Kind.CHOICE or not has_ids(table):
        return ()
    taken, there = set(ids_of(rows)), {_stored(getattr(row, first.name)) for row in rows}
    new = []
    for choice in first.choices:
        if choice.value not in there and choice.value != _OTHER:
            row = built(table, blank_values(table, taken) | {first.name: choice.value})
            if row is not None:
                new.append(row)
                taken |= ids_of([row])
    return tuple(new)


def usual_begun(table: Question, begun: Collection[object]) -> tuple[str, ...]:
    """Choices to begin rows with, where a row cannot be made of its first column alone: those not in `begun`.

    `begun` are the stored values of the first column that rows have already.
    """
    first = table.columns[0]
    if first.kind is not Kind.CHOICE or has_ids(table):
        return ()
    there = {_stored(one) for one in begun}
    return tuple(one.value for one in first.choices if one.value not in there and one.value != _OTHER)


def next_choice(column: Question, value: object) -> Any:
    """The choice behind `value`, nothing behind the last one."""
    choices: tuple[Choice, ...] = YES_OR_NO if column.kind is Kind.YES_NO else column.choices
    values: list[Any] = [choice.value for choice in choices]
    if column.kind is Kind.YES_NO:
        values = [True, False]
    stored = _stored(value)
    at = values.index(stored) if stored in values else -1
    return values[at + 1] if at + 1 < len(values) else None


def _stored(value: object) -> object:
    return value.value if isinstance(value, Enum) else value


def _answer(row: Any, column: Question) -> Any:
    found = getattr(row, column.name)
    return None if isinstance(found, Undecided | NotApplicable) or found == () else found


def _rank(column: Question, value: Any, setting: Setting) -> Any:
    if isinstance(value, Localized):
        return value.to(setting.lang).casefold()
    if column.kind is Kind.CHOICE:
        return [choice.value for choice in column.choices].index(value.value)
    if column.kind is Kind.CHOICES:
        order = [choice.value for choice in column.choices]
        return [order.index(one.value) for one in value]
    if column.kind in (Kind.REFERENCE, Kind.REFERENCES, Kind.LINE):
        return as_typed(column, value, setting).casefold()
    return value
