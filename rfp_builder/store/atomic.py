"""Writing a file so that a power cut leaves either the old one or the new one."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple


class Stamp(NamedTuple):
    """What tells that a file was touched without reading it. `modified` in nanoseconds, `size` in bytes."""

    device: int
    inode: int
    size: int
    modified: int


def stamp_of(path: Path) -> Stamp | None:
    """The stamp of a file; None where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return Stamp(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


def write_atomic(
    path: Path, data: bytes, *, mode: int | None = None, announce: Callable[[], object] | None = None
) -> None:
    """Replace the file at `path` by `data`: temporary file beside it, fsync, rename, fsync of the folder.

    `mode` are its permissions; None leaves those it has, or gives those that new files get. `announce` is
    called once the disk has taken the data, just before they take the place of the old ones.

    Raises:
        OSError: the disk is full, or the folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes files that only their owner may read; on a shared drive the team works with them.
        Path(temporary).chmod(_mode(path) if mode is None else mode)
        if announce is not None:
            announce()
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename last. Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove_leftovers(path: Path) -> None:
    """Remove temporary files of `path` that a power cut left behind. Only for who holds the lock."""
    for leftover in path.parent.glob(f".{path.name}.*.tmp"):
        with contextlib.suppress(OSError):
            leftover.unlink()


def _mode(path: Path) -> int:
    """The permissions that the file has, or that a new one gets."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        return 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
