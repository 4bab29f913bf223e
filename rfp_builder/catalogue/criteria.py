"""The evaluation criteria to start from: seven, and the published one that withheld requirements hang on."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

from rfp_builder.catalogue.reading import KEY, read
from rfp_builder.i18n import Phrase
from rfp_builder.model.criteria import Scoring

STEPS = 5
"""Steps of the scale: scores 0 to 4."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadySubCriterion:
    """What is scored. `anchors[n]` says what earns score n; a proposal earns the highest it wholly meets.

    Where `scoring` is price, nobody scores: the anchors put the formula's result into words.
    """

    key: str
    name: Phrase
    looks_at: Phrase
    points: int
    scoring: Scoring
    anchors: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyCriterion:
    """A criterion; `points` is the sum over its sub-criteria."""

    key: str
    name: Phrase
    intent: Phrase
    points: int
    subs: tuple[ReadySubCriterion, ...] = field(metadata={KEY: "sub"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyGrade:
    """A step of the scale; `rate` is the share of the points it earns, in per cent."""

    score: int
    label: Phrase
    rate: Decimal


@dataclass(frozen=True, slots=True)
class _File:
    scale: tuple[ReadyGrade, ...] = field(metadata={KEY: "grade"})
    criteria: tuple[ReadyCriterion, ...] = field(metadata={KEY: "criterion"})


def ready_criteria() -> tuple[ReadyCriterion, ...]:
    """All criteria in the order they are published in; their points add up to 1000.

    Raises:
        CatalogueError: the data file is broken.
    """
    return _file().criteria


def ready_scale() -> tuple[ReadyGrade, ...]:
    """The scale that the anchors belong to, lowest step first.

    Raises:
        CatalogueError: the data file is broken.
    """
    return _file().scale


@cache
def _file() -> _File:
    return read("criteria.toml", _File)
