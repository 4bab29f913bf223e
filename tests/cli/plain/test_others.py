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


def test_what_a_full_disk_did_not_take_is_offered_next_time(
    typist: Typist, empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    rescue = tmp_path / "unsaved"
    with monkeypatch.context() as patch:
        patch.setattr(FolderStore, "save_unchanged", full)
        out = typist.type(empty, ["8", "残る件名", "q"], rescue=rescue)
    assert "このパソコンに残しました。" in out and on_disk(empty).rfp.title is None
    out = typist.type(empty, ["", "q"], rescue=rescue)
    assert "前回保存できなかった入力があります。" in out and "変更した箇所: " in out
    assert on_disk(empty).rfp.title is None
    assert "前回の入力を取り込みました" in typist.type(empty, ["1", "q"], rescue=rescue)
    assert on_disk(empty).rfp.title == Localized(ja="残る件名")
    assert "前回保存できなかった" not in typist.type(empty, ["q"], rescue=rescue)


def test_what_nobody_wants_any_more_is_thrown_away(
    typist: Typist, empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    rescue = tmp_path / "unsaved"
    with monkeypatch.context() as patch:
        patch.setattr(FolderStore, "save_unchanged", full)
        typist.type(empty, ["8", "要らない件名", "q"], rescue=rescue)
    assert "Throw that work away?" in typist.type(empty, ["2", "n", "q"], Lang.EN, rescue=rescue)
    assert "It is gone." in typist.type(empty, ["2", "y", "q"], Lang.EN, rescue=rescue)
    assert "last time" not in typist.type(empty, ["q"], Lang.EN, rescue=rescue)


def test_copies_kept_where_changes_met_are_cleared(
    typist: Typist,
    empty: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    theirs = other_side(empty, title=Localized(ja="あちら"))
    monkeypatch.setattr("sys.stdin", Meanwhile("8", theirs, "こちら", "2", "q"))
    run_plain(empty, Lang.JA, TODAY)
    assert list(empty.glob("project.conflict-*.json"))
    out = typist.type(empty, ["12", "10", "1", "n", "1", "y", "q"])
    assert "変更が重なったときの控え 1件" in out and "いまの内容と違う箇所: " in out
    assert "控えを削除しました。" in out and not list(empty.glob("project.conflict-*.json"))
