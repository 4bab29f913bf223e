"""The evaluation criteria as a workbook, out and in, until they are locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rfp_builder.i18n import Lang
from rfp_builder.workspace.imported import imported
from rfp_builder.workspace.workspace import Workspace

if TYPE_CHECKING:
    from rfp_builder.excel.criteria.changes import CriteriaChanges


def export_criteria(workspace: Workspace, lang: Lang) -> bytes:
    """The criteria as they stand, for editing in Excel. Internal: it names the evaluators."""
    from rfp_builder.excel.criteria.writer import criteria_workbook

    return criteria_workbook(workspace.project, lang)


def import_criteria(workspace: Workspace, file_name: str, data: bytes, *, apply: bool) -> CriteriaChanges:
    """Read edited criteria and, if `apply`, save what can be taken; conflicts are named and left alone.

    Raises:
        Refused: the criteria are locked, or the file cannot be read as criteria.
    """
    from rfp_builder.excel.criteria.reader import read_criteria

    project = workspace.project
    changes = read_criteria(data, file_name, project)
    if apply and changes.criteria != project.criteria:
        saved = project.replace(criteria=changes.criteria)
        workspace.save(saved, "criteria-imported", imported(data, changes))
    return changes
