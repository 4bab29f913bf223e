"""Timing two pieces of work in turn, so that a slow moment of the machine hits both."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Pair:
    """A piece of our work, what it is held against, and the ratio aimed at."""

    name: str
    ours: Work
    against: str
    theirs: Work
    aim: float
    rounds: int = 5
    before: Work = lambda: None
    """What comes before each piece of our work and is not counted."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The median ratio of a pair, with the median seconds of our side."""

    ratio: float
    seconds: float


def measure(pair: Pair) -> Outcome:
    """Ours, theirs, ours, theirs …, after one round that is not counted."""
    _ours(pair)
    pair.theirs()
    rounds = [(_ours(pair), _seconds(pair.theirs)) for _ in range(pair.rounds)]
    return Outcome(
        ratio=statistics.median(ours / theirs for ours, theirs in rounds),
        seconds=statistics.median(ours for ours, _ in rounds),
    )


def _ours(pair: Pair) -> float:
    pair.before()
    return _seconds(pair.ours)


def _seconds(work: Work) -> float:
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
