"""From load to people: goals of a queue, agents by interval, shrinkage, and what one agent less means."""

from rfp_builder.workload.agents.around import Step, around
from rfp_builder.workload.agents.goal import Goal
from rfp_builder.workload.agents.requirement import Requirement, requirement
from rfp_builder.workload.agents.risk import load_at_risk
from rfp_builder.workload.agents.shrinkage import USUAL_COMPONENTS, Basis, Component, Shrinkage

__all__ = [
    "USUAL_COMPONENTS",
    "Basis",
    "Component",
    "Goal",
    "Requirement",
    "Shrinkage",
    "Step",
    "around",
    "load_at_risk",
    "requirement",
]
