"""A wizard on a project of its own, as the tests of the screens start it."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from rfp_builder.i18n import Lang
from rfp_builder.tui.app import Wizard
from rfp_builder.tui.settings import Settings
from rfp_builder.workspace.workspace import Workspace

TODAY = date(2026, 11, 22)


def wizard_on(tmp_path: Path, sample: str | None = "mail-order", lang: Lang = Lang.JA) -> Wizard:
    """A wizard that opens a new project below `tmp_path`: a sample, or an empty one."""
    folder = tmp_path / "project"
    if not folder.exists():
        folder.mkdir()
        for name, data in _files(sample).items():
            (folder / name).write_bytes(data)
    return Wizard(folder, lang, TODAY, Settings(tour_seen=True))


@cache
def _files(sample: str | None) -> dict[str, bytes]:
    """The files of such a project as it is made: hundreds of tests start from the same."""
    with TemporaryDirectory() as made:
        Workspace.create(Path(made) / "project", sample)
        return {one.name: one.read_bytes() for one in (Path(made) / "project").iterdir()}
