"""The requirement register as a workbook, out and in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rfp_builder.errors import Refused
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.workspace.imported import imported
from rfp_builder.workspace.workspace import Workspace

if TYPE_CHECKING:
    from rfp_builder.excel.register.changes import RegisterChanges


def export_register(workspace: Workspace, lang: Lang) -> bytes:
    """The register as it stands, for editing in Excel. Internal: it holds the withheld requirements."""
    from rfp_builder.excel.register.writer import register_workbook

    return register_workbook(workspace.project, lang)


def import_register(workspace: Workspace, file_name: str, data: bytes, *, apply: bool) -> RegisterChanges:
    """Read an edited register and, if `apply`, save what can be taken; conflicts are named and left alone.

    Raises:
        Refused: the RFP is out, or the file cannot be read as a register.
    """
    from rfp_builder.excel.register.reader import read_register

    project = workspace.project
    if project.issues:
        raise Refused(
            Phrase("要件台帳は取り込めません。", "The register cannot be imported."),
            Phrase("提案依頼書はすでに発行されています。", "The RFP is out."),
            Phrase(
                "発行後の変更は変更管理の手順で行います。",
                "A change after the issue goes through change control.",
            ),
        )
    changes = read_register(data, file_name, project)
    if apply and changes.requirements != project.requirements:
        saved = project.replace(requirements=changes.requirements)
        workspace.save(saved, "register-imported", imported(data, changes))
    return changes
