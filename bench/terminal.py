"""A program in a terminal of its own, as long as a measurement needs it."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path
from types import TracebackType
from typing import Self

ROWS, COLUMNS = 24, 80
_SECONDS = 30.0
_CACHE = Path(tempfile.gettempdir()) / "rfp-builder-bench"
"""Compiled modules: both sides start as they do from the second time on."""
SETTINGS = _CACHE / "settings" / "rfp-builder" / "wizard.json"
"""Where the wizard keeps what it remembers when it runs here."""


class Terminal:
    """Runs `python ARGUMENTS` until it is closed; what it draws is read as it comes."""

    def __init__(self, *arguments: str, home: Path | None = None) -> None:
        """`home` is where the program keeps its settings."""
        settings = {
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LC_ALL": "ja_JP.UTF-8",
            "PYTHONUTF8": "1",
            "PYTHONPYCACHEPREFIX": str(_CACHE),
            "XDG_CONFIG_HOME": str(home or _CACHE / "settings"),
            "XDG_STATE_HOME": str((home or _CACHE) / "state"),
        }
        inherited = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        self._child, self._file = pty.fork()
        if self._child == 0:
            os.execve(sys.executable, [sys.executable, *arguments], inherited | settings)
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self._seen = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the program at once."""
        self.end(signal.SIGKILL)

    def end(self, number: int | None) -> None:
        """Send a signal, or without one close the terminal as when its window is closed; wait for the end."""
        if number is not None:
            os.kill(self._child, number)
            self._drain()
        os.close(self._file)
        end = time.perf_counter() + _SECONDS
        while os.waitpid(self._child, os.WNOHANG) == (0, 0):
            if time.perf_counter() > end:
                os.kill(self._child, signal.SIGKILL)
                os.waitpid(self._child, 0)
                raise TimeoutError("the program did not end")
            time.sleep(0.01)

    def type(self, keys: str) -> None:
        """Send `keys` as a keyboard would."""
        os.write(self._file, keys.encode())

    def until(self, text: str) -> None:
        """Read until `text` was drawn since the last call.

        Raises:
            TimeoutError: it was not.
        """
        if not self.drawn(text, _SECONDS):
            raise TimeoutError(f"{text!r} was not drawn")

    def drawn(self, text: str, seconds: float) -> bool:
        """Read for that long at most; whether `text` was drawn since the last call."""
        wanted, end = text.encode(), time.perf_counter() + seconds
        while wanted not in self._seen:
            if (left := end - time.perf_counter()) <= 0 or not self._read(left):
                break
        found = wanted in self._seen
        if found:
            self._seen = self._seen.partition(wanted)[2]
        return found

    def settle(self, seconds: float) -> None:
        """Read for that long and forget it: a caret blinks for ever."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self._read(left)
        self._seen = b""

    def _drain(self) -> None:
        """Read until the program has closed its side: it may wait for somebody to read."""
        end = time.perf_counter() + _SECONDS
        while time.perf_counter() < end:
            if select.select([self._file], [], [], 0.1)[0] and not self._take():
                return

    def _read(self, seconds: float) -> bool:
        return bool(select.select([self._file], [], [], max(seconds, 0))[0]) and self._take()

    def _take(self) -> bool:
        try:
            data = os.read(self._file, 65536)
        except OSError:
            return False
        self._seen += data
        return bool(data)
