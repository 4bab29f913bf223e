"""The staffing plan as the command line shows it: in words for a manager, and for `--json`."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from rfp_builder.excel.staffing.names import ORIGINS
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.show import show_date, show_money, show_number, show_percent
from rfp_builder.workload.plan.result import rounded
from rfp_builder.workload.plan.values import Origin, PlannedQueue, StaffingPlan, Used
from rfp_builder.workload.should_cost import ShouldCost
from rfp_builder.workspace.staffing.proposal import Proposal, Standing

_VOLUME = Phrase(
    "件数: {first}から{months}か月で{contacts}件", "Contacts: {contacts} in {months} months from {first}"
)
_QUEUES = Phrase(
    "最も混む時間帯に応対する人数（{certainty}の場合に足りる人数）:",
    "Agents in the busiest interval, enough in {certainty} of all cases:",
)
_QUEUE = Phrase(
    "  {name}: {agents}人（平均的な件数なら{mean}人）  1件{aht}秒",
    "  {name}: {agents} (for the average {mean}); {aht} s a contact",
)
_WEEK = Phrase(
    "基準の週（{monday}からの週）: 最も混む時間帯に{agents}人、休暇などを含めて{staff}人",
    "Week planned for (from {monday}): {agents} agents in the busiest interval, {staff} with shrinkage",
)
_SHIFTS = Phrase(
    "シフト: {headcount}人（うちパートタイム{part}人）  有給{hours}時間／週",
    "Shifts: {headcount} people ({part} in part-time), {hours} paid hours a week",
)
_NO_SHIFTS = Phrase("シフト: 組めません。{why}", "Shifts: none. {why}")
_FULL_TIME = Phrase(
    "常勤換算: 最も多い月で{most}人、最も少ない月で{least}人",
    "Full-time equivalents: {most} in the busiest month, {least} in the quietest",
)
_HIRING = Phrase(
    "採用: {hired}人。募集の開始は{begins}", "Hiring: {hired} people; recruiting begins {begins}"
)
_NO_HIRING = Phrase("採用: 不要", "Hiring: none needed")
_MET = Phrase("開始日: {start}に間に合います。", "Start: {start} can be met.")
_NOT_MET = Phrase("開始日: {start}には間に合いません。", "Start: {start} cannot be met.")
_FIRST = Phrase("  最短の開始日: {first}", "  First start that can be met: {first}")
_COST = Phrase(
    "想定費用（社外秘、税抜、月額）: 標準{base}（業務量が低めなら{low}、高めなら{high}）。"
    "前提の幅も含めると P50 {p50}、P80 {p80}",
    "Should-cost (confidential, without tax, a month): base {base} (with low volume {low}, with high volume "
    "{high}); with the ranges of all assumptions P50 {p50}, P80 {p80}",
)
_NO_COST = Phrase("想定費用: 計算していません。", "Should-cost: not worked out.")
_ASSUMED = Phrase("仮定した値（確かめて設定するもの）:", "Assumed, to be confirmed or set:")
_USED = Phrase("計算に使った値:", "Values used:")
_LINE = Phrase("  {name}: {value}", "  {name}: {value}")
_LINE_FROM = Phrase("  {name}: {value}（{origin}）", "  {name}: {value} ({origin})")
_REMARKS = Phrase("注意:", "Remarks:")
_FILLED = {
    Standing.EMPTY: Phrase("記入", "filled in"),
    Standing.SAME: Phrase("同じ", "the same"),
    Standing.FILLED: Phrase("更新", "renewed"),
    Standing.WRITTEN: Phrase("置き換え", "replaced"),
    Standing.CHANGED: Phrase("置き換え", "replaced"),
}
_LEFT = Phrase("手入力のまま", "left as written")
_PROPOSAL = Phrase("［{what}］{label}: {now} → {new}", "[{what}] {label}: {now} → {new}")
_PROPOSED_SAME = Phrase("［{what}］{label}: {new}", "[{what}] {label}: {new}")
_PATH = Phrase("    {path}", "    {path}")
_NOTHING = Phrase("（空欄）", "(empty)")
_LONGEST = 60


def spoken(plan: StaffingPlan, lang: Lang, *, with_cost: bool, everything: bool) -> Iterator[str]:
    """The lines of the summary."""
    yield from _of_volume(plan, lang)
    yield from _of_people(plan, lang)
    yield from _of_hiring(plan, lang)
    if with_cost:
        yield (_NO_COST if plan.cost is None else _cost(plan.cost, lang)).to(lang)
    shown = plan.used if everything else tuple(one for one in plan.used if one.origin is Origin.ASSUMED)
    if shown:
        yield ""
        yield (_USED if everything else _ASSUMED).to(lang)
        for one in shown:
            line = _LINE_FROM if everything else _LINE
            yield line.fill(name=one.name, value=one.value, origin=ORIGINS[one.origin]).to(lang)
    if plan.remarks:
        yield ""
        yield _REMARKS.to(lang)
        yield from (f"  {one.to(lang)}" for one in plan.remarks)


def data(plan: StaffingPlan, *, with_cost: bool) -> dict[str, object]:
    """The answer for `--json`. Without `with_cost` it holds no money."""
    shifts, hiring = plan.shifts, plan.hiring
    return {
        "certainty": plan.certainty,
        "interval_minutes": plan.forecast.interval_minutes,
        "shrinkage": float(plan.shrinkage.total),
        "forecast": {"first": plan.forecast.first, "last": plan.forecast.last},
        "queues": [_queue_data(one) for one in plan.queues],
        "months": [
            {
                "first_day": one.first_day,
                "contacts": one.contacts,
                "hours": round(one.hours, 1),
                "full_time": round(one.full_time, 1),
            }
            for one in plan.months
        ],
        "week": {
            "monday": plan.week.monday,
            "agents": plan.week.agents.tolist(),
            "staff": plan.week.staff.tolist(),
        },
        "headcount": None if shifts is None else shifts.headcount,
        "part_timers": None if shifts is None else shifts.part_timers,
        "paid_hours_week": None if shifts is None else shifts.paid_hours,
        "no_shifts": None if plan.no_shifts is None else plan.no_shifts.why,
        "hiring": None
        if hiring is None
        else {
            "hired": hiring.hired,
            "recruiting_from": hiring.recruiting_from,
            "can_be_met": hiring.can_be_met,
            "first_start": hiring.first_start,
            "classes": [
                {"hired": one.hired, "class_from": one.class_from, "on_floor": one.on_floor}
                for one in hiring.classes
            ],
        },
        **({"cost": _cost_data(plan.cost)} if with_cost else {}),
        "used": [_used_data(one) for one in plan.used],
        "remarks": list(plan.remarks),
    }


def proposal_line(one: Proposal, lang: Lang, *, is_filled: bool) -> str:
    """One place of the definition, with its path for `--only`."""
    what = _FILLED[one.standing] if is_filled else _LEFT
    now = _cut(one.now.to(lang)) or _NOTHING.to(lang)
    line = _PROPOSED_SAME if one.standing is Standing.SAME else _PROPOSAL
    said = line.fill(what=what, label=one.label, now=now, new=_cut(one.new.to(lang)))
    return f"{said.to(lang)}\n{_PATH.fill(path=one.path).to(lang)}"


def proposal_data(one: Proposal, *, is_filled: bool) -> dict[str, object]:
    """The same for `--json`."""
    return {
        "path": one.path,
        "label": one.label,
        "now": one.now,
        "new": one.new,
        "standing": one.standing.value,
        "filled": is_filled,
    }


def _of_volume(plan: StaffingPlan, lang: Lang) -> Iterator[str]:
    if plan.months:
        yield _VOLUME.fill(
            first=show_date(plan.months[0].first_day, lang),
            months=len(plan.months),
            contacts=f"{sum(one.contacts for one in plan.months):,}",
        ).to(lang)
    yield _QUEUES.fill(certainty=show_percent(Fraction(plan.certainty).limit_denominator(1000) * 100)).to(
        lang
    )
    for one in plan.queues:
        yield _QUEUE.fill(
            name=one.name,
            agents=show_number(int(one.agents[one.busiest])),
            mean=show_number(int(one.agents_at_mean[one.busiest])),
            aht=show_number(round(one.aht_s)),
        ).to(lang)


def _of_people(plan: StaffingPlan, lang: Lang) -> Iterator[str]:
    yield _WEEK.fill(
        monday=show_date(plan.week.monday, lang),
        agents=show_number(int(plan.week.agents.max())),
        staff=show_number(int(plan.week.staff.max())),
    ).to(lang)
    if plan.shifts is not None:
        yield _SHIFTS.fill(
            headcount=show_number(plan.shifts.headcount),
            part=show_number(plan.shifts.part_timers),
            hours=show_number(rounded(plan.shifts.paid_hours), 0),
        ).to(lang)
    elif plan.no_shifts is not None:
        yield _NO_SHIFTS.fill(why=plan.no_shifts.why).to(lang)
    full_time = [one.full_time for one in plan.months]
    if full_time:
        most, least = (show_number(rounded(one)) for one in (max(full_time), min(full_time)))
        yield _FULL_TIME.fill(most=most, least=least).to(lang)


def _of_hiring(plan: StaffingPlan, lang: Lang) -> Iterator[str]:
    hiring, need = plan.hiring, plan.need
    if hiring is None or need is None:
        return
    begins = hiring.recruiting_from
    if begins is None and hiring.can_be_met:
        yield _NO_HIRING.to(lang)
    elif begins is not None:
        yield _HIRING.fill(hired=show_number(hiring.hired), begins=show_date(begins, lang)).to(lang)
    start = show_date(need.start, lang)
    yield (_MET if hiring.can_be_met else _NOT_MET).fill(start=start).to(lang)
    if not hiring.can_be_met and hiring.first_start is not None:
        yield _FIRST.fill(first=show_date(hiring.first_start, lang)).to(lang)


def _cost(cost: ShouldCost, lang: Lang) -> Phrase:
    yen = {
        "low": cost.low.total,
        "base": cost.base.total,
        "high": cost.high.total,
        "p50": cost.spread.p50,
        "p80": cost.spread.p80,
    }
    return _COST.fill(**{name: show_money(amount, "JPY", lang) for name, amount in yen.items()})


def _cost_data(cost: ShouldCost | None) -> dict[str, object] | None:
    if cost is None:
        return None
    return {
        "low": cost.low.total,
        "base": cost.base.total,
        "high": cost.high.total,
        "cheapest": cost.cheapest.total,
        "dearest": cost.dearest.total,
        "p50": cost.spread.p50,
        "p80": cost.spread.p80,
        "per_contact": _yen(cost.base.per_call),
        "per_seat": _yen(cost.base.per_seat),
        "per_minute": _yen(cost.base.per_minute),
        "lines": {line.value: yen for line, yen in cost.base.lines.items()},
    }


def _yen(value: Fraction) -> float:
    return float(Decimal(value.numerator) / Decimal(value.denominator))


def _queue_data(one: PlannedQueue) -> dict[str, object]:
    day, interval = one.busiest
    return {
        "queue": one.id,
        "name": one.name,
        "program": one.program,
        "channel": one.channel.value,
        "aht_s": one.aht_s,
        "agents": int(one.agents[day, interval]),
        "agents_at_mean": int(one.agents_at_mean[day, interval]),
        "contacts_in_forecast": round(float(one.expected.sum())),
    }


def _used_data(one: Used) -> dict[str, object]:
    return {"name": one.name, "value": one.value, "origin": one.origin.value, "path": one.path}


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
