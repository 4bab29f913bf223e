"""Which requirements the list shows: withheld, may be, may not be, all; of every item or of one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from rfp_builder.i18n import Phrase
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement
from rfp_builder.workspace.withholding_view import May, verdict


class Kind(StrEnum):
    """What the list is about."""

    WITHHELD = "withheld"
    MAY = "may"
    MAY_NOT = "may_not"
    ALL = "all"

    @property
    def label(self) -> Phrase:
        """What people call it."""
        return _LABELS[self]


_LABELS = {
    Kind.WITHHELD: Phrase("非開示", "Withheld"),
    Kind.MAY: Phrase("非開示にできる", "May be withheld"),
    Kind.MAY_NOT: Phrase("開示する", "Must be told"),
    Kind.ALL: Phrase("すべて", "All"),
}


@dataclass(frozen=True, slots=True)
class Filter:
    """What the list is narrowed to."""

    kind: Kind = Kind.ALL
    item: str | None = None

    def next(self, steps: int) -> Filter:
        """The same with the next kind."""
        kinds = list(Kind)
        return replace(self, kind=kinds[(kinds.index(self.kind) + steps) % len(kinds)])

    def shows(self, one: Requirement) -> bool:
        """Whether the list has this one."""
        if self.item is not None and one.item != self.item:
            return False
        match self.kind:
            case Kind.WITHHELD:
                return one.withholding is not None
            case Kind.MAY:
                return verdict(one).may is not May.NO
            case Kind.MAY_NOT:
                return verdict(one).may is May.NO
        return True

    def of(self, project: Project) -> tuple[Requirement, ...]:
        """The requirements that the list has, in the order of the register."""
        return tuple(one for one in project.requirements if self.shows(one))
