"""Copies of a version that met another one: kept in the folder until a person has no more use for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rfp_builder.errors import Problem
from rfp_builder.model.project import Project
from rfp_builder.store.reading import parse
from rfp_builder.workspace.document.outside import changed_places

_COPIES = "project.conflict-*.json"


@dataclass(frozen=True, slots=True)
class Copy:
    """One of them. `at`: when it was kept."""

    path: Path
    at: datetime

    def differences(self, present: Project) -> tuple[str, ...] | None:
        """Places of the present project that differ from the copy; None where the copy cannot be read."""
        try:
            return changed_places(present, parse(self.path.read_bytes()))
        except (OSError, Problem):
            return None

    def throw_away(self) -> None:
        """Nobody needs it any more.

        Raises:
            OSError: it cannot be removed.
        """
        self.path.unlink(missing_ok=True)


def kept_copies(folder: Path) -> tuple[Copy, ...]:
    """Those in the project's folder, the newest first."""
    found = []
    for path in folder.glob(_COPIES):
        try:
            found.append(Copy(path, datetime.fromtimestamp(path.stat().st_mtime).astimezone()))
        except OSError:
            # Somebody else has just thrown it away.
            continue
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))
