"""Ready requirement statements that a project manager takes, changes or drops."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from rfp_builder.catalogue.reading import KEY, read
from rfp_builder.i18n import Phrase
from rfp_builder.model.choices import Priority

SECTIONS = range(1, 8)


class Tag(StrEnum):
    """Which kit a requirement belongs to."""

    COMPLAINT = "complaint"
    ESCALATION = "escalation"
    HARASSMENT = "harassment"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyRequirement:
    """One statement. `item` is "1.1" to "7.5", `criterion` a sub-criterion as "quality.monitoring".

    `open_question` is there exactly where `withholdable`: it stands in the RFP in the statement's place.
    """

    key: str
    item: str
    priority: Priority
    statement: Phrase
    acceptance: Phrase
    """How we will see that it is met."""
    rationale: Phrase
    withholdable: bool
    criterion: str
    open_question: Phrase | None = None
    tags: tuple[Tag, ...] = ()

    @property
    def section(self) -> int:
        """Number of the section it belongs to, 1 to 7."""
        return int(self.item.partition(".")[0])


@dataclass(frozen=True, slots=True)
class _File:
    requirements: tuple[ReadyRequirement, ...] = field(metadata={KEY: "requirement"})


def ready_requirements(section: int | None = None) -> tuple[ReadyRequirement, ...]:
    """The ready requirements of one section, or of all seven, in the order of the files.

    Raises:
        ValueError: there is no section of that number.
        CatalogueError: a data file is broken.
    """
    if section is None:
        return tuple(requirement for number in SECTIONS for requirement in _of_section(number))
    if section not in SECTIONS:
        raise ValueError(f"no section {section}")
    return _of_section(section)


def ready_requirement(key: str) -> ReadyRequirement:
    """The ready requirement called `key`.

    Raises:
        KeyError: there is none.
        CatalogueError: a data file is broken.
    """
    return _by_key()[key]


@cache
def _of_section(section: int) -> tuple[ReadyRequirement, ...]:
    return read(f"requirements/{section}.toml", _File).requirements


@cache
def _by_key() -> Mapping[str, ReadyRequirement]:
    return MappingProxyType({requirement.key: requirement for requirement in ready_requirements()})
