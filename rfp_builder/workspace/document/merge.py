"""Two people changed the same project: put both sides' changes together, place by place."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import ValidationError

from rfp_builder.model.base import Value
from rfp_builder.model.project import Project
from rfp_builder.workspace.document.paths import ABSENT, below, row_key


@dataclass(frozen=True, slots=True)
class Clash:
    """A place that both sides changed, each in its own way. None: empty, or the row was deleted."""

    path: str
    mine: object
    theirs: object


@dataclass(frozen=True, slots=True)
class Merge:
    """Both sides together; where they clash, `project` has theirs."""

    project: Project
    clashes: tuple[Clash, ...] = ()


def merge(base: Project, mine: Project, theirs: Project) -> Merge:
    """What `mine` changed since `base`, done to `theirs`. The revision is theirs."""
    base, mine = (one.replace(revision=theirs.revision) for one in (base, mine))
    clashes: list[Clash] = []
    merged = _merged("", base, mine, theirs, clashes)
    assert isinstance(merged, Project)
    return Merge(merged, tuple(clashes))


def _merged(path: str, base: object, mine: object, theirs: object, clashes: list[Clash]) -> object:
    if mine is theirs or mine == theirs or theirs == base:
        return mine
    if mine == base:
        return theirs
    found: list[Clash] = []
    result: object = ABSENT
    if isinstance(mine, Value) and type(mine) is type(theirs) is type(base):
        result = _merged_value(path, base, mine, theirs, found)
    elif isinstance(mine, tuple) and isinstance(theirs, tuple):
        # What was not answered yet is a table without rows.
        result = _merged_rows(path, base if isinstance(base, tuple) else (), mine, theirs, found)
    if result is ABSENT:
        clashes.append(Clash(path, _shown(mine), _shown(theirs)))
        return theirs
    clashes.extend(found)
    return result


def _merged_value(path: str, base: object, mine: Value, theirs: object, clashes: list[Clash]) -> object:
    fields = {
        name: _merged(
            below(path, name), getattr(base, name), getattr(mine, name), getattr(theirs, name), clashes
        )
        for name in type(mine).model_fields
    }
    try:
        return type(mine).model_validate(fields)
    except ValidationError:
        # Each side is right, but not both together: a text without its last language, two rows with one id.
        return ABSENT


def _merged_rows(
    path: str,
    base: tuple[object, ...],
    mine: tuple[object, ...],
    theirs: tuple[object, ...],
    clashes: list[Clash],
) -> object:
    """Rows by what tells them apart; ABSENT where the tables can only be taken whole."""
    keyed = [_by_key(rows) for rows in (base, mine, theirs)]
    if any(rows is None for rows in keyed):
        return ABSENT
    old, my, their = (rows or {} for rows in keyed)
    order = _order(list(old), list(my), list(their))
    if order is None:
        return ABSENT
    merged = []
    for key in order:
        was, here, there = (rows.get(key, ABSENT) for rows in (old, my, their))
        row = _merged(f"{path}[{key}]", was, here, there, clashes)
        if row is not ABSENT:
            merged.append(row)
    return tuple(merged)


def _by_key(rows: tuple[object, ...]) -> dict[str, object] | None:
    found: dict[str, object] = {}
    for row in rows:
        key = row_key(row)
        if key is None or key in found:
            return None
        found[key] = row
    return found


def _order(base: list[str], mine: list[str], theirs: list[str]) -> list[str] | None:
    """All keys of both sides in the order of whoever moved rows; None if both did, and differently."""
    kept = set(base) & set(mine) & set(theirs)
    old, my, their = ([key for key in keys if key in kept] for keys in (base, mine, theirs))
    if my not in (old, their) and their != old:
        return None
    leading, other = (mine, theirs) if their == old else (theirs, mine)
    order, known = list(leading), set(leading)
    for at, key in enumerate(other):
        if key not in known:
            # Behind the row that it stands behind on its own side.
            order.insert(order.index(other[at - 1]) + 1 if at else 0, key)
            known.add(key)
    return order


def _shown(value: object) -> object:
    return None if value is ABSENT else value
