"""Where a confidential workbook may be written: never over a project, never among what vendors get."""

from __future__ import annotations

from pathlib import Path

from rfp_builder.errors import WrongUse
from rfp_builder.i18n import Phrase
from rfp_builder.workspace.workspace import Workspace

_FOR_VENDORS = ("issued", "drafts")
_NOT_THERE = Phrase("そこには書き出せません。", "It cannot be written there.")


def target(workspace: Workspace, file: Path, *, force: bool) -> Path:
    """The path to write to, ending in .xlsx.

    Raises:
        WrongUse: there is a file of that name and no `force`, or no folder; it has another ending, or lies
            among the files that vendors get.
    """
    path = file if file.suffix else file.with_name(f"{file.name}.xlsx")
    if path.suffix.lower() != ".xlsx":
        raise WrongUse(
            _NOT_THERE,
            Phrase(
                "{name} は Excel のファイル名ではありません。", "{name} is no name of an Excel file."
            ).fill(name=path.name),
            Phrase("末尾が .xlsx の名前にしてください。", "Choose a name that ends in .xlsx."),
        )
    place = path.resolve()
    if any(place.is_relative_to(workspace.folder / folder) for folder in _FOR_VENDORS):
        raise WrongUse(
            _NOT_THERE,
            Phrase(
                "提案会社へ送る文書のフォルダです。書き出すものは社外秘です。",
                "That folder holds what vendors get; what you write is confidential.",
            ),
            Phrase("別のフォルダを指定してください。", "Name another folder."),
        )
    if not place.parent.is_dir():
        raise WrongUse(
            _NOT_THERE,
            Phrase("フォルダ「{folder}」がありません。", "There is no folder “{folder}”.").fill(
                folder=path.parent
            ),
            Phrase(
                "フォルダを作成するか、既存のフォルダを指定してください。",
                "Make that folder, or name another one.",
            ),
        )
    if path.exists() and not force:
        raise WrongUse(
            Phrase("同じ名前のファイルがあります。", "There is a file of that name."),
            Phrase(
                "{name} を上書きすると、編集中の内容が失われるおそれがあります。",
                "Overwriting {name} might lose somebody's edits.",
            ).fill(name=path.name),
            Phrase("別の名前にするか、--force を付けてください。", "Choose another name, or add --force."),
        )
    return path
