"""Rows that stand below other rows of the same table, such as reasons within a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rfp_builder.forms.questions import Question
from rfp_builder.model.base import Value


def parent_column(table: Question) -> Question | None:
    """The column that names the row above, if the table has one."""
    return next((column for column in table.columns if column.refers_to == table.path), None)


def depths(table: Question, rows: Sequence[Value]) -> Mapping[str, int]:
    """How many rows are above each row, by row id; empty for a table without such a column."""
    column = parent_column(table)
    if column is None:
        return {}
    above = _above(column, rows)
    return {row_id: len(_way_up(row_id, above)) for row_id in above}


def in_tree_order(table: Question, rows: Sequence[Any]) -> tuple[Any, ...]:
    """The rows with each below the one it belongs to, else in the order they have."""
    column = parent_column(table)
    if column is None:
        return tuple(rows)
    above = _above(column, rows)
    place = {row.id: at for at, row in enumerate(rows)}

    def way(row: Any) -> list[int]:
        return [place[one] for one in (*reversed(_way_up(row.id, above)), row.id)]

    return tuple(sorted(rows, key=way))


def _above(column: Question, rows: Sequence[Any]) -> dict[str, str | None]:
    ids = {row.id for row in rows}
    named = {row.id: getattr(row, column.name) for row in rows}
    return {row_id: parent if parent in ids else None for row_id, parent in named.items()}


def _way_up(row_id: str, above: Mapping[str, str | None]) -> list[str]:
    """The rows above, the nearest first; a row that is above itself ends the way."""
    way: list[str] = []
    parent = above.get(row_id)
    while parent is not None and parent not in way and parent != row_id:
        way.append(parent)
        parent = above.get(parent)
    return way
