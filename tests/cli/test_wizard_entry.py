"""`rfp-builder [DIR]`: the wizard where somebody sits in front of it, the standing where a script asks."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from rfp_builder.cli import main as entry
from rfp_builder.i18n import Lang

Opened = list[tuple[Path | None, Lang]]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """The wizards that were opened; none of them draws anything."""
    found: Opened = []
    monkeypatch.setattr(
        "rfp_builder.tui.start.run_wizard", lambda folder, lang, _: found.append((folder, lang))
    )
    monkeypatch.setenv("TERM", "xterm-256color")
    return found


def _sit_down(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)


def test_a_folder_opens_in_the_wizard(opened: Opened, issued: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _sit_down(monkeypatch)
    assert entry.main([str(issued), "--lang", "en"]) == 0
    assert opened == [(issued, Lang.EN)]


def test_without_a_folder_it_is_the_one_where_you_are(
    opened: Opened, issued: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _sit_down(monkeypatch)
    monkeypatch.chdir(issued)
    assert entry.main(["--lang", "ja"]) == 0
    assert opened == [(issued, Lang.JA)]


def test_without_a_project_it_asks_which(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _sit_down(monkeypatch)
    monkeypatch.chdir(tmp_path)
    assert entry.main(["wizard"]) == 0
    assert [folder for folder, _ in opened] == [None]


def test_a_script_is_told_where_the_project_stands(
    opened: Opened, issued: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert entry.main([str(issued), "--lang", "ja"]) == 0
    assert "状態" in capsys.readouterr().out
    assert opened == []


@pytest.mark.parametrize("words", [["--plain"], ["wizard", "--plain"]], ids=" ".join)
def test_plain_asks_line_by_line(
    opened: Opened, issued: Path, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    plain: list[Path | None] = []
    monkeypatch.setattr("rfp_builder.cli.plain.walk.run_plain", lambda folder, *_: plain.append(folder))
    monkeypatch.chdir(issued)
    assert entry.main(words) == 0
    assert plain == [issued] and opened == []


def test_a_dumb_terminal_gets_plain_lines(
    opened: Opened, issued: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain: list[Path | None] = []
    monkeypatch.setattr("rfp_builder.cli.plain.walk.run_plain", lambda folder, *_: plain.append(folder))
    _sit_down(monkeypatch)
    monkeypatch.setitem(os.environ, "TERM", "dumb")
    assert entry.main([str(issued)]) == 0
    assert plain == [issued] and opened == []
