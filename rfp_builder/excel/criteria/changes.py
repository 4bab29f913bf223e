"""What an edited criteria workbook would change, and what to call it."""

from __future__ import annotations

from dataclasses import dataclass

from rfp_builder.excel.criteria.columns import METHOD, SCALE, method_specs
from rfp_builder.excel.numbered import numbered_subs
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.criteria import Criteria
from rfp_builder.model.proposals import Remark

_GRADE_ID, _METHOD_ID = "scale[{score}]", "method.{key}"
_GRADE = Phrase("{sheet}: 評点{score}", "{sheet}: score {score}")
_DECISION = Phrase("{sheet}: {what}", "{sheet}: {what}")


@dataclass(frozen=True, slots=True)
class CriteriaChanges:
    """The outcome of reading a criteria workbook.

    What is added, changed, removed or in conflict is named by the id of the criterion or sub-criterion, by
    `scale[3]` for a step of the scale, by `method.digits` for a decision.
    """

    criteria: Criteria
    """As they would be; a conflict is in there as the project has it."""
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    """Changed both in the workbook and in the project since the export, or dropped from the project."""
    notes: tuple[Remark, ...] = ()


def grade_id(score: int) -> str:
    """What the step of the scale with that score is named by."""
    return _GRADE_ID.format(score=score)


def method_id(key: str) -> str:
    """What a decision is named by."""
    return _METHOD_ID.format(key=key)


def called(one: str, *versions: Criteria) -> Phrase:
    """What people call an added, changed, removed or conflicting thing, looked up in `versions` in turn."""
    for criteria in versions:
        names = _names(criteria)
        if one in names:
            return names[one]
    return Phrase(one, one)


def _names(criteria: Criteria) -> dict[str, Phrase]:
    names = {
        one.id: Phrase(f"{place} {one.name.to(Lang.JA)}", f"{place} {one.name.to(Lang.EN)}")
        for place, one in enumerate(criteria.criteria, start=1)
    }
    names |= {one.sub.id: Phrase(one.title(Lang.JA), one.title(Lang.EN)) for one in numbered_subs(criteria)}
    names |= {grade_id(one.score): _GRADE.fill(sheet=SCALE, score=one.score) for one in criteria.scale}
    return names | {
        method_id(key): _DECISION.fill(sheet=METHOD, what=spec.heading)
        for key, (spec, _) in method_specs(criteria).items()
    }
