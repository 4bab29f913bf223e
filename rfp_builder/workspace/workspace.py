"""One open project: what every step of the road reads and saves through."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from pathlib import Path

from rfp_builder.errors import Refused
from rfp_builder.i18n import Phrase
from rfp_builder.model.project import Project
from rfp_builder.resources import data_folder
from rfp_builder.store.folder import PROJECT_FILE, FolderStore
from rfp_builder.store.protocol import Deed

_MARK = 8
"""Random bytes that tell a project from all others."""


class Workspace:
    """An open project folder. `project` is the value as last read or saved."""

    def __init__(self, store: FolderStore) -> None:
        self.store = store
        self.project = store.load()

    @classmethod
    def open(cls, folder: Path) -> Workspace:
        """Open the project in `folder`, or in the nearest folder above it.

        Raises:
            Refused: there is none, or it cannot be read.
        """
        start = folder.resolve()
        for candidate in (start, *start.parents):
            if (candidate / PROJECT_FILE).is_file():
                return cls(FolderStore(candidate))
        return cls(FolderStore(start))

    @classmethod
    def create(cls, folder: Path, sample: str | None = None) -> Workspace:
        """Make a new project: one of the samples, or empty but for the criteria to start from.

        Raises:
            Refused: the folder is not empty, or there is no such sample.
        """
        from rfp_builder.catalogue.adopt import starting_criteria

        project = Project(criteria=starting_criteria()) if sample is None else sample_project(sample)
        folder = folder.resolve()
        # Two made alike within a second are two all the same.
        mark = {"mark": secrets.token_hex(_MARK)}
        FolderStore.create(
            folder, project, Deed("new", mark if sample is None else {"sample": sample, **mark})
        )
        return cls(FolderStore(folder))

    @property
    def folder(self) -> Path:
        """Where the project is kept."""
        return self.store.folder

    @property
    def identity(self) -> str:
        """What tells this project from every other one, for good: the seal of its journal's first entry.

        Empty without a journal. A copy of the folder is the same project.

        Raises:
            Refused: the journal is broken from its first entry on.
        """
        first = next(self.store.journal().entries(), None)
        return first.digest if first is not None else ""

    def reload(self) -> None:
        """Take what is on the disk for the present again, after somebody else saved.

        Raises:
            Refused: it cannot be read.
        """
        self.project = self.store.load()

    def save(self, project: Project, action: str, details: Mapping[str, object] | None = None) -> None:
        """Keep `project` as the new present.

        Raises:
            Conflict: somebody else saved in between.
        """
        self.project = self.store.save(project, Deed(action, details or {}))


def samples() -> tuple[str, ...]:
    """Names of the samples that a new project can start from."""
    folder = data_folder("samples")
    return tuple(sorted(path.parent.name for path in folder.glob(f"*/{PROJECT_FILE}")))


def sample_project(name: str) -> Project:
    """The project of a sample.

    Raises:
        Refused: there is no such sample.
    """
    if name not in samples():
        raise Refused(
            Phrase("見本「{name}」はありません。", "There is no sample “{name}”.").fill(name=name),
            Phrase("使える見本: {names}", "Samples there are: {names}").fill(names=", ".join(samples())),
            Phrase("名前を確かめてください。", "Check the name."),
        )
    return FolderStore(data_folder("samples") / name).load()
