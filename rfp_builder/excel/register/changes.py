"""What an edited register would change, requirement by requirement, against what the project says now."""

from __future__ import annotations

from dataclasses import dataclass

from rfp_builder.excel.register.rows import Row, digest, row_of
from rfp_builder.model.proposals import Remark
from rfp_builder.model.requirement import Requirement


@dataclass(frozen=True, slots=True)
class Changed:
    """A requirement that the workbook changes, and the columns it changes."""

    id: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RegisterChanges:
    """The outcome of reading a register. Ids throughout.

    `requirements` are all of them as they would be; a conflict is in there as the project has it.
    """

    requirements: tuple[Requirement, ...]
    added: tuple[str, ...] = ()
    changed: tuple[Changed, ...] = ()
    removed: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    """Changed both in the workbook and in the project since the export, or dropped from the project."""
    notes: tuple[Remark, ...] = ()


def differing(before: Row, after: Row) -> tuple[str, ...]:
    """The columns in which two rows differ."""
    return tuple(key for key in sorted(before.keys() | after.keys()) if before.get(key) != after.get(key))


def was_changed_meanwhile(present: Requirement, base: str | None) -> bool:
    """Whether the project's requirement is no longer what was exported; unknown counts as changed."""
    return base is None or digest(row_of(present)) != base
