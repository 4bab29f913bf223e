"""What a plan says, view by view: each gives the lines that are shown. Confidential."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from textual.content import Content

from rfp_builder.i18n import Lang, Phrase, listed
from rfp_builder.text.show import show_date, show_money, show_month, show_number, show_percent
from rfp_builder.tui.documents.pane import Column, table
from rfp_builder.tui.staffing.result_cost import cost_lines
from rfp_builder.tui.staffing.result_hiring import hiring_lines
from rfp_builder.tui.staffing.result_shifts import shift_lines
from rfp_builder.tui.staffing.result_used import remark_lines, used_lines
from rfp_builder.tui.staffing.result_week import week_lines
from rfp_builder.tui.widths import filled, lines_of

if TYPE_CHECKING:
    from rfp_builder.workload.plan.values import StaffingPlan
    from rfp_builder.workspace.staffing.by_month import MonthOfService


_LABEL_WIDTH = 32
_CONTACTS = Phrase("件数", "Contacts")
_IN_MONTHS = Phrase("{first}から{n}か月で{contacts}件", "{contacts} in {n} months from {first}")
_BUSIEST = Phrase("最も混む時間帯の必要人数", "Agents in the busiest interval")
_OF_QUEUES = Phrase("{certainty}の場合に足りる人数", "enough in {certainty} of all cases")
_QUEUE = Phrase("{agents}人（平均的な件数なら{mean}人）", "{agents} ({mean} for the average)")
_AHT = Phrase("、1件{aht}秒", ", {aht} s a contact")
_WEEK = Phrase("基準の週の必要人数", "Agents in the week planned for")
_IN_WEEK = Phrase(
    "最大{agents}人、休憩・休暇などを含めて{staff}人（{monday}からの週）",
    "{agents} at most, {staff} with shrinkage (week of {monday})",
)
_HEADCOUNT = Phrase("総人数（シフト）", "Headcount (shifts)")
_PEOPLE = Phrase("{n}人（うちパートタイム{part}人）", "{n} ({part} in part-time)")
_NO_SHIFTS = Phrase("シフトを組めません", "no shifts cover the need")
_FULL_TIME = Phrase("常勤換算（最も多い月）", "Full-time people, busiest month")
_SO_MANY = Phrase("{n}人", "{n}")
_START = Phrase("サービス開始日", "Start of service")
_MET = Phrase("{start}に間に合います", "{start} can be met")
_NOT_MET = Phrase("{start}には間に合いません", "{start} cannot be met")
_FIRST = Phrase("最短の開始日", "First start that can be met")
_NEVER = Phrase("なし（研修の定員と離職率を見直してください）", "none: reconsider classes and attrition")
_HIRED = Phrase("採用人数と募集の開始", "People to hire, from")
_HIRES = Phrase("{n}人（{begins}から）", "{n}, from {begins}")
_COST = Phrase("想定費用（税抜、月額）", "Should-cost a month, no tax")
_YEN = Phrase("標準 {base}、P80 {p80}", "base {base}, P80 {p80}")
_ASSUMED = Phrase("仮定した値", "Values nobody confirmed")
_COUNTED = Phrase("{n}項目（「使った値」で確かめられます）", "{n} (see Values)")
_ERROR = Phrase("予測の誤差（過去で検証）", "Error of the forecast, tested")
_LEVEL = Phrase("{level} {wape}", "{level} {wape}")

_MONTHS = (
    Column(Phrase("月", "Month"), 14),
    Column(Phrase("件数 低め", "Cont. low"), 9, number=True),
    Column(Phrase("標準", "base"), 9, number=True),
    Column(Phrase("高め", "high"), 9, number=True),
    Column(Phrase("常勤低め", "FTE low"), 8, number=True),
    Column(Phrase("標準", "base"), 6, number=True),
    Column(Phrase("高め", "high"), 6, number=True),
)
_MONTHS_MEAN = Phrase(
    "サービス開始後の月ごとの件数と、常勤換算の必要人数です（立ち上げの段階を反映）。"
    "「低め」を下回る、「高め」を上回る可能性は、それぞれ10回に1回です。",
    "Contacts and full-time people of each month of service, with the ramp. One chance in ten to stay below "
    "low, and one in ten to go above high.",
)


def summary_lines(plan: StaffingPlan, lang: Lang, width: int) -> Iterator[Content]:
    """The answers, each beside what it answers; what is long goes on below itself."""
    for label, value in _answers(plan, lang):
        first, *more = lines_of(value, width - _LABEL_WIDTH)
        yield Content.assemble(Content.styled(f"{filled(label, _LABEL_WIDTH - 1)} ", "bold"), Content(first))
        yield from (Content(" " * _LABEL_WIDTH + line) for line in more)


def month_lines(months: Sequence[MonthOfService], lang: Lang) -> Iterator[Content]:
    """Contacts and people by month, each with its range."""
    yield Content.styled(_MONTHS_MEAN.to(lang), "$text-muted")
    yield Content("")
    rows = [
        (
            show_month(f"{one.first_day:%Y-%m}", lang),
            *(show_number(round(end)) for end in (one.contacts.low, one.contacts.base, one.contacts.high)),
            *(_tenth(end) for end in (one.full_time.low, one.full_time.base, one.full_time.high)),
        )
        for one in months
    ]
    yield from table(_MONTHS, rows, lang)


def _answers(plan: StaffingPlan, lang: Lang) -> Iterator[tuple[str, str]]:
    if plan.months:
        said = _IN_MONTHS.fill(
            first=show_date(plan.months[0].first_day, lang),
            n=len(plan.months),
            contacts=show_number(sum(one.contacts for one in plan.months)),
        )
        yield _CONTACTS.to(lang), said.to(lang)
    certainty = show_percent(Fraction(plan.certainty).limit_denominator(1000) * 100)
    yield _BUSIEST.to(lang), _OF_QUEUES.fill(certainty=certainty).to(lang)
    for one in plan.queues:
        agents, mean = (int(found[one.busiest]) for found in (one.agents, one.agents_at_mean))
        said = _QUEUE.fill(agents=show_number(agents), mean=show_number(mean))
        aht = _AHT.fill(aht=show_number(round(one.aht_s)))
        yield f"  {one.name.to(lang)}", said.to(lang) + aht.to(lang)
    week = plan.week
    said = _IN_WEEK.fill(
        agents=show_number(int(week.agents.max())),
        staff=show_number(int(week.staff.max())),
        monday=show_date(week.monday, lang),
    )
    yield _WEEK.to(lang), said.to(lang)
    yield from _people(plan, lang)
    if plan.cost is not None:
        base, p80 = (show_money(yen, "JPY", lang) for yen in (plan.cost.base.total, plan.cost.spread.p80))
        yield _COST.to(lang), _YEN.fill(base=base, p80=p80).to(lang)
    yield from _sureness(plan, lang)


def _people(plan: StaffingPlan, lang: Lang) -> Iterator[tuple[str, str]]:
    shifts, hiring, need = plan.shifts, plan.hiring, plan.need
    if shifts is not None:
        said = _PEOPLE.fill(n=show_number(shifts.headcount), part=show_number(shifts.part_timers))
        yield _HEADCOUNT.to(lang), said.to(lang)
    else:
        yield _HEADCOUNT.to(lang), _NO_SHIFTS.to(lang)
    most = max((one.full_time for one in plan.months), default=None)
    if most is not None:
        yield _FULL_TIME.to(lang), _SO_MANY.fill(n=_tenth(most)).to(lang)
    if hiring is None or need is None:
        return
    if hiring.recruiting_from is not None:
        begins = show_date(hiring.recruiting_from, lang)
        yield _HIRED.to(lang), _HIRES.fill(n=show_number(hiring.hired), begins=begins).to(lang)
    met = _MET if hiring.can_be_met else _NOT_MET
    yield _START.to(lang), met.fill(start=show_date(need.start, lang)).to(lang)
    if not hiring.can_be_met:
        first = hiring.first_start
        yield _FIRST.to(lang), _NEVER.to(lang) if first is None else show_date(first, lang)


def _sureness(plan: StaffingPlan, lang: Lang) -> Iterator[tuple[str, str]]:
    from rfp_builder.workload.plan.values import Origin

    if plan.backtest is not None and plan.backtest.scores:
        said = (
            _LEVEL.fill(level=one.level, wape=show_percent(Fraction(one.wape) * 100, 1))
            for one in plan.backtest.scores
        )
        yield _ERROR.to(lang), listed(said).to(lang)
    assumed = sum(one.origin is Origin.ASSUMED for one in plan.used)
    if assumed:
        yield _ASSUMED.to(lang), _COUNTED.fill(n=assumed).to(lang)


def _tenth(value: float) -> str:
    return show_number(Fraction(value), 1)


VIEWS: Mapping[str, Phrase] = MappingProxyType(
    {
        "summary": Phrase("要約", "Summary"),
        "months": Phrase("月別", "Months"),
        "week": Phrase("時間帯", "Week"),
        "shifts": Phrase("シフト", "Shifts"),
        "hiring": Phrase("採用", "Hiring"),
        "cost": Phrase("費用", "Cost"),
        "remarks": Phrase("注意", "Remarks"),
        "used": Phrase("使った値", "Values"),
    }
)
"""What there is to look at, in this order."""


def lines_of_view(
    view: str, plan: StaffingPlan, months: Sequence[MonthOfService], lang: Lang, width: int
) -> Iterator[Content]:
    """The lines of one of `VIEWS`, for `width` cells."""
    match view:
        case "months":
            return month_lines(months, lang)
        case "week":
            return week_lines(plan, lang, width)
        case "shifts":
            return shift_lines(plan, lang)
        case "hiring":
            return hiring_lines(plan, lang)
        case "cost":
            return cost_lines(plan, lang)
        case "remarks":
            return remark_lines(plan, lang, width)
        case "used":
            return used_lines(plan, lang, width)
        case _:
            return summary_lines(plan, lang, width)
