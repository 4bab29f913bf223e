"""`register export|import`: the requirement register as an Excel sheet, there and back."""

from __future__ import annotations

from rfp_builder.cli.bilingual import Group, Lazy
from rfp_builder.cli.there_and_back import Taken, export_command, import_command
from rfp_builder.i18n import Phrase
from rfp_builder.workspace.registering import export_register, import_register
from rfp_builder.workspace.workspace import Workspace

_HERE = "rfp_builder.cli.commands.register"
_CHANGED = Phrase("{id}（{fields}）", "{id} ({fields})")

command = Group(
    "register",
    phrase=Phrase(
        "要件台帳を Excel に書き出し、編集したものを取り込みます。",
        "Write the requirement register to Excel, and take an edited one back.",
    ),
    lazy={
        "export": Lazy(f"{_HERE}:export", Phrase("Excel に書き出す", "write it to Excel")),
        "import": Lazy(f"{_HERE}:import_", Phrase("Excel から取り込む", "take it from Excel")),
    },
)


def _take(workspace: Workspace, file_name: str, data: bytes, apply: bool) -> Taken:
    changes = import_register(workspace, file_name, data, apply=apply)
    return Taken(
        said={
            "added": changes.added,
            "changed": tuple(
                _CHANGED.fill(id=one.id, fields=", ".join(one.fields)) for one in changes.changed
            ),
            "removed": changes.removed,
            "conflicts": changes.conflicts,
        },
        data={
            "added": list(changes.added),
            "changed": [{"id": one.id, "fields": list(one.fields)} for one in changes.changed],
            "removed": list(changes.removed),
            "conflicts": list(changes.conflicts),
        },
        remarks=changes.notes,
    )


export = export_command(
    "要件台帳を Excel に書き出します。",
    "Write the requirement register to Excel.",
    Phrase(
        "要件台帳を書き出しました: {file}（社外秘。非開示の要件を含みます）",
        "Wrote the register: {file} (confidential: it holds the withheld requirements)",
    ),
    export_register,
)
import_ = import_command(
    "編集した要件台帳を取り込み、変わった点を報告します。",
    "Take an edited register back and report what changed.",
    _take,
)
