"""Finding vague words in a text, in their context."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.remember import remembered


@dataclass(frozen=True, slots=True)
class VagueWord:
    """A vague word. `pattern` matches it only where it is vague: 等 of 対等 and 等級 is not."""

    shown: str
    needles: tuple[str, ...]
    """A text without any of these, in small letters, cannot match: looking for them is much faster."""
    pattern: str
    remedy: Phrase


@remembered
def vague_words(text: str, lang: Lang) -> tuple[VagueWord, ...]:
    """The vague words of a text, each once, in the order of their appearance."""
    text = unicodedata.normalize("NFKC", text)
    small = text.lower()
    found: list[tuple[int, VagueWord]] = []
    for word, pattern in _lexicon(lang):
        if any(needle in small for needle in word.needles) and (match := pattern.search(text)):
            found.append((match.start(), word))
    return tuple(word for _, word in sorted(found, key=lambda pair: pair[0]))


@cache
def _lexicon(lang: Lang) -> tuple[tuple[VagueWord, re.Pattern[str]], ...]:
    from rfp_builder.check.words.vague_en import ENGLISH
    from rfp_builder.check.words.vague_ja import JAPANESE

    words = JAPANESE if lang is Lang.JA else ENGLISH
    return tuple((word, re.compile(word.pattern, re.IGNORECASE)) for word in words)
