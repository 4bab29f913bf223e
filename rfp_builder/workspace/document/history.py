"""Undo and redo: steps that keep what was before and after, and apply to whatever the project is now."""

from __future__ import annotations

from collections import deque

from rfp_builder.model.project import Project
from rfp_builder.workspace.document.merge import merge
from rfp_builder.workspace.document.step import Step

LONGEST = 1000
"""Steps that can be undone."""


class History:
    """The steps so far, and those undone since."""

    def __init__(self) -> None:
        self._done: deque[Step] = deque(maxlen=LONGEST)
        self._undone: list[Step] = []
        self._typing = False

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to go back over."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone step."""
        return bool(self._undone)

    def add(self, step: Step, *, typing: bool) -> None:
        """A new step. One of typing continues the one before it while nothing came in between."""
        self._undone.clear()
        if typing and self._typing and self._done and self._done[-1].path == step.path:
            last = self._done.pop()
            step = Step(step.path, last.before, step.after, last.beside + step.beside)
        changed = bool(step.beside) or step.before.replace(revision=step.after.revision) != step.after
        if changed:
            self._done.append(step)
        # Typed back to the start, there is no step left to continue.
        self._typing = typing and changed

    def settle(self) -> None:
        """What is typed from now on is a step of its own."""
        self._typing = False

    def clear(self) -> None:
        """Forget everything: what happened since cannot be undone."""
        self._done.clear()
        self._undone.clear()
        self._typing = False

    def undo(self, present: Project) -> tuple[Step, Project] | None:
        """The last step that can be taken back, and the project without it.

        A step whose place somebody else has changed since no longer applies and is forgotten.
        """
        self.settle()
        while self._done:
            step = self._done.pop()
            back = merge(step.after, step.before, present)
            if not back.clashes and (step.beside or back.project != present):
                self._undone.append(step)
                return step, back.project
        return None

    def redo(self, present: Project) -> tuple[Step, Project] | None:
        """The step undone last, and the project with it again."""
        self.settle()
        while self._undone:
            step = self._undone.pop()
            forth = merge(step.before, step.after, present)
            if not forth.clashes and (step.beside or forth.project != present):
                self._done.append(step)
                return step, forth.project
        return None
