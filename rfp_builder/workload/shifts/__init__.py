"""Covering the agents that a week needs with shifts that people can work."""

from rfp_builder.workload.shifts.contract import Break, Contract, DaysOff, Shift
from rfp_builder.workload.shifts.cover import cover_week
from rfp_builder.workload.shifts.law import remarks
from rfp_builder.workload.shifts.plan import DayPattern, Filled, ShiftPlan
from rfp_builder.workload.shifts.refusal import Cause, NoShiftPlan, Reason
from rfp_builder.workload.shifts.week import Limits, Week

__all__ = [
    "Break",
    "Cause",
    "Contract",
    "DayPattern",
    "DaysOff",
    "Filled",
    "Limits",
    "NoShiftPlan",
    "Reason",
    "Shift",
    "ShiftPlan",
    "Week",
    "cover_week",
    "remarks",
]
