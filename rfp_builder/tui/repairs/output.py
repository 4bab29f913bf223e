"""Drawing that goes on without a terminal: Textual waits for ever once its window was closed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from textual.drivers._writer_thread import WriterThread


class PatientWriter(WriterThread):
    """Takes what is drawn also when nobody sees it any more, so that saving is not held up."""

    def run(self) -> None:
        """See Textual, whose thread ends at the first error while the application fills its queue."""
        gone = False
        while (text := self._queue.get()) is not None:
            if gone:
                continue
            try:
                self._file.write(text)
                if self._queue.empty():
                    self._file.flush()
            except (OSError, ValueError):
                gone = True


def outlive_terminal() -> None:
    """From now on, on systems where a terminal can be closed under a program."""
    driver: Any = import_module("textual.drivers.linux_driver")
    driver.WriterThread = PatientWriter
