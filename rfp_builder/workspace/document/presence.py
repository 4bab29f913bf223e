"""Whether the project is open elsewhere, told by locks that the system drops when a process dies."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

OPEN_FILE = ".rfp-builder.open"
_SEATS = 32
"""Bytes of the file, one to a process; more processes than that go unnoticed."""
_LOOKS = 3
"""A seat that somebody else is only looking at is free again at the next look."""
_BETWEEN_LOOKS = 0.002


class Presence:
    """This process has the project open, until `close`. In a folder that takes no lock nobody is noticed."""

    def __init__(self, folder: Path) -> None:
        self._seat: int | None = None
        self._handle: int | None = None
        with contextlib.suppress(OSError):
            self._handle = os.open(folder / OPEN_FILE, os.O_RDWR | os.O_CREAT, 0o666)
            self._seat = next((seat for seat in range(_SEATS) if _take(self._handle, seat)), None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def others(self) -> bool:
        """Whether another process has the project open."""
        handle, mine = self._handle, self._seat
        if handle is None or mine is None:
            return False
        try:
            for look in range(_LOOKS):
                if look:
                    time.sleep(_BETWEEN_LOOKS)
                if all(_is_free(handle, seat) for seat in range(_SEATS) if seat != mine):
                    return False
        except OSError:
            # Put away while another thread was looking.
            return False
        return True

    def close(self) -> None:
        """The project is no longer open here."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _is_free(handle: int, seat: int) -> bool:
    if not _take(handle, seat):
        return False
    _leave(handle, seat)
    return True


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int, seat: int) -> bool:
        os.lseek(handle, seat, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _leave(handle: int, seat: int) -> None:
        os.lseek(handle, seat, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(handle: int, seat: int) -> bool:
        """Lock one byte for this process; False where another one has it."""
        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, seat)
        except OSError:
            return False
        return True

    def _leave(handle: int, seat: int) -> None:
        fcntl.lockf(handle, fcntl.LOCK_UN, 1, seat)
