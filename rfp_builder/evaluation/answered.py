"""Which issue a proposal answers, and so which requirement its numbers stand for."""

from __future__ import annotations

from collections.abc import Mapping

from rfp_builder.model.project import Project
from rfp_builder.model.proposals import Proposal, RequirementAnswer
from rfp_builder.model.rfp import Issue


def issue_answered(project: Project, proposal: Proposal) -> Issue | None:
    """The issue that was current when the proposal was received: answers are kept under its numbers."""
    day = proposal.received_at.date()
    earlier = [one for one in project.issues if one.issued_on <= day]
    return (earlier or project.issues or (None,))[-1]


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
