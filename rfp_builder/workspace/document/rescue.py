"""What a folder did not take before the program ended: kept on this machine until its person decides."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rfp_builder.errors import Refused
from rfp_builder.i18n import Phrase
from rfp_builder.model.project import Project
from rfp_builder.store.atomic import write_atomic
from rfp_builder.store.folder import JOURNAL_FILE, PROJECT_FILE, serialise
from rfp_builder.store.journal import Journal
from rfp_builder.store.reading import parse
from rfp_builder.workspace.document.labels import called
from rfp_builder.workspace.document.outside import changed_places

if TYPE_CHECKING:
    from filelock import BaseFileLock

THERE_IS_SOME = Phrase(
    "前回保存できなかった入力があります", "There is work that could not be saved last time"
)
SURE_TO_THROW_AWAY = Phrase("前回の入力を捨てますか。", "Throw that work away?")
NO_WAY_BACK = Phrase("元に戻せません。", "There is no way back.")
TAKEN_BACK = Phrase("前回の入力を取り込みました。", "That work is in the project now.")
_PRIVATE_FILE, _PRIVATE_FOLDER = 0o600, 0o700


@dataclass(frozen=True, slots=True)
class Whose:
    """Which project work is of: its folder, and what tells it from others wherever it lies, or nothing."""

    folder: str
    identity: str

    @classmethod
    def of(cls, folder: Path) -> Whose:
        """The project in `folder`, as long as it is there."""
        try:
            first = next(Journal(folder / JOURNAL_FILE).entries(), None)
        except (OSError, Refused):
            first = None
        return cls(str(folder), "" if first is None else first.digest)

    def is_in(self, folder: Path) -> bool:
        """Whether `folder` holds that project: the same one, or what it was renamed to."""
        found, kept_for = Whose.of(folder), Path(self.folder)
        if self.identity and found.identity and self.identity != found.identity:
            # Another project was made in its place.
            return False
        if kept_for == folder:
            return True
        if (kept_for / PROJECT_FILE).exists():
            # A copy is the same project by its journal, but the work was done on the other one.
            return (folder / PROJECT_FILE).samefile(kept_for / PROJECT_FILE)
        return bool(self.identity and found.identity)


@dataclass(frozen=True, slots=True)
class Rescued:
    """Unsaved work of an earlier session: `mine`, made from `base`, which the folder held."""

    file: Path
    at: datetime
    base: Project = field(repr=False)
    mine: Project = field(repr=False)
    typed: Mapping[str, str | None] = field(repr=False)
    """Raw texts by path; None for those that were dropped."""

    @property
    def where(self) -> tuple[Phrase, ...]:
        """What the places are called that were being changed."""
        return called(self.mine, (*changed_places(self.base, self.mine), *self.typed))

    def throw_away(self) -> None:
        """It is in the folder now, or nobody wants it.

        Raises:
            OSError: it cannot be removed.
        """
        self.file.unlink(missing_ok=True)
        _lock_of(self.file).unlink(missing_ok=True)


class Rescue:
    """Keeps what one open project cannot save, in a file whose name tells nothing; any thread may ask."""

    def __init__(self, folder: Path) -> None:
        """`folder` is made when there is something to keep."""
        self._folder = folder
        self._one = threading.RLock()
        self._file: Path | None = None
        self._lock: BaseFileLock | None = None
        self.kept = False
        """Whether the last unsaved work is in it."""

    def keep(self, whose: Whose, base: Project, mine: Project, typed: Mapping[str, str | None]) -> None:
        """Keep the work on a project instead of what was kept before.

        Raises:
            OSError: it cannot be written.
        """
        with self._one:
            self.kept = False
            self._folder.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
            if self._file is None:
                self._file = self._reserve()
            head = {**asdict(whose), "at": datetime.now(UTC).isoformat(), "typed": dict(typed)}
            opening = json.dumps(head, ensure_ascii=True).encode().removesuffix(b"}")
            parts = (opening, b', "base": ', serialise(base), b', "mine": ', serialise(mine), b"}\n")
            write_atomic(self._file, b"".join(parts), mode=_PRIVATE_FILE)
            self.kept = True

    def drop(self) -> None:
        """Everything is in the project's folder."""
        with self._one:
            self.kept = False
            if self._file is not None:
                with contextlib.suppress(OSError):
                    self._file.unlink(missing_ok=True)
                self.let_go()
                self._file = None

    def let_go(self) -> None:
        """This process is done with it: what was kept waits for the next one."""
        with self._one:
            lock, self._lock = self._lock, None
            if lock is not None:
                lock.release()
            if self._file is not None and not self._file.exists():
                with contextlib.suppress(OSError):
                    _lock_of(self._file).unlink(missing_ok=True)

    def _reserve(self) -> Path:
        """A new file, held by this process: nobody else takes over what it may still save itself."""
        import secrets

        from filelock import FileLock

        file = self._folder / f"{secrets.token_hex(16)}.json"
        # Taken by the thread that saves, given back by the one that ends.
        self._lock = FileLock(_lock_of(file), timeout=0, thread_local=False)
        self._lock.acquire()
        return file


def rescue_below(folder: Path | None) -> Rescue | None:
    """A place for one open project; None where nothing is to be kept."""
    return None if folder is None else Rescue(folder)


def rescued(where: Path, folder: Path) -> tuple[Rescued, ...]:
    """What waits below `where` for the project in `folder`, oldest first, but for sessions still alive."""
    return tuple(sorted(_waiting(where, folder), key=lambda one: one.at))


def _waiting(where: Path, folder: Path) -> Iterator[Rescued]:
    for file in where.glob("*.json") if where.is_dir() else ():
        try:
            found = _read(file, folder)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, Refused):
            # What cannot be read is no reason to keep a project closed.
            continue
        if found is not None and not _is_held(file):
            yield found


def _read(file: Path, folder: Path) -> Rescued | None:
    body = json.loads(file.read_bytes())
    if not Whose(str(body["folder"]), str(body.get("identity", ""))).is_in(folder):
        return None
    typed = {str(path): text for path, text in body["typed"].items() if text is None or isinstance(text, str)}
    base, mine = (parse(json.dumps(body[name]).encode()) for name in ("base", "mine"))
    return Rescued(file, datetime.fromisoformat(body["at"]).astimezone(), base, mine, typed)


def _is_held(file: Path) -> bool:
    import filelock

    try:
        with filelock.FileLock(_lock_of(file), timeout=0):
            return False
    except (filelock.Timeout, OSError):
        return True


def _lock_of(file: Path) -> Path:
    return file.with_suffix(".lock")
