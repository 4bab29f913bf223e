"""What KPIs earn and cost (6.3) has one name each: 報酬 and 減額, reward and penalty."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

import pytest

OUTLAWED = re.compile(r"\bbonus(es)?\b|\bcredit(s|ed)?\b(?! card)", re.IGNORECASE)
OUTLAWED_JA = re.compile("ペナルティ|違約金|罰金|インセンティブ")
HEADING = "パフォーマンス報酬とペナルティ"
"""What 6.3 is called in the outline of the definition."""
PACKAGE = files("rfp_builder")


def _files(folder: Traversable, suffix: str) -> Iterator[Traversable]:
    for one in folder.iterdir():
        if one.is_dir():
            yield from _files(one, suffix)
        elif one.name.endswith(suffix):
            yield one


def _texts(value: object, lang: str) -> Iterator[str]:
    if isinstance(value, dict):
        for name, below in value.items():
            if name == lang and isinstance(below, str):
                yield below
            else:
                yield from _texts(below, lang)
    elif isinstance(value, list):
        for below in value:
            yield from _texts(below, lang)


def _catalogue(lang: str) -> list[str]:
    data = _files(PACKAGE / "catalogue" / "data", ".toml")
    return [text for one in data for text in _texts(tomllib.loads(one.read_text("utf-8")), lang)]


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
    said = _catalogue("en")
    assert len(said) > 1000
    assert _outlawed(iter(said)) == []


def test_the_catalogue_says_one_word_in_japanese() -> None:
    said = _catalogue("ja")
    assert len(said) > 1000
    assert [text for text in said if OUTLAWED_JA.search(text)] == [HEADING]


@pytest.mark.parametrize("room", ["check", "forms", "word", "excel", "tui", "workspace", "cli"])
def test_every_room_says_reward_and_penalty(room: str) -> None:
    said = [text for one in _files(PACKAGE / room, ".py") for text in _said(one.read_text("utf-8"))]
    assert said
    found = [text for text in _outlawed(iter(said)) if "credit card|" not in text]
    assert found == []


@pytest.mark.parametrize("room", ["check", "forms", "word", "excel", "tui", "workspace", "cli"])
def test_every_room_says_one_word_in_japanese(room: str) -> None:
    nodes = (
        node for one in _files(PACKAGE / room, ".py") for node in ast.walk(ast.parse(one.read_text("utf-8")))
    )
    said = [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    assert said
    # A pattern has to know what people write all the same.
    assert [text for text in said if OUTLAWED_JA.search(text) and "(?:" not in text] == []
