"""A project with the synthetic year taken in, and its plan, made once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rfp_builder.workspace.staffing.history import take_history, volumes_of
from rfp_builder.workspace.staffing.planning import Planned
from rfp_builder.workspace.workspace import Workspace
from tests.workload.plan.made import mapped_project, sample_plan, year_csv


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder to copy from."""
    workspace = Workspace.create(tmp_path_factory.mktemp("staffing") / "project", "mail-order")
    workspace.save(workspace.project.replace(staffing=mapped_project().staffing), "edited")
    take_history(workspace, "実績 2025.csv", year_csv())
    return workspace.folder


@pytest.fixture
def workspace(folder: Path, tmp_path: Path) -> Workspace:
    """A project of one's own."""
    shutil.copytree(folder, tmp_path / "project")
    return Workspace.open(tmp_path / "project")


@pytest.fixture(scope="session")
def made(folder: Path) -> Planned:
    """Its plan."""
    return Planned(sample_plan(), volumes_of(Workspace.open(folder)))
