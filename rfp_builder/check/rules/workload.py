"""Volumes (2.2) against headcount (4.1): a simple workload, computed exactly.

Person-hours a month = contacts × handling time ÷ 3,600 ÷ occupancy ÷ (1 − shrinkage). It is an average and
ignores waiting-time targets, so it is a lower bound: small teams need more (Erlang C).
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
from rfp_builder.model.choices import Day

WEEKS_A_MONTH = Fraction(365, 84)
USUAL_OCCUPANCY, USUAL_SHRINKAGE = Fraction(85), Fraction(30)
"""Per cent, taken where 4.4 does not say."""

AMPLE = 2
"""More than this many times the workload is worth a question; below ten people it is not."""

_FORMULA = Phrase(
    "必要な延べ時間は、件数×平均処理時間÷3,600÷占有率{occupancy}%÷（1−非稼働率{shrinkage}%）＝月{needed}"
    "時間、",
    "Needed are contacts × handling time ÷ 3,600 ÷ occupancy {occupancy}% ÷ (1 − shrinkage {shrinkage}%) = "
    "{needed} person-hours a month; ",
)


@rule("consistent.headcount-low", Severity.WARNS, "件数に対する人数の不足", "Too few people for the volume")
def headcount_low(context: Context) -> Iterator[Hit]:
    """The people of 4.1 cannot handle the volumes of 2.2."""
    needed, present = needed_hours(context), present_hours(context)
    if needed is None or present is None or present >= needed:
        return
    yield Hit(
        "operations.sites.shifts",
        _both(context, needed, present),
        Phrase(
            "4.1の人数か時間帯を増やすか、2.2の件数と平均処理時間を確かめてください。繁忙時間帯にはさらに"
            "余裕が要ります。",
            "Raise headcount or hours in 4.1, or check contacts and handling times in 2.2. Busy hours "
            "need more still.",
        ),
    )


@rule("consistent.headcount-high", Severity.ADVISES, "件数に対する人数の過剰", "Many people for the volume")
def headcount_high(context: Context) -> Iterator[Hit]:
    """The people of 4.1 are more than twice what the volumes of 2.2 ask for."""
    needed, present = needed_hours(context), present_hours(context)
    complete = all(known(row.monthly_contacts) is not None and known(row.aht) for row in context.volumes)
    peak = max(
        (known(row.headcount) or 0 for row in rows(context.definition.operations.sites.shifts)), default=0
    )
    if needed is None or present is None or not complete or peak < 10 or present <= AMPLE * needed:
        return
    yield Hit(
        "operations.sites.shifts",
        _both(context, needed, present),
        Phrase(
            "人数を指定する理由（サービスレベル、ピークなど）を書くか、人数は提案に委ねることを検討してく"
            "ださい。",
            "Give the reason for the headcount (service level, peaks), or leave it for vendors to propose.",
        ),
    )


def needed_hours(context: Context) -> Fraction | None:
    """Person-hours a month that the known volumes ask for; None where there are none."""
    seconds = sum((known(row.monthly_contacts) or 0) * (known(row.aht) or 0) for row in context.volumes)
    occupancy, shrinkage = _assumed(context)
    if not seconds or not occupancy or shrinkage >= 100:
        return None
    return Fraction(seconds, 3600) / (occupancy / 100) / (1 - shrinkage / 100)


def present_hours(context: Context) -> Fraction | None:
    """Person-hours a month of all time bands of 4.1; None where a band is incomplete.

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


def _both(context: Context, needed: Fraction, present: Fraction) -> Phrase:
    occupancy, shrinkage = _assumed(context)
    formula = _FORMULA.fill(
        occupancy=number(occupancy), shrinkage=number(shrinkage), needed=number(Fraction(round(needed)))
    )
    return Phrase(
        "{formula}4.1の配置は月{present}時間です。", "{formula}the time bands of 4.1 give {present}."
    ).fill(formula=formula, present=number(Fraction(round(present))))


def _assumed(context: Context) -> tuple[Fraction, Fraction]:
    planning = context.definition.operations.planning
    occupancy, shrinkage = known(planning.occupancy_cap), known(planning.shrinkage)
    return (
        USUAL_OCCUPANCY if occupancy is None else Fraction(occupancy),
        USUAL_SHRINKAGE if shrinkage is None else Fraction(shrinkage),
    )
