"""Plain mode in a real terminal of 80 columns: the recorded session, and what is left when it is cut off."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from rfp_builder.model.localized import Localized
from rfp_builder.text.width import cell_width
from tests.cli.plain.typed import on_disk

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals on Windows", allow_module_level=True)

import fcntl
import struct
import termios

COLUMNS, PATIENCE = 80, 60.0
PROMPTS = ("q 終了]", "q end]", "< やめる", "to leave it", "? 説明]", "? help]", "できること]", "該当なし]")


class Terminal:
    """The real command behind a pseudo-terminal."""

    def __init__(self, master: int, slave: int, process: subprocess.Popen[bytes]) -> None:
        self._master, self._slave, self.process = master, slave, process
        self.recorded = b""

    def until(self, *texts: str) -> None:
        """Read until one of `texts` stands at the end."""
        deadline = time.monotonic() + PATIENCE
        while not self.recorded.decode("utf-8", "replace").rstrip().endswith(texts):
            assert time.monotonic() < deadline, self.recorded.decode("utf-8", "replace")[-2000:]
            if not self._read():
                return

    def end(self) -> int:
        """Read to the end; the exit code."""
        deadline = time.monotonic() + PATIENCE
        while self.process.poll() is None or select.select([self._master], [], [], 0)[0]:
            assert time.monotonic() < deadline
            if select.select([self._master], [], [], 0.05)[0]:
                self._read()
        return self.process.wait()

    def until_taken(self) -> None:
        """Wait until the command has taken all that was typed."""
        deadline = time.monotonic() + PATIENCE
        while fcntl.ioctl(self._slave, termios.FIONREAD, b"\0" * 4) != b"\0" * 4:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        time.sleep(0.2)

    def type(self, lines: Iterable[str]) -> None:
        """Each line once it is asked for."""
        for line in lines:
            self.until(*PROMPTS)
            self.recorded += b"\n"
            self.send(f"{line}\n")

    def send(self, text: str) -> None:
        """Type it."""
        os.write(self._master, text.encode())

    def _read(self) -> bool:
        if not select.select([self._master], [], [], PATIENCE)[0]:
            return False
        try:
            found = os.read(self._master, 65536)
        except OSError:
            return False
        self.recorded += found
        return bool(found)


@contextmanager
def terminal(folder: Path, *words: str) -> Iterator[Terminal]:
    """Plain mode, started as `rfp-builder WORDS` in `folder` on a dumb terminal."""
    master, slave = os.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, COLUMNS, 0, 0))
    surroundings = {"TERM": "dumb", "LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": str(folder / "config")}
    surroundings["PATH"] = os.environ.get("PATH", "")
    process = subprocess.Popen(
        [sys.executable, "-c", "from rfp_builder.cli.main import run; run()", *words],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        cwd=folder,
        env=surroundings,
    )
    try:
        yield Terminal(master, slave, process)
    finally:
        process.kill()
        process.wait()
        os.close(slave)
        os.close(master)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_session_has_no_control_sequences_and_fits_the_terminal(tmp_path: Path, lang: str) -> None:
    typed = ["？", "１", "窓口の委託", "centre", "３", "3.1", "？", "", "*", "", "m"]
    typed += ["9", "", "m", "10", "k", "8", "<", "m", "15", "1", "m", "12", "１", "9", "m"]
    typed += ["/離職", "m", "??", "q"]
    with terminal(tmp_path, "--lang", lang, "--plain", "wizard") as screen:
        screen.type(typed)
        assert screen.end() == 0
    said = screen.recorded.replace(b"\r\n", b"\n")
    assert b"\x1b" not in said
    assert all(byte >= 0x20 or byte == 0x0A for byte in said)
    assert all(cell_width(line, 1) < COLUMNS for line in said.decode().split("\n"))
    assert (tmp_path / "centre" / "drafts").is_dir()


@pytest.mark.parametrize("cut", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=lambda one: one.name)
def test_a_text_half_typed_is_kept_when_it_is_cut_off(empty: Path, cut: signal.Signals) -> None:
    with terminal(empty.parent, "--lang", "ja", "--plain", "wizard", empty.name) as screen:
        screen.type(["1", "1.1", "途中までの文章"])
        screen.send("二行目\n")
        screen.until_taken()
        screen.process.send_signal(cut)
        assert screen.end() == 0
    assert on_disk(empty).definition.overview.policy.policy == Localized(ja="途中までの文章\n二行目")
    assert screen.recorded.decode().rstrip().endswith("終了します。")


def test_a_line_that_the_terminal_cut_is_told(empty: Path) -> None:
    with terminal(empty.parent, "--lang", "ja", "--plain", "wizard", empty.name) as screen:
        screen.type(["8", "x" * 5000, "q"])
        assert screen.end() == 0
    assert "端末が途中で切った可能性があります" in screen.recorded.decode().replace("\r\n", "")
