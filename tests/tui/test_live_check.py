"""The check that runs beside the typing: what overtakes it, and what does not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Event

import pytest

from rfp_builder.check import report
from rfp_builder.check.report import CheckReport, check_unless
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on


@pytest.mark.asyncio
async def test_a_save_meanwhile_does_not_overtake_the_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = Event(), Event()

    def slow(project: Project, today: date, overtaken: Callable[[], bool]) -> CheckReport | None:
        begun.set()
        assert go_on.wait(10)
        return check_unless(project, today, overtaken)

    wizard = wizard_on(tmp_path, None)
    async with wizard.run_test(size=(80, 24), notifications=True) as pilot:
        assert wizard.session is not None
        session = wizard.session
        await until(pilot, lambda: session.report is not None)
        monkeypatch.setattr(report, "check_unless", slow)
        before, checked = session.project, session.report
        session.document.set("definition.overview.policy.policy", Localized(ja="方針です。"))
        await until(pilot, begun.is_set)
        session.document.save()
        assert session.project.revision > before.revision
        go_on.set()
        await until(pilot, lambda: session.report is not checked)


@pytest.mark.asyncio
async def test_f2_looks_at_what_was_typed_just_before(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path, None)
    async with wizard.run_test(size=(80, 24), notifications=True) as pilot:
        assert wizard.session is not None
        session = wizard.session
        await until(pilot, lambda: session.report is not None)
        first = session.report.findings[0] if session.report is not None else None
        assert first is not None and first.path == "overview.policy"
        session.document.set("definition.overview.policy.policy", Localized(ja="方針です。"))
        await pilot.press("f2")
        await pilot.pause()
        assert session.last_missing == "overview.policy.principles"
