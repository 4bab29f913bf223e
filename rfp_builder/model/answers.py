"""An answer to a question of the definition: a value, or a reason why there is none yet."""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias, TypeVar

from rfp_builder.model.base import Id, Value
from rfp_builder.model.localized import Localized
from rfp_builder.model.units import CalendarDate


class Undecided(Value):
    """未定: will be answered, by whom and when."""

    state: Literal["undecided"] = "undecided"
    owner: Localized
    due: CalendarDate


class NotApplicable(Value):
    """該当なし: the question does not arise, and why."""

    state: Literal["not_applicable"] = "not_applicable"
    reason: Localized


T = TypeVar("T")
Answer: TypeAlias = T | Undecided | NotApplicable | None
"""`None` is not answered; the check asks for it."""


def known(answer: T | Undecided | NotApplicable | None) -> T | None:
    """The value itself, or None where it is undecided, not applicable or not answered."""
    return None if isinstance(answer, Undecided | NotApplicable) else answer


class _Confidential:
    """Marks a field that never reaches a vendor, whatever it holds."""

    def __repr__(self) -> str:
        return "CONFIDENTIAL"


CONFIDENTIAL = _Confidential()
Confidential: TypeAlias = Annotated[T, CONFIDENTIAL]
"""`field: Confidential[Answer[Yen]]`: the disclosure room looks for this mark."""


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Marks a column that holds the row id of another table, by that table's dotted path."""

    table: str


ProgramRef = Annotated[Id, RefersTo("work.programs.programs")]
ReasonRef = Annotated[Id, RefersTo("work.reasons.reasons")]
KpiRef = Annotated[Id, RefersTo("operations.service_levels.kpis")]
RunningCostRef = Annotated[Id, RefersTo("price.running.costs")]


class Row(Value):
    """A row of a table of the definition. `id` is stable through edits, sorting and round trips."""

    id: Id


class Item(Value):
    """One numbered item of the definition (1.1 to 7.5)."""

    internal_note: Confidential[Localized | None] = None
