"""What the plan desk works out in threads: read again when it has to be, and told when it cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from rfp_builder.tui.dialogs.problem import ProblemDialog
from rfp_builder.tui.staffing.desk_of import desk_of
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.staffing import history
from tests.tui.past_contacts import project_with_contacts
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on


@pytest.mark.asyncio
async def test_contacts_are_read_again_in_another_manner_and_what_nobody_expected_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project_with_contacts(tmp_path / "project")
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        assert app.session is not None
        desk, document = desk_of(app), app.session.document
        await until(pilot, lambda: desk.volumes() is not None)
        staffing = document.project.staffing
        assert staffing.history is not None
        abroad = staffing.replace(history=staffing.history.replace(time_zone="Europe/London"))
        document.change(document.project.replace(staffing=abroad), "staffing.history")
        assert desk.volumes() is None, "the same file says something else now"
        await until(pilot, lambda: desk.volumes() is not None)

        def broken(*_: object) -> None:
            raise ArithmeticError("ひみつの件数 123")

        monkeypatch.setattr(history, "volumes_in", broken)
        document.change(document.project.replace(staffing=staffing), "staffing.history")
        desk.volumes()
        await until(pilot, lambda: isinstance(app.screen, ProblemDialog))
        assert not desk.reading
        assert not any("ひみつ" in str(one.render()) for one in app.screen.query(Said))
