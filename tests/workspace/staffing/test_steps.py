"""How far staffing is: each step by itself, and the whole."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from hashlib import sha256

from rfp_builder.model.project import Project
from rfp_builder.model.rfp import Issue
from rfp_builder.model.staffing import Staffing
from rfp_builder.workload.plan.result import result_of
from rfp_builder.workspace.staffing.filling import choice, filled
from rfp_builder.workspace.staffing.planning import Planned
from rfp_builder.workspace.staffing.proposing import proposals
from rfp_builder.workspace.staffing.steps import (
    PlanAtHand,
    Standing,
    StepName,
    StepState,
    next_step,
    settings_made,
    standing_of,
    steps_of,
)
from rfp_builder.workspace.workspace import Workspace

TODAY = date(2026, 11, 2)


def _state(project: Project, name: StepName, at_hand: PlanAtHand = PlanAtHand.NONE) -> StepState:
    return next(one.state for one in steps_of(project, at_hand) if one.name is name)


def _next(project: Project) -> StepName | None:
    found = next_step(steps_of(project))
    return None if found is None else found.name


def test_without_a_history_everything_else_waits() -> None:
    project = Project()
    assert standing_of(project) is Standing.NOTHING and _next(project) is StepName.HISTORY
    for name in (StepName.QUEUES, StepName.PLAN, StepName.FILL, StepName.BOOK, StepName.ANNEX):
        assert _state(project, name) is StepState.EARLY


def test_the_steps_follow_the_plan_into_the_definition_and_out_of_date(
    workspace: Workspace, made: Planned
) -> None:
    project = workspace.project
    assert standing_of(project) is Standing.HISTORY and _next(project) is StepName.PLAN
    planned = project.replace(staffing=project.staffing.replace(result=result_of(made.plan, project, TODAY)))
    assert standing_of(planned) is Standing.PLAN and _next(planned) is StepName.FILL
    assert _state(planned, StepName.PLAN, PlanAtHand.OLD) is StepState.OLD
    done = choice(proposals(made, project), None, overwrite=True).done
    after = filled(project, made, done, TODAY)
    assert standing_of(after) is Standing.FILLED and _next(after) is None
    moved = after.replace(staffing=after.staffing.replace(growth=Decimal(7)))
    assert standing_of(moved) is Standing.OLD and _next(moved) is StepName.PLAN
    assert _state(moved, StepName.FILL) is StepState.OLD


def test_filling_in_is_left_to_people_where_only_what_they_wrote_could_be_replaced(
    workspace: Workspace, made: Planned
) -> None:
    project = workspace.project
    planned = project.replace(staffing=project.staffing.replace(result=result_of(made.plan, project, TODAY)))
    steps = {free: steps_of(planned, PlanAtHand.CURRENT, free) for free in (None, 0, 1)}
    coming = {free: found and found.name for free, one in steps.items() for found in (next_step(one),)}
    assert coming == {None: StepName.FILL, 0: None, 1: StepName.FILL}


def test_nothing_waits_to_be_filled_in_or_added_once_the_rfp_is_out(
    workspace: Workspace, made: Planned
) -> None:
    project = workspace.project
    out = Issue(
        version="1.0", issued_on=TODAY, files=(), requirements=(), criteria_digest=sha256(b"").hexdigest()
    )
    staffing = project.staffing.replace(result=result_of(made.plan, project, TODAY))
    issued = project.replace(staffing=staffing, issues=(out,))
    assert _next(issued) is None and _state(issued, StepName.ANNEX) is StepState.EARLY
    done = choice(proposals(made, project), None, overwrite=True).done
    after = filled(project, made, done, TODAY)
    moved = after.replace(staffing=after.staffing.replace(growth=Decimal(7)), issues=(out,))
    assert _next(moved) is StepName.PLAN and _state(moved, StepName.FILL) is StepState.DONE


def test_settings_are_counted_one_by_one(workspace: Workspace) -> None:
    staffing = workspace.project.staffing
    assert settings_made(Staffing()) == 0
    queue = staffing.queues[0].replace(aht=200, minimum=2)
    hiring = staffing.hiring.replace(class_size=10, ramp=(Decimal(50), Decimal(80)))
    own = Staffing(growth=Decimal(3), seats=40, part_time_most=Decimal(0), queues=(queue,), hiring=hiring)
    assert settings_made(own) == 7
