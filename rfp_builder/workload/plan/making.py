"""The staffing plan of a project: from contacts over agents, shifts and hiring to cost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import numpy as np

from rfp_builder.errors import Refused
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.derived import HISTORY
from rfp_builder.model.project import Project
from rfp_builder.text.show import show_date
from rfp_builder.workload.erlang.inputs import Flags
from rfp_builder.workload.forecast.values import Forecast
from rfp_builder.workload.hiring import HiringPlan, hiring_plan
from rfp_builder.workload.history.values import History, MonthlyTotals
from rfp_builder.workload.plan.costing import cost_of
from rfp_builder.workload.plan.facts import a_month_of
from rfp_builder.workload.plan.frame import Frame, frame_of, service_days
from rfp_builder.workload.plan.goals import meeting
from rfp_builder.workload.plan.handling import handling_s, measured
from rfp_builder.workload.plan.ledger import Ledger
from rfp_builder.workload.plan.needs import planned_queue
from rfp_builder.workload.plan.opening import opening
from rfp_builder.workload.plan.progress import Progress, Stage, unheard
from rfp_builder.workload.plan.queues import parts_of, queues_of
from rfp_builder.workload.plan.recruiting import heads_of, months_of, need_of, terms_of
from rfp_builder.workload.plan.rostering import beside_breaks, contracts_of, limits_of, shifts_for
from rfp_builder.workload.plan.values import PlannedQueue, StaffingPlan
from rfp_builder.workload.plan.volumes import forecast_of, queue_volumes, since_of, until_of
from rfp_builder.workload.plan.week import planned_week
from rfp_builder.workload.shifts import Contract, NoShiftPlan
from rfp_builder.workload.shifts import remarks as law_remarks

SHIFT_TIME_S = 20.0
"""Longest search for shifts, in seconds; a plan that is near enough ends it sooner."""

_NO_CONTACTS = (
    Phrase("要員計画を作れません。", "No staffing plan can be made."),
    Phrase("計画の期間に1件も見込まれません。", "Not one contact is expected in the time of the plan."),
    Phrase(
        "履歴と、2.2の件数、特別日、計画の期間を確かめてください。",
        "Check the history, the contacts of 2.2, the special days and the time of the plan.",
    ),
)
_ASSUMED_START = Phrase(
    "サービス開始日が2.4にないため、{day}と仮定しました。",
    "2.4 has no start of service; {day} is assumed.",
)


def make_plan(
    project: Project,
    volumes: History | MonthlyTotals | Forecast,
    *,
    today: date,
    shift_time_s: float = SHIFT_TIME_S,
    progress: Progress = unheard,
) -> StaffingPlan:
    """The plan from a history, from months alone, or from a forecast made elsewhere.

    Settings come from `project.staffing`, else from the definition, else something usual is assumed; `used`
    says of each which. What an earlier plan filled into the definition is no source for the next one.
    `progress` is told of every stage as it goes on.

    Raises:
        Refused: no contacts are expected, or more than any centre could take.
        WrongUse: a setting makes no sense, or the period cannot be forecast.
    """
    ledger = Ledger(project)
    ledger.look(HISTORY)
    remarks: list[Phrase] = []
    frame = _frame(project, volumes, today, ledger, remarks)
    made, tested = forecast_of(project, volumes, frame, ledger, remarks, progress)
    begin, end = service_days(frame, made.first, made.last, remarks)
    days = slice((begin - made.first).days, (end - made.first).days + 1)
    queues, is_open = _queues(project, volumes, frame, made, days, ledger, remarks, progress)
    progress(Stage.SHIFTS, 0, 1)
    plain = planned_week(queues, is_open, made.first, days, frame.specials, frame.shrinkage)
    contracts = contracts_of(project, plain.agents, made.interval_minutes, ledger)
    week = replace(plain, staff=beside_breaks(frame.shrinkage, contracts).staff_each(plain.agents))
    limits = limits_of(project, contracts, ledger)
    shifts = shifts_for(week, contracts, limits, shift_time_s)
    none = shifts if isinstance(shifts, NoShiftPlan) else None
    covered = None if isinstance(shifts, NoShiftPlan) else shifts
    progress(Stage.SHIFTS, 1, 1)
    progress(Stage.HIRING, 0, 1)
    months = months_of(queues, frame, made.first, (begin, end), made.interval_minutes, frame.shrinkage)
    heads = heads_of(plain, covered, frame.shrinkage)
    terms = terms_of(project, months, heads, ledger)
    need = need_of(project, frame, months, heads, today, ledger)
    hiring = None if need is None else hiring_plan(need, terms)
    progress(Stage.HIRING, 1, 1)
    progress(Stage.COST, 0, 1)
    cost = cost_of(
        project, made, queues, week, covered, frame.shrinkage, hiring, days, today, ledger, remarks
    )
    progress(Stage.COST, 1, 1)
    remarks.extend(_remarks_at_the_end(project, made, contracts, none, hiring, frame.start))
    return StaffingPlan(
        forecast=made,
        backtest=tested,
        certainty=frame.certainty,
        is_open=is_open,
        queues=queues,
        week=week,
        shrinkage=frame.shrinkage,
        months=months,
        contracts=contracts,
        shifts=covered,
        no_shifts=none,
        need=need,
        terms=terms,
        hiring=hiring,
        cost=cost,
        used=tuple(ledger.used),
        remarks=tuple(dict.fromkeys(remarks)),
        growth=frame.growth,
        seats=project.staffing.seats,
        specials=project.staffing.specials,
        groups=project.staffing.groups,
        part_time_most=limits.part_time_most,
        rests_on=tuple(ledger.looked_at),
    )


def forecast_for(project: Project, volumes: History | MonthlyTotals | Forecast, *, today: date) -> Forecast:
    """The forecast that a plan made now would rest on.

    Raises:
        WrongUse: the period cannot be forecast.
    """
    ledger = Ledger(project)
    frame = _frame(project, volumes, today, ledger, [])
    return forecast_of(project, volumes, frame, ledger, [])[0]


def _frame(
    project: Project,
    volumes: History | MonthlyTotals | Forecast,
    today: date,
    ledger: Ledger,
    remarks: list[Phrase],
) -> Frame:
    by_day = isinstance(volumes, History)
    return frame_of(
        project, until_of(volumes), today, ledger, remarks, since=since_of(volumes), by_day=by_day
    )


def _queues(
    project: Project,
    volumes: History | MonthlyTotals | Forecast,
    frame: Frame,
    made: Forecast,
    days: slice,
    ledger: Ledger,
    remarks: list[Phrase],
    progress: Progress,
) -> tuple[tuple[PlannedQueue, ...], Flags]:
    """Every queue with its agents, and the intervals in which any of them is open."""
    ledger.look("staffing.queues")
    found = queues_of(project, made.axes, made.keys)
    remarks.extend(found.remarks)
    parts = parts_of(project, found, a_month_of(volumes))
    held = queue_volumes(project, made, found, parts, frame, ledger, remarks)
    if not any(one.expected[days].any() for one in held):
        raise Refused(*_NO_CONTACTS)
    named = [(one.queue, one.name) for one in held]
    means = [one.expected for one in held]
    opened = opening(project, named, made.first, means, made.interval_minutes, ledger, remarks)
    queues: list[PlannedQueue] = []
    for volume, flags in zip(held, opened, strict=True):
        progress(Stage.AGENTS, len(queues), len(held))
        known_s = measured(volumes, parts, found.queues.index(volume.queue))
        mean_s = None if known_s is None else known_s.mean_s
        aht_s = handling_s(project, volume.queue, volume.name, mean_s, ledger, remarks)
        met = meeting(project, volume.queue, volume.name, frame.occupancy_cap, ledger, remarks)
        queues.append(planned_queue(volume, made, flags, aht_s, met, frame, days, remarks))
    progress(Stage.AGENTS, len(held), len(held))
    is_open = np.any(np.stack(opened), axis=0)
    is_open.setflags(write=False)
    return tuple(queues), is_open


def _remarks_at_the_end(
    project: Project,
    made: Forecast,
    contracts: tuple[Contract, ...],
    none: NoShiftPlan | None,
    hiring: HiringPlan | None,
    start: date,
) -> Iterator[Phrase]:
    yield from made.assumptions
    for contract in contracts:
        yield from law_remarks(contract)
    if none is not None:
        yield none.why
    why = None if hiring is None else hiring.why_not()
    if known(project.definition.work.start.service_start) is None:
        said = _ASSUMED_START.fill(day=Phrase(show_date(start, Lang.JA), show_date(start, Lang.EN)))
        yield said if why is None else Phrase(said.ja + why.ja, f"{said.en} {why.en}")
    elif why is not None:
        yield why
