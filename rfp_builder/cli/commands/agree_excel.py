"""`agree export|import`: the evaluation criteria as an Excel workbook, there and back."""

from __future__ import annotations

from rfp_builder.cli.there_and_back import Taken, export_command, import_command
from rfp_builder.i18n import Phrase
from rfp_builder.workspace.criteria_editing import export_criteria, import_criteria
from rfp_builder.workspace.workspace import Workspace


def _take(workspace: Workspace, file_name: str, data: bytes, apply: bool) -> Taken:
    from rfp_builder.excel.criteria.changes import called

    before = workspace.project.criteria
    changes = import_criteria(workspace, file_name, data, apply=apply)
    kinds = {
        "added": changes.added,
        "changed": changes.changed,
        "removed": changes.removed,
        "conflicts": changes.conflicts,
    }
    return Taken(
        said={
            kind: tuple(called(one, changes.criteria, before) for one in ones) for kind, ones in kinds.items()
        },
        data={kind: list(ones) for kind, ones in kinds.items()},
        remarks=changes.notes,
    )


export = export_command(
    "評価基準を Excel に書き出します。",
    "Write the criteria to Excel.",
    Phrase("評価基準を書き出しました: {file}（社外秘）", "Wrote the criteria: {file} (confidential)"),
    export_criteria,
)
import_ = import_command(
    "編集した評価基準を取り込み、変わった点を報告します。固定した基準には取り込めません。",
    "Take edited criteria back and report what changed. Locked criteria take nothing.",
    _take,
)
