"""What all tests of the wizard have in common."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from rfp_builder.check import report
from rfp_builder.check.report import CheckReport, check_unless
from rfp_builder.model.project import Project
from rfp_builder.store.folder import serialise

_reports: dict[tuple[bytes, date], CheckReport] = {}


@pytest.fixture(scope="session", autouse=True)
def _garbage_is_looked_for_seldom() -> Iterator[None]:
    """Each wizard makes a great deal that stays until its end: looking through it is a sixth of the time."""
    before = gc.get_threshold()
    gc.set_threshold(20_000, 20, 20)
    yield
    gc.set_threshold(*before)


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
