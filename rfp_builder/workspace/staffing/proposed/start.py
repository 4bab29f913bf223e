"""2.4: milestones of hiring, where hiring can be done in time; the start of service stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rfp_builder.i18n import Phrase
from rfp_builder.model.definition.work import StartMilestone
from rfp_builder.workspace.staffing.proposal import Proposal, proposal
from rfp_builder.workspace.staffing.proposed.ground import Ground, localized, on_day

_RECRUITING = Phrase("オペレーターの募集の開始", "Recruiting of agents begins")
_CLASS = Phrase("最初の導入研修の開始", "First induction class begins")
_READY = Phrase("オペレーターの配置の完了", "Agents ready for the start")
_VENDOR = Phrase("受託者", "vendor")


def start_proposals(ground: Ground) -> Iterator[Proposal]:
    """2.4: milestones of hiring, where hiring can be done in time; the start of service stays as it is."""
    hiring = ground.plan.hiring
    before = [] if hiring is None or not hiring.can_be_met else _before_start(ground)
    if not before:
        return
    first = min(before, key=lambda one: one[0])
    last = max(on_floor for _, _, on_floor in before)
    for name, what, due in (
        ("hiring-begins", _RECRUITING, first[0]),
        ("class-begins", _CLASS, first[1]),
        ("agents-ready", _READY, last),
    ):
        row = StartMilestone(id=name, milestone=localized(what), due=due, owner=localized(_VENDOR))
        tail = f"milestones[{name}]"
        yield proposal(ground.project, "2.4", tail, row, ground.plan.rests_on, what, on_day(due))


def _before_start(ground: Ground) -> list[tuple[date, date, date]]:
    """Recruiting, class and end of class of those who are there when service starts."""
    hiring, need = ground.plan.hiring, ground.plan.need
    if hiring is None or need is None:
        return []
    return [
        (one.recruiting_from, one.class_from, one.on_floor)
        for one in hiring.classes
        if one.on_floor <= need.start
    ]
