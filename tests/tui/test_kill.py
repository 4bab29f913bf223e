"""The wizard is killed while somebody types: what stood on the screen for a second is in the folder.

Three rounds run always; RFP_BUILDER_SOAK=200 in the environment makes it two hundred.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from itertools import count
from pathlib import Path
from random import Random

import pytest

from rfp_builder.tui.settings import Settings, save_settings
from rfp_builder.workspace.workspace import Workspace

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

ROUNDS = int(os.environ.get("RFP_BUILDER_SOAK", "3"))
_SECOND = 1.0
_LAST_PART, _FIRST_QUESTION = "追加資料", "姿勢で"
_DOWN, _CLIENT = "\x1b[B", "発注者"
_FIRST_KANJI = 0x4E00
_RARE = "鼯"
"""A character that stands in no text of ours: where it is drawn, it was typed."""
_WAYS = {"kill -9": "SIGKILL", "kill": "SIGTERM", "hang up": "SIGHUP", "closed window": None}
"""How it ends; a closed window sends SIGHUP, and nobody reads what is still drawn."""


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_what_stood_on_the_screen_for_a_second_is_saved(seed: int, tmp_path: Path) -> None:
    from bench.terminal import Terminal

    random = Random(seed)
    name = list(_WAYS)[seed % len(_WAYS)]
    folder = _project(tmp_path)
    terminal = Terminal("-m", "rfp_builder", "--lang", "ja", str(folder), home=tmp_path)
    typed, seen = _type_for(terminal, random.uniform(0.2, 4.0), random)
    number = _WAYS[name]
    killed = time.perf_counter()
    terminal.end(None if number is None else getattr(signal, number))
    saved = _policy(folder)
    assert typed.startswith(saved), "what is saved is what was typed, in its order"
    due = [char for char, at in seen.items() if name != "kill -9" or killed - at > _SECOND]
    assert not [char for char in due if char not in saved], f"{name}: {len(saved)} of {len(typed)} saved"


def _project(tmp_path: Path) -> Path:
    save_settings(Settings(tour_seen=True), tmp_path / "rfp-builder" / "wizard.json")
    Workspace.create(tmp_path / "project", None)
    return tmp_path / "project"


def _type_for(terminal: object, seconds: float, random: Random) -> tuple[str, dict[str, float]]:
    """Type into the first field for that long: what was typed, and what was seen, with the instant."""
    from bench.terminal import Terminal

    assert isinstance(terminal, Terminal)
    terminal.until(_LAST_PART)
    terminal.type("\r")
    terminal.until(_FIRST_QUESTION)
    typed, seen = "", {}
    end = time.perf_counter() + seconds + _SECOND
    for char in map(chr, count(_FIRST_KANJI)):
        terminal.type(char)
        if terminal.drawn(char, 5.0):
            seen[char] = time.perf_counter()
        typed += char
        time.sleep(random.uniform(0.0, 0.15))
        if time.perf_counter() > end:
            return typed, seen
    raise AssertionError("there are more kanji than seconds")


def _policy(folder: Path) -> str:
    answer = Workspace.open(folder).project.definition.overview.policy.policy
    return getattr(answer, "ja", None) or ""


def test_two_windows_on_one_project_are_told_and_neither_overwrites(tmp_path: Path) -> None:
    from bench.terminal import Terminal

    folder = _project(tmp_path)
    told = "ほかの画面でも"
    arguments = ("-m", "rfp_builder", "--lang", "ja", str(folder))
    first = Terminal(*arguments, home=tmp_path)
    _type_for(first, 0.0, Random(1))
    second = Terminal(*arguments, home=tmp_path)
    second.until(told)
    first.until(told)
    second.type(_DOWN * 7 + "\r")
    second.until(_CLIENT)
    for char in map(chr, count(0x30A2)):
        second.type(char)
        if second.drawn(char, 1.0):
            break
    first.type("あ")
    first.until("あ")
    second.end(signal.SIGTERM)
    first.end(signal.SIGTERM)
    assert _policy(folder).endswith("あ")
    assert char in Workspace.open(folder).project.rfp.model_dump_json()


@pytest.mark.skipif(
    sys.platform != "linux", reason="other systems have no folder of their own for a test's state"
)
def test_what_the_folder_refused_until_the_end_is_offered_the_next_time(tmp_path: Path) -> None:
    from bench.terminal import Terminal

    folder = _project(tmp_path)
    arguments = ("-m", "rfp_builder", "--lang", "ja", str(folder))
    first = Terminal(*arguments, home=tmp_path)
    first.until(_LAST_PART)
    first.type("\r")
    first.until(_FIRST_QUESTION)
    away = (folder / "project.json").rename(folder / "away.json")
    first.type(_RARE)
    first.until(_RARE)
    first.end(signal.SIGTERM)
    away.rename(folder / "project.json")
    assert _policy(folder) == ""
    second = Terminal(*arguments, home=tmp_path)
    second.until("前回保存できなかった")
    second.type("\r")
    second.until("取り込みました")
    second.end(signal.SIGTERM)
    assert _policy(folder) == _RARE
    assert not list((tmp_path / "state").rglob("*.json"))
