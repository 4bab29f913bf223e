"""The should-cost as formulas: the lines of `workload.should_cost` over cells of assumptions and volumes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum

from rfp_builder.workload.should_cost import HourClass, Item, Line

Assumed = Callable[[Item], str]
"""The cell of an item, for one case."""

_MANAGEMENT = (
    (Item.SV_WAGE, Item.AGENTS_PER_SV),
    (Item.QA_WAGE, Item.AGENTS_PER_QA),
    (Item.TRAINER_WAGE, Item.AGENTS_PER_TRAINER),
    (Item.WFM_WAGE, Item.AGENTS_PER_WFM),
)


class Case(Enum):
    """A column of the sheet: which volume, and which end of the assumptions."""

    LOW = "low"
    BASE = "base"
    HIGH = "high"
    CHEAPEST = "cheapest"
    DEAREST = "dearest"

    def end(self, item: Item) -> str:
        """The end of an item's range that this case takes."""
        if self in (Case.LOW, Case.BASE, Case.HIGH):
            return "base"
        return "high" if (self is Case.DEAREST) != item.is_cheaper_when_high else "low"


def weighted_hours(hours: Mapping[HourClass, str], assumed: Assumed) -> str:
    """Paid hours, each with its premiums."""
    parts = [
        f"{cell}*({'+'.join(['1', *(assumed(item) for item in kind.premiums)])})"
        for kind, cell in hours.items()
    ]
    return "+".join(parts) or "0"


def exact_lines(
    weighted: str, phone_minutes: str, seats: str, cells: Mapping[Line, str], assumed: Assumed
) -> dict[Line, str]:
    """A formula for each line, before rounding. `cells` are where the lines themselves stand."""
    management = [f"{assumed(Item.MANAGERS)}*{assumed(Item.MANAGER_PAY)}"]
    management += [f"{weighted}/{assumed(ratio)}*{assumed(wage)}" for wage, ratio in _MANAGEMENT]
    wages = (cells[Line.AGENTS], cells[Line.MANAGEMENT])
    training = f"{assumed(Item.TRAINING_HOURS)}*{assumed(Item.CSR_WAGE)}*(1+{assumed(Item.SOCIAL_COST)})"
    direct = _together([cells[line] for line in Line if line not in (Line.OVERHEAD, Line.MARGIN)])
    margin = assumed(Item.MARGIN)
    return {
        Line.AGENTS: f"{weighted}*{assumed(Item.CSR_WAGE)}",
        Line.MANAGEMENT: "+".join(management),
        Line.ALLOWANCES: f"{_together(wages)}*{assumed(Item.ALLOWANCES)}",
        Line.SOCIAL_COST: f"{_together((*wages, cells[Line.ALLOWANCES]))}*{assumed(Item.SOCIAL_COST)}",
        Line.HIRING: f"{assumed(Item.HIRES)}*({assumed(Item.HIRE_COST)}+{training})",
        Line.SEATS: f"{seats}*{assumed(Item.SEAT)}",
        Line.ICT: f"{seats}*{assumed(Item.ICT)}",
        Line.TELECOM: f"{phone_minutes}*{assumed(Item.TELECOM)}",
        Line.OVERHEAD: f"{direct}*{assumed(Item.OVERHEAD)}",
        Line.MARGIN: f"({direct}+{cells[Line.OVERHEAD]})*{margin}/(1-{margin})",
    }


def whole_yen(exact: str) -> str:
    """Half up. The inner rounding takes away what binary arithmetic leaves of a half."""
    return f"ROUND(ROUND({exact},5),0)"


def _together(cells: Sequence[str]) -> str:
    return f"({'+'.join(cells)})"
