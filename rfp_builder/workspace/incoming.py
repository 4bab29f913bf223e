"""Files that people name: reading one, and finding the workbooks of a folder."""

from __future__ import annotations

from pathlib import Path

from rfp_builder.errors import WrongUse
from rfp_builder.i18n import Phrase
from rfp_builder.workspace.disk import why


def read_file(path: Path) -> bytes:
    """The bytes of a file that a user named.

    Raises:
        WrongUse: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise WrongUse(
            Phrase("ファイルを読めません。", "The file cannot be read."),
            Phrase("{name}: {why}", "{name}: {why}").fill(name=path.name or path, why=why(error)),
            Phrase("ファイル名と場所を確かめてください。", "Check its name and where it is."),
        ) from None


def workbooks_in(folder: Path) -> tuple[list[Path], list[Path]]:
    """The workbooks in a folder, and the other files. What systems keep for themselves is in neither."""
    files = sorted(
        path for path in folder.iterdir() if path.is_file() and not path.name.startswith(("~$", "."))
    )
    taken = [path for path in files if path.suffix.lower() == ".xlsx"]
    return taken, [path for path in files if path not in taken]
