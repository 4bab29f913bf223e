"""What one evaluator has to score: the sub-criteria that are theirs, and a grade for each vendor."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from rfp_builder.evaluation.scoring import evaluators_of
from rfp_builder.excel.numbered import NumberedSub, numbered_subs
from rfp_builder.model.criteria import Scoring
from rfp_builder.model.parties import Evaluator, Vendor
from rfp_builder.model.project import Project

_STAMP_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Task:
    """One grade to give. `number` is the row's: 1.2-V1 for the first vendor under sub-criterion 1.2."""

    number: str
    numbered: NumberedSub
    vendor: Vendor


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """All grades to give under one sub-criterion."""

    numbered: NumberedSub
    tasks: tuple[Task, ...]


def groups_of(project: Project, evaluator: Evaluator) -> tuple[TaskGroup, ...]:
    """The sub-criteria that `evaluator` scores, each with the vendors that have proposed."""
    vendors = proposing(project)
    groups = []
    for numbered in numbered_subs(project.criteria):
        sub = numbered.sub
        if sub.scoring is Scoring.QUALITY and evaluator.id in evaluators_of(project, sub):
            tasks = tuple(Task(f"{numbered.number}-V{n}", numbered, vendor) for n, vendor in vendors.items())
            groups.append(TaskGroup(numbered, tasks))
    return tuple(groups)


def proposing(project: Project) -> dict[int, Vendor]:
    """Vendors with a proposal, by their place among all vendors: it stays theirs when others are added."""
    received = {proposal.vendor for proposal in project.proposals}
    return {n: vendor for n, vendor in enumerate(project.vendors, start=1) if vendor.id in received}


def criteria_stamp(project: Project) -> str:
    """Tells score books of other criteria apart; empty as long as the criteria are not locked."""
    lock = project.criteria.lock
    return lock.digest[:_STAMP_LENGTH] if lock else ""


def proposals_stamp(project: Project) -> str:
    """Tells score books apart that were made before a proposal was received or replaced."""
    digests = "\n".join(proposal.sha256 for proposal in project.current_proposals())
    return hashlib.sha256(digests.encode()).hexdigest()[:_STAMP_LENGTH]
