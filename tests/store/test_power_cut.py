"""Whatever step of a save fails, the project loads as it was or as it was to be, and the journal verifies."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.rfp import Rfp
from rfp_builder.store.folder import PROJECT_FILE, FolderStore
from rfp_builder.store.protocol import Deed


class PowerCut(BaseException):
    """Nothing in the program may catch it, as nothing runs on when the power is gone."""


class Steps:
    """Counts the calls that reach the system, and cuts the power at one of them."""

    def __init__(self, cut_at: int, *, half: bool) -> None:
        self.done = 0
        self._cut_at = cut_at
        self._half = half
        self.gone = False

    def step(self, do: Callable[[], Any], halfway: Callable[[], Any] | None = None) -> Any:
        if self.gone:
            raise PowerCut
        self.done += 1
        if self.done == self._cut_at:
            self.gone = True
            if halfway is not None and self._half:
                halfway()
            raise PowerCut
        return do()


@contextmanager
def power(steps: Steps, folder: Path) -> Iterator[None]:
    """Every write, fsync, rename, removal and open for writing below `folder` goes through `steps`."""
    patch = pytest.MonkeyPatch()
    real_fdopen, real_open, real_fsync = os.fdopen, Path.open, os.fsync
    real_replace, real_unlink, real_chmod = Path.replace, Path.unlink, Path.chmod

    def writing(file: Any) -> Any:
        raw = file.raw if isinstance(file, io.BufferedWriter) else file
        real_write = raw.write

        class Slow:
            """Writes straight to the disk, so that the cut falls in the middle of it."""

            def __enter__(self) -> Slow:
                return self

            def __exit__(self, *_: object) -> None:
                file.close()

            def write(self, data: bytes) -> int:
                written = steps.step(lambda: real_write(data), lambda: real_write(data[: len(data) // 2]))
                return int(written)

            def flush(self) -> None:
                return

            def fileno(self) -> int:
                return int(file.fileno())

        return Slow()

    def open_(self: Path, mode: str = "r", *rest: Any, **named: Any) -> Any:
        if "r" in mode:
            return real_open(self, mode, *rest, **named)
        return steps.step(lambda: writing(real_open(self, mode, *rest, **named)))

    patch.setattr(os, "fdopen", lambda handle, mode="r", *rest, **named: writing(real_fdopen(handle, mode)))
    patch.setattr(Path, "open", open_)
    patch.setattr(os, "fsync", lambda handle: steps.step(lambda: real_fsync(handle)))
    patch.setattr(Path, "replace", lambda self, to: steps.step(lambda: real_replace(self, to)))
    patch.setattr(Path, "unlink", lambda self, **named: steps.step(lambda: real_unlink(self, **named)))
    patch.setattr(Path, "chmod", lambda self, mode: steps.step(lambda: real_chmod(self, mode)))
    try:
        yield
    finally:
        patch.undo()


def _titled(title: str) -> Rfp:
    return Rfp(title=Localized(ja=title))


def _count_of_steps(tmp_path: Path, do: Callable[[FolderStore], object]) -> int:
    store = FolderStore.create(tmp_path / "count", Project(rfp=_titled("旧")), Deed("new", {}))
    steps = Steps(0, half=False)
    with power(steps, store.folder):
        do(store)
    return steps.done


def _save(store: FolderStore) -> Project:
    return store.save(store.load().replace(rfp=_titled("新")), Deed("edited", {}))


@pytest.mark.parametrize("half", [False, True])
def test_a_save_cut_short_at_any_step(tmp_path: Path, half: bool) -> None:
    total = _count_of_steps(tmp_path, _save)
    assert total >= 8
    outcomes = []
    for cut_at in range(1, total + 1):
        store = FolderStore.create(tmp_path / f"cut-{cut_at}", Project(rfp=_titled("旧")), Deed("new", {}))
        with power(Steps(cut_at, half=half), store.folder), pytest.raises(PowerCut):
            _save(store)
        after = FolderStore(store.folder)
        found = after.load()
        assert found.rfp in (_titled("旧"), _titled("新"))
        outcomes.append((found.revision, found.rfp == _titled("新")))
        # The journal verifies, and what happened is never taken for somebody's tampering.
        assert not after.changed_outside()
        assert [entry.number for entry in after.journal().entries()]
        again = after.save(found.replace(rfp=_titled("後")), Deed("edited", {}))
        assert again.revision == found.revision + 1
        assert "changed-outside" not in [entry.action for entry in after.journal().entries()]
        assert not list(store.folder.glob(f".{PROJECT_FILE}.*.tmp"))
    assert set(outcomes) == {(0, False), (1, True)}
    assert outcomes == sorted(outcomes)


@pytest.mark.parametrize("half", [False, True])
def test_making_a_project_cut_short_at_any_step(tmp_path: Path, half: bool) -> None:
    steps = Steps(0, half=False)
    with power(steps, tmp_path):
        FolderStore.create(tmp_path / "count", Project(), Deed("new", {}))
    for cut_at in range(1, steps.done + 1):
        folder = tmp_path / f"cut-{cut_at}"
        with power(Steps(cut_at, half=half), folder), pytest.raises(PowerCut):
            FolderStore.create(folder, Project(), Deed("new", {}))
        if not (folder / PROJECT_FILE).exists():
            FolderStore.create(folder, Project(), Deed("new", {}))
        store = FolderStore(folder)
        assert store.load() == Project()
        assert not store.changed_outside()


@pytest.mark.parametrize("keep", ["keep_issued", "keep_received"])
def test_a_kept_file_is_whole_or_not_there(tmp_path: Path, keep: str) -> None:
    data = bytes(range(256)) * 40
    total = _count_of_steps(tmp_path, lambda store: getattr(store, keep)("a.xlsx", data))
    for cut_at in range(1, total + 1):
        store = FolderStore.create(tmp_path / f"cut-{cut_at}", Project(), Deed("new", {}))
        with power(Steps(cut_at, half=True), store.folder), pytest.raises(PowerCut):
            getattr(store, keep)("a.xlsx", data)
        path = store.folder / keep.removeprefix("keep_") / "a.xlsx"
        assert not path.exists() or path.read_bytes() == data
        getattr(FolderStore(store.folder), keep)("a.xlsx", data)
        assert path.read_bytes() == data


@pytest.mark.parametrize("failing", ["fsync", "replace", "fdopen", "mkstemp"])
def test_a_full_disk_leaves_the_old_project_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    store = FolderStore.create(tmp_path / "p", Project(), Deed("new", {}))
    project = store.load()
    before = (store.folder / PROJECT_FILE).read_bytes()

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    target = {"fsync": (os, "fsync"), "replace": (Path, "replace"), "fdopen": (os, "fdopen")}
    with monkeypatch.context() as patch:
        if failing == "mkstemp":
            patch.setattr("rfp_builder.store.atomic.tempfile.mkstemp", fail)
        else:
            patch.setattr(*target[failing], fail)
        with pytest.raises(OSError, match="space"):
            store.save(project, Deed("edited", {}))
    assert (store.folder / PROJECT_FILE).read_bytes() == before
    assert not list(store.folder.glob("*.tmp")) and not list(store.folder.glob(".*.tmp"))
    assert store.save(project, Deed("edited", {})).revision == 1
    assert not store.changed_outside()
