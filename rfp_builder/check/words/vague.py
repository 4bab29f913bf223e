"""Finding vague words in a text, in their context."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rfp_builder.i18n import Lang, Phrase


@dataclass(frozen=True, slots=True)
class VagueWord:
    """A vague word. `pattern` matches it only where it is vague: 等 of 対等 and 等級 is not."""

    shown: str
    pattern: str
    remedy: Phrase


def vague_words(text: str, lang: Lang) -> Iterator[VagueWord]:
    """The vague words of a text, each once, in the order of their appearance."""
    pattern, words = _lexicon(lang)
    seen: set[str] = set()
    for match in pattern.finditer(unicodedata.normalize("NFKC", text)):
        group = match.lastgroup or ""
        if group not in seen:
            seen.add(group)
            yield words[group]


@cache
def _lexicon(lang: Lang) -> tuple[re.Pattern[str], dict[str, VagueWord]]:
    from rfp_builder.check.words.vague_en import ENGLISH
    from rfp_builder.check.words.vague_ja import JAPANESE

    words = {f"w{n}": word for n, word in enumerate(JAPANESE if lang is Lang.JA else ENGLISH)}
    union = "|".join(f"(?P<{group}>{word.pattern})" for group, word in words.items())
    return re.compile(union, re.IGNORECASE), words
