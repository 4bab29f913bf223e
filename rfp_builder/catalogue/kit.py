"""The complaint, escalation and customer harassment kit: rows to take into the tables of a definition."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

from rfp_builder.catalogue.reading import KEY, read
from rfp_builder.i18n import Phrase
from rfp_builder.model.choices import Bearer


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationRow:
    """A row for 4.6."""

    kind: Phrase
    trigger: Phrase
    report_to: Phrase
    within_minutes: int
    means: Phrase
    authority: Phrase
    closed_when: Phrase
    record: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingRow:
    """A row for 3.3; `hours` per person."""

    course: Phrase
    content: Phrase
    hours: Decimal
    taught_by: Phrase
    paid_by: Bearer
    timing: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class HarassmentType:
    """A type of customer harassment カスタマーハラスメント."""

    name: Phrase
    example: Phrase
    response: Phrase
    cut_off: Phrase
    """When the contact is ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerKind:
    """A kind of dissatisfied customer and the usual advice."""

    kind: Phrase
    advice: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Attitude:
    """An attitude standard for monitoring forms, and what the listener checks."""

    standard: Phrase
    check: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One of the decisions an organisation must have taken before harassment happens."""

    question: Phrase
    why: Phrase
    default: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """The whole kit."""

    escalations: tuple[EscalationRow, ...] = field(metadata={KEY: "escalation"})
    trainings: tuple[TrainingRow, ...] = field(metadata={KEY: "training"})
    harassment_types: tuple[HarassmentType, ...] = field(metadata={KEY: "harassment_type"})
    customer_kinds: tuple[CustomerKind, ...] = field(metadata={KEY: "customer_kind"})
    attitudes: tuple[Attitude, ...] = field(metadata={KEY: "attitude"})
    decisions: tuple[Decision, ...] = field(metadata={KEY: "decision"})


@cache
def kit() -> Kit:
    """The kit.

    Raises:
        CatalogueError: the data file is broken.
    """
    return read("kit.toml", Kit)
