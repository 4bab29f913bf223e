"""A closed terminal and a request to end are heeded like Ctrl+C, so that a text half typed is kept, too."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator

_NAMES = ("SIGTERM", "SIGHUP")


@contextlib.contextmanager
def interrupted_by_signals() -> Iterator[None]:
    """Let them raise `KeyboardInterrupt` meanwhile. Outside of the main thread nothing can be done."""
    before = {}
    for name in _NAMES:
        # Windows has no SIGHUP.
        number = getattr(signal, name, None)
        with contextlib.suppress(ValueError):
            if number is not None:
                before[number] = signal.signal(number, signal.default_int_handler)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
