"""Series of a history or forecast as the annex tells them apart: by program and channel, as far as known."""

from __future__ import annotations

from collections.abc import Sequence

from rfp_builder.i18n import Lang
from rfp_builder.model.choices import Channel
from rfp_builder.model.project import Project
from rfp_builder.model.staffing import Queue
from rfp_builder.text.fold import fold
from rfp_builder.workload.history.values import Axis, Dimension, Key
from rfp_builder.workload.plan.queues import program_of, queues_of

Place = tuple[str | None, Channel | None]
"""A program by its id, and a channel; None where the history does not tell."""


def places_of(project: Project, axes: Sequence[Axis], keys: Sequence[Key]) -> dict[Place, list[int]]:
    """Where each series belongs, in the order of the queues; every series stands in exactly one place.

    What is only assumed of a series, to plan with, is not said of it here: a series that several queues
    share, or that is called by the name of no program, has no program.
    """
    found = queues_of(project, axes, keys)
    places: dict[Place, list[int]] = {}
    for at, (key, owners) in enumerate(zip(keys, found.owners, strict=True)):
        queues = [found.queues[owner] for owner in owners]
        places.setdefault(_place(project, queues, axes, key), []).append(at)
    order: dict[Place, int] = {(queue.program, queue.channel): at for at, queue in enumerate(found.queues)}
    return dict(sorted(places.items(), key=lambda one: order.get(one[0], len(order))))


def _place(project: Project, queues: Sequence[Queue], axes: Sequence[Axis], key: Key) -> Place:
    channels = {queue.channel for queue in queues}
    channel = channels.pop() if len(channels) == 1 else None
    programs = {queue.program for queue in queues}
    if len(programs) > 1 or not _is_called(project, queues[0], axes, key):
        return None, channel
    return programs.pop(), channel


def _is_called(project: Project, queue: Queue, axes: Sequence[Axis], key: Key) -> bool:
    """Whether the series names the queue's program, or the queue names the series, or nobody names any."""
    if queue.names:
        return True
    pairs = zip(axes, key, strict=False)
    named = next((name for axis, name in pairs if axis.dimension is Dimension.PROGRAM), None)
    if named is None:
        return True
    program = program_of(project, queue.program)
    if program is None or program.name is None:
        return False
    return fold(named) in {fold(program.name.to(lang)) for lang in Lang}
