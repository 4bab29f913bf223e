"""Projects that many tests start from: made once a run, copied for each test that changes them."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int | None:
    """One more than there are cores: a test of the wizard waits for a third of its time."""
    if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ:
        return None
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) + 1
    return (os.cpu_count() or 1) + 1


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
