"""When a question is asked: only where another answer of the same item, or of the same row, calls for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as data_field
from enum import Enum

from rfp_builder.catalogue.reading import KEY
from rfp_builder.model.answers import NotApplicable, Undecided

YES, NO = "yes", "no"
NOT_APPLICABLE = "not_applicable"
"""What a condition calls 該当なし."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """Names another answer and what it must be, or must not be; one of the two is given.

    `field` is a sibling; behind a point, a column of a sibling table, of which one row is enough. Values are
    those of the closed list, `yes` and `no`, or `not_applicable`. Where only some values call the question
    off, it is asked as long as the other answer is open.
    """

    field: str
    is_: tuple[str, ...] = data_field(default=(), metadata={KEY: "is"})
    is_not: tuple[str, ...] = ()

    def holds(self, holder: object) -> bool:
        """Whether to ask, given the item or the row: a value of the model, or a mapping by names."""
        said = set(self._said(holder))
        return bool(said & set(self.is_)) if self.is_ else not said & set(self.is_not)

    def _said(self, holder: object) -> list[str]:
        name, _, column = self.field.partition(".")
        answer = _at(holder, name)
        if isinstance(answer, tuple) and column:
            return [word for row in answer for word in _words(_at(row, column))]
        return _words(answer)


def _at(holder: object, name: str) -> object:
    return holder.get(name) if isinstance(holder, Mapping) else getattr(holder, name)


def _words(answer: object) -> list[str]:
    match answer:
        case Undecided() | NotApplicable():
            return [answer.state]
        case bool():
            return [YES if answer else NO]
        case Enum():
            return [str(answer.value)]
        case tuple():
            return [word for one in answer for word in _words(one)]
    return []
