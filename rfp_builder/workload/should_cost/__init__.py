"""Should-cost (想定費用): what the work should cost a month. Confidential: for no vendor's eyes."""

from rfp_builder.workload.should_cost.assumption import Assumption, Range, Standing
from rfp_builder.workload.should_cost.assumptions import Assumptions
from rfp_builder.workload.should_cost.estimate import Estimate, ShouldCost, should_cost
from rfp_builder.workload.should_cost.hours import HourClass, hours_of_month, hours_of_week
from rfp_builder.workload.should_cost.items import Item, Line
from rfp_builder.workload.should_cost.starting import starting_assumptions
from rfp_builder.workload.should_cost.volume import Volume, Volumes

__all__ = [
    "Assumption",
    "Assumptions",
    "Estimate",
    "HourClass",
    "Item",
    "Line",
    "Range",
    "ShouldCost",
    "Standing",
    "Volume",
    "Volumes",
    "hours_of_month",
    "hours_of_week",
    "should_cost",
    "starting_assumptions",
]
