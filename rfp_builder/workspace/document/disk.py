"""What is said when the folder does not take a save."""

from __future__ import annotations

import errno

from rfp_builder.errors import Conflict, Problem
from rfp_builder.i18n import Phrase

_NOT_ALLOWED = Phrase("書き込みの権限がありません。", "There is no permission to write.")
_FULL = Phrase("空き容量がありません。", "No space is left.")
_WHY = {
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: Phrase("書き込めない場所です。", "The place cannot be written to."),
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.ENOENT: Phrase("フォルダが見つかりません。", "The folder is not found."),
}
_OTHER = Phrase("ディスクまたは共有フォルダに書き込めません。", "The disk or shared folder does not take it.")


def disk_problem(error: OSError) -> Problem:
    """Why the folder did not take a save; no path of anybody's machine is in it."""
    return Problem(
        Phrase("保存できていません。", "The project is not saved."),
        _WHY.get(error.errno or 0, _OTHER),
        Phrase(
            "入力した内容はこの画面に残っています。空き容量と接続を確かめてください。自動でもう一度保存します。",
            "What was typed is still here. Check free space and connection; saving is tried again by itself.",
        ),
    )


def busy() -> Conflict:
    """Something writes the file without the lock that saves hold."""
    return Conflict(
        Phrase("保存できていません。", "The project is not saved."),
        Phrase(
            "project.json がほかのソフトで書き換えられています。", "Other software is writing project.json."
        ),
        Phrase("自動でもう一度保存します。", "Saving is tried again by itself."),
    )
