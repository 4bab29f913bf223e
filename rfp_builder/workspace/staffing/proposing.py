"""All that a plan would fill into the definition: 2.2, 2.3, 2.4, 4.1 and 4.4."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from rfp_builder.i18n import Lang, Phrase, Speakable
from rfp_builder.model.answers import known
from rfp_builder.model.choices import PlanningLevel
from rfp_builder.model.definition.operations import PlanningStep
from rfp_builder.model.definition.work import ChannelVolume, MonthlyForecast, SpecialDay, StartMilestone
from rfp_builder.model.derived import HISTORY
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.staffing import Queue
from rfp_builder.text.show import show_date
from rfp_builder.workspace.staffing.bands import site_rows
from rfp_builder.workspace.staffing.planning import Planned
from rfp_builder.workspace.staffing.proposal import Proposal, proposal

if TYPE_CHECKING:
    from rfp_builder.workload.history.values import History, MonthlyTotals
    from rfp_builder.workload.plan.queues import QueueMap
    from rfp_builder.workload.plan.values import PlannedQueue, StaffingPlan

_QUEUES = "staffing.queues"
_STATED_GROWTH = "work.forecast.yearly_growth"
_FORECAST = (
    *(HISTORY, _QUEUES, "staffing.until", "staffing.growth", "staffing.specials"),
    *(_STATED_GROWTH, "work.start.service_start"),
)
_HISTORY = Phrase(
    "{first}から{last}までの実績{contacts}件（{grain}、受付件数）に基づく。",
    "Based on {contacts} contacts from {first} to {last} ({grain}, contacts offered).",
)
_MADE_ELSEWHERE = Phrase(
    "別途作成した{first}から{last}までの予測{contacts}件（{grain}）に基づく。",
    "Based on a forecast made elsewhere: {contacts} contacts from {first} to {last} ({grain}).",
)
_LEFT_OUT = Phrase("欠測した{n}日は平均から除いた。", "{n} days without data are left out of the averages.")
_BY_INTERVAL = Phrase("{n}分単位", "by {n} minutes")
_BY_DAY = Phrase("日別", "by day")
_BY_MONTH = Phrase("月別", "by month")
_PERIOD = Phrase("{first}から{last}まで", "{first} to {last}")
_SPECIAL = Phrase("特別日", "Special days")
_RECRUITING = Phrase("オペレーターの募集の開始", "Recruiting of agents begins")
_CLASS = Phrase("最初の導入研修の開始", "First induction class begins")
_READY = Phrase("オペレーターの配置の完了", "Agents ready for the start")
_VENDOR = Phrase("受託者", "vendor")
_ROWS_OF_MONTHS = Phrase("{n}行（計{contacts}件）", "{n} rows ({contacts} contacts in all)")
_ROWS_OF_BANDS = Phrase("{n}行（最大{most}人）", "{n} rows (at most {most} people)")
_WHOLE, _STRICTEST = Decimal(1), Decimal(5)
_ROWS_OF_SITES = Phrase(
    "{n}行（{sites}拠点の合計で最大{most}人。現在の4.1の人数の比率で配分）",
    "{n} rows (at most {most} people at {sites} sites, in the proportion of their people in 4.1 now)",
)
_SEVERAL_SITES = Phrase(
    "4.1に拠点が複数あり、人数がないため、どの拠点が何人を受け持つかを決められません。4.1には記入しません。"
    "4.1の各拠点に曜日・時間帯・人数を入れると、その比率で配分します。",
    "4.1 has several sites without headcount, so the plan cannot say which of them has how many people, and "
    "4.1 is left as it is. Enter days, hours and headcount of each site in 4.1, and the plan will be shared "
    "in that proportion.",
)
_NOBODY = Phrase(
    "計画では人を必要とする時間帯がないため、4.1には記入しません。件数と受付時間を確かめてください。",
    "The plan needs nobody at any time, so 4.1 is left as it is. Check the contacts and the opening hours.",
)
_NO_MILESTONES = Phrase(
    "採用がサービス開始日に間に合わないため、2.4に採用のマイルストーンを記入しません。",
    "Hiring cannot be done by the start of service, so 2.4 gets no milestones of hiring.",
)


@dataclass(frozen=True, slots=True, eq=False)
class _Ground:
    """What proposals are made from."""

    project: Project
    plan: StaffingPlan
    volumes: History | MonthlyTotals | None
    """None for a forecast made elsewhere: it holds no facts of the past."""
    queues: QueueMap
    parts: tuple[tuple[Fraction, ...], ...]

    def of_history(self) -> Iterator[tuple[int, PlannedQueue, Queue]]:
        """Planned queues whose contacts come from the history, with their places in the map."""
        places = {one.id: place for place, one in enumerate(self.queues.queues)}
        for planned in self.plan.queues:
            place = places[planned.id]
            if any(row[place] for row in self.parts):
                yield place, planned, self.queues.queues[place]


def proposals(planned: Planned, project: Project) -> tuple[Proposal, ...]:
    """What would be filled in, in the order of the definition, places that already say so included."""
    from rfp_builder.workload.forecast.values import Forecast
    from rfp_builder.workload.plan.facts import a_month_of
    from rfp_builder.workload.plan.queues import parts_of, queues_of

    plan, volumes = planned.plan, planned.volumes
    found = queues_of(project, plan.forecast.axes, plan.forecast.keys)
    facts = None if isinstance(volumes, Forecast) else volumes
    ground = _Ground(project, plan, facts, found, parts_of(project, found, a_month_of(volumes)))
    return (
        *_volumes(ground),
        *_forecast(ground),
        *_start(ground),
        *_sites(ground),
        *_planning(ground),
    )


def left_out(planned: Planned, project: Project) -> tuple[Phrase, ...]:
    """What a plan does not fill in, and why."""
    said = []
    if not planned.plan.week.agents.any():
        said.append(_NOBODY)
    elif not site_rows(project, planned.plan):
        said.append(_SEVERAL_SITES)
    if planned.plan.hiring is not None and not planned.plan.hiring.can_be_met:
        said.append(_NO_MILESTONES)
    return tuple(said)


def _volumes(ground: _Ground) -> Iterator[Proposal]:
    """2.2: contacts a month and handling time as measured, and the share of the busiest hour."""
    from rfp_builder.workload.plan.facts import average_month, busiest_hour
    from rfp_builder.workload.plan.handling import measured
    from rfp_builder.workload.plan.queues import row_of

    for place, planned, queue in ground.of_history():
        row = row_of(ground.project, queue)
        name = _phrase(planned.name)
        contacts = None if ground.volumes is None else average_month(ground.volumes, ground.parts, place)
        times = None if ground.volumes is None else measured(ground.volumes, ground.parts, place)
        mean_s = None if times is None else times.mean_s
        aht = queue.aht or (None if mean_s is None else round(mean_s))
        share = busiest_hour(planned)
        if row is None:
            if ground.project.definition.work.programs.programs is None or queue.program is not None:
                made = ChannelVolume(
                    id=queue.id,
                    program=queue.program,
                    channel=queue.channel,
                    monthly_contacts=contacts,
                    aht=aht,
                    peak_share=share,
                )
                shown = Phrase(*(f"{contacts or 0:,}{unit}" for unit in ("件／月", " a month")))
                tail = f"volumes[{queue.id}]"
                yield proposal(ground.project, "2.2", tail, made, (HISTORY, _QUEUES), name, shown)
            continue
        for column, value in (("monthly_contacts", contacts), ("aht", aht), ("peak_share", share)):
            if value is not None:
                tail = f"volumes[{row.id}].{column}"
                yield proposal(ground.project, "2.2", tail, value, (HISTORY, _QUEUES), name)


def _forecast(ground: _Ground) -> Iterator[Proposal]:
    """2.3: what the history is, growth, days that differ, and the months to come."""
    from rfp_builder.workload.history.values import History
    from rfp_builder.workload.plan.facts import growth_a_year

    project, staffing = ground.project, ground.project.staffing
    yield proposal(project, "2.3", "history", _localized(_about(ground)), (HISTORY,))
    growth = staffing.growth
    if any(one.path == _STATED_GROWTH for one in ground.plan.used):
        # The months below rest on it; what the history shows would contradict them.
        growth = known(project.definition.work.forecast.yearly_growth)
    if growth is None and isinstance(ground.volumes, History):
        growth = growth_a_year(ground.volumes, ())
    if growth is not None:
        yield proposal(project, "2.3", "yearly_growth", growth, (HISTORY, "staffing.growth"))
    days = tuple(
        SpecialDay(
            id=f"special-{number}",
            occasion=one.occasion or _localized(_SPECIAL),
            period=_localized(_PERIOD.fill(first=_day(one.first), last=_day(one.last))),
            change=(one.factor - 1) * 100,
        )
        for number, one in enumerate(staffing.specials, start=1)
        if one.last >= ground.plan.forecast.first
    )
    if days:
        yield proposal(project, "2.3", "special_days", days, ("staffing.specials",))
    months = _months(ground)
    if months:
        contacts = sum(known(row.contacts) or 0 for row in months)
        shown = _ROWS_OF_MONTHS.fill(n=len(months), contacts=f"{contacts:,}")
        yield proposal(project, "2.3", "months", months, _FORECAST, shown=shown)


def _months(ground: _Ground) -> tuple[MonthlyForecast, ...]:
    """The months of service of each queue of the history; rows of other queues stay."""
    from rfp_builder.workload.plan.facts import whole_months

    begin = f"{ground.plan.months[0].first_day:%Y-%m}" if ground.plan.months else ""
    planned = {
        (queue.program, queue.channel): (queue.id[:32], whole_months(ground.plan, ground.parts, place))
        for place, _, queue in ground.of_history()
    }
    kept = [
        row
        for row in known(ground.project.definition.work.forecast.months) or ()
        if (row.program, known(row.channel)) not in planned
    ]
    made = [
        MonthlyForecast(
            id=f"m-{month}-{queue}", month=month, program=program, channel=channel, contacts=contacts
        )
        for (program, channel), (queue, by_month) in planned.items()
        for month, contacts in by_month.items()
        if month >= begin
    ]
    return tuple(sorted([*kept, *made], key=lambda row: row.month or "")) if made else ()


def _start(ground: _Ground) -> Iterator[Proposal]:
    """2.4: milestones of hiring, where hiring can be done in time; the start of service stays as it is."""
    hiring = ground.plan.hiring
    before = [] if hiring is None or not hiring.can_be_met else _before_start(ground)
    if not before:
        return
    first = min(before, key=lambda one: one[0])
    last = max(on_floor for _, _, on_floor in before)
    for name, what, due in (
        ("hiring-begins", _RECRUITING, first[0]),
        ("class-begins", _CLASS, first[1]),
        ("agents-ready", _READY, last),
    ):
        row = StartMilestone(id=name, milestone=_localized(what), due=due, owner=_localized(_VENDOR))
        tail = f"milestones[{name}]"
        yield proposal(ground.project, "2.4", tail, row, ground.plan.rests_on, what, _day(due))


def _before_start(ground: _Ground) -> list[tuple[date, date, date]]:
    """Recruiting, class and end of class of those who are there when service starts."""
    hiring, need = ground.plan.hiring, ground.plan.need
    if hiring is None or need is None:
        return []
    return [
        (one.recruiting_from, one.class_from, one.on_floor)
        for one in hiring.classes
        if one.on_floor <= need.start
    ]


def _sites(ground: _Ground) -> Iterator[Proposal]:
    """4.1: the people present by bands of the week, at each site."""
    rows = site_rows(ground.project, ground.plan)
    if rows:
        sites = len({row.site for row in rows})
        most = int(ground.plan.week.agents.max())
        shown = (_ROWS_OF_BANDS if sites == 1 else _ROWS_OF_SITES).fill(n=len(rows), most=most, sites=sites)
        yield proposal(ground.project, "4.1", "shifts", rows, ground.plan.rests_on, shown=shown)


def _planning(ground: _Ground) -> Iterator[Proposal]:
    """4.4: how exactly each level can be forecast, as measured; interval, shrinkage and occupancy cap."""
    project, plan = ground.project, ground.plan
    planning = project.definition.operations.planning
    rows = {known(row.level): row for row in known(planning.steps) or ()}
    for level, accuracy in _accuracies(plan):
        row = rows.get(level)
        name = _phrase(_level_name(level))
        if row is not None:
            tail = f"steps[{row.id}].accuracy"
            yield proposal(project, "4.4", tail, accuracy, (HISTORY,), name)
        else:
            made = PlanningStep(id=f"level-{level.value}", level=level, accuracy=accuracy)
            shown = Phrase(f"{accuracy:f}%", f"{accuracy:f}%")
            yield proposal(project, "4.4", f"steps[level-{level.value}]", made, (HISTORY,), name, shown)
    yield proposal(project, "4.4", "interval_minutes", plan.forecast.interval_minutes, (HISTORY,))
    shrinkage = Decimal(plan.shrinkage.total.numerator) * 100 / plan.shrinkage.total.denominator
    rounded = shrinkage.quantize(Decimal("0.01")).normalize()
    yield proposal(project, "4.4", "shrinkage", Decimal(f"{rounded:f}"), ("staffing.shrinkage",))
    cap = next((one.goal.max_occupancy for one in plan.queues if one.goal is not None), None)
    if cap is not None:
        share = Decimal(str(round(cap * 100, 2))).normalize()
        yield proposal(project, "4.4", "occupancy_cap", Decimal(f"{share:f}"), ("staffing.occupancy_cap",))


def _accuracies(plan: StaffingPlan) -> Iterator[tuple[PlanningLevel, Decimal]]:
    """The error of the back-test in whole per cent, rounded up: what can be asked of a vendor.

    At least 5 %: half a year of quiet weeks promises nothing better to anybody.
    """
    if plan.backtest is None:
        return
    for level in (PlanningLevel.MONTH, PlanningLevel.WEEK, PlanningLevel.DAY, PlanningLevel.INTERVAL):
        score = next((one for one in plan.backtest.scores if one.level.value == level.value), None)
        if score is not None:
            percent = Decimal(str(score.wape * 100)).quantize(_WHOLE, ROUND_CEILING)
            yield level, min(Decimal(100), max(_STRICTEST, percent))


def _about(ground: _Ground) -> Phrase:
    from rfp_builder.workload.history.values import MINUTES_A_DAY, DayStatus, History

    kept = ground.project.staffing.history
    volumes = ground.volumes
    said = _MADE_ELSEWHERE if volumes is None else _HISTORY
    lost = 0
    if isinstance(volumes, History):
        by_day = volumes.interval_minutes == MINUTES_A_DAY
        grain = _BY_DAY if by_day else _BY_INTERVAL.fill(n=volumes.interval_minutes)
        lost = int((volumes.status == DayStatus.MISSING).sum())
    else:
        grain = _BY_INTERVAL.fill(n=ground.plan.forecast.interval_minutes) if volumes is None else _BY_MONTH
    first, last, contacts = (
        (kept.first, kept.last, kept.contacts)
        if kept is not None
        else (ground.plan.forecast.first, ground.plan.forecast.last, ground.plan.forecast.total)
    )
    made = said.fill(first=_day(first), last=_day(last), contacts=f"{contacts:,}", grain=grain)
    if not lost:
        return made
    more = _LEFT_OUT.fill(n=lost)
    return Phrase(made.ja + more.ja, f"{made.en} {more.en}")


def _level_name(level: PlanningLevel) -> Speakable:
    from rfp_builder.catalogue.choices import choice_label

    return choice_label(level)


def _phrase(said: Speakable) -> Phrase:
    return Phrase(said.to(Lang.JA), said.to(Lang.EN))


def _localized(said: Phrase) -> Localized:
    return Localized(ja=said.ja, en=said.en)


def _day(day: date) -> Phrase:
    return Phrase(show_date(day, Lang.JA), show_date(day, Lang.EN))
