"""What KPIs earn and cost (6.3) has one name each in English: reward and penalty."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

import pytest

OUTLAWED = re.compile(r"\bbonus(es)?\b|\bcredit(s|ed)?\b(?! card)", re.IGNORECASE)
PACKAGE = files("rfp_builder")


def _files(folder: Traversable, suffix: str) -> Iterator[Traversable]:
    for one in folder.iterdir():
        if one.is_dir():
            yield from _files(one, suffix)
        elif one.name.endswith(suffix):
            yield one


def _english(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for name, below in value.items():
            if name == "en" and isinstance(below, str):
                yield below
            else:
                yield from _english(below)
    elif isinstance(value, list):
        for below in value:
            yield from _english(below)


def _said(source: str) -> Iterator[str]:
    """Every string that a module says to people: what holds a space is no id."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value.strip():
            yield node.value


def _outlawed(texts: Iterator[str]) -> list[str]:
    return [text for text in texts if OUTLAWED.search(text)]


def test_the_word_is_seen() -> None:
    assert _outlawed(iter(["A credit of 3%", "No bonus", "Two credits"]))
    assert not _outlawed(iter(["Credit card numbers", "A penalty of 3%", "A reward"]))


def test_the_catalogue_says_reward_and_penalty() -> None:
    data = list(_files(PACKAGE / "catalogue" / "data", ".toml"))
    said = [text for one in data for text in _english(tomllib.loads(one.read_text("utf-8")))]
    assert len(said) > 1000
    assert _outlawed(iter(said)) == []


@pytest.mark.parametrize("room", ["check", "forms", "word", "excel", "tui", "workspace", "cli"])
def test_every_room_says_reward_and_penalty(room: str) -> None:
    said = [text for one in _files(PACKAGE / room, ".py") for text in _said(one.read_text("utf-8"))]
    assert said
    found = [text for text in _outlawed(iter(said)) if "credit card|" not in text]
    assert found == []
