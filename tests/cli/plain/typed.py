"""Plain mode fed with lines, as a person types them."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from rfp_builder.cli.plain.walk import run_plain
from rfp_builder.i18n import Lang
from rfp_builder.model.project import Project
from rfp_builder.workspace.workspace import Workspace

TODAY = date(2026, 11, 22)


class Typist:
    """Types lines into plain mode and gives back what was said."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch, self._capsys = monkeypatch, capsys

    def type(
        self,
        folder: Path | None,
        lines: Iterable[str],
        lang: Lang = Lang.JA,
        today: date = TODAY,
        settings: Path | None = None,
        rescue: Path | None = None,
    ) -> str:
        """All that is said from the start until the lines are used up, or somebody ends."""
        self._monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        self._capsys.readouterr()
        run_plain(folder, lang, today, settings, rescue)
        captured = self._capsys.readouterr()
        assert captured.err == ""
        return captured.out


def on_disk(folder: Path) -> Project:
    """What the folder holds."""
    return Workspace.open(folder).project
