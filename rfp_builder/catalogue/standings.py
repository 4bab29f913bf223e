"""What it is called how firm an assumption of the should-cost is, in screens and sheets alike."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rfp_builder.i18n import Phrase
from rfp_builder.model.staffing import CostStanding

STANDINGS: Mapping[CostStanding, Phrase] = MappingProxyType(
    {
        CostStanding.OWN: Phrase("自社の値", "own figure"),
        CostStanding.PUBLISHED: Phrase("公表値", "published"),
        CostStanding.STATUTE: Phrase("法令", "law"),
        CostStanding.PLACEHOLDER: Phrase("仮の値", "placeholder"),
    }
)
