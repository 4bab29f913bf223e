"""Finding near-quotations: runs of a text that must not be shown, wherever a document repeats them.

A run counts by weight, for scripts differ in how much a letter says: a kanji (or Hangul syllable) weighs 4,
kana, of which endings such as 「すること。」 are made, 2, every other letter or digit 1. The default of 48 is
12 kanji, 24 kana, or 48 latin letters: a sentence, but not a date phrase such as "at least 20 business days
before". Case, width, spaces, line ends and punctuation make no difference.

From each place of a text exactly one shortest run reaches the weight. Two texts share a run of that weight
if and only if they share one of these shortest runs: a table of them finds every quotation in one pass.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from rfp_builder.text.fold import search_fold
from rfp_builder.text.remember import remembered

DEFAULT_WEIGHT = 48
WHOLE_WEIGHT = 24
"""A lighter text says nothing by itself ("see above"); from here on it is worth looking for as a whole."""

_KANJI, _KANA = 4, 2

_PUNCTUATION = re.compile(r"[\W_]+")
_HEAVY = re.compile("[々〇\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]")
_MIDDLE = re.compile(
    "[\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\U0001b000-\U0001b16f]"
)
# What composes with the character before it under NFKC must be folded together with it.
_CLUSTER = re.compile("(?s).[\u0300-\u036f\u1160-\u11ff\u3099\u309a\uff9e\uff9f]*")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A run of a document that also stands in a secret text. It holds no part of either."""

    key: str
    """Which secret."""
    snippet_length: int
    """How many letters and digits are shared without a break, not counting spaces and punctuation."""
    position: int
    """Where the run begins, in characters of the document as it was given."""


@dataclass(frozen=True, slots=True)
class Turns:
    """Turns of phrase, which are no quotation: these runs, and those that `times` of the groups hold.

    A group is what is written about one thing; it counts once, however often it repeats itself.
    """

    runs: frozenset[str] = frozenset()
    groups: tuple[tuple[str, ...], ...] = ()
    times: int = 1


class QuotationIndex:
    """Secret texts, prepared so that a document is compared with all of them in time linear in its length.

    `secrets` maps a key of the caller's to each text. A secret lighter than `weight` has no run to find; look
    for it whole.
    """

    def __init__(
        self, secrets: Mapping[str, str], turns: Turns | None = None, weight: int = DEFAULT_WEIGHT
    ) -> None:
        self._weight = weight
        # No run is shorter than this: one look at a beginning dismisses most places of a text.
        self._head = -(-weight // _KANJI)
        self._texts = {key: _letters(text) for key, text in secrets.items()}
        self._runs: dict[str, tuple[str, int]] = {}
        for key, text in self._texts.items():
            for start, run in _shortest_runs(text, range(len(text)), weight):
                self._runs.setdefault(run, (key, start))
        self._prepare()
        if turns is not None:
            passed_over = {*(self._runs.keys() & turns.runs), *self._often(turns)}
            for run in passed_over:
                del self._runs[run]
            if passed_over:
                self._prepare()

    def _prepare(self) -> None:
        """Make the table of beginnings, and of what a look at every few letters of a text must meet."""
        self._heads = {run[: self._head] for run in self._runs}
        self._step = max(1, self._head // 3)
        self._met = self._head - self._step + 1
        self._samples = {
            head[offset : offset + self._met] for head in self._heads for offset in range(self._step)
        }

    def find(self, text: str, *, folded: bool = False) -> Iterator[Quotation]:
        """Every run of the document that quotes a secret, in order, each once and as long as it goes.

        `folded`: `search_fold` has been at the text already.
        """
        letters = _PUNCTUATION.sub("", text) if folded else _letters(text)
        origins: list[int] = []
        reported = 0
        for start, run in self._shared_runs(letters):
            if start + len(run) <= reported:
                continue
            key, place = self._runs[run]
            length = _common_length(letters, start, self._texts[key], place, len(run))
            reported = start + length
            origins = origins or _origins(text)
            yield Quotation(key, length, origins[min(start, len(origins) - 1)])

    def _often(self, turns: Turns) -> Iterator[str]:
        """Indexed runs that enough of the groups hold."""
        counts: Counter[str] = Counter()
        for group in turns.groups if self._runs else ():
            counts.update({run for text in group for _, run in self._shared_runs(_letters(text))})
        yield from (run for run, count in counts.items() if count >= turns.times)

    def _shared_runs(self, letters: str) -> Iterator[tuple[int, str]]:
        """Where one of the indexed shortest runs begins, and the run."""
        samples, met, step = self._samples, self._met, self._step
        if samples.isdisjoint(_pieces(letters, met, step)):
            return
        sampled = [i for i in range(0, len(letters), step) if letters[i : i + met] in samples]
        starts = [
            start
            for i in sampled
            for start in range(max(0, i - step + 1), i + 1)
            if letters[start : start + self._head] in self._heads
        ]
        for start, run in _shortest_runs(letters, starts, self._weight):
            if run in self._runs:
                yield start, run


def runs_in_common(
    groups: Iterable[Sequence[str]], times: int, weight: int = DEFAULT_WEIGHT
) -> frozenset[str]:
    """The shortest runs of that weight that stand in `times` of the groups, for `Turns.runs`."""
    counts: Counter[str] = Counter()
    for group in groups:
        letters = [_letters(text) for text in group]
        counts.update({run for one in letters for _, run in _shortest_runs(one, range(len(one)), weight)})
    return frozenset(run for run, count in counts.items() if count >= times)


def weigh(text: str) -> int:
    """What a text weighs as a whole: one lighter than an index's `weight` has no run that it could find."""
    return sum(_weights(_letters(text)))


@remembered
def _letters(text: str) -> str:
    return _PUNCTUATION.sub("", search_fold(text))


@remembered
def _pieces(letters: str, met: int, step: int) -> frozenset[str]:
    """What a look at every few letters sees: most texts share none of it with any secret."""
    return frozenset(letters[i : i + met] for i in range(0, len(letters), step))


def _shortest_runs(letters: str, starts: Sequence[int], weight: int) -> Iterator[tuple[int, str]]:
    """From each of the places in `starts` the shortest run that reaches `weight`, where there is one."""
    if not starts:
        return
    weight_before = _weight_before(letters)
    for start in starts:
        end = bisect_left(weight_before, weight_before[start] + weight, start)
        if end == len(weight_before):
            return
        yield start, letters[start:end]


@remembered
def _weight_before(letters: str) -> tuple[int, ...]:
    """What the letters before each place weigh together, and all of them at the end."""
    return (0, *accumulate(_weights(letters)))


def _weights(letters: str) -> Iterator[int]:
    marked = _MIDDLE.sub("ー", _HEAVY.sub("々", letters))
    return (_KANJI if mark == "々" else _KANA if mark == "ー" else 1 for mark in marked)


def _common_length(one: str, at: int, other: str, there: int, length: int) -> int:
    """How far two texts agree from the places given, known to agree for `length` already."""
    while one[at + length : at + length + 1] == other[there + length : there + length + 1] != "":
        length += 1
    return length


def _origins(text: str) -> list[int]:
    """For each letter of the folded text, where in the text as given it comes from."""
    origins: list[int] = []
    widths: dict[str, int] = {}
    for cluster in _CLUSTER.finditer(text):
        count = widths.get(cluster[0])
        if count is None:
            count = widths[cluster[0]] = len(_letters(cluster[0]))
        origins.extend([cluster.start()] * count)
    return origins
