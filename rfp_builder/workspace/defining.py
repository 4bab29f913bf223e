"""The whole definition as a workbook, out and in."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from rfp_builder.errors import Refused
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.project import Project
from rfp_builder.workspace.agreement import agreement_digest
from rfp_builder.workspace.workspace import Workspace

if TYPE_CHECKING:
    from rfp_builder.excel.definition.reader import DefinitionChanges


def export_definition(workspace: Workspace, lang: Lang) -> bytes:
    """The definition, the frame of the RFP and the evaluators, to fill in. Internal: it holds secrets."""
    from rfp_builder.excel.definition.writer import definition_workbook

    return definition_workbook(workspace.project, lang)


def import_definition(workspace: Workspace, file_name: str, data: bytes, *, apply: bool) -> DefinitionChanges:
    """Read a filled-in definition and, if `apply`, save it; conflicts are named and left alone.

    Raises:
        Refused: the RFP is out, the file cannot be read as a definition, or it changes gates or evaluators
            that were agreed.
    """
    from rfp_builder.excel.definition.reader import read_definition

    project = workspace.project
    if project.issues:
        raise Refused(
            Phrase("業務要件定義は取り込めません。", "The definition cannot be imported."),
            Phrase("提案依頼書はすでに発行されています。", "The RFP is out."),
            Phrase(
                "発行後の変更は変更管理の手順で行います。",
                "A change after the issue goes through change control.",
            ),
        )
    changes = read_definition(data, file_name, project)
    after = project.replace(
        definition=changes.definition,
        rfp=changes.rfp,
        evaluators=changes.evaluators,
        requirements=changes.requirements,
    )
    _refuse_bending(project, after)
    if apply and after != project:
        workspace.save(
            after,
            "definition-imported",
            {
                "sha256": hashlib.sha256(data).hexdigest(),
                "changed": len(changes.changed),
                "conflicts": len(changes.conflicts),
            },
        )
    return changes


def _refuse_bending(before: Project, after: Project) -> None:
    if before.criteria.lock is not None and agreement_digest(after) != agreement_digest(before):
        raise Refused(
            Phrase("業務要件定義は取り込めません。", "The definition cannot be imported."),
            Phrase(
                "合意して固定した応募資格または評価者が変わっています。",
                "It changes gates or evaluators that were agreed and locked.",
            ),
            Phrase(
                "応募資格と評価者を元に戻してから、もう一度取り込んでください。",
                "Put gates and evaluators back as they were, then import it again.",
            ),
        )
