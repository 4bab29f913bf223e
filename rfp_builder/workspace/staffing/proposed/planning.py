"""4.4: how exactly each level can be forecast, as measured; interval, shrinkage and occupancy cap."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal
from typing import TYPE_CHECKING

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.choices import PlanningLevel
from rfp_builder.model.definition.operations import PlanningStep
from rfp_builder.model.derived import HISTORY
from rfp_builder.workspace.staffing.proposal import Proposal, proposal
from rfp_builder.workspace.staffing.proposed.ground import Ground, phrase

if TYPE_CHECKING:
    from rfp_builder.workload.plan.values import StaffingPlan
_WHOLE, _STRICTEST = Decimal(1), Decimal(5)


def planning_proposals(ground: Ground) -> Iterator[Proposal]:
    """4.4: how exactly each level can be forecast, as measured; interval, shrinkage and occupancy cap."""
    project, plan = ground.project, ground.plan
    planning = project.definition.operations.planning
    rows = {known(row.level): row for row in known(planning.steps) or ()}
    for level, accuracy in _accuracies(plan):
        row = rows.get(level)
        name = phrase(choice_label(level))
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
