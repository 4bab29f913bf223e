"""Whether the project is open in another process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from rfp_builder.workspace.document import presence as presence_module
from rfp_builder.workspace.document.presence import Presence

_OPEN = """
import sys
from pathlib import Path
from rfp_builder.workspace.document.presence import Presence

with Presence(Path(sys.argv[1])) as presence:
    print(presence.others, flush=True)
    sys.stdin.readline()
"""


def _open(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _OPEN, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _says(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_alone(tmp_path: Path) -> None:
    with Presence(tmp_path) as presence:
        assert not presence.others


@pytest.mark.parametrize("end", ["close", "kill"])
def test_another_process_until_it_ends(tmp_path: Path, end: str) -> None:
    with Presence(tmp_path) as presence:
        other = _open(tmp_path)
        try:
            assert _says(other) == "True" and presence.others
            third = _open(tmp_path)
            assert _says(third) == "True"
            third.communicate("\n", timeout=20)
            assert presence.others
            if end == "kill":
                os.kill(other.pid, signal.SIGKILL)
        finally:
            other.communicate("\n" if end == "close" else None, timeout=20)
        assert not presence.others


def test_closed_it_is_not_seen(tmp_path: Path) -> None:
    presence = Presence(tmp_path)
    presence.close()
    presence.close()
    other = _open(tmp_path)
    assert _says(other) == "False"
    other.communicate("\n", timeout=20)


def test_a_folder_that_takes_no_lock(tmp_path: Path) -> None:
    with Presence(tmp_path / "missing") as presence:
        assert not presence.others


def test_a_project_put_away_during_a_look_has_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    presence, leave = Presence(tmp_path), presence_module._leave

    def closed_meanwhile(handle: int, seat: int) -> None:
        presence.close()
        leave(handle, seat)

    monkeypatch.setattr(presence_module, "_leave", closed_meanwhile)
    assert not presence.others
