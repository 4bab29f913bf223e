"""The document under the wizard: edited by path, undone, saved by itself, and aware of others."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import ValidationError

from rfp_builder.errors import Problem
from rfp_builder.model.project import Project
from rfp_builder.store.protocol import Deed
from rfp_builder.workspace.document.clashes import brought_back, in_conflict
from rfp_builder.workspace.document.closed import merge_open, refuse_closed
from rfp_builder.workspace.document.disk import busy, disk_problem
from rfp_builder.workspace.document.history import History
from rfp_builder.workspace.document.merge import Clash, Merge
from rfp_builder.workspace.document.outside import Outside, changed_places, only_authored, settled
from rfp_builder.workspace.document.paths import value_at, with_value
from rfp_builder.workspace.document.saving import Pending, SaveState
from rfp_builder.workspace.document.step import Change, Origin, Step
from rfp_builder.workspace.document.typed import TYPED_FILE, TypedTexts, with_changes
from rfp_builder.workspace.document.unfit import unfit
from rfp_builder.workspace.workspace import Workspace

T = TypeVar("T")
_TRIES = 5
"""How often a save starts again because somebody else saved at the same moment."""


class Document:
    """One open project. Edit it in one thread; `save`, `perform` and `take_outside` may run in another.

    Subscribers are called in the thread that made the change: for what others did, the one that saves.
    """

    def __init__(self, workspace: Workspace, *, clock: Callable[[], float] = time.monotonic) -> None:
        self.workspace = workspace
        self._clock = clock
        self._lock = threading.RLock()
        """Over the values below; held for moments only."""
        self._disk = threading.RLock()
        """Over the folder: one save or step at a time."""
        self._base = workspace.project
        self._project = workspace.project
        self._history = History()
        self._pending = Pending()
        self._typed = _typed_before(workspace)
        self._clashes: dict[str, Clash] = {}
        self._conflict: Problem | None = None
        self._failure: Problem | None = None
        self._subscribers: list[Callable[[Change], None]] = []

    @property
    def project(self) -> Project:
        """The present value; it may be ahead of the disk."""
        return self._project

    @property
    def folder(self) -> Path:
        """Where the project is kept."""
        return self.workspace.folder

    def value(self, path: str) -> object:
        """What stands in a place.

        Raises:
            KeyError: there is no such place, or no longer.
        """
        return value_at(self._project, path)

    def set(self, path: str, value: object, *, typing: bool = False) -> None:
        """Put a value in a place, as one step; an equal one changes nothing.

        With `typing`, what follows in the same place is the same step until `settle`.

        Raises:
            KeyError: there is no such place, or no longer.
            Unfit: the model refuses the value.
            Closed: the place was agreed or has gone out.
        """
        with self._lock:
            before = self._project
            try:
                after = with_value(before, path, value)
            except ValidationError as error:
                raise unfit(before, path, error) from None
            told = self._edit(path, after, typing=typing)
            self.drop_typed(path)
            # Whoever sets a place by hand has chosen what stands there.
            for clashing in [
                one for one in self._clashes if one == path or one.startswith((f"{path}.", f"{path}["))
            ]:
                del self._clashes[clashing]
        self._tell(told)

    def change(self, project: Project, path: str) -> None:
        """Make `project` the present as one step; `path` says where it changed.

        Raises:
            Closed: something that was agreed or has gone out is different in it.
        """
        with self._lock:
            told = self._edit(path, project, typing=False)
        self._tell(told)

    def _edit(self, path: str, after: Project, *, typing: bool) -> Change | None:
        before = self._project
        after = after.replace(revision=before.revision) if after.revision != before.revision else after
        if after == before:
            return None
        refuse_closed(before, after)
        self._project = after
        self._history.add(Step(path, before, after), typing=typing)
        self._touch()
        return Change(path, "set")

    def settle(self) -> None:
        """What is typed from now on is a step of its own."""
        self._history.settle()

    def undo(self) -> Step | None:
        """Take the last step back; returns it, or None where there is none."""
        return self._go(self._history.undo, "undo")

    def redo(self) -> Step | None:
        """Do the step undone last again; returns it, or None where there is none."""
        return self._go(self._history.redo, "redo")

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone step."""
        return self._history.can_redo

    def _go(self, way: Callable[[Project], tuple[Step, Project] | None], origin: Origin) -> Step | None:
        with self._lock:
            found = way(self._project)
            if found is None:
                return None
            step, self._project = found
            self._touch()
        self._tell(Change(step.path, origin))
        return step

    def keep_typed(self, path: str, text: str) -> None:
        """Keep what was typed in a place and cannot be read yet; it outlives the process once saved."""
        with self._lock:
            if self._typed.put(path, text):
                self._touch()

    def typed(self, path: str) -> str | None:
        """What was typed there and could not be read."""
        return self._typed.get(path)

    def drop_typed(self, path: str) -> None:
        """Forget what was typed there."""
        with self._lock:
            if self._typed.put(path, None):
                self._touch()

    def subscribe(self, callback: Callable[[Change], None]) -> Callable[[], None]:
        """Be told after every change; returns what ends it."""
        self._subscribers.append(callback)
        return lambda: self._subscribers.remove(callback) if callback in self._subscribers else None

    def _tell(self, change: Change | None) -> None:
        for callback in tuple(self._subscribers) if change is not None else ():
            assert change is not None
            callback(change)

    def _touch(self) -> None:
        self._pending.touch(self._clock())

    @property
    def state(self) -> SaveState:
        """How the folder stands to the document."""
        if self._pending.saving:
            return SaveState.SAVING
        if self._failure is not None:
            return SaveState.FAILED
        if self._clashes:
            return SaveState.CONFLICT
        return SaveState.WAITING if self._pending.any else SaveState.SAVED

    @property
    def problem(self) -> Problem | None:
        """Why the last save failed, or what it met."""
        return self._failure or (self._conflict if self._clashes else None)

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
        with self._disk:
            with self._lock:
                if not self._pending.any:
                    return
                self._pending.begin()
            try:
                self._write_typed()
                self._write()
            except Problem as problem:
                self._fail(problem)
            except OSError as error:
                self._fail(disk_problem(error))
            else:
                with self._lock:
                    self._pending.written()
                    self._failure = None

    def _fail(self, problem: Problem) -> None:
        with self._lock:
            self._failure = problem
            self._pending.failed(self._clock())

    def _write_typed(self) -> None:
        with self._lock:
            changed = self._typed.changed
        if changed:
            data = self.workspace.store.change_beside(TYPED_FILE, lambda found: with_changes(found, changed))
            with self._lock:
                self._typed.written(changed, data)

    def _write(self) -> None:
        store = self.workspace.store
        for _ in range(_TRIES):
            with self._lock:
                snapshot, base = self._project, self._base
            if snapshot == base:
                return
            deed = Deed("edited", {"places": list(changed_places(base, snapshot))})
            saved = store.save_unchanged(snapshot, deed)
            if saved is not None:
                with self._lock:
                    self._base = self.workspace.project = saved
                    self._project = self._project.replace(revision=saved.revision)
                return
            self._take(store.load(), "outside")
        raise busy()

    def perform(self, step: Callable[[Workspace], T]) -> T:
        """Run a step of the road, which saves by itself, on everything edited so far.

        Raises:
            Problem: what is unsaved could not be saved, or clashes; or what the step raises.
        """
        with self._disk:
            try:
                self.take_outside()
            except OSError as error:
                raise disk_problem(error) from None
            self.save()
            if (problem := self.problem) is not None:
                raise problem
            try:
                return step(self.workspace)
            finally:
                if self.workspace.project is not self._base:
                    self._take(self.workspace.project, "step")

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
            return Outside(store.present_revision(), store.saved_by()) if store.differs() else None
        finally:
            self._disk.release()

    def take_outside(self) -> Merge:
        """Take what others saved; what was edited here since stays, place by place.

        Raises:
            Refused: the file cannot be read; the document is as it was.
            OSError: it cannot be read, or my version of what clashes cannot be kept.
        """
        with self._disk:
            if not self.workspace.store.differs():
                return Merge(self._project)
            return self._take(self.workspace.store.load(), "outside")

    def _take(self, theirs: Project, origin: Origin) -> Merge:
        """Go on from `theirs`, with the edits made here since the last save."""
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


def _typed_before(workspace: Workspace) -> TypedTexts:
    """What an earlier session could not read, where its place is still there."""
    try:
        typed = TypedTexts(workspace.store.read_beside(TYPED_FILE))
    except OSError:
        return TypedTexts(None)
    for path in typed.paths:
        try:
            value_at(workspace.project, path)
        except KeyError:
            typed.put(path, None)
    return typed
