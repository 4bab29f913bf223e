"""基礎点: all or nothing for the required items."""

from __future__ import annotations

from dataclasses import dataclass

from rfp_builder.evaluation.answered import numbers_of
from rfp_builder.i18n import Phrase
from rfp_builder.model.choices import Priority
from rfp_builder.model.project import Project
from rfp_builder.model.proposals import Fit, Proposal

_MET = frozenset({Fit.EXCEEDS, Fit.MEETS})
_NOT_MET = Phrase("必須の要件のうち {numbers} を満たしていません。", "Required items not met: {numbers}.")


@dataclass(frozen=True, slots=True)
class BasePoints:
    """Whether the vendor earns them, and why not."""

    earned: bool
    because: Phrase | None


def base_points(project: Project, proposal: Proposal) -> BasePoints:
    """Every disclosed must-requirement of the issue answered with ◎ or ○; △, × and blank lose the points."""
    musts = {
        one.id for one in project.requirements if one.priority is Priority.MUST and one.withholding is None
    }
    numbers = [number for one, number in numbers_of(project, proposal).items() if one in musts]
    fits = {answer.number: answer.fit for answer in proposal.answers}
    failed = [number for number in numbers if fits.get(number) not in _MET]
    if not failed:
        return BasePoints(True, None)
    return BasePoints(False, _NOT_MET.fill(numbers=", ".join(failed)))
