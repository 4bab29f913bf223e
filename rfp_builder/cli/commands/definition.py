"""`definition export|import`: the whole business requirements definition as one workbook, there and back."""

from __future__ import annotations

from rfp_builder.cli.bilingual import Group, Lazy
from rfp_builder.cli.there_and_back import Taken, export_command, import_command
from rfp_builder.i18n import Phrase
from rfp_builder.workspace.defining import export_definition, import_definition
from rfp_builder.workspace.workspace import Workspace

_HERE = "rfp_builder.cli.commands.definition"

command = Group(
    "definition",
    phrase=Phrase(
        "業務要件定義の全体を Excel に書き出し、記入したものを取り込みます。",
        "Write the whole definition to Excel, and take a filled-in one back.",
    ),
    lazy={
        "export": Lazy(f"{_HERE}:export", Phrase("Excel に書き出す", "write it to Excel")),
        "import": Lazy(f"{_HERE}:import_", Phrase("Excel から取り込む", "take it from Excel")),
    },
)


def _take(workspace: Workspace, file_name: str, data: bytes, apply: bool) -> Taken:
    changes = import_definition(workspace, file_name, data, apply=apply)
    return Taken(
        said={
            "changed": tuple(changes.words[path] for path in changes.changed),
            "conflicts": tuple(changes.words[path] for path in changes.conflicts),
        },
        data={"changed": list(changes.changed), "conflicts": list(changes.conflicts)},
        remarks=changes.notes,
    )


export = export_command(
    "業務要件定義を Excel に書き出します。",
    "Write the definition to Excel.",
    Phrase(
        "業務要件定義を書き出しました: {file}（社外秘。予定価格などを含みます）",
        "Wrote the definition: {file} (confidential: it holds the ceiling price and more)",
    ),
    export_definition,
)
import_ = import_command(
    "記入した業務要件定義を取り込み、変わった点を報告します。",
    "Take a filled-in definition back and report what changed.",
    _take,
)
