"""The check, as the steps use it."""

from __future__ import annotations

from datetime import date

from rfp_builder.check.finding import Finding, Severity
from rfp_builder.check.report import CheckReport, check
from rfp_builder.model.project import Project


def report(project: Project, today: date) -> CheckReport:
    """All findings, the percentages and the next thing to do."""
    return check(project, today)


def blocking(project: Project, today: date) -> tuple[Finding, ...]:
    """Findings that block the issue."""
    return tuple(one for one in check(project, today).findings if one.severity is Severity.BLOCKS)
