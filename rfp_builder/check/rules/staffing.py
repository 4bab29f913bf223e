"""The definition against the staffing plan: people by interval, hours, hiring and budget.

The plan's result is kept in the project; nothing is worked out here. No message holds an amount of money.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from rfp_builder.check.context import Context, rows
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.check.said import clock, day, label, number
from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.choices import Day, Role
from rfp_builder.model.definition.operations import SiteShift
from rfp_builder.model.service_levels import LIVE
from rfp_builder.model.staffing import CostFigures, StaffingResult

_WEEK = (Day.MON, Day.TUE, Day.WED, Day.THU, Day.FRI, Day.SAT, Day.SUN)
_DAYS_A_MONTH = Fraction(365, 12)
_SHIFTS = "operations.sites.shifts"
_CEILING = "work.constraints.ceiling_price"


@rule(
    "staffing.headcount-low", Severity.WARNS, "必要人数に対する配置の不足", "Fewer people than the plan needs"
)
def headcount_low(context: Context) -> Iterator[Hit]:
    """In some interval the people of 4.1 are fewer than the plan needs."""
    result = context.project.staffing.result
    bands = _bands(context)
    if result is None or bands is None:
        return
    short = [
        (needed - there, -place, -at, needed, there)
        for place, at, needed in _needs(result)
        if 0 < (there := _present(bands, _WEEK[place], at)) < needed
    ]
    if not short:
        return
    _, place, at, needed, there = max(short)
    yield Hit(
        _SHIFTS,
        Phrase(
            "{weekday} {start}は、要員計画では{needed}人必要ですが、4.1の配置は{there}人です"
            "（足りない時間帯は週に{count}）。",
            "{weekday} {start}: the staffing plan needs {needed} people, the bands of 4.1 have {there} "
            "(intervals of the week that lack people: {count}).",
        ).fill(weekday=label(_WEEK[-place]), start=clock(-at), needed=needed, there=there, count=len(short)),
        Phrase(
            "4.1の人数か時間帯を見直してください。計画の配置は「要員計画と想定費用」の「5 記入」で"
            "記入できます（コマンドでは rfp-builder workload fill --only operations.sites.shifts）。",
            "Reconsider the people or hours of 4.1, or take the bands of the plan under 5 Fill in of "
            "Staffing and should-cost (as a command: rfp-builder workload fill --only "
            "operations.sites.shifts).",
        ),
    )


@rule("staffing.hired-low", Severity.WARNS, "必要人数に対する採用の不足", "Fewer agents than the plan needs")
def hired_low(context: Context) -> Iterator[Hit]:
    """The agents of 3.1, all full-time, are fewer than the busiest month of the plan needs."""
    result = context.project.staffing.result
    conditions = rows(context.definition.people.hiring.conditions)
    agents = sum(known(row.headcount) or 0 for row in conditions if known(row.role) is Role.CSR)
    if result is None or not agents or agents >= result.full_time:
        return
    yield Hit(
        "people.hiring.conditions",
        Phrase(
            "要員計画では、最も多い月に常勤換算で{needed}人のオペレーターが必要ですが、3.1は{agents}人です。",
            "In its busiest month the staffing plan needs {needed} full-time agents; 3.1 has {agents}.",
        ).fill(needed=number(result.full_time), agents=agents),
        Phrase(
            "3.1の人数を増やすか、「要員計画と想定費用」で前提を確かめてください"
            "（コマンドでは rfp-builder workload plan）。",
            "Raise the headcount of 3.1, or check what the plan assumes under Staffing and should-cost (as a "
            "command: rfp-builder workload plan).",
        ),
    )


@rule("staffing.hours", Severity.WARNS, "受付時間と要員計画", "Hours against the staffing plan")
def hours(context: Context) -> Iterator[Hit]:
    """A program is open when the plan has nobody, or the plan has no shifts that cover its need."""
    result = context.project.staffing.result
    if result is None:
        return
    if result.uncovered:
        yield Hit(
            _SHIFTS,
            Phrase(
                "要員計画の必要人数を満たすシフトを組めていません。",
                "No shifts cover the people that the staffing plan needs.",
            ),
            Phrase(
                "理由は「要員計画と想定費用」の「4 計画」で分かります"
                "（コマンドでは rfp-builder workload plan）。勤務形態、席数、受付時間を見直してください。",
                "4 Plan of Staffing and should-cost says why (as a command: rfp-builder workload plan). "
                "Reconsider contracts, seats or opening hours.",
            ),
        )
    needed = {(place, at) for place, at, _ in _needs(result)}
    live = {one.program for one in result.queues if one.channel in LIVE}
    for program in context.programs.values():
        opens, closes = known(program.opens), known(program.closes)
        if program.id not in live or opens is None or closes is None:
            continue
        bare = [
            (place, at)
            for place, weekday in enumerate(_WEEK)
            if weekday in (known(program.days) or ())
            for at in range(0, 1440, result.interval_minutes)
            if opens < at + result.interval_minutes and at < closes and (place, at) not in needed
        ]
        if bare:
            place, at = bare[0]
            yield Hit(
                f"work.programs.programs[{program.id}].opens",
                Phrase(
                    "「{program}」の受付時間のうち、{weekday} {start}などは要員計画に人がいません"
                    "（週に{count}の時間帯）。",
                    "“{program}” is open on {weekday} at {start}, where the staffing plan has nobody "
                    "(intervals a week: {count}).",
                ).fill(
                    program=context.program_name(program.id),
                    weekday=label(_WEEK[place]),
                    start=clock(at),
                    count=len(bare),
                ),
                Phrase(
                    "2.1の受付時間を確かめ、「要員計画と想定費用」で要員計画を作り直してください"
                    "（コマンドでは rfp-builder workload fill）。",
                    "Check the hours of 2.1 and make the plan anew under Staffing and should-cost (as a "
                    "command: rfp-builder workload fill).",
                ),
            )


@rule("staffing.start", Severity.WARNS, "開始日と採用計画", "Start against the hiring plan")
def start(context: Context) -> Iterator[Hit]:
    """People cannot be hired and trained by the start of service."""
    result = context.project.staffing.result
    begins = known(context.definition.work.start.service_start)
    if result is None or result.can_be_met is not False or begins is None:
        return
    first = result.first_start
    if first is None:
        said = Phrase(
            "サービス開始日（{begins}）までに必要な人数の採用と研修が終わらず、研修の定員と離職率がこの"
            "ままでは、開始日を延ばしても間に合いません。",
            "People cannot be hired and trained by the start of service on {begins}; with classes of this "
            "size and this attrition, no later start would do either.",
        )
    elif begins < first:
        said = Phrase(
            "サービス開始日（{begins}）までに必要な人数の採用と研修が終わりません。最短の開始日は{first}です。",
            "People cannot be hired and trained by the start of service on {begins}; the first start that "
            "can be met is {first}.",
        )
    else:
        return
    yield Hit(
        "work.start.service_start",
        said.fill(begins=day(begins), first="" if first is None else day(first)),
        Phrase(
            "開始日を延ばす、契約を早める、立ち上げの段階（2.4）をゆるめる、経験者や研修の定員を増やす、の"
            "いずれかを検討してください。",
            "Start later, sign earlier, stretch the ramp (2.4), or find experienced people.",
        ),
    )


@rule("staffing.budget-short", Severity.WARNS, "予算とサービスレベル", "Budget below the should-cost")
def budget_short(context: Context) -> Iterator[Hit]:
    """The ceiling price does not pay for what the service levels and hours need, as likely as not."""
    if _pays(context, "p50") is False:
        yield Hit(
            _CEILING,
            Phrase(
                "予定価格では、求める件数・受付時間・サービスレベルに必要な費用を、半分以上の確率で賄えません。",
                "More likely than not, the ceiling price does not pay for the volume, hours and service "
                "levels asked for.",
            ),
            Phrase(
                "予定価格、サービスレベル（4.9）、受付時間（2.1）のいずれかを見直してください。想定費用は"
                "「要員計画と想定費用」の「4 計画」で確かめられます"
                "（コマンドでは rfp-builder workload plan --with-cost）。",
                "Reconsider the ceiling price, the service levels (4.9) or the hours (2.1). 4 Plan of "
                "Staffing and should-cost shows the cost (as a command: rfp-builder workload plan "
                "--with-cost).",
            ),
        )


@rule("staffing.budget-tight", Severity.ADVISES, "予算の余裕", "Little room in the budget")
def budget_tight(context: Context) -> Iterator[Hit]:
    """The ceiling price pays for the likely cost, but not for one that comes in one case of five."""
    if _pays(context, "p50") and _pays(context, "p80") is False:
        yield Hit(
            _CEILING,
            Phrase(
                "予定価格は、想定費用が高めになった場合（5回に1回程度）を賄えません。",
                "The ceiling price does not pay for the higher costs that come in one case of five.",
            ),
            Phrase(
                "応札が集まらないおそれがあります。予定価格に余裕を持たせるか、業務の範囲を見直してください。",
                "There may be few offers. Leave more room, or reconsider the scope.",
            ),
        )


def _pays(context: Context, which: str) -> bool | None:
    """Whether the ceiling price pays for a case of the should-cost over the months of service.

    None where there is no ceiling price, no should-cost, or no term.
    """
    work, result = context.definition.work, context.project.staffing.result
    ceiling = known(work.constraints.ceiling_price)
    months = _months(known(work.start.service_start), known(work.start.contract_end))
    cost: CostFigures | None = None if result is None else result.cost
    if ceiling is None or cost is None or months is None:
        return None
    return ceiling >= int(getattr(cost, which)) * months


def _months(first: date | None, last: date | None) -> Fraction | None:
    if first is None or last is None or last <= first:
        return None
    return Fraction((last - first).days + 1) / _DAYS_A_MONTH


def _needs(result: StaffingResult) -> Iterator[tuple[int, int, int]]:
    """Day of the week, minute of the day and people, of each interval that needs some."""
    for place, intervals in enumerate(result.week):
        for interval, needed in enumerate(intervals):
            if needed:
                yield place, interval * result.interval_minutes, needed


def _bands(context: Context) -> tuple[SiteShift, ...] | None:
    """The bands of 4.1; None where there are none, or one of them is incomplete."""
    bands = rows(context.definition.operations.sites.shifts)
    whole = all(
        known(one.headcount) is not None and known(one.opens) is not None and known(one.closes) is not None
        for one in bands
    )
    return bands if bands and whole else None


def _present(bands: tuple[SiteShift, ...], weekday: Day, minute: int) -> int:
    return sum(
        known(one.headcount) or 0
        for one in bands
        if weekday in (known(one.days) or ()) and (known(one.opens) or 0) <= minute < (known(one.closes) or 0)
    )
