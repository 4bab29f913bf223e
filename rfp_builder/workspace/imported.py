"""What the journal says of a workbook that was edited and came back: its hash, and how many of each."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Protocol


class Taken(Protocol):
    """What reading such a workbook found."""

    @property
    def added(self) -> Sequence[object]:
        """What is new."""

    @property
    def changed(self) -> Sequence[object]:
        """What is different now."""

    @property
    def removed(self) -> Sequence[object]:
        """What is gone."""

    @property
    def conflicts(self) -> Sequence[object]:
        """What was changed on both sides, and left alone."""


def imported(data: bytes, changes: Taken) -> dict[str, object]:
    """Details of a deed: numbers only, since the words may be secret."""
    return {
        "sha256": hashlib.sha256(data).hexdigest(),
        "added": len(changes.added),
        "changed": len(changes.changed),
        "removed": len(changes.removed),
        "conflicts": len(changes.conflicts),
    }
