"""What is said when a save does not succeed."""

from __future__ import annotations

from rfp_builder.errors import Conflict, Problem
from rfp_builder.i18n import Phrase
from rfp_builder.store.problems import Missing
from rfp_builder.workspace.disk import kind, why

_WHAT = Phrase("保存できていません。", "The project is not saved.")
_REFUSES = Phrase("保存先に書き込めません（{why}）。", "The folder cannot be written to: {why}.")
_STILL_HERE = Phrase(
    "入力した内容はこの画面に残っています。空き容量と接続を確かめてください。自動でもう一度保存します。",
    "What was typed is still here. Check free space and connection; saving is tried again by itself.",
)
_GONE = Phrase("プロジェクトのフォルダが見つかりません。", "The project's folder is not there any more.")
_BRING_BACK = Phrase(
    "入力した内容はこの画面に残っています。フォルダを元の場所と名前に戻すか、接続を確かめてください。"
    "見つかれば、自動で保存します。",
    "What was typed is still here. Put the folder back where it was, under its name, or check the "
    "connection; it is saved as soon as the folder is found.",
)
_UNEXPECTED = Phrase("予期しない誤りが起きました（{kind}）。", "Something unexpected went wrong ({kind}).")
_GOES_ON = Phrase(
    "入力した内容はこの画面に残っています。自動でもう一度保存します。",
    "What was typed is still here. Saving is tried again by itself.",
)


def disk_problem(error: OSError) -> Problem:
    """Why the folder did not take a save; no path of anybody's machine is in it."""
    return Problem(_WHAT, _REFUSES.fill(why=why(error)), _STILL_HERE)


def why_not(error: Problem | OSError) -> Problem:
    """What to say of a folder that could not be written or looked at while the project was open."""
    if isinstance(error, OSError):
        return disk_problem(error)
    # Moved, renamed or deleted, or its drive taken off: the command line's advice would be to begin anew.
    return Problem(_GONE, error.why, _BRING_BACK) if isinstance(error, Missing) else error


def unexpected(error: Exception) -> Problem:
    """Something that no save should meet. Only its kind: its text may quote what the project keeps secret."""
    return Problem(_WHAT, _UNEXPECTED.fill(kind=kind(error)), _GOES_ON)


def busy() -> Conflict:
    """Something writes the file without the lock that saves hold."""
    return Conflict(
        _WHAT,
        Phrase(
            "project.json がほかのソフトで書き換えられています。", "Other software is writing project.json."
        ),
        Phrase("自動でもう一度保存します。", "Saving is tried again by itself."),
    )
