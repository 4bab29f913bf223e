"""What the disk says when it refuses, in both languages and without the path of anybody's machine."""

from __future__ import annotations

import errno
from pathlib import Path

from rfp_builder.errors import Problem
from rfp_builder.i18n import Phrase

_NOT_ALLOWED = Phrase("書き込みや読み取りの権限がありません", "there is no permission")
_WHY = {
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: Phrase("読み取り専用です", "it is read-only"),
    errno.ENOSPC: Phrase("空き容量がありません", "no space is left"),
    errno.EDQUOT: Phrase("使える容量を超えています", "the quota is used up"),
    errno.ENOENT: Phrase("見つかりません", "not found"),
    errno.EISDIR: Phrase("フォルダです", "it is a folder"),
    errno.ENOTDIR: Phrase("フォルダではありません", "it is not a folder"),
    errno.EEXIST: Phrase("同じ名前のものがあります", "there is something of that name"),
    errno.ENAMETOOLONG: Phrase("名前が長すぎます", "the name is too long"),
    errno.EBUSY: Phrase("ほかで使用中です", "it is in use elsewhere"),
}
_OTHER = Phrase("読み書きできません", "it cannot be read or written")


def why(error: OSError) -> Phrase:
    """Why the disk refused, as a clause."""
    return _WHY.get(error.errno or 0, _OTHER)


def kind(error: Exception) -> Phrase:
    """What an error is called that nobody expected; nothing of what it quotes."""
    return Phrase("種類: {name}", "kind: {name}").fill(name=type(error).__name__)


def disk_problem(error: OSError) -> Problem:
    """The refusal as one of our own problems; of the path only the last name is shown."""
    name = _name(error)
    return Problem(
        Phrase("ファイルを読み書きできませんでした。", "A file could not be read or written."),
        Phrase("{name}: {why}", "{name}: {why}").fill(name=name, why=why(error)) if name else why(error),
        Phrase(
            "空き容量、書き込みの権限、ファイルがほかで開かれていないかを確かめてください。",
            "Check the free space, the permissions, and that the file is not open elsewhere.",
        ),
    )


def _name(error: OSError) -> str:
    if not isinstance(error.filename, str):
        return ""
    path = Path(error.filename)
    # A file that was to become another one: the folder tells more.
    return path.parent.name if path.name.endswith(".tmp") else path.name
