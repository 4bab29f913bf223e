"""The plan of an open project."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from rfp_builder.model.project import Project
from rfp_builder.workspace.staffing.history import volumes_in
from rfp_builder.workspace.workspace import Workspace

if TYPE_CHECKING:
    from rfp_builder.workload.forecast.values import Forecast
    from rfp_builder.workload.history.values import History, MonthlyTotals
    from rfp_builder.workload.plan.progress import Progress
    from rfp_builder.workload.plan.values import StaffingPlan

    Volumes: TypeAlias = History | MonthlyTotals | Forecast
    """What a plan is made from."""


@dataclass(frozen=True, slots=True, eq=False)
class Planned:
    """A plan, and what it was made from."""

    plan: StaffingPlan
    volumes: Volumes


def planned(workspace: Workspace, today: date, *, progress: Progress | None = None) -> Planned:
    """The plan of a project as it is now; nothing is saved. `progress` is told how far it is.

    Raises:
        Refused: no history was taken in, its file was changed, or nothing is expected.
        WrongUse: a setting makes no sense, or the period cannot be forecast.
    """
    return planned_in(workspace.folder, workspace.project, today, progress=progress)


def planned_in(folder: Path, project: Project, today: date, *, progress: Progress | None = None) -> Planned:
    """The same of a project whose files lie in `folder`, for whoever goes on editing while it is made."""
    from rfp_builder.workload.plan.making import make_plan
    from rfp_builder.workload.plan.progress import unheard

    volumes = volumes_in(folder, project)
    return Planned(make_plan(project, volumes, today=today, progress=progress or unheard), volumes)


def plan_of(workspace: Workspace, today: date, *, progress: Progress | None = None) -> StaffingPlan:
    """The same without what it was made from."""
    return planned(workspace, today, progress=progress).plan
