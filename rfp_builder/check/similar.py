"""Near-same texts among thousands, without comparing all pairs.

Similarity is the Jaccard index of shingles: runs of three characters in Japanese, pairs of words in English.
Two sets can reach the threshold t only if they share one of the |x| − ⌈t·|x|⌉ + 1 rarest shingles of each
(prefix filtering; Chaudhuri, Ganti and Kaushik, 2006). A text found to be near an earlier one is not indexed
itself, and no text is compared with more than `MOST_COMPARED` others: the work grows with their number.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from rfp_builder.i18n import Lang
from rfp_builder.text.fold import fold
from rfp_builder.text.remember import remembered

THRESHOLD = Fraction(7, 10)
MOST_COMPARED = 24
_CHARACTERS = 3

_JA_FRAME = re.compile(
    r"^(?:受託者|オペレーター|スーパーバイザー|発注者)は、?|(?:する|しない)?こと。?$|[\W_]+"
)
_EN_FRAME = frozenset({"the", "a", "an", "shall", "vendor", "must", "will", "to", "of"})


@dataclass(frozen=True, slots=True)
class Similar:
    """Text `later` is near-same to text `earlier`, by position."""

    earlier: int
    later: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """The near-same texts, each with the first one found before it, and how many pairs were compared."""

    pairs: tuple[Similar, ...]
    compared: int


def near_same(texts: Sequence[str], lang: Lang, threshold: Fraction = THRESHOLD) -> Comparison:
    """Which texts say nearly the same as an earlier one. Short texts (under three shingles) are left out."""
    sets = [shingles(text, lang) for text in texts]
    frequency = Counter(shingle for one in sets for shingle in one)
    index: dict[str, list[int]] = defaultdict(list)
    pairs: list[Similar] = []
    compared = 0
    for later, mine in enumerate(sets):
        if len(mine) < 3:
            continue
        # Rarest first; equal ones in a fixed order, so that the result does not depend on hashing.
        ordered = sorted(_in_fixed_order(mine), key=frequency.__getitem__)
        prefix = ordered[: len(ordered) - -(-threshold.numerator * len(ordered) // threshold.denominator) + 1]
        candidates: dict[int, None] = {}
        for shingle in prefix:
            for earlier in index[shingle]:
                if len(candidates) < MOST_COMPARED:
                    candidates[earlier] = None
        found = None
        for earlier in candidates:
            compared += 1
            if _reach(threshold, mine, sets[earlier]):
                found = earlier
                break
        if found is not None:
            pairs.append(Similar(found, later))
            continue
        for shingle in prefix:
            # A shingle that many texts share tells them apart badly; a few witnesses are enough.
            if len(index[shingle]) < MOST_COMPARED:
                index[shingle].append(later)
    return Comparison(tuple(pairs), compared)


@remembered
def shingles(text: str, lang: Lang) -> frozenset[str]:
    """What a text is compared by, without its frame (受託者は…すること, the vendor shall)."""
    folded = fold(text)
    if lang is Lang.JA:
        bare = _JA_FRAME.sub("", folded)
        return frozenset(bare[i : i + _CHARACTERS] for i in range(len(bare) - _CHARACTERS + 1))
    words = [word for word in re.findall(r"[\w%']+", folded) if word not in _EN_FRAME]
    return frozenset(" ".join(words[i : i + 2]) for i in range(len(words) - 1))


@lru_cache(maxsize=16_384)
def _in_fixed_order(one: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(one))


def _reach(threshold: Fraction, one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the Jaccard index of two sets is that high; in whole numbers, which are faster to compare."""
    both = len(one & other)
    return both * threshold.denominator >= threshold.numerator * (len(one) + len(other) - both)
