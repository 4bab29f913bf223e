"""What a store can do; the folder is one, a database may become another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from rfp_builder.model.project import Project


@dataclass(frozen=True, slots=True)
class Deed:
    """What a save records: the action in one word, and details without secrets."""

    action: str
    details: Mapping[str, object]


class Store(Protocol):
    """Keeps one project. A save must start from the revision that was read."""

    def load(self) -> Project:
        """The project as last saved.

        Raises:
            Refused: it cannot be read, or was written by a newer version.
        """

    def save(self, project: Project, deed: Deed) -> Project:
        """Keep `project`, whose `revision` is the one it was read at; returns it with the next revision.

        Raises:
            Conflict: somebody else saved in between; both versions are kept.
        """

    def keep_issued(self, name: str, data: bytes) -> None:
        """Keep a file that goes out. The same name with other bytes is refused, never overwritten.

        Raises:
            Refused: another file of that name went out before.
        """

    def keep_received(self, name: str, data: bytes) -> str:
        """Keep a file that came in, byte for byte; returns the name it is kept under.

        The same bytes under the same name are kept once; other bytes never replace what is there.

        Raises:
            OSError: it cannot be written.
        """
