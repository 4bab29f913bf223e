"""Where the output goes: encodings that lack characters, readers who go away, disks that are full."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rfp_builder.cli.main import main

RUN = "import sys; from rfp_builder.cli.main import run; sys.argv[0] = 'rfp-builder'; run()"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("streams") / "p"
    assert main(["new", str(folder), "--sample", "mail-order"]) == 0
    return folder


def start(*words: str, **changed: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "RFP_BUILDER_LANG": "ja", **changed}
    environment.pop("PYTHONUNBUFFERED", None)
    return subprocess.Popen(
        [sys.executable, "-c", RUN, *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    )


def test_json_is_whole_where_stdout_knows_only_ascii(project: Path) -> None:
    out, err = start("status", "--json", "--project", str(project), PYTHONIOENCODING="ascii").communicate()
    assert json.loads(out)["title"].startswith("通信販売") and err == b""


def test_words_are_said_as_well_as_stdout_can(project: Path) -> None:
    process = start("status", "--project", str(project), PYTHONIOENCODING="ascii")
    out, err = process.communicate()
    assert process.returncode == 0 and b"100%" in out and err == b""


def test_a_reader_who_goes_away_changes_neither_the_work_nor_the_code(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    process = start("new", str(folder))
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    assert process.wait() == 0 and process.stderr.read() == b""
    process.stderr.close()
    process = start("check", "--project", str(folder))
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    assert process.wait() == 1 and process.stderr.read() == b""
    process.stderr.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_answer_that_cannot_be_written_is_not_called_done(project: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", RUN, "status", "--project", str(project)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env={**os.environ, "RFP_BUILDER_LANG": "ja"},
        )
    assert done.returncode == 3
    assert "空き容量がありません" in done.stderr.decode()
    assert len(done.stderr.splitlines()) == 3
