"""A wizard on a project of its own, as the tests of the screens start it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from rfp_builder.i18n import Lang
from rfp_builder.tui.app import Wizard
from rfp_builder.tui.settings import Settings
from rfp_builder.workspace.workspace import Workspace

TODAY = date(2026, 11, 22)


def wizard_on(tmp_path: Path, sample: str | None = "mail-order", lang: Lang = Lang.JA) -> Wizard:
    """A wizard that opens a new project below `tmp_path`: a sample, or an empty one."""
    folder = tmp_path / "project"
    if not folder.exists():
        Workspace.create(folder, sample)
    return Wizard(folder, lang, TODAY, Settings(tour_seen=True))
