"""Putting the rows of the sheets together again: criteria with their sub-criteria, scale and method."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rfp_builder.excel.criteria.changes import called, grade_id
from rfp_builder.excel.criteria.columns import MOST_GRADES
from rfp_builder.excel.criteria.merge import Outcome
from rfp_builder.excel.criteria.rows import criterion_of, grade_of, sub_of, with_method
from rfp_builder.excel.criteria.tables import Present, decided
from rfp_builder.excel.register.rows import Row
from rfp_builder.excel.remarks import Remarks
from rfp_builder.i18n import Phrase
from rfp_builder.model.criteria import Criteria, Grade, SubCriterion

_NOT_EMPTY = Phrase(
    "「{name}」には評価細目が残っているため、削除しません。先に細目を削除するか、別の評価基準に移してください。",
    "“{name}” still has sub-criteria, so it is kept. Delete them or move them to another criterion first.",
)


@dataclass(slots=True)
class Merged:
    """What became of every sheet; of one that did not come back, nothing has changed."""

    present: Present
    criteria: Outcome = field(init=False)
    subs: Outcome = field(init=False)
    scale: Outcome = field(init=False)
    method: Outcome = field(init=False)

    def __post_init__(self) -> None:
        self.criteria = Outcome(dict(self.present.criteria))
        self.subs = Outcome(dict(self.present.subs))
        self.scale = Outcome(dict(self.present.scale))
        self.method = Outcome(dict(self.present.method))

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """All four."""
        return (self.criteria, self.subs, self.scale, self.method)


def assembled(before: Criteria, merged: Merged, sheet: str, remarks: Remarks) -> Criteria:
    """The criteria as the rows say; what no row changes is taken over as it stands in `before`.

    `sheet` is what the sheet of criteria is called in remarks.
    """
    _keep_what_is_not_empty(before, merged, sheet, remarks)
    subs = _subs(before, merged)
    old = {one.id: one for one in before.criteria}
    criteria = []
    for one, row in merged.criteria.rows.items():
        mine = tuple(sub for criterion, sub in subs if criterion == one)
        same = row == merged.present.criteria.get(one)
        criteria.append(old[one].replace(subs=mine) if same else criterion_of(row, one, mine))
    after = before.replace(criteria=tuple(criteria), scale=_scale(before, merged))
    if merged.method.rows == merged.present.method:
        return after
    return with_method(after, decided(merged.method.rows))


def _keep_what_is_not_empty(before: Criteria, merged: Merged, sheet: str, remarks: Remarks) -> None:
    used = {row["criterion"] for row in merged.subs.rows.values()}
    outcome = merged.criteria
    kept = [one for one in outcome.removed if one in used]
    if not kept:
        return
    outcome.removed = [one for one in outcome.removed if one not in used]
    rows: dict[str, Row] = {
        one: outcome.rows.get(one, row)
        for one, row in merged.present.criteria.items()
        if one not in outcome.removed
    }
    outcome.rows = rows | outcome.rows
    for one in kept:
        remarks.error(sheet, "", _NOT_EMPTY.fill(name=called(one, before)))


def _subs(before: Criteria, merged: Merged) -> list[tuple[str, SubCriterion]]:
    """Every sub-criterion with its criterion; one that came from another criterion stands behind the rest."""
    present = merged.present.subs
    old = {one.id: one for one in before.all_subs()}
    staying: list[tuple[str, SubCriterion]] = []
    coming: list[tuple[str, SubCriterion]] = []
    for one, row in merged.subs.rows.items():
        was: Mapping[str, str] = present.get(one, {})
        sub = old[one] if row == was else sub_of(row, one)
        (staying if row["criterion"] == was.get("criterion") else coming).append((row["criterion"], sub))
    return [*staying, *coming]


def _scale(before: Criteria, merged: Merged) -> tuple[Grade, ...]:
    if merged.scale.rows == merged.present.scale:
        return before.scale
    rows = merged.scale.rows
    return tuple(
        grade_of(rows[grade_id(score)], score) for score in range(MOST_GRADES) if grade_id(score) in rows
    )
