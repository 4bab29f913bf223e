"""What all tests of the wizard have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from rfp_builder.check import report
from rfp_builder.check.report import CheckReport, check_unless
from rfp_builder.model.project import Project
from rfp_builder.store.folder import serialise

_reports: dict[tuple[bytes, date], CheckReport] = {}


@pytest.fixture(autouse=True)
def _the_same_project_is_checked_once() -> Iterator[None]:
    """Most tests begin with the same project, and each wizard checks it at once."""

    def known(project: Project, today: date, stop: Callable[[], bool]) -> CheckReport | None:
        key = serialise(project), today
        found = _reports.get(key) or check_unless(project, today, stop)
        if found is not None:
            _reports[key] = found
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(report, "check_unless", known)
        yield
