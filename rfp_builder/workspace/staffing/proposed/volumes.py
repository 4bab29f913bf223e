"""2.2: contacts a month and handling time as measured, and the share of the busiest hour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.definition.work import ChannelVolume
from rfp_builder.model.derived import HISTORY
from rfp_builder.workspace.staffing.proposal import Proposal, proposal
from rfp_builder.workspace.staffing.proposed.ground import QUEUES, Ground, free_id, phrase

if TYPE_CHECKING:
    from rfp_builder.workspace.staffing.proposed.ground import OfHistory

_LONGEST = 45
"""What the id of a row takes of that of its queue: a number may stand behind it."""


def volume_proposals(ground: Ground) -> Iterator[Proposal]:
    """One row for each program and channel of the history."""
    from rfp_builder.workload.plan.facts import average_month, busiest_hour
    from rfp_builder.workload.plan.queues import row_of

    project = ground.project
    rows = known(project.definition.work.volumes.volumes) or ()
    taken = {row.id for row in rows}
    for (program, channel), queues in ground.by_row().items():
        places, planned, own = zip(*queues, strict=True)
        row = row_of(project, own[0])
        name = phrase(planned[0].name)
        contacts = None if ground.volumes is None else average_month(ground.volumes, ground.parts, places)
        aht = _aht(ground, queues)
        share = busiest_hour(planned)
        if row is None:
            if project.definition.work.programs.programs is None or program is not None:
                made = ChannelVolume(
                    id=free_id(own[0].id[:_LONGEST], taken),
                    program=program,
                    channel=channel,
                    monthly_contacts=contacts,
                    aht=aht,
                    peak_share=share,
                )
                taken.add(made.id)
                shown = Phrase(*(f"{contacts or 0:,}{unit}" for unit in ("件／月", " a month")))
                yield proposal(project, "2.2", f"volumes[{made.id}]", made, (HISTORY, QUEUES), name, shown)
            continue
        for column, value in (("monthly_contacts", contacts), ("aht", aht), ("peak_share", share)):
            if value is not None:
                tail = f"volumes[{row.id}].{column}"
                yield proposal(project, "2.2", tail, value, (HISTORY, QUEUES), name)


def _aht(ground: Ground, queues: Sequence[OfHistory]) -> int | None:
    """Seconds as set or measured, of several queues by their contacts; None unless all have them."""
    from rfp_builder.workload.plan.handling import measured

    times = []
    for place, planned, queue in queues:
        found = None if ground.volumes is None else measured(ground.volumes, ground.parts, place)
        seconds = queue.aht or (None if found is None else found.mean_s)
        if seconds is None:
            return None
        times.append((seconds, float(planned.expected.sum())))
    contacts = sum(weight for _, weight in times)
    if len(times) == 1 or not contacts:
        return round(times[0][0])
    return round(sum(seconds * weight for seconds, weight in times) / contacts)
