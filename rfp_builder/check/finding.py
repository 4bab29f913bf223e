"""One finding of the check: the rule it comes from, where, what is wrong and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rfp_builder.i18n import Phrase


class Severity(StrEnum):
    """How much a finding matters."""

    BLOCKS = "blocks"
    """The RFP should not be issued like this."""
    WARNS = "warns"
    """Probably wrong, or dear to correct later."""
    ADVISES = "advises"
    """Worth a look."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. Internal: it may name the id of a withheld requirement, but never what it says.

    `path` is dotted with row ids: `work.volumes.volumes[v1].aht`, `requirements[r-1].statement`,
    `criteria.criteria[quality].subs[monitoring].anchors`, `rfp.schedule`.
    """

    rule: str
    severity: Severity
    path: str
    message: Phrase
    remedy: Phrase
