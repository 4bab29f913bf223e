"""2.3: what the history is, growth, days that differ, and the months to come."""

from __future__ import annotations

from collections.abc import Iterator

from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.definition.work import MonthlyForecast, SpecialDay
from rfp_builder.model.derived import HISTORY
from rfp_builder.workspace.staffing.proposal import Proposal, proposal
from rfp_builder.workspace.staffing.proposed.ground import QUEUES, Ground, free_id, localized, on_day

_STATED_GROWTH = "work.forecast.yearly_growth"
_FORECAST = (
    *(HISTORY, QUEUES, "staffing.until", "staffing.growth", "staffing.specials"),
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
_LONGEST = 32
"""What the id of a row takes of that of its queue: a month and a number stand beside it."""
_ROWS_OF_MONTHS = Phrase("{n}行（計{contacts}件）", "{n} rows ({contacts} contacts in all)")


def forecast_proposals(ground: Ground) -> Iterator[Proposal]:
    """2.3: what the history is, growth, days that differ, and the months to come."""
    from rfp_builder.workload.history.values import History
    from rfp_builder.workload.plan.facts import growth_a_year

    project, staffing = ground.project, ground.project.staffing
    yield proposal(project, "2.3", "history", localized(_about(ground)), (HISTORY,))
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
            occasion=one.occasion or localized(_SPECIAL),
            period=localized(_PERIOD.fill(first=on_day(one.first), last=on_day(one.last))),
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


def _months(ground: Ground) -> tuple[MonthlyForecast, ...]:
    """The months of service of each program and channel of the history; rows of others stay."""
    from rfp_builder.workload.plan.facts import whole_months

    begin = f"{ground.plan.months[0].first_day:%Y-%m}" if ground.plan.months else ""
    planned = {
        of: (queues[0][2].id, whole_months(ground.plan, ground.parts, [place for place, _, _ in queues]))
        for of, queues in ground.by_row().items()
    }
    kept = [
        row
        for row in known(ground.project.definition.work.forecast.months) or ()
        if (row.program, known(row.channel)) not in planned
    ]
    taken = {row.id for row in kept}
    made = []
    for (program, channel), (queue, by_month) in planned.items():
        for month, contacts in by_month.items():
            if month >= begin:
                row_id = free_id(f"m-{month}-{queue[:_LONGEST]}", taken)
                taken.add(row_id)
                made.append(
                    MonthlyForecast(
                        id=row_id, month=month, program=program, channel=channel, contacts=contacts
                    )
                )
    return tuple(sorted([*kept, *made], key=lambda row: row.month or "")) if made else ()


def _about(ground: Ground) -> Phrase:
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
    made = said.fill(first=on_day(first), last=on_day(last), contacts=f"{contacts:,}", grain=grain)
    if not lost:
        return made
    more = _LEFT_OUT.fill(n=lost)
    return Phrase(made.ja + more.ja, f"{made.en} {more.en}")
