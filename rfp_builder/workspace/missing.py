"""What is missing next: findings in the order in which one reads, from the place where one is."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import TypeAlias

from rfp_builder.check.finding import Finding
from rfp_builder.check.next_step import road_position
from rfp_builder.model.base import Value
from rfp_builder.model.project import Project
from rfp_builder.model.shape import sections
from rfp_builder.workspace.document.paths import places, row_key, value_at

Position: TypeAlias = tuple[int, ...]


def next_after(project: Project, findings: list[Finding], path: str | None) -> tuple[Finding, bool]:
    """The first finding behind `path` as one reads, and whether it is the first of all once more."""
    placed = sorted(((position(project, one.path), n) for n, one in enumerate(findings)))
    at = 0 if path is None else bisect_right([place for place, _ in placed], position(project, path))
    return findings[placed[at % len(placed)][1]], at == len(placed)


def position(project: Project, path: str) -> Position:
    """Where a path lies as one reads: part of the road, question, row, column. Larger is further down."""
    place: list[int] = [*road_position(path)]
    way = places(path)
    written = ""
    for step in way[1:] if way and way[0].name == "definition" else way:
        written = f"{written}.{step.name}" if written else step.name
        place.append(_order_of(project, written, step.name))
        if step.row is not None:
            try:
                rows = value_at(project, written)
            except KeyError:
                rows = ()
            place.append(_row_order(rows, step.row))
            written = f"{written}[{step.row}]"
    return tuple(place)


def _order_of(project: Project, written: str, name: str) -> int:
    """The place of a field among those beside it."""
    parent = written.rpartition(".")[0]
    try:
        holder = value_at(project, parent) if parent else project
    except KeyError:
        return 0
    if not parent and name in _sections():
        return _sections().index(name)
    fields = list(type(holder).model_fields) if isinstance(holder, Value) else []
    return fields.index(name) if name in fields else 0


def _row_order(rows: object, key: str) -> int:
    if not isinstance(rows, tuple):
        return 0
    return next((n for n, row in enumerate(rows) if row_key(row) == key), len(rows))


@cache
def _sections() -> tuple[str, ...]:
    return tuple(sections().values())
