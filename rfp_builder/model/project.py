"""A project: everything authored and everything received, in one value."""

from collections.abc import Iterable
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from rfp_builder.model.agreement import Agreement
from rfp_builder.model.annex import VolumeAnnex
from rfp_builder.model.answers import Confidential
from rfp_builder.model.base import Value
from rfp_builder.model.criteria import Criteria
from rfp_builder.model.definition import Definition
from rfp_builder.model.parties import Evaluator, Vendor
from rfp_builder.model.proposals import Proposal
from rfp_builder.model.requirement import Requirement
from rfp_builder.model.rfp import Issue, Rfp
from rfp_builder.model.scores import ScoreBook
from rfp_builder.model.staffing import Staffing

SCHEMA_VERSION = 1
"""Raised with every change of the stored form; `migrations` brings older projects up to it."""


class Project(Value):
    """The whole project. `revision` counts saves; a save must start from the revision it read."""

    schema_version: Literal[1] = 1
    revision: Annotated[int, Field(strict=True, ge=0)] = 0
    rfp: Rfp = Rfp.empty()
    definition: Definition = Definition.empty()
    requirements: tuple[Requirement, ...] = ()
    criteria: Criteria = Criteria.empty()
    evaluators: tuple[Evaluator, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    """Who has agreed to the criteria so far. Not among them: it would change what is agreed to."""
    staffing: Confidential[Staffing] = Staffing.empty()
    annex: VolumeAnnex | None = None
    """Volumes for vendors to read; none until it was made."""
    vendors: tuple[Vendor, ...] = ()
    issues: tuple[Issue, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    score_books: tuple[ScoreBook, ...] = ()

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        _unique("requirements", (requirement.id for requirement in self.requirements))
        _unique("evaluators", (evaluator.id for evaluator in self.evaluators))
        _unique("agreements", (agreement.id for agreement in self.agreements))
        _unique("vendors", (vendor.id for vendor in self.vendors))
        return self

    def requirement(self, requirement_id: str) -> Requirement | None:
        """The requirement with that id."""
        return next((one for one in self.requirements if one.id == requirement_id), None)

    def current_proposals(self) -> tuple[Proposal, ...]:
        """The latest submission of each vendor, in the vendors' order."""
        latest: dict[str, Proposal] = {}
        for proposal in self.proposals:
            known = latest.get(proposal.vendor)
            if known is None or proposal.submission > known.submission:
                latest[proposal.vendor] = proposal
        return tuple(latest[vendor.id] for vendor in self.vendors if vendor.id in latest)


def _unique(what: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            raise ValueError(f"two {what} share an id")
        seen.add(one)
