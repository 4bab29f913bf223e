"""Which row of the project each row of a sheet is: one it has, one it no longer has, or a new one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from rfp_builder.excel.definition.origin import typed_token
from rfp_builder.excel.definition.places import RowPlace, TablePlace
from rfp_builder.forms.ids import new_row_id
from rfp_builder.forms.questions import Question


class Claim(Enum):
    """What a row of a sheet is to the project."""

    KNOWN = "known"
    DELETED = "deleted"
    """It was there when the workbook was written."""
    NEW = "new"
    COPIED = "copied"
    """Its id stands in another row above: a copy, and so a new row."""


@dataclass(frozen=True, slots=True)
class ClaimedRow:
    """A row of a sheet with the id it has, or gets."""

    place: RowPlace
    id: str
    claim: Claim


def claimed_rows(
    table: TablePlace, present: Collection[str], exported: Collection[str] | None
) -> list[ClaimedRow]:
    """The rows of `table` in their order; new ones with fresh ids."""
    met: set[str] = set()
    taken = {*present, *(exported or ())}
    claimed = []
    for row in table.rows:
        row_id = row.key
        if row_id in met:
            claim = Claim.COPIED
        elif row_id in present:
            claim = Claim.KNOWN
        elif row_id in (exported or ()):
            claim = Claim.DELETED
        else:
            claim = Claim.NEW
        if claim in (Claim.COPIED, Claim.NEW):
            row_id = new_row_id(taken)
        taken.add(row_id)
        met.add(row_id)
        claimed.append(ClaimedRow(row, row_id, claim))
    return claimed


def typed_names(
    questions: Mapping[str, Question], claimed: Mapping[str, Sequence[ClaimedRow]]
) -> dict[str, dict[str, tuple[str, ...]]]:
    """What the rows of each table are called in the workbook, in any language."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for path, rows in claimed.items():
        naming = questions[path].naming
        if naming is not None:
            found[path] = {
                row.id: tuple(
                    name for cell in row.place.cells.get(naming.name, ()) if (name := typed_token(cell))
                )
                for row in rows
            }
    return found
