"""Sub-criteria with the numbers they carry in the RFP: 1.1, 1.2, 2.1 …"""

from __future__ import annotations

from dataclasses import dataclass

from rfp_builder.i18n import Lang
from rfp_builder.model.criteria import Criteria, Criterion, SubCriterion


@dataclass(frozen=True, slots=True)
class NumberedSub:
    """A sub-criterion, the criterion it belongs to, and its number."""

    number: str
    criterion: Criterion
    sub: SubCriterion

    def title(self, lang: Lang) -> str:
        """Number and name."""
        return f"{self.number} {self.sub.name.to(lang)}"


def numbered_subs(criteria: Criteria) -> tuple[NumberedSub, ...]:
    """Every sub-criterion in order."""
    return tuple(
        NumberedSub(f"{place}.{n}", criterion, sub)
        for place, criterion in enumerate(criteria.criteria, start=1)
        for n, sub in enumerate(criterion.subs, start=1)
    )
