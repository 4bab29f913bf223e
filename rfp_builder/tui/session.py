"""One open project as the screens see it: the document, the last check, and the day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from rfp_builder.i18n import Lang, Phrase

if TYPE_CHECKING:
    from rfp_builder.check.finding import Finding
    from rfp_builder.check.report import CheckReport
    from rfp_builder.forms.typed import Setting
    from rfp_builder.model.project import Project
    from rfp_builder.tui.staffing.plan_desk import PlanDesk
    from rfp_builder.workspace.document.document import Document

_STOP = re.compile(r"[.\[]|$")


class Session:
    """Holds no truth of its own; `report` may be a moment older than the document."""

    def __init__(self, document: Document, today: date) -> None:
        self.document = document
        self.today = today
        self.report: CheckReport | None = None
        self.last_missing: str | None = None
        """Where F2 led last."""
        self.plan_desk: PlanDesk | None = None
        """Where staffing plans are made, once somebody asked for one."""
        self._setting: tuple[Project, Setting] | None = None
        self._by_path: Mapping[str, tuple[Finding, ...]] = {}

    @property
    def project(self) -> Project:
        """The present value."""
        return self.document.project

    def take_report(self, report: CheckReport) -> None:
        """Keep the newest check."""
        self.report = report
        # Every field asks with every key, so they lie ready for each place on the way to what they are about.
        by_path: dict[str, list[Finding]] = {}
        for finding in report.findings:
            for stop in _STOP.finditer(finding.path):
                by_path.setdefault(finding.path[: stop.start()], []).append(finding)
        self._by_path = {path: tuple(found) for path, found in by_path.items()}

    def findings_at(self, path: str) -> tuple[Finding, ...]:
        """Findings of `path` itself and of everything below it, in the order of the road."""
        return self._by_path.get(path, ())

    def mark_at(self, path: str) -> Phrase | None:
        """When and from what the answer at `path` was worked out; None where people wrote it."""
        if not self.project.staffing.derived:
            return None
        from rfp_builder.workspace.staffing.marks import mark_at

        return mark_at(self.project, path)

    def setting(self, lang: Lang) -> Setting:
        """How answers are typed and shown in this project: `lang` for labels and for what people write."""
        from rfp_builder.forms.typed import Setting

        project = self.project
        if self._setting is None or self._setting[0] is not project or self._setting[1].lang is not lang:
            # Every field on the screen asks for it, most often in the same state of the project.
            self._setting = (project, Setting.of(project, lang))
        return self._setting[1]
