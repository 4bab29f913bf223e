"""A project as a folder: project.json, journal.jsonl, issued/, received/."""

from __future__ import annotations

import contextlib
import getpass
import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from rfp_builder.model.project import Project
from rfp_builder.store.atomic import Stamp, remove_leftovers, stamp_of, sync_folder, write_atomic
from rfp_builder.store.journal import Journal
from rfp_builder.store.names import safe_name, same_file, split_name
from rfp_builder.store.problems import changed_elsewhere, in_use, issued_before, missing, not_empty
from rfp_builder.store.protocol import Deed
from rfp_builder.store.reading import parse, revision
from rfp_builder.text.clean import clean

if TYPE_CHECKING:
    from filelock import BaseFileLock

PROJECT_FILE = "project.json"
JOURNAL_FILE = "journal.jsonl"
LOCK_FILE = ".rfp-builder.lock"
_LOCK_SECONDS = 10


@dataclass(frozen=True, slots=True)
class _Known:
    """What this store last read or wrote."""

    digest: str
    revision: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What project.json holds, the SHA-256 of its bytes, and its stamp."""

    project: Project
    digest: str
    stamp: Stamp | None


class FolderStore:
    """The default store."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._journal = Journal(folder / JOURNAL_FILE)
        self._known: _Known | None = None
        self._stamped: Stamp | None = None

    @cached_property
    def _lock(self) -> BaseFileLock:
        """Reading takes no lock, and who opens a project waits for every library."""
        import filelock

        return filelock.FileLock(self.folder / LOCK_FILE)

    @classmethod
    def create(cls, folder: Path, project: Project, deed: Deed) -> FolderStore:
        """Make a new project folder. One whose making was cut short is made anew.

        Raises:
            Refused: the folder already holds something.
        """
        store = cls(folder)
        store._refuse_used(deed)
        folder.mkdir(parents=True, exist_ok=True)
        with store.alone():
            store._refuse_used(deed)
            store._write(project, deed)
        return store

    def load(self) -> Project:
        """See `Store.load`."""
        reading = self.read()
        self.take(reading)
        return reading.project

    def read(self) -> Reading:
        """The project as it is saved now, without taking it for known: a save still conflicts with it.

        Raises:
            Refused: it cannot be read, or was written by a newer version.
        """
        stamp = stamp_of(self.folder / PROJECT_FILE)
        data = self._read()
        return Reading(parse(data), _sha256(data), stamp)

    def take(self, reading: Reading) -> None:
        """From now on `reading` is what saves start from."""
        self._known = _Known(reading.digest, reading.project.revision)
        self._stamped = reading.stamp

    def save(self, project: Project, deed: Deed) -> Project:
        """See `Store.save`."""
        with self.alone():
            found = self._read()
            self._refuse_changed(project, found)
            return self._write(project.replace(revision=project.revision + 1), deed, found)

    def save_unchanged(self, project: Project, deed: Deed) -> Project | None:
        """As `save`, but None, and nothing written, where the file is not what was last read or written here.

        Raises:
            Conflict: somebody holds the lock.
            Refused: the file is gone, or the journal is broken.
            OSError: it cannot be written.
        """
        with self.alone():
            found = self._read()
            if self._known is None or self._known.digest != _sha256(found):
                return None
            return self._write(project.replace(revision=self._known.revision + 1), deed, found)

    def differs(self) -> bool:
        """Whether project.json is not what this store last read or wrote; cheap while nobody touched it.

        Raises:
            Refused: it is gone.
            OSError: it cannot be read.
        """
        if self._known is None:
            return True
        stamp = stamp_of(self.folder / PROJECT_FILE)
        if stamp is not None and stamp == self._stamped:
            return False
        if self._known.digest != _sha256(self._read()):
            return True
        self._stamped = stamp
        return False

    def present_revision(self) -> int | None:
        """The revision that project.json says it is; None where it cannot be read as one.

        Raises:
            Refused: it is gone.
            OSError: it cannot be read.
        """
        return revision(self._read())

    def saved_by(self) -> str | None:
        """Who saved what project.json holds; None where no save of ours did.

        Raises:
            Refused: it is gone, or the journal is broken.
            OSError: it cannot be read.
        """
        last = self._journal.last()
        return last.who if last is not None and last.project == _sha256(self._read()) else None

    def keep_version(self, project: Project) -> str:
        """Keep a version that is not the one in project.json; returns the name of its file.

        Raises:
            OSError: it cannot be written.
        """
        name = f"project.conflict-r{project.revision}-{datetime.now(UTC):%Y%m%dT%H%M%S%f}.json"
        write_atomic(self.folder / name, serialise(project))
        return name

    def read_beside(self, name: str) -> bytes | None:
        """A small file that is kept beside the project; None where there is none.

        Raises:
            OSError: it cannot be read.
        """
        try:
            return (self.folder / name).read_bytes()
        except FileNotFoundError:
            return None

    def change_beside(self, name: str, change: Callable[[bytes | None], bytes | None]) -> bytes | None:
        """Change such a file while nobody else does; what `change` makes None of is removed.

        Raises:
            Conflict: somebody holds the lock.
            OSError: it cannot be written.
        """
        path = self.folder / name
        with self.alone():
            data = change(self.read_beside(name))
            if data is not None:
                write_atomic(path, data)
            elif path.exists():
                path.unlink()
                sync_folder(self.folder)
            remove_leftovers(path)
        return data

    def changed_outside(self) -> bool:
        """Whether project.json is not what the journal says was saved last.

        Raises:
            Refused: the journal is broken.
        """
        return self._state_of(self._read()) == "outside"

    def journal(self) -> Journal:
        """The record of what was done."""
        return self._journal

    def keep_issued(self, name: str, data: bytes) -> None:
        """See `Store.keep_issued`."""
        if safe_name(name) != name:
            raise ValueError("not a name for a file that goes out")
        path = self.folder / "issued" / name
        with self.alone():
            if not path.exists():
                write_atomic(path, data)
            elif path.read_bytes() != data:
                raise issued_before(name)

    def keep_received(self, name: str, data: bytes) -> str:
        """See `Store.keep_received`."""
        folder = self.folder / "received"
        stem, suffix = split_name(safe_name(name))
        with self.alone():
            taken = {same_file(path.name): path for path in folder.iterdir()} if folder.is_dir() else {}
            candidate, n = stem + suffix, 1
            while (there := taken.get(same_file(candidate))) is not None:
                # Kept before a power cut took the rest of the step: the same bytes need no second copy.
                if there.is_file() and there.read_bytes() == data:
                    return there.name
                n += 1
                candidate = f"{stem}-{n}{suffix}"
            write_atomic(folder / candidate, data)
        return candidate

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the folder's lock: nobody else saves until this ends. It may be held twice by one thread.

        Raises:
            Refused: the folder is gone.
            Conflict: somebody else holds it.
        """
        if not self.folder.is_dir():
            # The lock would make the folder anew, where a drive has only been taken off.
            raise missing(self.folder)
        from filelock import Timeout

        try:
            self._lock.acquire(timeout=_LOCK_SECONDS)
        except Timeout:
            raise in_use() from None
        try:
            yield
        finally:
            self._lock.release()

    def _read(self) -> bytes:
        try:
            return (self.folder / PROJECT_FILE).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            raise missing(self.folder) from None

    def _refuse_used(self, deed: Deed) -> None:
        folder = self.folder
        if folder.exists() and (not folder.is_dir() or self._is_used(deed)):
            raise not_empty(folder)

    def _is_used(self, deed: Deed) -> bool:
        """Whether the folder holds more than an attempt to make a project leaves when the power fails."""
        remove_leftovers(self.folder / PROJECT_FILE)
        found = {path.name for path in self.folder.iterdir()} - {LOCK_FILE}
        attempts = found == {JOURNAL_FILE} and all(
            entry.action == deed.action for entry in self._journal.entries()
        )
        return bool(found) and not attempts

    def _refuse_changed(self, project: Project, found: bytes) -> None:
        """Raise `Conflict` unless what is on the disk is what `project` was made from."""
        known, digest = self._known, _sha256(found)
        if known is not None and known.digest == digest:
            present: int | None = known.revision
            same = present == project.revision
        else:
            present = revision(found)
            # Not what was read here, though it may call itself the same revision: edited by hand.
            same = present == project.revision and (known is None or known.revision != project.revision)
        if not same:
            raise changed_elsewhere(project.revision, present, self.keep_version(project))

    def _write(self, project: Project, deed: Deed, found: bytes | None = None) -> Project:
        """Write the project over what was `found` in its place, if anything was."""
        data = serialise(project)
        digest = _sha256(data)
        remove_leftovers(self.folder / PROJECT_FILE)
        # A full disk refuses before anything is announced: each new try would add an entry otherwise.
        announce = partial(self._announce, deed, digest, found)
        write_atomic(self.folder / PROJECT_FILE, data, announce=announce)
        self._known, self._stamped = _Known(digest, project.revision), stamp_of(self.folder / PROJECT_FILE)
        return project

    def _announce(self, deed: Deed, digest: str, found: bytes | None) -> None:
        last = self._journal.last() if found is not None else None
        if last is not None and (last.project, last.action, last.who) == (digest, deed.action, _who()):
            # The disk refused just after it was announced, and nothing has changed since.
            return
        if found is not None:
            self._note_what_happened_outside(found)
        self._record(deed, digest)

    def _record(self, deed: Deed, digest: str) -> None:
        self._journal.append(
            at=datetime.now(UTC).astimezone(),
            who=_who(),
            action=deed.action,
            details=deed.details,
            project=digest,
        )

    def _state_of(self, found: bytes) -> str:
        """`saved`, `interrupted` (announced, but the power failed before the file) or `outside`."""
        digest = _sha256(found)
        newest = [entry.project for entry in self._journal.newest()]
        if newest and newest[-1] == digest:
            return "saved"
        # Announced, but the power failed before the file.
        return "interrupted" if digest in newest else "outside"

    def _note_what_happened_outside(self, found: bytes) -> None:
        state = self._state_of(found)
        if state != "saved":
            action = "save-interrupted" if state == "interrupted" else "changed-outside"
            self._record(Deed(action, {}), _sha256(found))


def serialise(project: Project) -> bytes:
    """project.json: UTF-8, stable order of keys, readable, ends with a line end."""
    return project.model_dump_json(indent=2, exclude_none=True).encode() + b"\n"


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _who() -> str:
    """Who is at work, as the system knows them; a container may not know anybody."""
    name = os.environ.get("RFP_BUILDER_USER")
    if not name:
        try:
            name = getpass.getuser()
        except (OSError, KeyError, ImportError):
            name = "unknown"
    return clean(name).text.replace("\n", " ").strip()[:100] or "unknown"
