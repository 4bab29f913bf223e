"""Others who save the same project, and a disk that refuses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rfp_builder.cli.plain.walk import run_plain
from rfp_builder.i18n import Lang
from rfp_builder.model.localized import Localized
from rfp_builder.store.folder import FolderStore
from rfp_builder.workspace.workspace import Workspace
from tests.cli.plain.typed import TODAY, Typist, on_disk


class Meanwhile:
    """A stream of lines; a function among them is something that happens before the next line."""

    def __init__(self, *lines: str | Callable[[], None]) -> None:
        self._lines = list(lines)

    def readline(self) -> str:
        """The next line, empty at the end."""
        while self._lines:
            line = self._lines.pop(0)
            if isinstance(line, str):
                return f"{line}\n"
            line()
        return ""


def other_side(folder: Path, **changes: object) -> Callable[[], None]:
    """Somebody else gives the frame of the RFP other values and saves."""

    def save() -> None:
        workspace = Workspace.open(folder)
        project = workspace.project
        workspace.save(project.replace(rfp=project.rfp.replace(**changes)), "edited")

    return save


def test_what_others_saved_is_taken_in(
    empty: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = Meanwhile("8", "件名", other_side(empty, number="A-1"), "m", "q")
    monkeypatch.setattr("sys.stdin", lines)
    run_plain(empty, Lang.JA, TODAY)
    project = on_disk(empty)
    assert project.rfp.number == "A-1" and project.rfp.title == Localized(ja="件名")
    assert "ほかで保存された内容を取り込みました。" in capsys.readouterr().out


@pytest.mark.parametrize(("choice", "title"), [("1", "こちら"), ("2", "あちら")])
def test_of_two_values_one_is_chosen(
    empty: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    choice: str,
    title: str,
) -> None:
    theirs = other_side(empty, title=Localized(ja="あちら"))
    monkeypatch.setattr("sys.stdin", Meanwhile("8", theirs, "こちら", choice, "q"))
    run_plain(empty, Lang.JA, TODAY)
    assert on_disk(empty).rfp.title == Localized(ja=title)
    out = capsys.readouterr().out
    assert "1. ここでの内容: こちら" in out and "2. ほかで保存された内容: あちら" in out


def test_a_disk_that_refuses_is_told_at_once_and_at_the_end(
    typist: Typist, empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(FolderStore, "save_unchanged", full)
    out = typist.type(empty, ["8", "件名", "番号1", "s", "q"])
    assert out.count("空き容量がありません") == 2
    assert "まだ保存できていません。" in out and "保存できていない変更があります。" in out
