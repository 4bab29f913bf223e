"""Projects that many tests start from: made once a run, copied for each test that changes them."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def issued_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The mail-order sample with its criteria locked and its RFP issued. Not to be changed: copy it."""
    from rfp_builder.workspace.agreement import lock_criteria
    from rfp_builder.workspace.issuing import issue
    from rfp_builder.workspace.workspace import Workspace

    day = date(2027, 2, 1)
    workspace = Workspace.create(tmp_path_factory.mktemp("issued") / "centre", "mail-order")
    lock_criteria(workspace, "委員会", day)
    assert issue(workspace, day).blocked_by == ()
    return workspace.folder


@pytest.fixture
def issued(issued_folder: Path, tmp_path: Path) -> Path:
    """A project whose RFP is out, for one test alone."""
    return Path(shutil.copytree(issued_folder, tmp_path / "centre"))
