"""The task list of a project, in words."""

from __future__ import annotations

from datetime import date

from rfp_builder.i18n import Lang
from rfp_builder.model.project import Project
from rfp_builder.model.rfp import Rfp, ScheduleRow, Step
from rfp_builder.workspace.tasks import other_tasks


def test_one_of_a_kind_is_not_called_several() -> None:
    rows = [ScheduleRow(step=step, day=date(2027, 4, 1)) for step in tuple(Step)[:2]]
    said = [
        other_tasks(Project(rfp=Rfp(schedule=tuple(rows[:n]))), None)[0].detail.to(Lang.EN) for n in (1, 2)
    ]
    assert said == ["1 date, 0 gates", "2 dates, 0 gates"]
