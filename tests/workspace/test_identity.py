"""No two projects are taken for one."""

from __future__ import annotations

from pathlib import Path

from rfp_builder.workspace.workspace import Workspace


def test_projects_made_alike_at_the_same_time_are_two(tmp_path: Path) -> None:
    first, second = (Workspace.create(tmp_path / name) for name in ("a", "b"))
    assert first.identity and first.identity != second.identity
    assert Workspace.open(tmp_path / "a").identity == first.identity
