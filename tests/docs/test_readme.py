"""The READMEs' commands run as they stand, in order, in a copy of what a clone holds."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from rfp_builder.cli.main import COMMANDS, main

ROOT = Path(__file__).resolve().parents[2]
COMMAND = re.compile(r"^\$ (rfp-builder .+)$", re.MULTILINE)
# One of the sample's vendors leaves answers open on purpose, so `receive` ends with 1, as the READMEs say.
READMES = ("README.md", "README.ja.md")


def commands(readme: str) -> list[list[str]]:
    """The words of each command behind `$ rfp-builder`."""
    found = COMMAND.findall((ROOT / readme).read_text("utf-8"))
    return [shlex.split(line)[1:] for line in found]


@pytest.mark.parametrize("readme", READMES)
def test_the_road_runs_as_written(readme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "samples").symlink_to(ROOT / "samples", target_is_directory=True)
    for words in commands(readme):
        expanded = [path for word in words for path in _expanded(word)]
        assert main(expanded) == (1 if words[0] == "receive" else 0), " ".join(words)
    for name in ("issued", "internal", "baselines", "received", "scorebooks", "evaluation"):
        assert any((tmp_path / "centre" / name).iterdir()), name


@pytest.mark.parametrize("readme", READMES)
def test_both_walk_the_same_road(readme: str) -> None:
    walked = [words[0] for words in commands(readme)]
    assert walked == [words[0] for words in commands(READMES[0])]
    assert set(COMMANDS) - set(walked) == {"demo", "export", "wizard"}


@pytest.mark.parametrize("readme", READMES)
def test_links_and_pictures_are_there(readme: str) -> None:
    text = (ROOT / readme).read_text("utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (ROOT / target).exists(), target


@pytest.mark.parametrize("readme", READMES)
def test_make_has_the_commands_it_names(readme: str) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for goal in set(re.findall(r"`?make ([a-z]+)", (ROOT / readme).read_text("utf-8"))):
        assert re.search(rf"^{goal}:", makefile, re.MULTILINE), goal


def test_the_japanese_readme_says_all_that_the_english_one_says() -> None:
    english, japanese = ((ROOT / name).read_text("utf-8") for name in READMES)
    assert english.count("\n## ") == japanese.count("\n## ")
    assert english.count("```") == japanese.count("```")


def _expanded(word: str) -> list[str]:
    """What a shell makes of a pattern."""
    return sorted(str(path) for path in Path().glob(word)) if "*" in word else [word]
