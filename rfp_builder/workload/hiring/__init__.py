"""Hiring and training, month by month, planned backwards from the start of service."""

from rfp_builder.workload.hiring.need import Need
from rfp_builder.workload.hiring.plan import Class, HiringPlan, Month
from rfp_builder.workload.hiring.planning import hiring_plan
from rfp_builder.workload.hiring.terms import PUBLISHED_RAMP, Terms

__all__ = ["PUBLISHED_RAMP", "Class", "HiringPlan", "Month", "Need", "Terms", "hiring_plan"]
