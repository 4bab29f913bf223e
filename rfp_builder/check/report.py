"""The whole check: every finding, how complete the definition is, and what comes next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from rfp_builder.check.completeness import Progress, SectionProgress, completeness, together
from rfp_builder.check.context import Context
from rfp_builder.check.finding import Finding, Severity
from rfp_builder.check.next_step import next_step, road_position
from rfp_builder.check.registry import RULES
from rfp_builder.i18n import Phrase
from rfp_builder.model.project import Project


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What the check found. Internal: it names ids of withheld requirements, though never what they say."""

    checked_on: date
    findings: tuple[Finding, ...]
    """In the order of the road."""
    sections: tuple[SectionProgress, ...]

    @property
    def total(self) -> Progress:
        """Completeness of the whole definition."""
        return together(section.progress for section in self.sections)

    @property
    def next(self) -> Finding | None:
        """The next thing to do; None where nothing stands in the way of the issue."""
        return next_step(self.findings)

    @property
    def blocked(self) -> bool:
        """Whether a finding stands in the way of the issue."""
        return self.next is not None

    def count(self, severity: Severity) -> int:
        """How many findings are of that severity."""
        return Counter(finding.severity for finding in self.findings)[severity]

    def as_json(self) -> dict[str, object]:
        """Plain data for `--json`: texts in both languages, counts, percentages."""
        following = self.next
        return {
            "checked_on": self.checked_on.isoformat(),
            "total": _progress(self.total),
            "sections": [
                {
                    "number": section.number,
                    "key": section.key,
                    "title": _both(section.title),
                    **_progress(section.progress),
                    "items": [
                        {"id": item.id, "title": _both(item.title), **_progress(item.progress)}
                        for item in section.items
                    ],
                }
                for section in self.sections
            ],
            "counts": {severity.value: self.count(severity) for severity in Severity},
            "findings": [_finding(finding) for finding in self.findings],
            "next": None if following is None else _finding(following),
        }


def check(project: Project, today: date) -> CheckReport:
    """Everything there is to say about a project on one day. Never raises for what a project may hold."""
    report = check_unless(project, today, lambda: False)
    assert report is not None
    return report


def check_unless(project: Project, today: date, stop: Callable[[], bool]) -> CheckReport | None:
    """As `check`, but None as soon as `stop`, asked before each rule, says that nobody waits any more."""
    context = Context(project, today)
    findings: list[Finding] = []
    for rule in RULES:
        if stop():
            return None
        findings.extend(rule.findings(context))
    findings.sort(key=lambda finding: road_position(finding.path))
    return CheckReport(today, tuple(findings), completeness(project.definition))


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "path": finding.path,
        "message": _both(finding.message),
        "remedy": _both(finding.remedy),
    }


def _both(phrase: Phrase) -> dict[str, str]:
    return {"ja": phrase.ja, "en": phrase.en}


def _progress(progress: Progress) -> dict[str, object]:
    return {"answered": progress.answered, "required": progress.required, "percent": progress.percent}
