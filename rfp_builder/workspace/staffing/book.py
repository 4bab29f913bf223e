"""The staffing workbook of a project. Confidential: it holds headcount and should-cost."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rfp_builder.i18n import Lang
from rfp_builder.workspace.workspace import Workspace

if TYPE_CHECKING:
    from rfp_builder.workload.plan.values import StaffingPlan


def book_of(workspace: Workspace, plan: StaffingPlan, today: date, lang: Lang) -> bytes:
    """The bytes of the workbook in one language."""
    from rfp_builder.excel.staffing.names import BookNames
    from rfp_builder.excel.staffing.writer import staffing_book

    frame = workspace.project.rfp
    return staffing_book(plan, BookNames(frame.title, frame.client, today, workspace.identity), lang)
