"""How wide the terminal draws characters of ambiguous width. It is asked while the libraries are imported."""

from __future__ import annotations

import contextlib
import os
import re
import sys
import time
from typing import Any

_ASKED = "①"
_SECONDS = 0.15
_ANSWER = re.compile(rb"\x1b\[\d+;(\d+)R")


class WidthQuestion:
    """Asked where a person sits at a terminal, and has typed nothing yet that reading would swallow."""

    def __init__(self) -> None:
        self._asked_at: float | None = None
        self._before: Any = None
        self.typed = ""
        """What a person typed before the answer came."""

    def ask(self) -> None:
        """Draw one such character and ask where the cursor is then."""
        try:
            import select
            import termios
            import tty

            self._reading, writing = _terminal()
            if select.select([self._reading], [], [], 0)[0]:
                return
            self._before = termios.tcgetattr(self._reading)
            tty.setcbreak(self._reading)
            os.write(writing, f"\r{_ASKED}\x1b[6n\r\x1b[K".encode())
        except (ImportError, OSError, ValueError):
            return
        self._asked_at = time.monotonic()

    def answer(self) -> int | None:
        """1 or 2 cells; None where nobody was asked, or the terminal does not say in time. Call it once."""
        if self._asked_at is None:
            return None
        import select
        import termios

        heard, found = b"", None
        try:
            while found is None and select.select([self._reading], [], [], self._left)[0]:
                heard += os.read(self._reading, 1)
                found = _ANSWER.search(heard)
        finally:
            with contextlib.suppress(termios.error):
                termios.tcsetattr(self._reading, termios.TCSADRAIN, self._before)
        self.typed = _ANSWER.sub(b"", heard).decode(errors="ignore")
        cells = 0 if found is None else int(found[1]) - 1
        return cells if cells in (1, 2) else None

    @property
    def _left(self) -> float:
        assert self._asked_at is not None
        return max(0.0, self._asked_at + _SECONDS - time.monotonic())


def _terminal() -> tuple[int, int]:
    """Where it is read and written.

    Raises:
        OSError: this is no terminal.
    """
    if sys.__stdin__ is None or sys.__stdout__ is None:
        raise OSError("no streams")
    reading, writing = sys.__stdin__.fileno(), sys.__stdout__.fileno()
    if not (os.isatty(reading) and os.isatty(writing)):
        raise OSError("no terminal")
    return reading, writing
