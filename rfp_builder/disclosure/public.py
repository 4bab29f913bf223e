"""What vendors may see: a value that holds nothing else.

Functions that make vendor files take a `PublicRfp` and nothing besides, so that a leak would be a type error.
All texts are in `lang` and ready to print. Requirements carry public numbers only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rfp_builder.catalogue.outline import Block
from rfp_builder.disclosure.public_annex import PublicAnnex
from rfp_builder.i18n import Lang
from rfp_builder.model.choices import PriceBasis, Priority
from rfp_builder.model.criteria import PriceFormula, Rounding, Scoring, TieBreak
from rfp_builder.model.rfp import Step


@dataclass(frozen=True, slots=True)
class PublicContact:
    """Where vendors write to."""

    desk: str
    email: str | None
    phone: str | None


@dataclass(frozen=True, slots=True)
class PublicDate:
    """A date of the schedule; `at` in minutes after midnight."""

    step: Step
    day: date
    at: int | None
    note: str | None


@dataclass(frozen=True, slots=True)
class PublicGate:
    """応募資格. `number` is G-1, G-2 …"""

    number: str
    statement: str
    evidence: str | None


@dataclass(frozen=True, slots=True)
class PublicRequirement:
    """A disclosed requirement. `number` is R-001, R-002 …, without gaps."""

    number: str
    item: str
    statement: str
    priority: Priority
    acceptance: str | None
    criterion: str | None
    """Name of the sub-criterion it is scored under."""


@dataclass(frozen=True, slots=True)
class PublicQuestion:
    """An open question, answered in free words. `number` is Q-01, Q-02 …, without gaps."""

    number: str
    item: str
    question: str
    criterion: str | None


@dataclass(frozen=True, slots=True)
class PublicItem:
    """One item of the definition with what is asked under it."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    requirements: tuple[PublicRequirement, ...]
    questions: tuple[PublicQuestion, ...]


@dataclass(frozen=True, slots=True)
class PublicSection:
    """One section of the definition; items without anything to show are left out."""

    number: int
    title: str
    items: tuple[PublicItem, ...]


@dataclass(frozen=True, slots=True)
class PublicAnchor:
    """What earns a step of the scale."""

    score: int
    text: str


@dataclass(frozen=True, slots=True)
class PublicSubCriterion:
    """What is scored. `number` is 1.1, 1.2 … below its criterion's."""

    number: str
    name: str
    looks_at: str | None
    points: Decimal
    scoring: Scoring
    anchors: tuple[PublicAnchor, ...]
    floor: Decimal | None


@dataclass(frozen=True, slots=True)
class PublicCriterion:
    """A criterion with its points."""

    number: str
    name: str
    intent: str | None
    points: Decimal
    subs: tuple[PublicSubCriterion, ...]
    floor: Decimal | None


@dataclass(frozen=True, slots=True)
class PublicGrade:
    """A step of the scale; `rate` in per cent of the points."""

    score: int
    label: str
    rate: Decimal


@dataclass(frozen=True, slots=True)
class PublicMethod:
    """How points become a ranking."""

    total_points: Decimal
    price_points: Decimal
    price_formula: PriceFormula
    rounding: Rounding
    total_floor: Decimal | None
    ties: tuple[TieBreak, ...]
    scale: tuple[PublicGrade, ...]
    criteria: tuple[PublicCriterion, ...]


@dataclass(frozen=True, slots=True)
class PublicPriceLine:
    """A line of the price sheet. `quantity` a month (or once), `months` that the evaluated price covers."""

    key: str
    label: str
    group: str
    """initial or running"""
    basis: PriceBasis | None
    unit: str
    quantity: int | None
    months: int
    note: str | None


@dataclass(frozen=True, slots=True)
class PublicRfp:
    """Everything that goes to vendors, in one language."""

    lang: Lang
    title: str
    number: str | None
    client: str
    version: str
    issued_on: date
    background: str | None
    contact: PublicContact | None
    schedule: tuple[PublicDate, ...]
    gates: tuple[PublicGate, ...]
    how_to_submit: str | None
    validity_days: int | None
    confidentiality: str | None
    other_terms: str | None
    currency: str
    tax_included: bool
    sections: tuple[PublicSection, ...]
    method: PublicMethod
    price_lines: tuple[PublicPriceLine, ...]
    annex: PublicAnnex | None = None
    """Volumes of contacts, where the client has made them up."""

    @property
    def requirements(self) -> tuple[PublicRequirement, ...]:
        """All disclosed requirements in order."""
        return tuple(one for section in self.sections for item in section.items for one in item.requirements)

    @property
    def questions(self) -> tuple[PublicQuestion, ...]:
        """All open questions in order."""
        return tuple(one for section in self.sections for item in section.items for one in item.questions)
