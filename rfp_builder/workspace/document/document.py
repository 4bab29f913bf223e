"""The document under the wizard: edited by path, undone, saved by itself, and aware of others."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from pydantic import ValidationError

from rfp_builder.errors import Problem
from rfp_builder.model.project import Project
from rfp_builder.store.folder import Reading
from rfp_builder.store.protocol import Deed
from rfp_builder.workspace.document.clashes import brought_back, in_conflict
from rfp_builder.workspace.document.closed import merge_open
from rfp_builder.workspace.document.disk import busy, disk_problem, unexpected, why_not
from rfp_builder.workspace.document.editing import Editing
from rfp_builder.workspace.document.merge import Clash, Merge
from rfp_builder.workspace.document.outside import Outside, changed_places, only_authored, settled
from rfp_builder.workspace.document.rescue import Whose
from rfp_builder.workspace.document.saving import SaveState
from rfp_builder.workspace.document.step import Change, Origin, Step
from rfp_builder.workspace.document.typed import TYPED_FILE, read_typed, with_changes
from rfp_builder.workspace.document.unfit import unfit
from rfp_builder.workspace.workspace import Workspace

if TYPE_CHECKING:
    from rfp_builder.workspace.document.rescue import Rescue, Rescued

T = TypeVar("T")


class Document(Editing):
    """One open project. Edit it in one thread; `save`, `perform` and `take_outside` may run in another.

    Subscribers are called in the thread that made the change: for what others did, the one that saves.
    """

    def __init__(
        self,
        workspace: Workspace,
        *,
        clock: Callable[[], float] = time.monotonic,
        rescue: Rescue | None = None,
    ) -> None:
        """`rescue` keeps what the folder does not take; without one it is lost when the process ends."""
        super().__init__(workspace.project, read_typed(workspace), clock)
        self.workspace = workspace
        self._rescue = rescue
        # Asked while the folder is there: it may be gone when something is kept.
        self._whose = Whose.of(workspace.folder)
        self._disk = threading.RLock()
        """Over the folder: one save or step at a time."""
        self._base = workspace.project
        """What the folder held when it was last read or written here."""
        self._conflict: Problem | None = None
        self._failure: Problem | None = None
        self._unseen: Problem | None = None
        self._given_up = False

    @property
    def folder(self) -> Path:
        """Where the project is kept."""
        return self.workspace.folder

    @property
    def state(self) -> SaveState:
        """How the folder stands to the document."""
        if self._pending.saving:
            return SaveState.SAVING
        if self.trouble is not None:
            return SaveState.FAILED
        if self._clashes:
            return SaveState.CONFLICT
        return SaveState.WAITING if self._pending.any else SaveState.SAVED

    @property
    def problem(self) -> Problem | None:
        """Why the last save failed, or what it met; or why the folder could not be looked at."""
        return self.trouble or (self._conflict if self._clashes else None)

    @property
    def trouble(self) -> Problem | None:
        """Why the folder takes or shows nothing, as when it was renamed; None while it does."""
        return self._failure or self._unseen

    @property
    def failed(self) -> bool:
        """Whether the last save did not succeed."""
        return self._failure is not None

    @property
    def unsaved(self) -> bool:
        """Whether something is not in the folder, or not yet."""
        return self._pending.any

    @property
    def clashes(self) -> tuple[Clash, ...]:
        """What both sides changed and nobody has chosen about yet."""
        return tuple(self._clashes.values())

    def due(self, now: float) -> bool:
        """Whether it is time to save; `now` in seconds of the document's clock."""
        return self._pending.due(now)

    def save(self) -> None:
        """Write what is unsaved. Trouble becomes the state, and the next save tries again.

        What others saved meanwhile is taken over first, place by place.
        """
        if self._given_up:
            return
        with self._disk:
            with self._lock:
                if not self._pending.any:
                    return
                self._pending.begin()
            try:
                self._write_typed()
                self._write()
            except (Problem, OSError) as error:
                self._fail(why_not(error))
            except Exception as error:
                self._fail(unexpected(error))
            except BaseException:
                self._pending.failed(self._clock())
                raise
            else:
                with self._lock:
                    self._pending.written()
                    self._failure = self._unseen = None
                if self._rescue is not None:
                    self._rescue.drop()

    def _fail(self, problem: Problem) -> None:
        with self._lock:
            self._failure = problem
            self._pending.failed(self._clock())
        self.keep_aside()

    def keep_aside(self) -> None:
        """Keep what is unsaved on this machine, also while a save is under way that may never end."""
        if self._rescue is None:
            return
        with self._lock:
            base, mine, typed = self._base, self._project, self._typed.changed
        # Where this fails, too, `kept` says so, and whoever leaves is told.
        with contextlib.suppress(OSError):
            self._rescue.keep(self._whose, base, mine, typed)
        if not self._pending.any:
            self._rescue.drop()

    def give_up(self) -> None:
        """Save no more: somebody leaves who does not wait for the folder. A save under way may still end."""
        self._given_up = True

    @property
    def rescued(self) -> bool:
        """Whether what could not be saved is kept on this machine, so that leaving loses nothing."""
        return self._rescue is not None and self._rescue.kept

    def let_go(self) -> None:
        """The document is put away: what is kept on this machine waits for the next time."""
        if self._rescue is not None:
            self._rescue.let_go()

    def take_back(self, rescued: Rescued) -> Merge:
        """Put in what an earlier session could not save; what clashes with edits since is to be chosen about.

        Raises:
            OSError: the other version of what clashes cannot be kept.
        """
        merged = merge_open(rescued.base, rescued.mine, self._project)
        kept = self.workspace.store.keep_version(rescued.mine) if merged.clashes else None
        with self._lock:
            told = self._edit("", merged.project, typing=False)
            if kept is not None:
                self._conflict = in_conflict(kept)
                self._clashes.update({clash.path: clash for clash in merged.clashes})
        self._tell(told)
        for path, text in rescued.typed.items():
            if text is None:
                self.drop_typed(path)
            else:
                self.keep_typed(path, text)
        return merged

    def _write_typed(self) -> None:
        with self._lock:
            changed = self._typed.changed
        if changed:
            data = self.workspace.store.change_beside(TYPED_FILE, lambda found: with_changes(found, changed))
            with self._lock:
                self._typed.written(changed, data)

    def _write(self) -> None:
        if self._written():
            return
        store = self.workspace.store
        # Somebody else saved. Until both sides are together nobody may: a busy window would always be first.
        with store.alone():
            self._take_read(store.read())
            if not self._written():
                raise busy()

    def _written(self) -> bool:
        """Write the present project; False where the folder no longer holds what it was made from."""
        with self._lock:
            snapshot, base = self._project, self._base
        if self.workspace.project is not base:
            # A step saved, but what it made could not be taken over, as when the disk was full just then.
            return False
        if snapshot == base:
            return True
        deed = Deed("edited", {"places": list(changed_places(base, snapshot))})
        saved = self.workspace.store.save_unchanged(snapshot, deed)
        if saved is None:
            return False
        with self._lock:
            self._base = self.workspace.project = saved
            self._project = self._project.replace(revision=saved.revision)
        return True

    def perform(self, step: Callable[[Workspace], T]) -> T:
        """Run a step of the road, which saves by itself, on everything edited so far.

        Raises:
            Problem: what is unsaved could not be saved, or clashes; or what the step raises.
        """
        with self._disk:
            try:
                self.take_outside()
            except (Problem, OSError) as error:
                raise why_not(error) from None
            self.save()
            if (problem := self.problem) is not None:
                raise problem
            try:
                return step(self.workspace)
            finally:
                if self.workspace.project is not self._base:
                    self._take_step()

    def _take_step(self) -> None:
        try:
            self._take(self.workspace.project, "step")
        except OSError as error:
            raise disk_problem(error) from None

    def look(self) -> Outside | None:
        """Whether project.json was changed underneath; None while it was not, or a save is on its way.

        Raises:
            Refused: it is gone, or the journal is broken.
            OSError: it cannot be read.
        """
        if not self._disk.acquire(blocking=False):
            return None
        try:
            store = self.workspace.store
            with self._seeing():
                return Outside(store.present_revision(), store.saved_by()) if store.differs() else None
        finally:
            self._disk.release()

    def take_outside(self) -> Merge:
        """Take what others saved; what was edited here since stays, place by place.

        Raises:
            Refused: the file cannot be read; the document is as it was.
            OSError: it cannot be read, or my version of what clashes cannot be kept.
        """
        with self._disk, self._seeing():
            if not self.workspace.store.differs():
                return Merge(self._project)
            return self._take_read(self.workspace.store.read())

    @contextlib.contextmanager
    def _seeing(self) -> Iterator[None]:
        """What keeps the folder from being looked at is `trouble` until it can be."""
        try:
            yield
        except (Problem, OSError) as error:
            self._unseen = why_not(error)
            raise
        self._unseen = None

    def _take_read(self, reading: Reading) -> Merge:
        # Only what is in the document for good counts as seen: otherwise the next save would go over it.
        return self._take(reading.project, "outside", lambda: self.workspace.store.take(reading))

    def _take(self, theirs: Project, origin: Origin, done: Callable[[], None] = lambda: None) -> Merge:
        """Go on from `theirs`, with the edits made here since the last save; `done` when that holds."""
        while True:
            mine = self._project
            merged = merge_open(self._base, mine, theirs)
            kept = self.workspace.store.keep_version(mine) if merged.clashes else None
            with self._lock:
                # Somebody typed while we were comparing.
                if self._project is not mine:
                    continue
                self._remember(mine, merged.project, theirs, origin)
                self._base = self.workspace.project = theirs
                self._project = merged.project
                done()
                if kept is not None:
                    self._conflict = in_conflict(kept)
                    self._clashes.update({clash.path: clash for clash in merged.clashes})
            self._tell(Change(None, origin))
            return merged

    def _remember(self, mine: Project, merged: Project, theirs: Project, origin: Origin) -> None:
        self._history.settle()
        if settled(self._base, theirs):
            self._history.clear()
        elif origin == "step" and only_authored(self._base, theirs):
            places = changed_places(self._base, theirs)
            self._history.add(Step(places[0] if len(places) == 1 else "", mine, merged), typing=False)

    def resolve(self, choices: Mapping[str, Literal["mine", "theirs"]]) -> None:
        """Choose, for places that both sides changed, whose value stands. Those not named stay open.

        Raises:
            KeyError: my value was in a row that is gone.
            Unfit: my value no longer fits there.
            Closed: the place was agreed or has gone out meanwhile.
        """
        with self._lock:
            chosen = {path: self._clashes[path] for path in choices if path in self._clashes}
            after = self._project
            for path, clash in chosen.items():
                if choices[path] == "mine":
                    try:
                        after = brought_back(after, clash)
                    except ValidationError as error:
                        raise unfit(after, path, error) from None
            told = self._edit(next(iter(chosen), ""), after, typing=False)
            for path in chosen:
                del self._clashes[path]
        self._tell(told)
