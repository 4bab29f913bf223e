"""What the RFP adds to the definition: frame, schedule, gates, instructions, and what has been issued."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from rfp_builder.i18n import Lang
from rfp_builder.model.base import Id, ShortText, Value
from rfp_builder.model.criteria import Sha256
from rfp_builder.model.localized import Localized
from rfp_builder.model.units import CalendarDate, Clock, Days

Version = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{0,2}\.[0-9]{1,3}$")]
"""1.0, 1.1, 2.0 …"""


class Step(StrEnum):
    """Steps of a procurement, in their order."""

    ISSUE = "issue"
    QUESTION_DEADLINE = "question_deadline"
    ANSWERS = "answers"
    PROPOSAL_DEADLINE = "proposal_deadline"
    PRESENTATION = "presentation"
    DECISION = "decision"
    CONTRACT = "contract"
    SERVICE_START = "service_start"


class ScheduleRow(Value):
    """One date of the schedule; `at` a time of day where it matters (a deadline)."""

    step: Step
    day: CalendarDate
    at: Clock | None = None
    note: Localized | None = None


class Gate(Value):
    """応募資格: passed or failed; a vendor that fails one is out."""

    id: Id
    statement: Localized
    evidence: Localized | None = None
    """What the vendor hands in to show it."""


class Contact(Value):
    """Where vendors write to: a desk, not a person."""

    desk: Localized
    email: ShortText | None = None
    phone: ShortText | None = None


class Rfp(Value):
    """The frame of the RFP."""

    title: Localized | None = None
    number: ShortText | None = None
    client: Localized | None = None
    version: Version = "1.0"
    languages: tuple[Lang, ...] = (Lang.JA,)
    background: Localized | None = None
    contact: Contact | None = None
    schedule: tuple[ScheduleRow, ...] = ()
    gates: tuple[Gate, ...] = ()
    how_to_submit: Localized | None = None
    validity_days: Days | None = None
    """How long an offer binds."""
    confidentiality: Localized | None = None
    other_terms: Localized | None = None

    def day(self, step: Step) -> date | None:
        """The date of a step."""
        return next((row.day for row in self.schedule if row.step is step), None)


class IssuedFile(Value):
    """A file that went out."""

    name: ShortText
    sha256: Sha256


class PublicKey(Value):
    """Number that vendors see, and the requirement behind it, for one issue."""

    number: ShortText
    requirement: Id


class Issue(Value):
    """One issue of the RFP: never changed afterwards."""

    version: Version
    issued_on: CalendarDate
    files: tuple[IssuedFile, ...]
    requirements: tuple[PublicKey, ...]
    criteria_digest: Sha256
