"""What the tests of the catalogue look for in texts: languages, vague words, shared runs, likeness."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import pairwise

from rfp_builder.i18n import Phrase

JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff々〇]")

ALIKE = {("%", "%"), ("KPI", "KPI")}
"""What is written the same in both languages."""

# 等 as a suffix ("and the like"), not as a part of 同等, 均等, 平等, 対等, 高等, 等級, 等分, 等しい.
VAGUE_JA = re.compile(
    r"適宜|適時|適切|適正|速やか|すみやか|迅速|柔軟|十分[なにで]|必要に応じ|なるべく|できるだけ|できる限り"
    r"|可能な限り|極力|概ね|おおむね|臨機応変|しかるべき|優れた|(?<![同均平対高])等(?![級分し])"
)
VAGUE_EN = re.compile(
    r"\b(appropriate(ly)?|as (needed|necessary|required|appropriate)|(if|where|when) (needed|necessary)"
    r"|timely|etc|and so on|sufficient(ly)?|flexib(le|ly|ility)|adequate(ly)?|prompt(ly)?"
    r"|as soon as possible|proper(ly)?|excellent|user[- ]friendly)\b",
    re.IGNORECASE,
)


def phrases(value: object, place: str = "") -> Iterator[tuple[str, Phrase]]:
    """Every phrase below a value of the catalogue, with its place."""
    if isinstance(value, Phrase):
        yield place, value
    elif isinstance(value, tuple):
        for number, member in enumerate(value, start=1):
            yield from phrases(member, f"{place}[{getattr(member, 'key', number)}]")
    elif is_dataclass(value):
        for spec in fields(value):
            yield from phrases(getattr(value, spec.name), f"{place}.{spec.name}".lstrip("."))


def misspoken(value: object) -> list[str]:
    """Places where the Japanese holds no Japanese, or the English does."""
    return [
        place
        for place, phrase in phrases(value)
        if (phrase.ja, phrase.en) not in ALIKE
        and (not JAPANESE.search(phrase.ja) or JAPANESE.search(phrase.en))
    ]


def vague(phrase: Phrase) -> list[str]:
    """The vague words in a phrase."""
    return [m[0] for m in VAGUE_JA.finditer(phrase.ja)] + [m[0] for m in VAGUE_EN.finditer(phrase.en)]


def letters(text: str) -> str:
    """Only what is read aloud: no spaces, no punctuation."""
    return re.sub(r"[\W_]+", "", text).casefold()


def words(text: str) -> list[str]:
    """English words and numbers in lower case."""
    return re.findall(r"[a-z0-9]+(?:['’-][a-z0-9]+)*", text.casefold())


def shared_run(one: str, other: str, length: int) -> str | None:
    """A run of `length` letters that stands in both texts."""
    a, b = letters(one), letters(other)
    runs = (a[start : start + length] for start in range(len(a) - length + 1))
    return next((run for run in runs if run in b), None)


def shared_words(one: str, other: str, length: int) -> str | None:
    """A run of `length` English words that stands in both texts."""
    there = {tuple(run) for run in _runs(words(other), length)}
    return next((" ".join(run) for run in _runs(words(one), length) if tuple(run) in there), None)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Jaccard index: 0 nothing in common, 1 the same."""
    return len(one & other) / len(one | other)


def trigrams(text: str) -> frozenset[str]:
    """The character trigrams of a Japanese text."""
    run = letters(text)
    return frozenset(run[start : start + 3] for start in range(len(run) - 2))


def word_pairs(text: str) -> frozenset[str]:
    """The word pairs of an English text."""
    return frozenset(" ".join(pair) for pair in pairwise(words(text)))


def _runs(members: list[str], length: int) -> Iterator[list[str]]:
    return (members[start : start + length] for start in range(len(members) - length + 1))
