"""What vendors answered, as read from their workbooks."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, Field, PlainSerializer

from rfp_builder.model.base import CleanText, Id, ShortText, Value
from rfp_builder.model.criteria import Sha256
from rfp_builder.model.rfp import Version
from rfp_builder.model.units import Money


class Fit(StrEnum):
    """◎○△×: how a vendor answers a requirement."""

    EXCEEDS = "exceeds"
    MEETS = "meets"
    PARTLY = "partly"
    NOT = "not"


class RequirementAnswer(Value):
    """Answer to one public requirement. An open question has `how` only."""

    number: ShortText
    fit: Fit | None = None
    how: CleanText | None = None
    evidence: CleanText | None = None
    extra_cost: Money | None = None


class GateAnswer(Value):
    """Answer to one gate."""

    gate: Id
    passed: bool | None = None
    evidence: CleanText | None = None


class PriceLine(Value):
    """A line of the price sheet. `amount` = quantity × unit price × months, in the smallest unit of money."""

    line: Id
    unit_price: Annotated[Decimal, Field(ge=0, le=10**15, decimal_places=4)] | None = None
    quantity: Annotated[int, Field(strict=True, ge=0)] | None = None
    months: Annotated[int, Field(strict=True, ge=1, le=1200)] = 1
    amount: Money | None = None


ReadOnly = Annotated[
    Mapping[Id, CleanText],
    AfterValidator(lambda cells: MappingProxyType(dict(cells))),
    PlainSerializer(dict, return_type=dict[str, str]),
]
"""Texts by column, in their order; nobody changes them."""


class Fact(Value):
    """A row of a free table: experience, sites, staffing, financials. Texts as typed, keyed by column."""

    table: Literal["experience", "sites", "staffing", "financials"]
    cells: ReadOnly


class FreeProposal(Value):
    """A proposal beyond the listed requirements."""

    title: CleanText
    how: CleanText | None = None
    benefit: CleanText | None = None
    evidence: CleanText | None = None
    extra_cost: Money | None = None


class Remark(Value):
    """Something about a received file that a person should know, by sheet and cell."""

    level: Literal["error", "warning"]
    where: ShortText
    ja: CleanText
    en: CleanText


class Proposal(Value):
    """One submission of one vendor; a later one replaces it visibly: `submission` counts from 1."""

    vendor: Id
    submission: Annotated[int, Field(strict=True, ge=1)]
    received_at: AwareDatetime
    file_name: ShortText
    """As stored below received/."""
    sha256: Sha256
    rfp_version: Version | None = None
    answers: tuple[RequirementAnswer, ...] = ()
    gates: tuple[GateAnswer, ...] = ()
    price: tuple[PriceLine, ...] = ()
    facts: tuple[Fact, ...] = ()
    free: tuple[FreeProposal, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def given(self) -> int:
        """Requirements that have an answer, be it a mark or words."""
        return sum(1 for one in self.answers if one.fit is not None or one.how is not None)

    @property
    def total_price(self) -> int | None:
        """The evaluated price: all amounts; None as long as a line has none."""
        amounts = [line.amount for line in self.price]
        if not amounts or any(amount is None for amount in amounts):
            return None
        return sum(amount for amount in amounts if amount is not None)
