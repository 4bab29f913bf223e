"""What stands in a response workbook, whether read from one or to be written into one."""

from __future__ import annotations

from dataclasses import dataclass

from rfp_builder.model.proposals import (
    Fact,
    FreeProposal,
    GateAnswer,
    PriceLine,
    Remark,
    RequirementAnswer,
)
from rfp_builder.model.rfp import Version


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything a vendor fills in.

    Answers go by public number (R-001, Q-01), gates stand in the order of the RFP, price lines go by the
    number of the line in lower case (p-01).
    """

    company: str = ""
    answers: tuple[RequirementAnswer, ...] = ()
    gates: tuple[GateAnswer, ...] = ()
    price: tuple[PriceLine, ...] = ()
    facts: tuple[Fact, ...] = ()
    free: tuple[FreeProposal, ...] = ()


BLANK = Answers()


@dataclass(frozen=True, slots=True)
class Received(Answers):
    """What was read from a workbook that came back, and what a person should know about it.

    There is an answer for every public number, gate and price line of the issue, empty where the vendor left
    it out: nothing missing looks like something answered.
    """

    remarks: tuple[Remark, ...] = ()
    rfp_version: Version | None = None
    """The version the workbook says it answers."""
    blocking: bool = False
    """Whether something could not be read or was left open, so that the vendor has to be asked."""
