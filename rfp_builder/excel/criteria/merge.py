"""A three-way comparison of rows: what was exported, what came back, and what the project says now."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rfp_builder.excel.columns import ColumnSpec
from rfp_builder.excel.criteria.lines import Line
from rfp_builder.excel.register.rows import Misfit, Row, digest
from rfp_builder.excel.remarks import Remarks
from rfp_builder.i18n import Phrase, listed

_MISFIT = Phrase(
    "「{columns}」が空欄か、記入できない値のため、この行の変更は取り込みません。",
    "“{columns}” is blank or holds what cannot stand there, so the changes of this row are not taken.",
)
_ABSENT = Phrase(
    "「{name}」の行がありません。内容は残しました。消すときは「削除」で「はい」を選んでください。",
    "There is no row for “{name}”. It was kept; to drop it, pick yes under “Delete”.",
)

Check = Callable[[str, Row | None], object]
"""Raises `Misfit` if the row with that id cannot become this; None: if it cannot be dropped."""


@dataclass(slots=True)
class Outcome:
    """What became of the rows of one sheet."""

    rows: dict[str, Row]
    """All rows as they would be, those of the project in its order, then the new ones."""
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)


class Merge:
    """Compares sheet after sheet. `bases` are the digests of the rows as exported."""

    def __init__(self, bases: Mapping[str, str], remarks: Remarks, called: Callable[[str], Phrase]) -> None:
        self._bases = bases
        self._remarks = remarks
        self._called = called

    def compare(
        self,
        present: Mapping[str, Row],
        lines: Sequence[Line],
        columns: Iterable[ColumnSpec],
        check: Check,
    ) -> Outcome:
        """What the lines of one sheet make of the rows that the project has."""
        outcome = Outcome(dict(present))
        headings = {spec.key: spec.heading for spec in columns}
        for line in lines:
            try:
                self._take(line, present.get(line.id), outcome, frozenset(headings), check)
            except Misfit as misfit:
                named = [headings[key] for key in misfit.keys if key in headings] or [*headings.values()][:1]
                self._remarks.error(
                    line.sheet, line.cell(misfit.keys[0]), _MISFIT.fill(columns=listed(named))
                )
        self._note_absent(present, {line.id for line in lines}, lines)
        return outcome

    def _take(
        self, line: Line, before: Row | None, outcome: Outcome, shown: Collection[str], check: Check
    ) -> None:
        base = self._bases.get(line.id)
        after = {key: value for key, value in (before or {}).items() if key not in line.keys}
        after |= line.values
        if before is None:
            if line.delete or not line.values:
                return
            if base is None:
                check(line.id, after)
                outcome.rows[line.id] = after
                outcome.added.append(line.id)
            elif row_digest(after, shown) != base:
                # Dropped from the project since the export: only an edit made here makes that a conflict.
                outcome.conflicts.append(line.id)
        elif not line.delete and (after == before or row_digest(after, shown) == base):
            return
        elif row_digest(before, shown) != base:
            outcome.conflicts.append(line.id)
        elif line.delete:
            check(line.id, None)
            del outcome.rows[line.id]
            outcome.removed.append(line.id)
        else:
            check(line.id, after)
            outcome.rows[line.id] = after
            outcome.changed.append(line.id)

    def _note_absent(self, present: Mapping[str, Row], found: Collection[str], lines: Sequence[Line]) -> None:
        if not lines:
            return
        for one in present:
            if one in self._bases and one not in found:
                self._remarks.warn(lines[0].sheet, "", _ABSENT.fill(name=self._called(one)))


def row_digest(row: Row, shown: Collection[str]) -> str:
    """A short digest of those values of a row that its sheet has columns for."""
    return digest({key: value for key, value in row.items() if key in shown})
