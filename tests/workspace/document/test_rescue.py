"""What a folder does not take is kept on this machine, and comes back into the project that it belongs to."""

from __future__ import annotations

import shutil
import stat
import sys
from pathlib import Path

import pytest

from rfp_builder.model.localized import Localized
from rfp_builder.workspace.document.document import Document
from rfp_builder.workspace.document.rescue import Rescue, Rescued, rescued
from rfp_builder.workspace.document.saving import SaveState
from rfp_builder.workspace.workspace import Workspace


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Workspace.create(tmp_path / "centre", "mail-order").folder


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "state" / "unsaved"


def _full(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


def _lost(folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A session that typed something and ended while the disk refused."""
    document = Document(Workspace.open(folder), rescue=Rescue(kept))
    document.set("rfp.number", "A-1")
    document.keep_typed("operations.planning.shrinkage", "３割くらい")
    with monkeypatch.context() as patch:
        patch.setattr("rfp_builder.store.folder.write_atomic", _full)
        document.save()
        assert document.rescued and not rescued(kept, folder), "the session may still save it by itself"
        document.set("rfp.title", Localized(ja="秘密の件名"))
        document.save()
    document.let_go()


def _waiting(folder: Path, kept: Path) -> Rescued:
    (found,) = rescued(kept, folder)
    return found


def test_it_comes_back_into_the_project(folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _lost(folder, kept, monkeypatch)
    other = Document(Workspace.open(folder))
    other.set("rfp.validity_days", 77)
    other.save()
    document = Document(Workspace.open(folder), rescue=Rescue(kept))
    waiting = _waiting(folder, kept)
    assert not document.take_back(waiting).clashes
    assert document.value("rfp.number") == "A-1" and document.value("rfp.validity_days") == 77
    assert document.value("rfp.title") == Localized(ja="秘密の件名")
    assert document.typed("operations.planning.shrinkage") == "３割くらい"
    document.save()
    waiting.throw_away()
    assert document.state is SaveState.SAVED and not list(kept.iterdir())
    document.undo()
    assert document.value("rfp.number") != "A-1"


def test_what_was_changed_since_is_asked_about(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _lost(folder, kept, monkeypatch)
    other = Document(Workspace.open(folder))
    other.set("rfp.number", "B-1")
    other.save()
    document = Document(Workspace.open(folder))
    document.take_back(_waiting(folder, kept))
    assert document.value("rfp.number") == "B-1" and document.state is SaveState.CONFLICT
    document.resolve({"rfp.number": "mine"})
    assert document.value("rfp.number") == "A-1"


def test_it_follows_a_folder_that_was_renamed_but_not_a_copy_of_it(
    folder: Path, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _lost(folder, kept, monkeypatch)
    copied = Path(shutil.copytree(folder, tmp_path / "copied"))
    assert not rescued(kept, copied)
    another = Workspace.create(tmp_path / "another", "card-reservation").folder
    moved = folder.rename(tmp_path / "moved")
    assert not rescued(kept, another)
    document = Document(Workspace.open(moved), rescue=Rescue(kept))
    document.take_back(_waiting(moved, kept))
    assert document.value("rfp.number") == "A-1"


def test_it_is_not_offered_to_another_project_in_the_same_place(
    folder: Path, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _lost(folder, kept, monkeypatch)
    folder.rename(tmp_path / "moved")
    assert not rescued(kept, Workspace.create(folder, "card-reservation").folder)


def test_nothing_stays_once_the_folder_takes_it(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = Document(Workspace.open(folder), rescue=Rescue(kept))
    document.set("rfp.number", "A-1")
    with monkeypatch.context() as patch:
        patch.setattr("rfp_builder.store.folder.write_atomic", _full)
        document.save()
    document.save()
    assert not document.rescued and not list(kept.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of another kind")
def test_nobody_else_can_read_it_and_its_name_tells_nothing(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _lost(folder, kept, monkeypatch)
    waiting = _waiting(folder, kept)
    assert stat.S_IMODE(waiting.file.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.stat().st_mode) == 0o700
    assert not any(part in waiting.file.name for part in ("centre", "project", "件名"))


def test_it_is_of_one_project_only_and_ruined_ones_keep_nobody_out(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _lost(folder, kept, monkeypatch)
    for name, data in (("a", b"{"), ("b", b"[]"), ("c", b'{"folder": 3}'), ("d", b"\xff")):
        (kept / f"{name}.json").write_bytes(data)
    assert rescued(kept, folder.parent) == ()
    assert len(rescued(kept, folder)) == 1


def test_where_this_machine_refuses_too_the_document_says_so(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = Document(Workspace.open(folder), rescue=Rescue(kept))
    document.set("rfp.number", "A-1")
    monkeypatch.setattr("rfp_builder.store.folder.write_atomic", _full)
    monkeypatch.setattr("rfp_builder.workspace.document.rescue.write_atomic", _full)
    document.save()
    assert document.state is SaveState.FAILED and not document.rescued
