"""A plan's settings in the words of the project: what it used, as `model.staffing.Staffing`."""

from __future__ import annotations

from rfp_builder.excel.staffing.numerals import number, percent, tidy
from rfp_builder.i18n import Lang, Speakable
from rfp_builder.model.localized import Localized
from rfp_builder.model.staffing import (
    CostAssumption,
    CostStanding,
    HiringTerms,
    LevelKind,
    Queue,
    ShrinkageBasis,
    ShrinkagePart,
    Staffing,
)
from rfp_builder.workload.plan.values import PlannedQueue, StaffingPlan
from rfp_builder.workload.should_cost import Assumption

_RATIO_DIGITS = 6


def settings_of(plan: StaffingPlan) -> Staffing:
    """Everything that the workbook lets people change, as the plan used it.

    What the plan took from the definition stands here as a setting, too; whoever takes changes over starts
    from these rows where the project has none of its own (`changes.AssumptionChanges.applied`).
    """
    caps = [queue.goal.max_occupancy for queue in plan.queues if queue.goal]
    cap = next((one for one in caps if one is not None), None)
    return Staffing(
        until=plan.forecast.last,
        growth=None if plan.growth is None else percent(plan.growth),
        specials=plan.specials,
        seats=plan.seats,
        groups=plan.groups,
        part_time_most=None if plan.part_time_most is None else percent(plan.part_time_most),
        certainty=tidy(percent(plan.certainty), 2),
        occupancy_cap=None if cap is None else percent(cap),
        queues=tuple(_queue(queue) for queue in plan.queues),
        shrinkage=tuple(
            ShrinkagePart(name=text(one.name), share=percent(one.share), basis=ShrinkageBasis(one.basis))
            for one in plan.shrinkage.components
        ),
        hiring=_hiring(plan),
        costs=() if plan.cost is None else tuple(_cost(one) for one in plan.cost.assumptions),
    )


def text(spoken: Speakable) -> Localized:
    """A text as a project keeps it."""
    if isinstance(spoken, Localized):
        return spoken
    return Localized(ja=spoken.to(Lang.JA), en=spoken.to(Lang.EN))


def _queue(queue: PlannedQueue) -> Queue:
    goal = queue.goal
    return Queue(
        id=queue.id,
        program=queue.program,
        channel=queue.channel,
        aht=max(1, round(queue.aht_s)),
        target=None if goal is None else percent(goal.target),
        within=None if goal is None else round(goal.within_s),
        patience=None if goal is None or goal.patience_s is None else round(goal.patience_s),
        level=LevelKind.OFFERED if goal is None else LevelKind(goal.level),
        deadline_minutes=None if queue.deadline is None else round(queue.deadline.within_s / 60),
        at_a_time=None if queue.chat is None else tidy(number(queue.chat.concurrency), 2),
        minimum=None if goal is None else goal.minimum,
    )


def _hiring(plan: StaffingPlan) -> HiringTerms:
    terms, need = plan.terms, plan.need
    if terms is None:
        return HiringTerms.empty()
    return HiringTerms(
        decided_on=None if need is None else need.hiring_from,
        lead_weeks=terms.lead_weeks,
        training_weeks=terms.training_weeks,
        class_size=terms.class_size,
        classes_a_month=terms.classes_a_month,
        class_attrition=percent(terms.class_attrition),
        monthly_attrition=tuple(percent(one) for one in terms.monthly_attrition),
        ramp=tuple(percent(one) for one in terms.ramp),
        experienced=None if need is None else round(need.experienced),
    )


def _cost(one: Assumption) -> CostAssumption:
    low, base, high = (
        tidy(number(end), _RATIO_DIGITS) for end in (one.value.low, one.value.base, one.value.high)
    )
    return CostAssumption(
        item=one.item.value,
        low=low,
        base=base,
        high=high,
        source=text(one.source),
        as_of=one.as_of,
        standing=CostStanding(one.standing),
    )
