"""What the plan should cost: an average month of service with the whole volume."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

import numpy as np

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.choices import Channel, Role
from rfp_builder.model.project import Project
from rfp_builder.model.staffing import CostAssumption, CostStanding
from rfp_builder.workload.agents import Shrinkage
from rfp_builder.workload.erlang.inputs import Integers
from rfp_builder.workload.forecast.periods import periods
from rfp_builder.workload.forecast.values import Forecast, Level
from rfp_builder.workload.hiring import HiringPlan
from rfp_builder.workload.plan.ledger import Ledger
from rfp_builder.workload.plan.values import Origin, PlannedQueue, PlannedWeek
from rfp_builder.workload.shifts import ShiftPlan
from rfp_builder.workload.should_cost import (
    Assumption,
    HourClass,
    Item,
    Range,
    ShouldCost,
    Standing,
    Volume,
    Volumes,
    hours_of_month,
    hours_of_week,
    should_cost,
    starting_assumptions,
)
from rfp_builder.workload.should_cost.assumptions import Assumptions
from rfp_builder.workload.should_cost.hours import NIGHT_MIN

_DAYS_A_YEAR = 365
_DAY_MIN = 1440
_SPANS = {
    Role.SV: Item.AGENTS_PER_SV,
    Role.QA: Item.AGENTS_PER_QA,
    Role.TRAINER: Item.AGENTS_PER_TRAINER,
    Role.WFM: Item.AGENTS_PER_WFM,
}
_FROM_PLAN = Phrase("採用計画の離職者数", "leavers of the hiring plan")
_FROM_DEFINITION = Phrase("業務要件定義の3.1", "3.1 of the definition")
_COSTS = Phrase("想定費用の前提", "Assumptions of the should-cost")
_CHANGED = Phrase("{n}項目を設定", "{n} items set")
_ONE_FOR = Phrase("{n}人に1人", "1 for {n} agents")
_SEATS = Phrase("席数", "Seats")
_SEATS_SHOWN = Phrase("{n}席", "{n} seats")
_NOT_YEN = Phrase(
    "契約の通貨が円ではないため、想定費用は計算していません。",
    "The contract is not in yen; no should-cost was worked out.",
)
_PLACEHOLDERS = Phrase(
    "想定費用の前提のうち{n}項目は仮の値です。見積もりや自社の実績に置き換えてください。",
    "{n} assumptions of the should-cost are placeholders; replace them by quotations or figures of your own.",
)
_UNKNOWN_ITEM = Phrase(
    "想定費用の前提「{item}」は知られていない項目のため、使っていません。",
    "“{item}” is no item of the should-cost; it is not used.",
)
_NOTHING = Phrase(
    "必要な人数が0人のため、想定費用は計算していません。", "Nobody is needed; no should-cost was worked out."
)


def cost_of(
    project: Project,
    made: Forecast,
    queues: Sequence[PlannedQueue],
    week: PlannedWeek,
    shifts: ShiftPlan | None,
    shrinkage: Shrinkage,
    hiring: HiringPlan | None,
    window: slice,
    today: date,
    ledger: Ledger,
    remarks: list[Phrase],
) -> ShouldCost | None:
    """The should-cost of an average month; None where it cannot be said, and a remark why.

    Hours of the shifts of the planned week are scaled to the average week of service; the low and high case
    are the months of the forecast that one in ten stays below and one in ten goes above.
    """
    currency = known(project.definition.price.payment.currency)
    if currency not in (None, "JPY"):
        remarks.append(_NOT_YEN)
        return None
    assumptions = assumptions_of(project, hiring, today, ledger, remarks)
    volume = _volume(project, queues, week, shifts, shrinkage, window, ledger)
    if volume is None:
        remarks.append(_NOTHING)
        return None
    low, high = _range(made, window)
    if assumptions.placeholders:
        remarks.append(_PLACEHOLDERS.fill(n=len(assumptions.placeholders)))
    return should_cost(assumptions, Volumes.around(volume, low, high))


def assumptions_of(
    project: Project, hiring: HiringPlan | None, today: date, ledger: Ledger, remarks: list[Phrase]
) -> Assumptions:
    """Those to start from, with what the definition and the plan say, and on top what was set.

    Raises:
        UnworkableAssumption: what was set cannot be.
    """
    found = starting_assumptions()
    for row in known(project.definition.people.hiring.conditions) or ():
        role, span = known(row.role), known(row.span)
        if role in _SPANS and span:
            item = _SPANS[role]
            ledger.note(
                Phrase(item.to(Lang.JA), item.to(Lang.EN)),
                _ONE_FOR.fill(n=span),
                Origin.DEFINITION,
                f"people.hiring.conditions[{row.id}].span",
            )
            found = found.changed(Assumption(item, Range.of(span), _FROM_DEFINITION, today))
    leaving = _leaving(hiring)
    if leaving is not None:
        spread = Range(leaving / 2, leaving, leaving * 2)
        found = found.changed(Assumption(Item.HIRES, spread, _FROM_PLAN, today))
    ledger.look("staffing.costs")
    changes = []
    for one in project.staffing.costs:
        if one.item in {item.value for item in Item}:
            changes.append(assumption(one))
        else:
            remarks.append(_UNKNOWN_ITEM.fill(item=one.item))
    if changes:
        ledger.note(_COSTS, _CHANGED.fill(n=len(changes)), Origin.SETTING, "staffing.costs")
    return found.changed(*changes)


def assumption(stored: CostAssumption) -> Assumption:
    """An assumption that the project keeps. Raises `UnworkableAssumption`; `ValueError`: no such item."""
    value = Range(Fraction(stored.low), Fraction(stored.base), Fraction(stored.high))
    return Assumption(
        Item(stored.item), value, stored.source, stored.as_of, Standing(CostStanding(stored.standing).value)
    )


def _leaving(hiring: HiringPlan | None) -> Fraction | None:
    """People who leave in an average month of service, to the tenth."""
    if hiring is None:
        return None
    months = [one.left for one in hiring.months if one.needed > 0]
    if not months:
        return None
    found = Fraction(round(sum(months) / len(months) * 10), 10)
    return found if found > 0 else None


def _volume(
    project: Project,
    queues: Sequence[PlannedQueue],
    week: PlannedWeek,
    shifts: ShiftPlan | None,
    shrinkage: Shrinkage,
    window: slice,
    ledger: Ledger,
) -> Volume | None:
    """An average month of service; None where nobody is needed."""
    count = window.stop - window.start
    a_month = Fraction(_DAYS_A_YEAR, 12 * count)
    calls = sum(round(float(one.expected[window].sum())) for one in queues) * a_month
    spent = [(one.channel, round(float(one.expected[window].sum()) * one.aht_s)) for one in queues]
    seconds = sum(each for _, each in spent) * a_month
    on_phone = sum(each for channel, each in spent if channel is Channel.PHONE) * a_month
    served = sum(int(one.agents[window].sum()) for one in queues)
    of_week = int(week.agents.sum())
    if not calls or not seconds or not served or not of_week:
        return None
    if shifts is not None and shifts.paid_hours:
        hours = hours_of_week(shifts)
        present = int(shifts.present.max())
    else:
        hours = _hours_without_shifts(week.agents, shrinkage)
        present = int(week.staff.max())
    average = Fraction(served * 7, count) / of_week
    seats = project.staffing.seats or present
    ledger.note(
        _SEATS,
        _SEATS_SHOWN.fill(n=seats),
        Origin.SETTING if project.staffing.seats else Origin.ASSUMED,
        "staffing.seats" if project.staffing.seats else None,
    )
    by_month = hours_of_month({kind: value * average for kind, value in hours.items()})
    return Volume(calls, seconds / 60, on_phone / 60, by_month, Fraction(seats))


def _hours_without_shifts(agents: Integers, shrinkage: Shrinkage) -> dict[HourClass, Fraction]:
    """Paid hours of a week where no shifts cover it: agents with shrinkage, by night and by day."""
    minutes = _DAY_MIN // agents.shape[1]
    starts = np.arange(agents.shape[1]) * minutes
    begin, end = NIGHT_MIN
    night = (starts >= begin) | (starts < end - _DAY_MIN)
    found = {}
    for kind, here in ((HourClass.REGULAR, ~night), (HourClass.NIGHT, night)):
        present = int(agents[:, here].sum())
        if present:
            found[kind] = Fraction(present * minutes, 60) / (1 - shrinkage.total)
    return found


def _range(made: Forecast, window: slice) -> tuple[Fraction, Fraction]:
    """Low and high months of service as multiples of the base."""
    first = made.first.toordinal() + window.start
    months = [one for one in periods(made, Level.MONTH) if one.last.toordinal() >= first]
    base = sum(one.calls for one in months)
    low, high = (sum(values) for values in ([one.low for one in months], [one.high for one in months]))
    if not base:
        return Fraction(1), Fraction(1)
    return min(Fraction(1), Fraction(low, base)), max(Fraction(1), Fraction(high, base))
