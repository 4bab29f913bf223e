"""Which issue a proposal answers, and so which requirement its numbers stand for."""

from __future__ import annotations

from collections.abc import Mapping

from rfp_builder.model.project import Project
from rfp_builder.model.proposals import Proposal, RequirementAnswer
from rfp_builder.model.rfp import Issue


def issue_answered(project: Project, proposal: Proposal) -> Issue | None:
    """The issue of the version the proposal names; the latest if it names none that went out."""
    named = (one for one in reversed(project.issues) if one.version == proposal.rfp_version)
    return next(named, project.issues[-1] if project.issues else None)


def numbers_of(project: Project, proposal: Proposal) -> Mapping[str, str]:
    """Requirement ids to the public numbers under which the proposal answers them."""
    issue = issue_answered(project, proposal)
    return {key.requirement: key.number for key in issue.requirements} if issue else {}


def answers_of(project: Project, proposal: Proposal) -> Mapping[str, RequirementAnswer]:
    """Requirement ids to the proposal's answers; what it does not answer is not there."""
    by_number = {answer.number: answer for answer in proposal.answers}
    return {
        requirement: by_number[number]
        for requirement, number in numbers_of(project, proposal).items()
        if number in by_number
    }
