"""What is said when the folder does not take or give a project."""

from __future__ import annotations

from pathlib import Path

from rfp_builder.errors import Conflict, Refused
from rfp_builder.i18n import Phrase


class Missing(Refused):
    """There is no project in the folder, or no longer."""


def missing(folder: Path) -> Missing:
    """The folder holds no project."""
    return Missing(
        Phrase("プロジェクトが見つかりません。", "There is no project here."),
        Phrase(
            "フォルダ {folder} に project.json がありません。",
            "The folder {folder} holds no project.json.",
        ).fill(folder=folder.name or str(folder)),
        Phrase(
            "プロジェクトのフォルダへ移るか、--project で指定してください。"
            "新しく始めるときは rfp-builder new フォルダ名 を実行します。",
            "Change to the project's folder or name it with --project. "
            "To start a new one: rfp-builder new FOLDER.",
        ),
    )


def not_empty(folder: Path) -> Refused:
    """A new project would lie among other files."""
    return Refused(
        Phrase("新しいプロジェクトを作れません。", "A new project cannot be made there."),
        Phrase("{folder} は空ではありません。", "{folder} is not empty.").fill(folder=folder.name),
        Phrase("別のフォルダ名を指定してください。", "Name another folder."),
    )


def in_use() -> Conflict:
    """Somebody holds the lock."""
    return Conflict(
        Phrase("プロジェクトは使用中です。", "The project is in use."),
        Phrase(
            "ほかの人、またはほかの画面が保存しています。",
            "Another person, or another window, is saving it.",
        ),
        Phrase("少し待ってから、もう一度実行してください。", "Wait a moment, then try again."),
    )


def changed_elsewhere(read: int, present: int | None, kept: str) -> Conflict:
    """Somebody saved in between. `read`, `present`: revisions; `kept`: the file with the version refused."""
    return Conflict(
        Phrase("保存できませんでした。", "The project was not saved."),
        Phrase(
            "読み込んだあとに、project.json がほかで書き換えられています"
            "（読み込み時 {read}、現在 {present}）。",
            "project.json was changed elsewhere after it was read (read at {read}, now {present}).",
        ).fill(read=read, present="?" if present is None else present),
        Phrase(
            "もう一度実行してください。今回の内容は {name} に残してあります。",
            "Run the command again. This version is kept in {name}.",
        ).fill(name=kept),
    )


def issued_before(name: str) -> Refused:
    """Another file of that name went out."""
    return Refused(
        Phrase("{name} はすでに発行されています。", "{name} has been issued before.").fill(name=name),
        Phrase("発行した文書は上書きしません。", "What went out is never overwritten."),
        Phrase("版を上げて発行してください。", "Raise the version, then issue again."),
    )
