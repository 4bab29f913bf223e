"""The wizard in a real terminal: where its cursor stands, for that is where an IME shows its candidates."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rfp_builder.text.width import cell_width
from rfp_builder.tui.settings import Settings, save_settings
from rfp_builder.workspace.workspace import Workspace

_COLUMNS, _ROWS = 80, 24
_SECONDS = 20.0


class _Tmux:
    """One session of a server of its own."""

    def __init__(self, folder: Path, *arguments: str, color: bool = True) -> None:
        self._socket = str(folder / "tmux.socket")
        settings = ["env", "LC_ALL=C.UTF-8", "COLORTERM=truecolor", f"XDG_CONFIG_HOME={folder}"]
        if not color:
            settings.append("NO_COLOR=1")
        size = ("-x", str(_COLUMNS), "-y", str(_ROWS))
        self.do(
            "-f", os.devnull, "new-session", "-d", "-s", "w", *size, *settings, sys.executable, *arguments
        )

    def do(self, *command: str) -> str:
        """Run a command of tmux; what it says."""
        done = subprocess.run(
            ["tmux", "-u", "-S", self._socket, *command],
            capture_output=True,
            text=True,
            check=True,
            timeout=_SECONDS,
        )
        return done.stdout

    def keys(self, *names: str) -> None:
        """Press keys, by the names of tmux."""
        self.do("send-keys", "-t", "w", *names)

    def type(self, text: str) -> None:
        """Type as an IME commits: all at once."""
        self.do("send-keys", "-t", "w", "-l", text)

    def screen(self) -> list[str]:
        """What stands on the screen."""
        return self.do("capture-pane", "-p", "-t", "w").split("\n")

    def cursor(self) -> tuple[int, int]:
        """Where the terminal's cursor stands: column and line from 0."""
        x, y = self.do("display-message", "-p", "-t", "w", "#{cursor_x},#{cursor_y}").strip().split(",")
        return int(x), int(y)

    def until(self, true: Callable[[], bool]) -> None:
        """Wait until it holds."""
        end = time.monotonic() + _SECONDS
        while not true():
            assert time.monotonic() < end, "\n".join(self.screen())
            time.sleep(0.05)

    def sees(self, text: str) -> None:
        """Wait until a text stands on the screen."""
        self.until(lambda: any(text in line for line in self.screen()))


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[_Tmux]:
    if shutil.which("tmux") is None:
        if os.environ.get("CI", "").lower() in ("1", "true"):
            pytest.fail("tmux is missing in CI")
        pytest.skip("tmux is not installed")
    save_settings(Settings(tour_seen=True), tmp_path / "rfp-builder" / "wizard.json")
    Workspace.create(tmp_path / "project", None)
    session = _Tmux(tmp_path, "-m", "rfp_builder", "--lang", "ja", str(tmp_path / "project"))
    yield session
    session.do("kill-server")


def _stands_behind(tmux: _Tmux, text: str) -> bool:
    """Whether the cursor stands right behind `text`, on its line."""
    x, y = tmux.cursor()
    line = tmux.screen()[y]
    at = line.rfind(text)
    return at >= 0 and cell_width(line[: at + len(text)], ambiguous=1) == x


def test_the_cursor_stands_at_the_caret_of_a_long_text(tmux: _Tmux) -> None:
    tmux.sees("追加資料")
    tmux.keys("Enter")
    tmux.sees("姿勢で")
    _typed(tmux, "お客様の")
    tmux.type("声を、聞く。")
    tmux.until(lambda: _stands_behind(tmux, "聞く。"))
    tmux.keys("Left", "Left")
    tmux.until(lambda: _stands_behind(tmux, "声を、聞"))


def test_the_cursor_stands_at_the_caret_of_a_line(tmux: _Tmux) -> None:
    tmux.sees("追加資料")
    tmux.keys("F3")
    tmux.until(lambda: "検索" in "".join(tmux.screen()[:12]))
    _typed(tmux, "指標")
    tmux.until(lambda: _stands_behind(tmux, "指標"))
    tmux.keys("Left")
    tmux.until(lambda: _stands_behind(tmux, "指"))


def test_what_an_ime_commits_arrives_whole_in_the_cell_of_a_table(tmux: _Tmux) -> None:
    tmux.sees("追加資料")
    tmux.keys("Enter")
    tmux.sees("姿勢で")
    tmux.keys("Tab")
    time.sleep(0.3)
    tmux.keys("IC")
    tmux.sees("1/1")
    tmux.type("迷ったら責任者に尋ねる")
    tmux.sees("1/1行目 原則: 迷ったら責任者に尋ねる")
    tmux.until(lambda: _stands_behind(tmux, "尋ねる"))


def _typed(tmux: _Tmux, text: str) -> None:
    """Type once the focus is where it is typed."""
    time.sleep(0.5)
    tmux.type(text)
    tmux.sees(text)


def test_the_terminals_cursor_is_shown_in_texts_only_and_only_if_asked_for(tmux: _Tmux) -> None:
    def shown() -> bool:
        return tmux.do("display-message", "-p", "-t", "w", "#{cursor_flag}").strip() == "1"

    tmux.sees("追加資料")
    tmux.keys("F3")
    _typed(tmux, "指標")
    assert not shown()
    tmux.keys("Escape")
    tmux.until(lambda: not any("検索" in line for line in tmux.screen()[:12]))
    tmux.keys("F10")
    _typed(tmux, "端末の設定")
    time.sleep(0.5)
    tmux.keys("Enter")
    tmux.sees("端末のカーソル")
    tmux.keys("End", "Enter")
    tmux.until(lambda: "端末のカーソル" not in "".join(tmux.screen()))
    assert not shown(), "in a list nothing is typed"
    tmux.keys("F3")
    tmux.until(shown)
    _typed(tmux, "指標")
    tmux.until(lambda: _stands_behind(tmux, "指標"))
    tmux.keys("Left")
    tmux.until(lambda: _stands_behind(tmux, "指"))
    tmux.keys("Escape")
    tmux.until(lambda: not shown())
