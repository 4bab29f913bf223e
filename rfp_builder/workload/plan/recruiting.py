"""From months of work to people hired: what each month needs, and classes backwards from the start."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import ceil

import numpy as np

from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.choices import Role
from rfp_builder.model.project import Project
from rfp_builder.workload.agents import Shrinkage
from rfp_builder.workload.hiring import PUBLISHED_RAMP, Need, Terms
from rfp_builder.workload.hiring.need import add_months
from rfp_builder.workload.plan.frame import Frame
from rfp_builder.workload.plan.ledger import Ledger, Offer, a_day, people, percent, same, weeks
from rfp_builder.workload.plan.values import MonthNeed, Origin, PlannedQueue, PlannedWeek
from rfp_builder.workload.shifts import ShiftPlan

FULL_TIME_HOURS_A_WEEK = 40
USUAL_LEAD_WEEKS = 6
USUAL_TRAINING_WEEKS = 4
USUAL_CLASS_SIZE = 15
USUAL_CLASS_ATTRITION = Fraction(10, 100)
USUAL_YEARLY_ATTRITION = Fraction(30, 100)
_MONTHS_OF_CLASSES = 2
"""Where nobody says how many can be trained at a time, the whole team can be in so many months."""
_SHORTEST_MONTH = 15
"""Days that a last, cut-off month needs to count as one."""
_HOURS_A_WEEK = 40
_DAY_MIN, _HOUR = 1440, 60

_DECIDED = Phrase("採用の決定日", "Day of the decision to hire")
_LEAD = Phrase("募集から研修開始まで", "From recruiting to the first day of class")
_TRAINING = Phrase("導入研修の長さ", "Length of a class")
_CLASS = Phrase("研修1回の定員", "People in a class")
_CLASSES = Phrase("1か月に始められる研修の回数", "Classes that can begin in a month")
_IN_CLASS = Phrase("研修中の離職率", "Attrition in class")
_MONTHLY = Phrase("月間の離職率", "Attrition a month")
_RAMP = Phrase("習熟度（1か月目、2か月目…）", "Productivity in the first, second … month")
_BEGINNINGS = Phrase("募集・研修・着台の開始日", "Days on which recruiting, classes and work begin")
_BUSINESS_DAYS = Phrase(
    "営業日（休日に当たるときは直前の営業日）", "business days; the one before where a day is none"
)
_EXPERIENCED = Phrase("開始時にいる経験者", "Experienced people from the start")


def months_of(
    queues: Sequence[PlannedQueue],
    frame: Frame,
    first: date,
    window: tuple[date, date],
    interval_minutes: int,
    shrinkage: Shrinkage,
) -> tuple[MonthNeed, ...]:
    """The months of service from its first day on, each with the share of the volume that is handed over.

    Where the last year of the forecast stands for the service, the ramp is that of the service itself.
    """
    begin, end = window
    shift = frame.start - begin
    agents = sum(one.agents.sum(axis=1) for one in queues)
    contacts = sum(one.expected.sum(axis=1) for one in queues)
    found = []
    for number in range(((end - begin).days // 28) + 1):
        start, after = add_months(begin, number), add_months(begin, number + 1)
        last = min(after - timedelta(days=1), end)
        count = (last - start).days + 1
        if count < (_SHORTEST_MONTH if number else 1):
            break
        days = [start + timedelta(days=at) for at in range(count)]
        share = np.array([float(frame.share_on(day + shift)) for day in days])
        at = slice((start - first).days, (start - first).days + count)
        hours = float((agents[at] * share).sum()) * interval_minutes / 60
        paid = hours / float(1 - shrinkage.total)
        found.append(
            MonthNeed(
                first_day=add_months(frame.start, number),
                contacts=round(float((contacts[at] * share).sum())),
                hours=hours,
                full_time=paid / (FULL_TIME_HOURS_A_WEEK * count / 7),
            )
        )
    return tuple(found)


def heads_of(week: PlannedWeek, shifts: ShiftPlan | None, shrinkage: Shrinkage) -> float:
    """People whom the shifts have for each full-time equivalent that their week needs; 1 without shifts.

    Part-time, and hours that shifts cover beyond the need, make them more than the equivalents: people are
    hired, trained and lost, not equivalents.
    """
    minutes = _DAY_MIN // int(week.agents.shape[1])
    paid = int(week.agents.sum()) * minutes / _HOUR / float(1 - shrinkage.total)
    if shifts is None or not shifts.headcount or not paid:
        return 1.0
    return shifts.headcount / (paid / FULL_TIME_HOURS_A_WEEK)


def need_of(
    project: Project, frame: Frame, months: Sequence[MonthNeed], heads: float, today: date, ledger: Ledger
) -> Need | None:
    """What hiring has to reach, in people (`heads_of`); None where there are no months."""
    if not months:
        return None
    contract = known(project.definition.work.start.contract_start)
    decided = ledger.first(
        _DECIDED,
        a_day,
        today,
        Offer(project.staffing.hiring.decided_on, "staffing.hiring.decided_on", Origin.SETTING),
        Offer(None if contract is None else max(contract, today), "work.start.contract_start"),
    )
    experienced = project.staffing.hiring.experienced or 0
    ledger.look("staffing.hiring.experienced")
    if experienced:
        ledger.note(_EXPERIENCED, people(experienced), Origin.SETTING, "staffing.hiring.experienced")
    return Need(frame.start, tuple(one.full_time * heads for one in months), decided, float(experienced))


def terms_of(project: Project, months: Sequence[MonthNeed], heads: float, ledger: Ledger) -> Terms:
    """How hiring goes: as set, else from 3.3 and 3.5, else as usual."""
    hiring = project.staffing.hiring
    training = ledger.first(
        _TRAINING,
        weeks,
        USUAL_TRAINING_WEEKS,
        Offer(hiring.training_weeks, "staffing.hiring.training_weeks", Origin.SETTING),
        Offer(_course_weeks(project), "people.training.courses"),
    )
    whole = known(project.definition.people.training.lead_weeks)
    lead = ledger.first(
        _LEAD,
        weeks,
        USUAL_LEAD_WEEKS,
        Offer(hiring.lead_weeks, "staffing.hiring.lead_weeks", Origin.SETTING),
        Offer(None if whole is None else max(0, whole - training), "people.training.lead_weeks"),
    )
    size = ledger.first(
        _CLASS,
        people,
        USUAL_CLASS_SIZE,
        Offer(hiring.class_size or None, "staffing.hiring.class_size", Origin.SETTING),
    )
    peak = max((one.full_time for one in months), default=0.0) * heads
    classes = ledger.first(
        _CLASSES,
        lambda count: Phrase("{n}回", "{n}").fill(n=count),
        max(2, ceil(peak / size / _MONTHS_OF_CLASSES)),
        Offer(hiring.classes_a_month or None, "staffing.hiring.classes_a_month", Origin.SETTING),
    )
    in_class = ledger.first(
        _IN_CLASS,
        percent,
        USUAL_CLASS_ATTRITION,
        Offer(_part(hiring.class_attrition), "staffing.hiring.class_attrition", Origin.SETTING),
    )
    ledger.note(_BEGINNINGS, _BUSINESS_DAYS, Origin.ASSUMED)
    ledger.look("staffing.hiring.ramp")
    ramp = tuple(share for one in hiring.ramp if (share := _part(one)))
    shown = ramp or tuple(Fraction(str(one)) for one in PUBLISHED_RAMP)
    ledger.note(
        _RAMP,
        same(", ".join(percent(one).en for one in shown)),
        Origin.SETTING if ramp else Origin.ASSUMED,
        "staffing.hiring.ramp" if ramp else None,
        setting="hiring.ramp",
    )
    return Terms(
        lead_weeks=lead,
        training_weeks=training,
        class_size=size,
        classes_a_month=classes,
        class_attrition=float(in_class),
        monthly_attrition=_monthly_attrition(project, ledger),
        ramp=tuple(float(one) for one in shown),
    )


def _monthly_attrition(project: Project, ledger: Ledger) -> tuple[float, ...]:
    ledger.look("staffing.hiring.monthly_attrition")
    ledger.look("people.employment.terms")
    stated = tuple(
        share for one in project.staffing.hiring.monthly_attrition if (share := _part(one)) is not None
    )
    if stated:
        said = same(", ".join(percent(one).en for one in stated))
        path = "staffing.hiring.monthly_attrition"
        ledger.note(_MONTHLY, said, Origin.SETTING, path, setting="hiring.monthly_attrition")
        return tuple(float(one) for one in stated)
    yearly = _yearly_attrition(project)
    monthly = 1 - (1 - float(USUAL_YEARLY_ATTRITION if yearly is None else yearly)) ** (1 / 12)
    ledger.note(
        _MONTHLY,
        percent(Fraction(round(monthly * 10_000), 10_000)),
        Origin.ASSUMED if yearly is None else Origin.DEFINITION,
        None if yearly is None else "people.employment.terms",
        setting="hiring.monthly_attrition",
    )
    return (monthly,)


def _yearly_attrition(project: Project) -> Fraction | None:
    """The limits of 3.5 for agents, weighted by their shares."""
    rows = [
        one for one in known(project.definition.people.employment.terms) or () if known(one.role) is Role.CSR
    ]
    limits = [(known(one.share), known(one.attrition_limit)) for one in rows]
    stated = [(Fraction(share or 100), Fraction(limit)) for share, limit in limits if limit is not None]
    if not stated:
        return None
    whole = sum((share for share, _ in stated), Fraction(0))
    mean = sum((share * limit for share, limit in stated), Fraction(0)) / whole
    return min(mean / 100, Fraction(95, 100))


def _course_weeks(project: Project) -> int | None:
    """The hours of all courses of 3.3 at 40 a week."""
    rows = known(project.definition.people.training.courses) or ()
    hours = sum((Fraction(value) for one in rows if (value := known(one.hours)) is not None), Fraction(0))
    return ceil(hours / _HOURS_A_WEEK) if hours else None


def _part(share: Decimal | None) -> Fraction | None:
    return None if share is None else Fraction(share) / 100
