"""How one column of a report was understood."""

from __future__ import annotations

from dataclasses import dataclass

from rfp_builder.workload.history.words import Role


@dataclass(frozen=True, slots=True)
class Column:
    """How one column was understood."""

    place: int
    """Counted from 0."""
    heading: str
    role: Role
    examples: tuple[str, ...] = ()
