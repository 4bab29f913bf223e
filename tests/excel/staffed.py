"""Staffing plans made by hand from the public functions: three queues, half hours, a few months."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cache

import numpy as np
from numpy.typing import NDArray

from rfp_builder.i18n import Phrase
from rfp_builder.model.choices import Channel
from rfp_builder.workload.agents import Basis, Component, Goal, Shrinkage, around, requirement
from rfp_builder.workload.backlog import Deadline, backlog
from rfp_builder.workload.chat import ChatWork, chat_agents
from rfp_builder.workload.erlang.inputs import Flags, Floats
from rfp_builder.workload.forecast.backtest import backtest
from rfp_builder.workload.forecast.making import forecast
from rfp_builder.workload.forecast.periods import interval_quantile
from rfp_builder.workload.forecast.values import Forecast
from rfp_builder.workload.hiring import Need, Terms, hiring_plan
from rfp_builder.workload.history.values import Axis, DayStatus, Dimension, History
from rfp_builder.workload.plan.values import (
    MonthNeed,
    Origin,
    PlannedQueue,
    PlannedWeek,
    StaffingPlan,
    Used,
)
from rfp_builder.workload.shifts import Break, Contract, DaysOff, NoShiftPlan, Shift, Week, cover_week
from rfp_builder.workload.should_cost import (
    Volume,
    Volumes,
    hours_of_month,
    hours_of_week,
    should_cost,
    starting_assumptions,
)

INTERVAL_S = 1800.0
_HOUR = 60
_SLOTS = 48
_FIRST = date(2026, 1, 5)
_DAYS = 180
SHRINKAGE = Shrinkage(
    (
        Component(Phrase("年次有給休暇", "annual leave"), Fraction(8, 100)),
        Component(Phrase("ミーティング・面談", "meetings and coaching"), Fraction(5, 100), Basis.PRESENT),
    )
)
CONTRACTS = (
    Contract(
        Phrase("フルタイム", "full-time"),
        Shift.at(range(9 * _HOUR, 11 * _HOUR + 1, _HOUR), 9 * _HOUR, (Break(4 * _HOUR, _HOUR),)),
    ),
    Contract(
        Phrase("パートタイム", "part-time"),
        Shift.at(range(9 * _HOUR, 15 * _HOUR + 1, _HOUR), 5 * _HOUR),
        days_a_week=4,
        days_off=DaysOff.ANY,
        is_part_time=True,
    ),
)
TERMS = Terms(6, 4, 12, 2, class_attrition=0.1, monthly_attrition=(0.05, 0.03))


@cache
def plan() -> StaffingPlan:
    """Everything is there."""
    return _planned(_forecast(), CONTRACTS)


@cache
def bare_plan() -> StaffingPlan:
    """No shifts cover the week, so there is neither hiring nor cost; and there is no back-test."""
    late = replace(CONTRACTS[0], shifts=Shift.at((14 * _HOUR,), 6 * _HOUR))
    whole = _planned(_forecast(), (late,))
    return replace(whole, backtest=None, remarks=(), used=())


@cache
def _history() -> History:
    hours = np.arange(_SLOTS) / 2
    shape = np.exp(-(((hours - 11) / 3) ** 2)) + 0.6 * np.exp(-(((hours - 17) / 3) ** 2))
    shape[(hours < 9) | (hours >= 20)] = 0
    weekday = np.array([1.2, 1.0, 0.95, 0.95, 1.05, 0.6, 0.5])[np.arange(_DAYS) % 7]
    size = np.array([40.0, 9.0, 6.0])
    mean = size[:, None, None] * weekday[None, :, None] * shape
    return History(
        first=_FIRST,
        interval_minutes=30,
        axes=(Axis(Dimension.CHANNEL, "channel"),),
        keys=(("電話",), ("チャット",), ("メール",)),
        calls=np.random.default_rng(5).poisson(mean).astype(np.int64),
        known=np.ones((_DAYS, _SLOTS), dtype=np.bool_),
        status=np.full(_DAYS, DayStatus.OPEN, dtype=np.int8),
    )


@cache
def _forecast() -> Forecast:
    return forecast(_history(), date(2026, 12, 31), tested=backtest(_history()))


def _planned(made: Forecast, contracts: tuple[Contract, ...]) -> StaffingPlan:
    hours = np.arange(_SLOTS) / 2
    is_open = np.tile((hours >= 9) & (hours < 20), (made.day_count, 1))
    planned = np.where(is_open, interval_quantile(made, 0.8), 0.0)
    expected = np.where(is_open, made.expected, 0.0)
    queues = (
        _phone(expected[0], planned[0], is_open),
        _chat(expected[1], planned[1], is_open),
        _mail(expected[2], planned[2], is_open),
    )
    week = _week(made, queues)
    shifts, refusal = None, None
    try:
        shifts = cover_week(Week(week.staff, contracts))
    except NoShiftPlan as problem:
        refusal = problem
    months = tuple(_months(made, queues))
    need = Need(date(2026, 10, 1), tuple(one.full_time for one in months[3:]), date(2026, 4, 1))
    cost = None
    if shifts is not None:
        calls = Fraction(sum(one.contacts for one in months), len(months))
        volume = Volume(
            calls,
            calls * 5,
            calls * 4,
            hours_of_month(hours_of_week(shifts)),
            Fraction(int(shifts.present.max())),
        )
        cost = should_cost(starting_assumptions(), Volumes.around(volume, Fraction(9, 10), Fraction(12, 10)))
    return StaffingPlan(
        forecast=made,
        backtest=backtest(_history()),
        certainty=0.8,
        is_open=is_open,
        queues=queues,
        week=week,
        shrinkage=SHRINKAGE,
        months=months,
        contracts=contracts,
        shifts=shifts,
        no_shifts=refusal,
        need=None if shifts is None else need,
        terms=None if shifts is None else TERMS,
        hiring=None if shifts is None else hiring_plan(need, TERMS),
        cost=cost,
        used=(
            Used(
                Phrase("予測の最終日", "last day of the forecast"),
                Phrase("2026年12月31日（木）", "Thu 31 December 2026"),
                Origin.SETTING,
                "staffing.until",
            ),
            Used(Phrase("確実さ", "certainty"), Phrase("80%", "80%"), Origin.ASSUMED, "staffing.certainty"),
        ),
        remarks=made.assumptions,
    )


def _phone(expected: Floats, planned: Floats, is_open: Flags) -> PlannedQueue:
    goal = Goal(0.8, 20, patience_s=120, max_occupancy=0.85, minimum=2)
    aht = 301.5

    def agents(calls: Floats) -> NDArray[np.int64]:
        return requirement(calls, INTERVAL_S, aht, goal, is_open=is_open).agents

    found = agents(planned)
    day, slot = divmod(int(found.argmax()), _SLOTS)
    load = float(planned[day, slot]) * aht / INTERVAL_S
    return PlannedQueue(
        "phone",
        Phrase("通販（電話）", "Mail order, phone"),
        None,
        Channel.PHONE,
        aht,
        goal,
        None,
        None,
        expected,
        planned,
        found,
        agents(expected),
        (day, slot),
        around(goal, int(found[day, slot]), load, aht, SHRINKAGE),
    )


def _chat(expected: Floats, planned: Floats, is_open: Flags) -> PlannedQueue:
    goal, work = Goal(0.9, 30, minimum=1), ChatWork(600.0, Fraction(5, 2))
    found, mean = (
        np.where(is_open, chat_agents(calls, INTERVAL_S, work, goal), 0) for calls in (planned, expected)
    )
    day, slot = divmod(int(found.argmax()), _SLOTS)
    return PlannedQueue(
        "chat",
        Phrase("=通販（チャット）", "=Mail order, chat"),
        None,
        Channel.CHAT,
        600.0,
        goal,
        None,
        work,
        expected,
        planned,
        found,
        mean,
        (day, slot),
        (),
    )


def _mail(expected: Floats, planned: Floats, is_open: Flags) -> PlannedQueue:
    deadline = Deadline(24 * 3600.0)
    found, mean = (
        backlog(calls.ravel(), 480.0, INTERVAL_S, deadline, is_open.ravel()).agents.reshape(calls.shape)
        for calls in (planned, expected)
    )
    day, slot = divmod(int(found.argmax()), _SLOTS)
    return PlannedQueue(
        "mail",
        Phrase("通販（メール）", "Mail order, e-mail"),
        None,
        Channel.EMAIL,
        480.0,
        None,
        deadline,
        None,
        expected,
        planned,
        found,
        mean,
        (day, slot),
        (),
    )


def _week(made: Forecast, queues: tuple[PlannedQueue, ...]) -> PlannedWeek:
    start = next(place for place in range(90, 97) if (made.first + timedelta(days=place)).weekday() == 0)
    days = slice(start, start + 7)
    agents = sum((one.agents[days] for one in queues), np.zeros((7, _SLOTS), dtype=np.int64))
    return PlannedWeek(
        made.first + timedelta(days=start),
        sum((one.planned[days] for one in queues), np.zeros((7, _SLOTS))),
        agents,
        SHRINKAGE.staff_each(agents),
    )


def _months(made: Forecast, queues: tuple[PlannedQueue, ...]) -> list[MonthNeed]:
    months = [(made.first + timedelta(days=place)).replace(day=1) for place in range(made.day_count)]
    found = []
    for first in sorted(set(months)):
        chosen = np.array([one == first for one in months])
        hours = float(sum(int(one.agents[chosen].sum()) for one in queues)) / 2
        found.append(
            MonthNeed(
                first,
                int(made.calls[:, chosen].sum()),
                hours,
                hours / float(1 - SHRINKAGE.total) / 160,
            )
        )
    return found
