"""Agents that each queue needs, interval by interval: met at once, or worked off before a deadline."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

import numpy as np

from rfp_builder.errors import Refused
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.choices import Channel
from rfp_builder.text.show import show_date
from rfp_builder.workload.agents import Goal, Shrinkage, Step, around
from rfp_builder.workload.backlog import Deadline
from rfp_builder.workload.chat import ChatWork, chat_agents, chat_outcome
from rfp_builder.workload.erlang.inputs import Flags, Floats, Integers
from rfp_builder.workload.forecast.chance import quantile
from rfp_builder.workload.forecast.values import Forecast, Level
from rfp_builder.workload.plan.frame import Frame
from rfp_builder.workload.plan.goals import DAY_MINUTES, Meeting
from rfp_builder.workload.plan.ledger import percent
from rfp_builder.workload.plan.values import PlannedQueue
from rfp_builder.workload.plan.volumes import QueueVolume
from rfp_builder.workload.plan.worked_off import worked_off

_REACH = 3
_MATTERS = 0.005
_UNSERVED = Phrase(
    "{queue}の件数のうち{share}は受付時間の外に入るため、応対する計画に含めていません。",
    "{share} of the contacts of {queue} come outside its opening hours; nobody is planned for them.",
)
_MOST_BUSY = 100_000
"""People at work on one queue at a time: several times what the largest centres of the world have."""
_TOO_LARGE = (
    Phrase("要員計画を作れません。", "No staffing plan can be made."),
    Phrase(
        "「{queue}」の件数は{day}に最も多く、同時に約{people}人での対応が必要になります。"
        "計画できるのは、1つの窓口につき{most}人までです。",
        "{queue} has most contacts on {day}: about {people} people would have to work on them at a time. "
        "A plan holds {most} people a queue.",
    ),
    Phrase(
        "履歴と2.2・2.3の件数の単位（件・千件）、増減率、特別日の倍率、平均処理時間を確かめてください。",
        "Check the unit of the contacts in the history, 2.2 and 2.3 (single or thousands), growth, the "
        "factors of special days and the handling time.",
    ),
)


def planned_queue(
    volume: QueueVolume,
    made: Forecast,
    is_open: Flags,
    aht_s: float,
    met: Meeting,
    frame: Frame,
    window: slice,
    remarks: list[Phrase],
) -> PlannedQueue:
    """One queue with the agents of each interval; `window` are the days of service in the forecast.

    Raises:
        Refused: more people would have to work on it than any centre has.
    """
    queue = volume.queue
    chat = _chat(volume, aht_s)
    interval_s = made.interval_minutes * 60.0
    deadline = None
    if met.goal is not None:
        planned = quantile(volume.expected, made.spread.by_level[Level.INTERVAL], frame.certainty)
        _bounded(volume, made, planned * aht_s / interval_s)
        needed, at_mean = (
            _met_at_once(contacts, interval_s, aht_s, chat, met.goal, is_open)
            for contacts in (planned, volume.expected)
        )
        _remark_on_unserved(volume, is_open, remarks)
    else:
        planned = _by_day(volume.expected, made.spread.by_level[Level.DAY], frame.certainty)
        _bounded(volume, made, planned.mean(axis=1, keepdims=True) * aht_s / interval_s)
        deadline = deadline_of(met.deadline_minutes or DAY_MINUTES, made.interval_minutes, is_open)
        least = np.where(is_open, queue.minimum or 0, 0)
        needed, at_mean = (
            np.maximum(worked_off(contacts, aht_s, interval_s, deadline, is_open, frame.occupancy_cap), least)
            for contacts in (planned, volume.expected)
        )
    busiest = _busiest(needed, window)
    for array in (planned, needed, at_mean):
        array.setflags(write=False)
    return PlannedQueue(
        id=queue.id,
        name=volume.name,
        program=queue.program,
        channel=queue.channel,
        aht_s=aht_s,
        goal=met.goal,
        deadline=deadline,
        chat=chat,
        expected=volume.expected,
        planned=planned,
        agents=needed,
        agents_at_mean=at_mean,
        busiest=busiest,
        around=_around(met.goal, needed, planned, busiest, interval_s, aht_s, chat, frame.shrinkage),
    )


def _bounded(volume: QueueVolume, made: Forecast, busy: Floats) -> None:
    """`busy` are the people at work, days × times of the day."""
    most = float(busy.max())
    if most > _MOST_BUSY:
        day = made.first + timedelta(days=int(np.argmax(busy.max(axis=1))))
        what, why, remedy = _TOO_LARGE
        said = why.fill(
            queue=volume.name,
            day=Phrase(show_date(day, Lang.JA), show_date(day, Lang.EN)),
            people=f"{round(most, 1 - len(str(int(most)))):,.0f}",
            most=f"{_MOST_BUSY:,}",
        )
        raise Refused(what, said, remedy)


def deadline_of(minutes: int, interval_minutes: int, is_open: Flags) -> Deadline:
    """So many minutes of opening hours; whole days are business days of the usual length.

    Work that comes in while the queue is closed has its deadline counted from the next opening.
    """
    if minutes < DAY_MINUTES:
        return Deadline(minutes * 60.0)
    by_day = is_open.sum(axis=1)
    usual = float(np.median(by_day[by_day > 0])) if (by_day > 0).any() else 1.0
    return Deadline(minutes / DAY_MINUTES * usual * interval_minutes * 60.0)


def _chat(volume: QueueVolume, aht_s: float) -> ChatWork | None:
    queue = volume.queue
    if queue.channel is not Channel.CHAT or queue.at_a_time is None:
        return None
    return ChatWork(aht_s, Fraction(queue.at_a_time))


def _met_at_once(
    contacts: Floats, interval_s: float, aht_s: float, chat: ChatWork | None, goal: Goal, is_open: Flags
) -> Integers:
    served = np.where(is_open, contacts, 0.0)
    if chat is not None:
        found = chat_agents(served, interval_s, chat, goal)
    else:
        found = goal.agents(served * aht_s / interval_s, aht_s)
    return np.where(is_open, found, 0)


def _by_day(expected: Floats, spread: float, certainty: float) -> Floats:
    """Each day at its quantile, with the intervals in proportion: what waits is worked off over the day."""
    mean = expected.sum(axis=1)
    factor = np.divide(quantile(mean, spread, certainty), mean, out=np.ones_like(mean), where=mean > 0)
    return np.asarray(expected * factor[:, None])


def _busiest(needed: Integers, window: slice) -> tuple[int, int]:
    served = needed[window]
    day, interval = np.unravel_index(int(np.argmax(served)), served.shape)
    return int(day) + window.start, int(interval)


def _around(
    goal: Goal | None,
    needed: Integers,
    planned: Floats,
    busiest: tuple[int, int],
    interval_s: float,
    aht_s: float,
    chat: ChatWork | None,
    shrinkage: Shrinkage,
) -> tuple[Step, ...]:
    if goal is None:
        return ()
    agents, contacts = int(needed[busiest]), float(planned[busiest])
    if chat is None:
        return around(goal, agents, contacts * aht_s / interval_s, aht_s, shrinkage, _REACH)
    steps = []
    for count in range(max(0, agents - _REACH), agents + _REACH + 1):
        outcome = chat_outcome(count, contacts, interval_s, chat, goal)
        meets = count >= goal.minimum and goal.is_met(outcome)
        steps.append(Step(count, shrinkage.staff(count), outcome, meets))
    return tuple(steps)


def _remark_on_unserved(volume: QueueVolume, is_open: Flags, remarks: list[Phrase]) -> None:
    whole = float(volume.expected.sum())
    outside = float(volume.expected[~is_open].sum()) / whole if whole else 0.0
    if outside > _MATTERS:
        share = percent(Fraction(round(outside * 1000), 1000))
        remarks.append(_UNSERVED.fill(queue=volume.name, share=share))
