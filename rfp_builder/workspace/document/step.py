"""What subscribers hear of, and what undo goes back over."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from rfp_builder.i18n import Phrase
from rfp_builder.model.project import Project
from rfp_builder.workspace.document.labels import WITHIN, criterion_at, label_of

Origin: TypeAlias = Literal["set", "undo", "redo", "outside", "step"]


@dataclass(frozen=True, slots=True)
class Change:
    """The project is another one now. `path`: where it changed; None where it may be anywhere."""

    path: str | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class Beside:
    """A text that is kept beside the project: what was there before a step and after it, None for nothing."""

    path: str
    before: str | None = field(repr=False)
    after: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the history. The projects share whatever the step did not change."""

    path: str
    before: Project = field(repr=False)
    after: Project = field(repr=False)
    beside: tuple[Beside, ...] = ()

    @property
    def label(self) -> Phrase:
        """What was changed: 「2.2 媒体と量」の変更."""
        where = label_of(self.before, self.path)
        # A deleted one has its name before, a new one after.
        name = criterion_at(self.after, self.path) or criterion_at(self.before, self.path)
        where = where if name is None else WITHIN.fill(outer=where, inner=name)
        return Phrase("「{where}」の変更", "change to “{where}”").fill(where=where)
