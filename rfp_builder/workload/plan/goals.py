"""How each queue is to be met: service levels of 4.9 where they say a time, else what is usual."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from rfp_builder.i18n import Lang, Phrase, Speakable
from rfp_builder.model.answers import known
from rfp_builder.model.choices import Channel
from rfp_builder.model.definition.operations import Kpi
from rfp_builder.model.derived import KPIS, level_path
from rfp_builder.model.project import Project
from rfp_builder.model.service_levels import LIVE, timed_level
from rfp_builder.model.staffing import Queue
from rfp_builder.text.show import show_seconds
from rfp_builder.workload.agents import Goal
from rfp_builder.workload.erlang import ServiceLevel
from rfp_builder.workload.plan.ledger import Ledger, Offer, people, percent, seconds
from rfp_builder.workload.plan.queues import takes_contacts
from rfp_builder.workload.plan.values import Origin

DAY_MINUTES = 1440
HIGHEST_TARGET = Fraction(999, 1000)
"""No number of agents guarantees every contact in time."""
USUAL_MINIMUM = 1
"""While a queue is open somebody is there, though the history may have no contact at that hour."""
USUAL_GOALS = {
    Channel.PHONE: (Fraction(80, 100), 20),
    Channel.CHAT: (Fraction(80, 100), 60),
    Channel.VIDEO: (Fraction(80, 100), 60),
}
USUAL_DEADLINES_MIN = {
    Channel.EMAIL: DAY_MINUTES,
    Channel.WEB_FORM: DAY_MINUTES,
    Channel.SNS: 120,
    Channel.SMS: 120,
    Channel.FAX: DAY_MINUTES,
    Channel.LETTER: 3 * DAY_MINUTES,
}
_GOAL = Phrase("{queue}のサービスレベル目標", "Service level of {queue}")
_MINIMUM = Phrase("{queue}の受付時間中の最少人数", "Fewest agents of {queue} while open")
_DEADLINE = Phrase("{queue}の処理期限", "Time to finish {queue}")
_PATIENCE = Phrase("{queue}の顧客が待つ時間の平均", "Average patience of callers of {queue}")
_GOAL_SHOWN = Phrase("{within}以内に{target}（{level}）", "{target} within {within} ({level})")
_HOURS_SHOWN = Phrase("業務時間で{span}以内", "within {span} of opening hours")
_DAY_SHOWN = Phrase("1営業日以内", "within a business day")
_DAYS_SHOWN = Phrase("{n}営業日以内", "within {n} business days")
_NO_TIME = Phrase(
    "{queue}には「何秒以内に何%」の指標が4.9にないため、{target}／{within}秒と仮定しました。",
    "4.9 has no share within a number of seconds for {queue}; {target} in {within} seconds is assumed.",
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A goal for contacts that are met at once, or minutes for work that may wait."""

    goal: Goal | None
    deadline_minutes: int | None
    """A day is a business day: what comes in is finished a day of opening hours later."""


def meeting(
    project: Project, queue: Queue, name: Speakable, cap: float, ledger: Ledger, remarks: list[Phrase]
) -> Meeting:
    """How one queue is met. Calls to customers and back office have a deadline of one business day."""
    waits = queue.channel not in LIVE or not takes_contacts(project, queue)
    if queue.deadline_minutes is not None or (waits and queue.target is None):
        return Meeting(None, _deadline(project, queue, name, ledger))
    return Meeting(_goal(project, queue, name, cap, ledger, remarks), None)


def _goal(
    project: Project, queue: Queue, name: Speakable, cap: float, ledger: Ledger, remarks: list[Phrase]
) -> Goal:
    usual = USUAL_GOALS.get(queue.channel, USUAL_GOALS[Channel.PHONE])
    path: str | None = f"staffing.queues[{queue.id}]"
    rests_on = path
    if queue.target is not None and queue.within is not None:
        target, within, origin = Fraction(queue.target) / 100, queue.within, Origin.SETTING
    else:
        found, rests_on = _level(project, queue), level_path(queue.program, queue.channel)
        if found is not None:
            kpi, within = found
            target, origin = Fraction(known(kpi.target) or 0) / 100, Origin.DEFINITION
            path = f"{KPIS}[{kpi.id}]"
        else:
            (target, within), origin, path = usual, Origin.ASSUMED, None
            remarks.append(_NO_TIME.fill(queue=name, target=percent(target), within=within))
    target = min(target, HIGHEST_TARGET) if target > 0 else usual[0]
    level = ServiceLevel(queue.level.value)
    said = _GOAL_SHOWN.fill(
        within=seconds(within),
        target=percent(target),
        level=level,
    )
    setting = f"queues.{queue.id}.target"
    ledger.note(_GOAL.fill(queue=name), said, origin, path, rests_on=rests_on, setting=setting)
    patience = float(queue.patience) if queue.patience else None
    if patience is not None:
        path = f"staffing.queues[{queue.id}]"
        setting = f"queues.{queue.id}.patience"
        ledger.note(_PATIENCE.fill(queue=name), seconds(patience), Origin.SETTING, path, setting=setting)
    minimum = ledger.first(
        _MINIMUM.fill(queue=name),
        people,
        USUAL_MINIMUM,
        Offer(queue.minimum, f"staffing.queues[{queue.id}]", Origin.SETTING),
        setting=f"queues.{queue.id}.minimum",
    )
    return Goal(float(target), float(within), patience, level, cap, minimum)


def _deadline(project: Project, queue: Queue, name: Speakable, ledger: Ledger) -> int:
    usual = USUAL_DEADLINES_MIN.get(queue.channel, DAY_MINUTES)
    path: str | None = f"staffing.queues[{queue.id}]"
    rests_on = path
    if queue.deadline_minutes:
        minutes, origin = queue.deadline_minutes, Origin.SETTING
    elif queue.channel not in LIVE:
        found, rests_on = _level(project, queue), level_path(queue.program, queue.channel)
        if found is not None:
            minutes, origin, path = max(1, found[1] // 60), Origin.DEFINITION, f"{KPIS}[{found[0].id}]"
        else:
            minutes, origin, path = usual, Origin.ASSUMED, None
    else:
        minutes, origin, path, rests_on = usual, Origin.ASSUMED, None, None
    if minutes >= DAY_MINUTES:
        one = minutes == DAY_MINUTES
        said = _DAY_SHOWN if one else _DAYS_SHOWN.fill(n=f"{minutes / DAY_MINUTES:g}")
    else:
        span = minutes * 60
        said = _HOURS_SHOWN.fill(span=Phrase(show_seconds(span, Lang.JA), show_seconds(span, Lang.EN)))
    setting = f"queues.{queue.id}.deadline_minutes"
    ledger.note(_DEADLINE.fill(queue=name), said, origin, path, rests_on=rests_on, setting=setting)
    return minutes


def _level(project: Project, queue: Queue) -> tuple[Kpi, int] | None:
    """The KPI that names a share within a time, with its seconds: all that is taken of 4.9."""
    kpis = known(project.definition.operations.service_levels.kpis) or ()
    return timed_level(kpis, queue.program, queue.channel)
