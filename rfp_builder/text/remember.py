"""Remembering what was found in a text: a project is checked again and again while hardly a text changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar, TypeVarTuple

R = TypeVar("R")
Ts = TypeVarTuple("Ts")

_LONGEST = 10_000
"""Characters. Longer texts are whole parts of documents, looked at once and better not kept."""
_TEXTS = 16_384


def remembered(function: Callable[[str, *Ts], R]) -> Callable[[str, *Ts], R]:
    """Decorator for a pure function of a text: what it gives for texts of ordinary length is kept."""
    kept: Callable[..., R] = lru_cache(maxsize=_TEXTS)(function)

    @wraps(function)
    def looked_up(text: str, *others: *Ts) -> R:
        return function(text, *others) if len(text) > _LONGEST else kept(text, *others)

    return looked_up
