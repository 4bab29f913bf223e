"""What stands on the terminal before and after the wizard."""

from __future__ import annotations

import gc
import io
from pathlib import Path

import pytest

from rfp_builder.i18n import Lang
from rfp_builder.tui.app import Wizard
from rfp_builder.tui.start import run_wizard
from tests.tui.wizard import TODAY


class _Tty(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_does_not_say_that_the_wizard_opens_once_it_has_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tty = _Tty()
    monkeypatch.setenv("PYDANTIC_DISABLE_PLUGINS", "__all__")
    monkeypatch.setattr("sys.__stdout__", tty)
    monkeypatch.setattr("rfp_builder.tui.start.settings_file", lambda: tmp_path / "wizard.json")
    monkeypatch.setattr("rfp_builder.tui.start.WidthQuestion.ask", lambda self: None)
    monkeypatch.setattr("rfp_builder.tui.repairs.output.outlive_terminal", lambda: None)
    monkeypatch.setattr(Wizard, "run", lambda self: None)
    try:
        run_wizard(tmp_path, Lang.JA, TODAY)
    finally:
        gc.enable()
    assert "開いています" in tty.getvalue()
    assert tty.getvalue().rpartition("\x1b[2J\x1b[H")[2] == ""
