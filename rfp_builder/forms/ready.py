"""Ready requirement statements of the catalogue, to be taken into the register of a project."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from rfp_builder.catalogue.adopt import adopted
from rfp_builder.catalogue.requirements import ReadyRequirement, ready_requirements
from rfp_builder.forms.ids import new_row_id
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement
from rfp_builder.text.fold import search_fold


@dataclass(frozen=True, slots=True)
class ReadyStatement:
    """A ready requirement, and the id of the requirement of the project that was made from it."""

    ready: ReadyRequirement
    requirement: str | None

    @property
    def taken(self) -> bool:
        """Whether the project has it already."""
        return self.requirement is not None


def ready_statements(project: Project, item: str | None = None, text: str = "") -> tuple[ReadyStatement, ...]:
    """The ready requirements in the order of the catalogue, each marked taken or not.

    Of one item ("4.3") or of all; only those that say `text` somewhere, whatever its width, case and spaces.

    Raises:
        CatalogueError: a data file is broken.
    """
    taken = {one.source: one.id for one in project.requirements if one.source}
    wanted = search_fold(text)
    return tuple(
        ReadyStatement(ready, taken.get(ready.key))
        for ready in ready_requirements()
        if item in (None, ready.item) and any(wanted in search_fold(said) for said in _wordings(ready))
    )


def adopt(ready: ReadyRequirement, project: Project, beside: Collection[str] = ()) -> Requirement:
    """A requirement made from a ready one, for the register of `project`; its id is none of those `beside`.

    It hangs on no criterion where the project's criteria lack the catalogue's.
    """
    taken = {one.id for one in project.requirements}
    requirement = adopted(ready, new_row_id(taken.union(beside)))
    if requirement.criterion and project.criteria.sub(requirement.criterion) is None:
        return requirement.replace(criterion=None)
    return requirement


def _wordings(ready: ReadyRequirement) -> tuple[str, ...]:
    texts = (ready.statement, ready.acceptance, ready.rationale)
    return tuple(wording for text in texts for wording in (text.ja, text.en))
