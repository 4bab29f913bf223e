"""Volumes (2.2) against people present (4.1) and people hired (3.1): a simple workload, computed exactly.

    hours at work a month = contacts × handling time ÷ 3,600 ÷ occupancy
    hours paid a month    = hours at work ÷ (1 − shrinkage)

Occupancy is handling time over handling plus waiting time; shrinkage is a share of paid time. The results are
averages that know no waiting-time target, so they are lower bounds: a small team needs more (Erlang C).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from rfp_builder.check.context import Context, rows
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.check.said import number
from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.choices import Day, Role

WEEKS_A_MONTH = Fraction(365, 84)
HOURS_A_MONTH = 40 * WEEKS_A_MONTH
"""Paid hours of one full-time agent."""

USUAL_OCCUPANCY, USUAL_SHRINKAGE = Fraction(85), Fraction(30)
"""Per cent, taken where 4.4 does not say."""

AMPLE, SMALL_TEAM = 3, 10
"""More than so many times the workload is worth a question; in a small team it is not."""

_AT_WORK = Phrase(
    "応対に要る時間は、件数×平均処理時間÷3,600÷占有率{occupancy}%＝月{needed}時間、4.1の配置は月{present}"
    "時間です。",
    "Contacts × handling time ÷ 3,600 ÷ occupancy {occupancy}% = {needed} hours a month; "
    "the time bands of 4.1 give {present}.",
)
_PAID = Phrase(
    "雇用に要る時間は、件数×平均処理時間÷3,600÷占有率{occupancy}%÷（1−非稼働率{shrinkage}%）＝月{needed}"
    "時間、"
    "3.1のオペレーター{agents}人では月{paid}時間です。",
    "Contacts × handling time ÷ 3,600 ÷ occupancy {occupancy}% ÷ (1 − shrinkage {shrinkage}%) = {needed} "
    "paid "
    "hours a month; the {agents} agents of 3.1 give {paid}.",
)


@rule("consistent.headcount-low", Severity.WARNS, "件数に対する人数の不足", "Too few people for the volume")
def headcount_low(context: Context) -> Iterator[Hit]:
    """The people of 4.1 cannot handle the volumes of 2.2, however evenly contacts come."""
    if _is_planned(context):
        return
    needed, present = hours_at_work(context), hours_present(context)
    if needed is None or present is None or present >= needed:
        return
    yield Hit(
        "operations.sites.shifts",
        _compared(context, needed, present),
        Phrase(
            "4.1の人数か時間帯を増やすか、2.2の件数と平均処理時間を確かめてください。混み合う時間帯にはさ"
            "らに余裕が要ります。",
            "Raise headcount or hours in 4.1, or check contacts and handling times in 2.2. Busy hours "
            "need more still.",
        ),
    )


@rule("consistent.headcount-high", Severity.ADVISES, "件数に対する人数の過剰", "Many people for the volume")
def headcount_high(context: Context) -> Iterator[Hit]:
    """The people of 4.1 are several times what the volumes of 2.2 ask for."""
    if _is_planned(context):
        return
    needed, present = hours_at_work(context), hours_present(context)
    complete = all(known(row.monthly_contacts) is not None and known(row.aht) for row in context.volumes)
    shifts = rows(context.definition.operations.sites.shifts)
    peak = max((known(shift.headcount) or 0 for shift in shifts), default=0)
    if needed is None or present is None or not complete or peak < SMALL_TEAM or present <= AMPLE * needed:
        return
    yield Hit(
        "operations.sites.shifts",
        _compared(context, needed, present),
        Phrase(
            "人数を指定する理由（サービスレベル、ピークなど）を書くか、人数は提案に委ねることを検討してく"
            "ださい。",
            "Give the reason for the headcount (service level, peaks), or leave it for vendors to propose.",
        ),
    )


@rule("consistent.hired-workload", Severity.WARNS, "件数に対する採用人数の不足", "Too few agents hired")
def hired_workload(context: Context) -> Iterator[Hit]:
    """The agents of 3.1, all of them full-time, could not handle the volumes of 2.2."""
    if _is_planned(context):
        return
    needed = hours_at_work(context)
    occupancy, shrinkage = _assumed(context)
    conditions = rows(context.definition.people.hiring.conditions)
    agents = sum(known(row.headcount) or 0 for row in conditions if known(row.role) is Role.CSR)
    if needed is None or not agents or shrinkage >= 100:
        return
    paid_needed, paid = needed / (1 - shrinkage / 100), agents * HOURS_A_MONTH
    if paid >= paid_needed:
        return
    yield Hit(
        "people.hiring.conditions",
        _PAID.fill(
            occupancy=number(occupancy),
            shrinkage=number(shrinkage),
            needed=number(round(paid_needed)),
            agents=agents,
            paid=number(round(paid)),
        ),
        Phrase(
            "3.1の人数を増やすか、2.2の件数と平均処理時間を確かめてください。",
            "Raise the headcount in 3.1, or check contacts and handling times in 2.2.",
        ),
    )


def _is_planned(context: Context) -> bool:
    """Whether there is a staffing plan, which knows more than these averages; see `rules.staffing`."""
    return context.project.staffing.result is not None


def hours_at_work(context: Context) -> Fraction | None:
    """Hours a month that the known volumes keep people at work; None where there are none."""
    seconds = sum((known(row.monthly_contacts) or 0) * (known(row.aht) or 0) for row in context.volumes)
    occupancy, _ = _assumed(context)
    return Fraction(seconds, 3600) / (occupancy / 100) if seconds and occupancy else None


def hours_present(context: Context) -> Fraction | None:
    """Hours a month of all people in all time bands of 4.1; None where a band is incomplete.

    Holidays do not count.
    """
    total = Fraction(0)
    for shift in rows(context.definition.operations.sites.shifts):
        headcount, opens, closes = known(shift.headcount), known(shift.opens), known(shift.closes)
        if headcount is None or opens is None or closes is None or closes <= opens:
            return None
        days = len(set(known(shift.days) or ()) - {Day.HOLIDAY})
        total += Fraction(headcount * (closes - opens) * days, 60) * WEEKS_A_MONTH
    return total or None


def _compared(context: Context, needed: Fraction, present: Fraction) -> Phrase:
    occupancy, _ = _assumed(context)
    return _AT_WORK.fill(
        occupancy=number(occupancy), needed=number(round(needed)), present=number(round(present))
    )


def _assumed(context: Context) -> tuple[Fraction, Fraction]:
    planning = context.definition.operations.planning
    occupancy, shrinkage = known(planning.occupancy_cap), known(planning.shrinkage)
    return (
        USUAL_OCCUPANCY if occupancy is None else Fraction(occupancy),
        USUAL_SHRINKAGE if shrinkage is None else Fraction(shrinkage),
    )
