"""The plan of an open project."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rfp_builder.workspace.staffing.history import volumes_of
from rfp_builder.workspace.workspace import Workspace

if TYPE_CHECKING:
    from rfp_builder.workload.forecast.values import Forecast
    from rfp_builder.workload.history.values import History, MonthlyTotals
    from rfp_builder.workload.plan.values import StaffingPlan


@dataclass(frozen=True, slots=True, eq=False)
class Planned:
    """A plan, and what it was made from."""

    plan: StaffingPlan
    volumes: History | MonthlyTotals | Forecast


def planned(workspace: Workspace, today: date) -> Planned:
    """The plan of a project as it is now; nothing is saved.

    Raises:
        Refused: no history was taken in, its file was changed, or nothing is expected.
        WrongUse: a setting makes no sense, or the period cannot be forecast.
    """
    from rfp_builder.workload.plan.making import make_plan

    volumes = volumes_of(workspace)
    return Planned(make_plan(workspace.project, volumes, today=today), volumes)


def plan_of(workspace: Workspace, today: date) -> StaffingPlan:
    """The same without what it was made from."""
    return planned(workspace, today).plan
