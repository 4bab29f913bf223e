"""What was worked out rather than written: from which inputs, and what came out, so that a change shows."""

from __future__ import annotations

from rfp_builder.model.base import ShortText, Value
from rfp_builder.model.criteria import Sha256
from rfp_builder.model.units import CalendarDate

HISTORY = "staffing.history"
"""The path that stands for the contacts themselves: their digest is that of the file."""


class Input(Value):
    """Something that a result rests on, by its path in the project, and a digest of what it was then."""

    path: ShortText
    digest: Sha256


class Derived(Value):
    """One answer of the definition that was worked out. `digest` is over the answer as it was filled in."""

    path: ShortText
    digest: Sha256
    inputs: tuple[Input, ...]
    on: CalendarDate
