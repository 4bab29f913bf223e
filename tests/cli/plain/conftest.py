"""Somebody who types, and projects to type into."""

from __future__ import annotations

from pathlib import Path

import pytest

from rfp_builder.workspace.workspace import Workspace
from tests.cli.plain.typed import Typist


@pytest.fixture
def typist(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Typist:
    """Types into plain mode."""
    return Typist(monkeypatch, capsys)


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A new project."""
    return Workspace.create(tmp_path / "project").folder


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The mail-order sample."""
    return Workspace.create(tmp_path / "project", "mail-order").folder
