"""Whose each series of the history is: looked at, and said otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rfp_builder.errors import Refused
from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.model.base import LONGEST_LINE
from rfp_builder.model.project import Project
from rfp_builder.model.staffing import Queue, Staffing
from rfp_builder.text.fold import fold

if TYPE_CHECKING:
    from rfp_builder.workload.forecast.values import Forecast
    from rfp_builder.workload.history.values import History, Key, MonthlyTotals
    from rfp_builder.workload.plan.queues import QueueMap

NOT_ASSIGNED = Phrase("履歴の区分を割り当てられません。", "The series cannot be assigned.")
_TOO_LONG = Phrase(
    "{n}文字を超える名前の区分があります。", "There is a series with a name of more than {n} characters."
)
_SHORTEN = Phrase(
    "元のファイルで区分の名前を短くして、もう一度取り込んでください。",
    "Shorten the names in the original file, then take it in again.",
)
BETWEEN = " / "
"""What stands between the names of a series."""


@dataclass(frozen=True, slots=True)
class Series:
    """One series: its names, a contact count, and the ids of the queues that have it."""

    name: str
    """Empty where the history is not split."""
    contacts: int
    queues: tuple[str, ...]
    """Several where the history does not tell them apart."""
    by_hand: bool
    """Somebody said so; else it was matched by its names."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """All series, and the queues that there are."""

    series: tuple[Series, ...]
    queues: tuple[tuple[str, Speakable], ...]
    """Ids with their names."""
    remarks: tuple[Phrase, ...]


def assignment(project: Project, volumes: History | MonthlyTotals | Forecast) -> Assignment:
    """Which series belong to which queue, the largest first."""
    from rfp_builder.workload.plan.queues import queue_name

    found, keys = _map(project, volumes)
    ids = [one.id for one in found.queues]
    said = {fold(name) for queue in project.staffing.queues for name in queue.names}
    rows = [
        Series(
            BETWEEN.join(key),
            contacts,
            tuple(ids[place] for place in owners),
            bool(said & {fold(BETWEEN.join(key)), *map(fold, key)}),
        )
        for key, contacts, owners in zip(keys, _contacts(volumes), found.owners, strict=True)
    ]
    named = tuple((one.id, queue_name(project, one)) for one in found.queues)
    return Assignment(tuple(sorted(rows, key=lambda one: -one.contacts)), named, found.remarks)


def assigned(
    project: Project, volumes: History | MonthlyTotals | Forecast, series: Iterable[str], queue: str
) -> Staffing:
    """The settings with some series, by their names, in another queue; where the others are now, they stay.

    A history that is not split has no name to say it by: it stays with all that it is matched with.

    Raises:
        KeyError: there is no such queue.
        Refused: a name of a series is too long for a setting.
    """
    found, keys = _map(project, volumes)
    moved = {fold(one) for one in series}
    place = next((at for at, one in enumerate(found.queues) if one.id == queue), None)
    if place is None:
        raise KeyError(queue)
    # A queue that names some of its series no longer finds the others by itself.
    of: list[list[str]] = [[] for _ in found.queues]
    for key, owners in zip(keys, found.owners, strict=True):
        name = BETWEEN.join(key)
        if not any(key):
            continue
        if len(name) > LONGEST_LINE:
            raise Refused(NOT_ASSIGNED, _TOO_LONG.fill(n=LONGEST_LINE), _SHORTEN)
        if fold(name) in moved:
            of[place].append(name)
        else:
            for owner in owners:
                of[owner].append(name)
    queues = tuple(one.replace(names=tuple(names)) for one, names in zip(found.queues, of, strict=True))
    return project.staffing.replace(queues=queues)


def unassigned(staffing: Staffing) -> Staffing:
    """The settings with every series matched by its names again; what else is set for a queue stays."""
    bare = tuple(one.replace(names=()) for one in staffing.queues)
    return staffing.replace(queues=bare if any(map(_is_set, bare)) else ())


def _is_set(queue: Queue) -> bool:
    own = ("id", "program", "channel", "names", "level")
    return any(getattr(queue, name) is not None for name in type(queue).model_fields if name not in own)


def _map(project: Project, volumes: History | MonthlyTotals | Forecast) -> tuple[QueueMap, tuple[Key, ...]]:
    from rfp_builder.workload.history.values import MonthlyTotals
    from rfp_builder.workload.plan.queues import queues_of

    if isinstance(volumes, MonthlyTotals):
        return queues_of(project), ((),)
    return queues_of(project, volumes.axes, volumes.keys), tuple(volumes.keys)


def _contacts(volumes: History | MonthlyTotals | Forecast) -> list[int]:
    from rfp_builder.workload.history.values import MonthlyTotals

    if isinstance(volumes, MonthlyTotals):
        return [volumes.total]
    return [int(one) for one in volumes.calls.sum(axis=(1, 2))]
