"""What is to be done with which lines of a list: a word, and numbers behind it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from rfp_builder.text.fold import fold

_ALL = frozenset(("all", "すべて", "全部", "全件"))
_PART = re.compile(r"([0-9]{1,6})(?:\s*[-~]\s*([0-9]{1,6}))?")
_BETWEEN = re.compile(r"[\s,、・]+")
_AROUND_RANGE = re.compile(r"\s*([-~〜])\s*")


def verb_in(typed: str, verbs: Mapping[str, Collection[str]]) -> tuple[str, str] | None:
    """The verb that a line begins with, and what stands behind it; None where it begins with none.

    `verbs` are the words for each. Behind a word there is a space, a digit or a word of Japanese.
    """
    folded = fold(typed)
    words = sorted(((word, verb) for verb, words in verbs.items() for word in words), key=_longest_first)
    for word, verb in words:
        rest = folded.removeprefix(word)
        goes_on = word.isascii() and rest[:1].isascii() and rest[:1].isalpha()
        if folded.startswith(word) and not goes_on:
            return verb, rest.strip()
    return None


def numbers_in(typed: str, count: int) -> list[int] | None:
    """The positions from 0 that 「1,3-5」 or 「すべて」 name among `count`; None where it names none.

    A number that there is not names nothing, so that nobody changes half of what was meant.
    """
    folded = _AROUND_RANGE.sub(r"\1", fold(typed).strip()).replace("〜", "-")
    if folded in _ALL:
        return list(range(count)) or None
    found: set[int] = set()
    for part in filter(None, _BETWEEN.split(folded)):
        match = _PART.fullmatch(part)
        if match is None:
            return None
        first, last = int(match[1]), int(match[2] or match[1])
        if not 0 < first <= last <= count:
            return None
        found |= set(range(first - 1, last))
    return sorted(found) or None


def _longest_first(one: tuple[str, str]) -> int:
    return -len(one[0])
