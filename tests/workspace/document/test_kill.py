"""Killed at any instant, a document has lost nothing that a save had returned for."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rfp_builder.model.project import Project
from rfp_builder.workspace.document.document import Document
from rfp_builder.workspace.document.saving import SaveState
from rfp_builder.workspace.workspace import Workspace
from tests.workspace.document.edits import MOST_UNSAVED, TYPED, edits

ROUNDS = int(os.environ.get("RFP_BUILDER_SOAK", "12"))
_LONGEST = 0.4
"""Seconds that a child lives at most; some twenty saves."""


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Workspace.create(tmp_path_factory.mktemp("kill") / "centre", "mail-order").folder


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_every_edit_that_was_saved_is_found(start: Path, tmp_path: Path, seed: int) -> None:
    folder = Path(shutil.copytree(start, tmp_path / "centre"))
    committed = _killed(folder, seed)

    document = Document(Workspace.open(folder))
    found = document.project.replace(revision=0), document.typed(TYPED)
    after = _replayed(start, seed, committed + MOST_UNSAVED)[committed:]
    # The save that was on its way may have come through in part: first what was typed, then the project.
    assert found[0] in [project for project, _ in after]
    assert found[1] in [typed for _, typed in after]

    list(document.workspace.store.journal().entries())
    document.set("rfp.validity_days", 77)
    document.save()
    assert document.state is SaveState.SAVED
    assert Workspace.open(folder).project == document.project
    list(document.workspace.store.journal().entries())


def _killed(folder: Path, seed: int) -> int:
    """Let a child edit for a random while; how many edits its last save had written."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.workspace.document.edits", str(folder), str(seed)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "0\n"
    time.sleep(random.Random(seed).uniform(0, _LONGEST))
    os.kill(child.pid, signal.SIGKILL)
    # Not `communicate`: with a time limit it would pass over what `readline` has buffered already.
    with child.stdout as pipe:
        said = pipe.read()
    child.wait(timeout=20)
    whole = said[: said.rfind("\n") + 1].split()
    return int(whole[-1]) if whole else 0


def _replayed(start: Path, seed: int, count: int) -> list[tuple[Project, str | None]]:
    """The project and what was typed after each of so many edits, from none on."""
    document = Document(Workspace.open(start))
    states = [(document.project, document.typed(TYPED))]
    for n in edits(document, seed):
        states.append((document.project, document.typed(TYPED)))
        if n == count:
            return [(project.replace(revision=0), typed) for project, typed in states]
    raise AssertionError("edits never end")
