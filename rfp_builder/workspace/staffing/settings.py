"""Settings of the plan: taken from the staffing workbook, or changed one by one."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rfp_builder.errors import WrongUse
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.staffing import Queue, Staffing
from rfp_builder.text.fold import fold
from rfp_builder.workspace.staffing.history import volumes_of
from rfp_builder.workspace.staffing.planning import planned
from rfp_builder.workspace.workspace import Workspace

if TYPE_CHECKING:
    from rfp_builder.excel.staffing.changes import Change
    from rfp_builder.model.proposals import Remark
    from rfp_builder.workload.plan.progress import Progress
    from rfp_builder.workload.plan.values import StaffingPlan

_NO_QUEUE = Phrase("窓口「{queue}」はありません。", "There is no queue “{queue}”.")
_QUEUES = Phrase("指定できる窓口: {queues}", "Queues there are: {queues}")
_NO_SERIES = Phrase("履歴に「{series}」はありません。", "The history has no “{series}”.")
_SERIES = Phrase("履歴にある区分: {series}", "The history has: {series}")


@dataclass(frozen=True, slots=True)
class Assumed:
    """What a staffing workbook changed."""

    taken: tuple[Change, ...]
    left: tuple[Change, ...]
    """Changes of queues or parts that are no longer there."""
    remarks: tuple[Remark, ...]
    staffing: Staffing
    """The settings with what was taken."""
    used: Staffing
    """What the plan used before."""


def take_assumptions(
    workspace: Workspace,
    file_name: str,
    data: bytes,
    today: date,
    *,
    apply: bool = True,
    progress: Progress | None = None,
) -> Assumed:
    """Take what somebody changed on the sheet of assumptions, and with `apply` save it as settings.

    Where something was changed the plan is made: rows that the project has no settings of come from it.
    `progress` is told its stages.

    Raises:
        Refused: the file is no staffing workbook, another project's, or not safe to read; the project has no
            history.
        Conflict: somebody else saved in between.
    """
    found = look_at_assumptions(workspace, file_name, data, today, progress=progress)
    if apply and found.staffing != workspace.project.staffing:
        # Which settings, but never their values: wages are among them.
        keys = [one.key for one in found.taken]
        details: dict[str, object] = {"sha256": hashlib.sha256(data).hexdigest(), "changed": keys}
        save_settings(workspace, found.staffing, details)
    return found


def look_at_assumptions(
    workspace: Workspace,
    file_name: str,
    data: bytes,
    today: date,
    *,
    plan: StaffingPlan | None = None,
    progress: Progress | None = None,
) -> Assumed:
    """What somebody changed, without taking it; `plan` is the present one, where it was made before.

    Raises:
        Refused: as `take_assumptions`.
    """
    from rfp_builder.excel.staffing.reader import read_assumptions
    from rfp_builder.excel.staffing.settings import settings_of

    found, before = read_assumptions(data, file_name, workspace.identity), workspace.project.staffing
    if not found.changes:
        return Assumed((), (), found.notes, before, before)
    used = settings_of(plan or planned(workspace, today, progress=progress).plan)
    made = found.applied(before, used)
    taken = tuple(one for one in found.changes if one not in made.left)
    return Assumed(taken, made.left, found.notes, made.staffing, used)


def save_settings(workspace: Workspace, staffing: Staffing, details: dict[str, object]) -> None:
    """Save other settings. Raises `Conflict`."""
    if staffing != workspace.project.staffing:
        workspace.save(workspace.project.replace(staffing=staffing), "workload-set", details)


def assign(workspace: Workspace, queue: str, series: tuple[str, ...]) -> Queue:
    """Say that series of the history belong to a queue: the queue by its id or name, series as written.

    A name of a part, such as a program, says it of every series with that part. All others stay where they
    are. Queues become settings thereby, as they are in 2.2 now.

    Raises:
        Refused: there is no history.
        WrongUse: there is no such queue, or no such series.
    """
    from rfp_builder.workload.history.values import MonthlyTotals
    from rfp_builder.workload.plan.queues import queue_name, queues_of
    from rfp_builder.workspace.staffing.assigning import BETWEEN, NOT_ASSIGNED, assigned

    project, volumes = workspace.project, volumes_of(workspace)
    axes, keys = ((), ((),)) if isinstance(volumes, MonthlyTotals) else (volumes.axes, volumes.keys)
    found = queues_of(project, axes, keys)
    names = {one.id: queue_name(project, one) for one in found.queues}
    wanted = fold(queue)
    chosen = next(
        (
            one
            for one in found.queues
            if wanted in {fold(one.id), *(fold(names[one.id].to(lang)) for lang in Lang)}
        ),
        None,
    )
    if chosen is None:
        listed = Phrase(
            *(", ".join(f"{key}={name.to(lang)}" for key, name in names.items()) for lang in Lang)
        )
        raise WrongUse(NOT_ASSIGNED, _NO_QUEUE.fill(queue=queue), _QUEUES.fill(queues=listed))
    written = {fold(part): part for key in keys for part in (*key, BETWEEN.join(key)) if part}
    strange = next((one for one in series if fold(one) not in written), None)
    if strange is not None:
        shown = ", ".join(dict.fromkeys(written.values()))
        raise WrongUse(NOT_ASSIGNED, _NO_SERIES.fill(series=strange), _SERIES.fill(series=shown))
    said = {fold(one) for one in series}
    moved = [whole for key in keys if said & set(map(fold, (*key, whole := BETWEEN.join(key))))]
    staffing = assigned(project, volumes, moved, chosen.id)
    save_settings(workspace, staffing, {"changed": ["queues"]})
    return next(one for one in staffing.queues if one.id == chosen.id)
