"""What others did to the project while it was open here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rfp_builder.model.answers import Item
from rfp_builder.model.base import Value
from rfp_builder.model.project import Project
from rfp_builder.model.rfp import Rfp


@dataclass(frozen=True, slots=True)
class Outside:
    """project.json is not what was read or saved here.

    `revision`: what it says it is, None if it cannot be read. `who` saved it, None if it was no save of ours.
    """

    revision: int | None
    who: str | None


def changed_places(before: Project, after: Project) -> tuple[str, ...]:
    """Where two projects differ: items of the definition, fields of the RFP, the other parts as a whole."""
    return tuple(_changed("", before, after))


def settled(before: Project, after: Project) -> bool:
    """Whether something was agreed or issued between the two: no edit before it can be undone."""
    return before.criteria.lock != after.criteria.lock or before.issues != after.issues


def only_authored(before: Project, after: Project) -> bool:
    """Whether nothing that came in from vendors or evaluators differs: what they sent is never undone."""
    return all(
        getattr(before, part) == getattr(after, part) for part in ("vendors", "proposals", "score_books")
    )


def _changed(path: str, before: Value, after: Value) -> Iterator[str]:
    for name in type(before).model_fields:
        one, other = getattr(before, name), getattr(after, name)
        if name == "revision" or one is other or one == other:
            continue
        place = f"{path}.{name}" if path else name
        if name == "definition":
            yield from _changed("", one, other)
        elif not path and (isinstance(one, Rfp) or _holds_items(one)):
            yield from _changed(name, one, other)
        else:
            yield place


def _holds_items(value: object) -> bool:
    """Whether it is a section of the definition."""
    return (
        isinstance(value, Value)
        and not isinstance(value, Item)
        and all(isinstance(getattr(value, name), Item) for name in type(value).model_fields)
    )
