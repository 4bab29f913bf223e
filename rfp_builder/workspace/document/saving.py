"""When to save, and how saving stands."""

from __future__ import annotations

from enum import StrEnum

AFTER_LAST = 0.6
"""Seconds without a change after which what is unsaved is written."""
AFTER_FIRST = 0.9
"""Seconds that an unsaved change waits at most, however fast somebody types."""
AFTER_FAILURE = 2.0
"""Seconds before another try where the disk refused; twice as long after each further failure …"""
AT_MOST = 30.0
"""… up to this."""


class SaveState(StrEnum):
    """How the folder stands to the document."""

    SAVED = "saved"
    WAITING = "waiting"
    SAVING = "saving"
    FAILED = "failed"
    CONFLICT = "conflict"


class Pending:
    """Changes that are not on the disk, by their times in seconds of one clock."""

    def __init__(self) -> None:
        self.saving = False
        self._first: float | None = None
        self._last = 0.0
        self._while_saving: float | None = None
        self._failed: float | None = None
        self._patience = AFTER_FAILURE
        self._rests = False
        """Whether the disk refused and nobody has typed since: then there is no hurry."""

    @property
    def any(self) -> bool:
        """Whether something is unsaved."""
        return self._first is not None

    def touch(self, now: float) -> None:
        """Something changed. After a failure it is also a reason to try again at once."""
        self._last = now
        if self._first is None or self._rests:
            self._first, self._rests = now, False
        if self.saving and self._while_saving is None:
            self._while_saving = now

    def begin(self) -> None:
        """What has changed so far is being written."""
        self.saving, self._while_saving = True, None

    def written(self) -> None:
        """It is on the disk; what changed meanwhile still waits."""
        self.saving, self._first, self._failed = False, self._while_saving, None
        self._patience, self._rests = AFTER_FAILURE, False

    def failed(self, now: float) -> None:
        """It is not."""
        if self._failed is not None:
            self._patience = min(2 * self._patience, AT_MOST)
        self.saving, self._failed = False, now
        self._rests = self._while_saving is None
        if self._while_saving is not None:
            self._first = self._while_saving

    def due(self, now: float) -> bool:
        """Whether it is time to write."""
        if self._first is None or self.saving:
            return False
        if self._rests and self._failed is not None:
            return now - self._failed >= self._patience
        return now - self._last >= AFTER_LAST or now - self._first >= AFTER_FIRST
