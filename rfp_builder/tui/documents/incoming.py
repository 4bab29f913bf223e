"""Files that came in: chosen one by one or by the folder, read one after the other, and what came of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from rfp_builder.errors import Problem, WrongUse
from rfp_builder.i18n import Phrase
from rfp_builder.tui.documents.said import Outcome, shown
from rfp_builder.tui.steps import Tell, run_step
from rfp_builder.workspace.incoming import workbooks_in
from rfp_builder.workspace.tidings import NO_WORKBOOK, READING, SKIPPED

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.workspace.workspace import Workspace

Told: TypeAlias = tuple[Phrase, Iterable[Phrase]]
"""What came of one file: a line, and lines that belong to it."""

_NOTHING_THERE = Phrase("読み込むファイルがありません。", "There is nothing to read.")
_CHECK_FOLDER = Phrase("フォルダを選び直してください。", "Choose another folder.")
_NOT_ALL = Phrase("{done}（{n}件は取り込めませんでした）", "{done} ({n} refused)")
_NONE = Phrase("取り込めませんでした", "Nothing was taken in")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of files: what is asked, said while they are read, and said of them."""

    choose: Phrase
    doing: Phrase
    done: Phrase
    refused: Phrase
    """With `{name}`."""


@dataclass(frozen=True, slots=True)
class Files:
    """What was chosen; `skipped` are no workbooks."""

    paths: tuple[Path, ...]
    skipped: tuple[Path, ...] = ()
    folder: Path | None = None


def choose_files(wizard: Wizard, kind: Kind, then: Callable[[Files], None]) -> None:
    """Ask for a workbook or a folder of them, and go on with what is there."""
    from rfp_builder.tui.dialogs.files import FileDialog

    def chosen(path: Path | None) -> None:
        if path is not None:
            wizard.attempt(lambda: then(_files(path)))

    wizard.push_screen(FileDialog(kind.choose, Path.cwd(), suffixes=(".xlsx",), whole_folders=True), chosen)


def take_files(wizard: Wizard, kind: Kind, files: Files, take: Callable[[Workspace, Path], Told]) -> None:
    """Read each file in a step and show what came of it; of several, a bad one keeps no other out."""

    def step(workspace: Workspace, tell: Tell) -> tuple[list[str], int]:
        lines: list[str] = []
        refused = 0
        for path in files.paths:
            tell(READING.fill(name=path.name))
            try:
                lines += shown(take(workspace, path), wizard.lang)
            except Problem as problem:
                if len(files.paths) == 1:
                    raise
                refused += 1
                told = (problem.what, problem.why, problem.remedy)
                lines += shown((kind.refused.fill(name=path.name), told), wizard.lang)
        lines += [SKIPPED.fill(name=path.name).to(wizard.lang) for path in files.skipped]
        return lines, refused

    def done(result: tuple[list[str], int]) -> None:
        lines, refused = result
        wizard.push_screen(Outcome(_title(kind, len(files.paths), refused), lines))

    run_step(wizard, kind.doing, step, done)


def _files(path: Path) -> Files:
    if not path.is_dir():
        return Files((path,))
    found, skipped = workbooks_in(path)
    if not found:
        raise WrongUse(_NOTHING_THERE, NO_WORKBOOK, _CHECK_FOLDER)
    return Files(tuple(found), tuple(skipped), path)


def _title(kind: Kind, files: int, refused: int) -> Phrase:
    if not refused:
        return kind.done
    return _NONE if refused == files else _NOT_ALL.fill(done=kind.done, n=refused)


def listed(names: Sequence[str], most: int) -> str:
    """Names one below the other; of very many, the first."""
    more = ["  .."] if len(names) > most else []
    return "\n".join([*(f"  {name}" for name in names[:most]), *more])
