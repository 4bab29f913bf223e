"""What stands beside an answer that the staffing plan filled in: when, and from what."""

from __future__ import annotations

from rfp_builder.check.place_names import place_name
from rfp_builder.check.said import day
from rfp_builder.i18n import Phrase, listed
from rfp_builder.model.derived import Derived, digest_of, found_at
from rfp_builder.model.project import Project

_FILLED = Phrase(
    "要員計画から{day}に記入しました。もとにしたもの: {inputs}",
    "Filled in from the staffing plan on {day}. It rests on: {inputs}",
)
_CHANGED = Phrase(
    "要員計画から{day}に記入し、その後、手で変更されています。",
    "Filled in from the staffing plan on {day}, and changed by hand since.",
)


def mark_at(project: Project, path: str) -> Phrase | None:
    """What to say of the answer at `path`, or of the table it is a cell of; None where people wrote it."""
    one = _derived_at(project, path)
    if one is None:
        return None
    if digest_of(found_at(project, one.path)) != one.digest:
        return _CHANGED.fill(day=day(one.on))
    inputs = dict.fromkeys(place_name(rests_on.path) for rests_on in one.inputs)
    return _FILLED.fill(day=day(one.on), inputs=listed(inputs))


def _derived_at(project: Project, path: str) -> Derived | None:
    """The nearest: a cell's own mark comes before that of its table."""
    found = [
        one
        for one in project.staffing.derived
        if path == one.path or path.startswith((f"{one.path}.", f"{one.path}["))
    ]
    return max(found, key=lambda one: len(one.path), default=None)
