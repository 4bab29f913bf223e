"""Copies of a version that met another one: kept in the folder until a person has no more use for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rfp_builder.errors import Problem
from rfp_builder.i18n import Phrase, listed
from rfp_builder.model.project import Project
from rfp_builder.store.reading import parse
from rfp_builder.workspace.document.labels import called
from rfp_builder.workspace.document.outside import changed_places

WHAT_THEY_ARE = Phrase(
    "ほかの人と同じ箇所を変更したときに、こちらの内容を残した控えです。残す内容が決まっていれば、要りません。",
    "Each holds this side of a place that somebody else changed, too. Once it is settled what stays, "
    "they are not needed.",
)
_DIFFERS = Phrase("いまの内容と違う箇所: {places}", "Differs from the project in: {places}")
_SAME = Phrase("いまの内容と同じです。", "Same as the project is now.")
_UNREADABLE = Phrase("読めません。", "It cannot be read.")
_MORE = Phrase("ほか", "and more")
_MOST_PLACES = 6
_COPIES = "project.conflict-*.json"


@dataclass(frozen=True, slots=True)
class Copy:
    """One of them. `at`: when it was kept."""

    path: Path
    at: datetime

    def told(self, present: Project) -> Phrase:
        """Where the present project differs from the copy, by the names of the places."""
        try:
            places = changed_places(present, parse(self.path.read_bytes()))
        except (OSError, Problem):
            return _UNREADABLE
        labels = called(present, places)
        if not labels:
            return _SAME
        more = [_MORE] if len(labels) > _MOST_PLACES else []
        shown = [*labels[:_MOST_PLACES], *more]
        return _DIFFERS.fill(places=listed(shown))

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
