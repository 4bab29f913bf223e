"""Places in a project, written as findings write them, and new projects with another value in one place.

`work.volumes.volumes[v1].aht`, `requirements[r-1].statement`, `rfp.schedule[issue].day`: fields by name, rows
by what tells them apart. A path into the definition starts with the name of its section. The empty path is
the project itself.
"""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from rfp_builder.model.base import Value
from rfp_builder.model.criteria import Anchor, Grade
from rfp_builder.model.definition import Definition
from rfp_builder.model.project import Project
from rfp_builder.model.rfp import Contact, ScheduleRow

_BEGUN = MappingProxyType({"contact": Contact})
"""Values that are not there until something is filled in below them."""

_PART = re.compile(r"([a-z_]+)(?:\[([^\[\]]+)\])?")


class _Absent:
    """A row that is not there: what deleting puts in its place."""

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = _Absent()


class Place(NamedTuple):
    """One step of a path: a field, and the row of it if it is a table."""

    name: str
    row: str | None


def value_at(project: Project, path: str) -> object:
    """What stands in a place; None where nothing has been answered.

    Raises:
        KeyError: there is no such place, or no longer.
    """
    found: object = project
    for name, row in places(path):
        found = _field(found, name)
        if found is None and name in _BEGUN:
            return None
        if row is not None:
            found = _rows(found)[_position(found, row)]
    return found


def with_value(project: Project, path: str, value: object) -> Project:
    """The project with `value` in one place. Everything off the way there is shared, not copied.

    Raises:
        KeyError: there is no such place. A value that is missing on the way there is not invented, but for
            the contact, which begins with its desk and ends without it.
        pydantic.ValidationError: the model refuses the value there.
    """
    way = places(path)
    if not way:
        return Project.model_validate(value)
    found = _put(project, way, value)
    assert isinstance(found, Project)
    return found


def row_key(row: object) -> str | None:
    """What tells a row from its neighbours: its id, the step of a date, the score of a grade; or nothing."""
    if isinstance(row, ScheduleRow):
        return row.step.value
    if isinstance(row, Grade | Anchor):
        return str(row.score)
    found = getattr(row, "id", None) if isinstance(row, Value) else None
    return found if isinstance(found, str) else None


@lru_cache(maxsize=4096)
def places(path: str) -> tuple[Place, ...]:
    """The steps of a path from the project on.

    Raises:
        KeyError: it is not written like a path.
    """
    if not path:
        return ()
    way = []
    for part in path.split("."):
        match = _PART.fullmatch(part)
        if match is None:
            raise KeyError(path)
        way.append(Place(match[1], match[2]))
    if way[0].name in Definition.model_fields:
        way.insert(0, Place("definition", None))
    return tuple(way)


def below(path: str, name: str, row: str | None = None) -> str:
    """The path of a field of what stands at `path`; the definition itself is not named."""
    step = name if row is None else f"{name}[{row}]"
    return f"{path}.{step}" if path and path != "definition" else step


def _put(value: object, way: tuple[Place, ...], new: object) -> Value:
    (name, row), rest = way[0], way[1:]
    held = _field(value, name)
    assert isinstance(value, Value)
    if row is not None:
        rows, at = _rows(held), _position(held, row)
        if new is ABSENT and not rest:
            changed: object = rows[:at] + rows[at + 1 :]
        else:
            changed = (*rows[:at], _put(rows[at], rest, new) if rest else new, *rows[at + 1 :])
    elif rest and held is None and name in _BEGUN:
        changed = _BEGUN[name].model_validate({rest[0].name: new})
    elif rest and new is None and name in _BEGUN and _only(held, rest[0].name):
        changed = None
    else:
        changed = _put(held, rest, new) if rest else new
    return value.replace(**{name: changed})


def _only(value: object, name: str) -> bool:
    """Whether nothing but the field `name` is filled in."""
    fields = type(value).model_fields if isinstance(value, Value) else {}
    return all(getattr(value, one) is None for one in fields if one != name)


def _field(value: object, name: str) -> object:
    if not isinstance(value, Value) or name not in type(value).model_fields:
        raise KeyError(name)
    return getattr(value, name)


def _rows(value: object) -> tuple[object, ...]:
    if not isinstance(value, tuple):
        raise KeyError("no table")
    return value


def _position(value: object, row: str) -> int:
    rows = _rows(value)
    # Nearly all tables have ids, and asking for a key is dear where there are thousands of rows.
    for at, one in enumerate(rows):
        if getattr(one, "id", None) == row:
            return at
    for at, one in enumerate(rows):
        if row_key(one) == row:
            return at
    raise KeyError(row)
