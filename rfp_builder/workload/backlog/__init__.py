"""E-mail, letters and back office: work that may wait until a deadline."""

from rfp_builder.workload.backlog.deadline import Clock, Deadline, due_intervals
from rfp_builder.workload.backlog.plan import Backlog, backlog
from rfp_builder.workload.backlog.refusal import CannotBeDone

__all__ = ["Backlog", "CannotBeDone", "Clock", "Deadline", "backlog", "due_intervals"]
