"""What of a plan is kept in the project, for the check and for the definition."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from rfp_builder.model.derived import Input, input_at
from rfp_builder.model.project import Project
from rfp_builder.model.staffing import CostFigures, QueueResult, StaffingResult
from rfp_builder.workload.plan.facts import by_whole_months
from rfp_builder.workload.plan.values import PlannedQueue, StaffingPlan
from rfp_builder.workload.should_cost import ShouldCost

_DAY_MIN = 1440
_TENTH, _HUNDREDTH = Decimal("0.1"), Decimal("0.01")


def result_of(plan: StaffingPlan, project: Project, today: date) -> StaffingResult:
    """The result with the digests of what it rests on, as the project holds it now."""
    shifts, hiring = plan.shifts, plan.hiring
    return StaffingResult(
        on=today,
        inputs=inputs_of(plan, project),
        queues=tuple(_queue(plan, one) for one in plan.queues),
        interval_minutes=_DAY_MIN // plan.week.agents.shape[1],
        week=tuple(tuple(int(one) for one in day) for day in plan.week.agents),
        week_from=plan.week.monday,
        headcount=None if shifts is None else shifts.headcount,
        full_time=rounded(max((one.full_time for one in plan.months), default=0.0)),
        shrinkage=(Decimal(plan.shrinkage.total.numerator) * 100 / plan.shrinkage.total.denominator).quantize(
            _HUNDREDTH
        ),
        paid_hours_week=None if shifts is None else rounded(shifts.paid_hours),
        uncovered=plan.no_shifts is not None,
        hired=None if hiring is None else hiring.hired,
        recruiting_from=None if hiring is None else hiring.recruiting_from,
        can_be_met=None if hiring is None else hiring.can_be_met,
        first_start=None if hiring is None else hiring.first_start,
        cost=None if plan.cost is None else figures_of(plan.cost),
    )


def inputs_of(plan: StaffingPlan, project: Project) -> tuple[Input, ...]:
    """Every place that the plan depends on, with a digest of what stands there."""
    return tuple(input_at(project, path) for path in plan.rests_on)


def figures_of(cost: ShouldCost) -> CostFigures:
    """Yen a month. Confidential."""
    return CostFigures(
        low=cost.low.total,
        base=cost.base.total,
        high=cost.high.total,
        p50=cost.spread.p50,
        p80=cost.spread.p80,
    )


def rounded(value: float) -> Decimal:
    """To the tenth."""
    return Decimal(str(value)).quantize(_TENTH)


def _queue(plan: StaffingPlan, queue: PlannedQueue) -> QueueResult:
    by_month = by_whole_months(plan.forecast.first, queue.expected.sum(axis=1).tolist())
    return QueueResult(
        queue=queue.id,
        program=queue.program,
        channel=queue.channel,
        busiest_month_contacts=max(by_month.values(), default=0),
        average_month_contacts=round(sum(by_month.values()) / len(by_month)) if by_month else 0,
        aht=round(queue.aht_s),
        agents_in_busiest_interval=int(queue.agents[queue.busiest]),
    )
