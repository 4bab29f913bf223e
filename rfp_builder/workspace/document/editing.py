"""A project while it is edited: values by path, undo and redo, raw texts, and who is told of changes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from types import MappingProxyType

from pydantic import ValidationError

from rfp_builder.model.project import Project
from rfp_builder.workspace.document.closed import refuse_closed
from rfp_builder.workspace.document.history import History
from rfp_builder.workspace.document.merge import Clash
from rfp_builder.workspace.document.paths import value_at, with_value
from rfp_builder.workspace.document.saving import Pending
from rfp_builder.workspace.document.step import Beside, Change, Origin, Step
from rfp_builder.workspace.document.typed import TypedTexts
from rfp_builder.workspace.document.unfit import unfit

_NOTHING: Mapping[str, str | None] = MappingProxyType({})


class Editing:
    """Everything about a document that needs no disk."""

    def __init__(self, project: Project, typed: TypedTexts, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = threading.RLock()
        """Over the values below; held for moments only."""
        self._project = project
        self._history = History()
        self._typed = typed
        self._pending = Pending()
        self._clashes: dict[str, Clash] = {}
        self._subscribers: list[Callable[[Change], None]] = []

    @property
    def project(self) -> Project:
        """The present value; it may be ahead of the disk."""
        return self._project

    def value(self, path: str) -> object:
        """What stands in a place.

        Raises:
            KeyError: there is no such place, or no longer.
        """
        return value_at(self._project, path)

    def set(
        self,
        path: str,
        value: object,
        *,
        typing: bool = False,
        beside: Mapping[str, str | None] = _NOTHING,
    ) -> None:
        """Put a value in a place, as one step; an equal one changes nothing.

        With `typing`, what follows in the same place is the same step until `settle`. The step reaches the
        texts `beside` the project, too: by their paths, None for those to be dropped.

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
            told = self._edit(path, after, typing=typing, beside=beside)
            self.drop_typed(path)
            self._chosen(path)
        self._tell(told)

    def change(self, project: Project, path: str) -> None:
        """Make `project` the present as one step; `path` says where it changed.

        Raises:
            Closed: something that was agreed or has gone out is different in it.
        """
        with self._lock:
            told = self._edit(path, project, typing=False)
        self._tell(told)

    def set_beside(self, path: str, texts: Mapping[str, str | None]) -> None:
        """Keep texts beside the project, or drop them, as one step; `path` says where it happened."""
        with self._lock:
            told = self._edit(path, self._project, typing=False, beside=texts)
        self._tell(told)

    def _edit(
        self, path: str, after: Project, *, typing: bool, beside: Mapping[str, str | None] = _NOTHING
    ) -> Change | None:
        before = self._project
        after = after.replace(revision=before.revision) if after.revision != before.revision else after
        texts = tuple(
            Beside(one, self._typed.get(one), text)
            for one, text in beside.items()
            if self._typed.get(one) != text
        )
        if after == before and not texts:
            return None
        refuse_closed(before, after)
        self._project = after
        for one in texts:
            self._typed.put(one.path, one.after)
        self._history.add(Step(path, before, after, texts), typing=typing)
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
            for one in step.beside:
                self._typed.put(one.path, one.before if origin == "undo" else one.after)
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

    def _chosen(self, path: str) -> None:
        """A place was set by hand: what clashed there is settled."""
        for clashing in list(self._clashes):
            if clashing == path or clashing.startswith((f"{path}.", f"{path}[")):
                del self._clashes[clashing]
