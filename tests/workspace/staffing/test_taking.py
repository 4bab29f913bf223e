"""Settings are taken from a staffing workbook of this project, and of no other one."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from rfp_builder.errors import Refused
from rfp_builder.i18n import Lang
from rfp_builder.workspace.staffing.book import FOLDER, book_of, books_in, write_book
from rfp_builder.workspace.staffing.planning import Planned
from rfp_builder.workspace.staffing.settings import take_assumptions
from rfp_builder.workspace.workspace import Workspace

TODAY = date(2026, 6, 1)


def test_a_workbook_is_taken_into_the_project_that_wrote_it(
    workspace: Workspace, made: Planned, tmp_path: Path
) -> None:
    own = book_of(workspace, made.plan, TODAY, Lang.EN)
    other = book_of(Workspace.create(tmp_path / "other"), made.plan, TODAY, Lang.EN)
    assert take_assumptions(workspace, "own.xlsx", own, TODAY).remarks == ()
    with pytest.raises(Refused):
        take_assumptions(workspace, "other.xlsx", other, TODAY)


def test_the_workbooks_written_are_listed_the_newest_first_but_none_that_is_gone(
    workspace: Workspace, made: Planned
) -> None:
    assert books_in(workspace.folder) == ()
    first = write_book(workspace, made.plan, TODAY, Lang.JA)
    second = write_book(workspace, made.plan, TODAY, Lang.JA)
    os.utime(second, (0, 0))
    (workspace.folder / FOLDER / "要員計画-消えた.xlsx").symlink_to(workspace.folder / "nowhere")
    assert [one.name for one in books_in(workspace.folder)] == [first.name, second.name]
