"""What was typed into one of several fields and has no certain reading."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from rfp_builder.i18n import Phrase
from rfp_builder.text.unreadable import Unreadable

T = TypeVar("T")


class Misread(Unreadable):
    """`field` is the name of the field; `reason` never repeats what was typed."""

    def __init__(self, field: str, reason: Phrase) -> None:
        super().__init__(reason)
        self.field = field


def reading(field: str, read: Callable[[], T]) -> T:
    """What `read` finds. Raises `Misread` with the name of the field where it finds nothing."""
    try:
        return read()
    except Unreadable as problem:
        raise Misread(field, problem.reason) from None
