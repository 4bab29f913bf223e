"""What proposals are made from, and what they rest on."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from rfp_builder.i18n import Lang, Phrase, Speakable
from rfp_builder.model.choices import Channel
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.staffing import Queue
from rfp_builder.text.show import show_date

if TYPE_CHECKING:
    from rfp_builder.workload.history.values import History, MonthlyTotals
    from rfp_builder.workload.plan.queues import QueueMap
    from rfp_builder.workload.plan.values import PlannedQueue, StaffingPlan

    OfHistory = tuple[int, PlannedQueue, Queue]

QUEUES = "staffing.queues"


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What proposals are made from."""

    project: Project
    plan: StaffingPlan
    volumes: History | MonthlyTotals | None
    """None for a forecast made elsewhere: it holds no facts of the past."""
    queues: QueueMap
    parts: tuple[tuple[Fraction, ...], ...]

    def of_history(self) -> Iterator[OfHistory]:
        """Planned queues whose contacts come from the history, with their places in the map."""
        places = {one.id: place for place, one in enumerate(self.queues.queues)}
        for planned in self.plan.queues:
            place = places[planned.id]
            if any(row[place] for row in self.parts):
                yield place, planned, self.queues.queues[place]

    def by_row(self) -> dict[tuple[str | None, Channel], list[OfHistory]]:
        """The same by program and channel, as rows of the definition have them; queues may share a row."""
        found: dict[tuple[str | None, Channel], list[OfHistory]] = {}
        for one in self.of_history():
            found.setdefault((one[2].program, one[2].channel), []).append(one)
        return found


def free_id(stem: str, taken: Collection[str]) -> str:
    """`stem`, with a number behind it where a row with that id is there."""
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(one for one in (stem, *numbered) if one not in taken)


def phrase(said: Speakable) -> Phrase:
    """A name in both languages."""
    return Phrase(said.to(Lang.JA), said.to(Lang.EN))


def localized(said: Phrase) -> Localized:
    """A text of the definition."""
    return Localized(ja=said.ja, en=said.en)


def on_day(day: date) -> Phrase:
    """A day as both languages write it."""
    return Phrase(show_date(day, Lang.JA), show_date(day, Lang.EN))
