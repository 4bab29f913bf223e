"""The answer: classes with their dates, and where that leaves each month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.show import show_date


@dataclass(frozen=True, slots=True)
class Class:
    """People who are hired and trained together; everything begins on business days."""

    hired: int
    """On the first day of class."""
    groups: int
    """Classes side by side in that month."""
    recruiting_from: date
    class_from: date
    on_floor: date
    """First day of taking contacts, or of waiting for service to start: at the latest the day they are
    needed on."""
    finishing: float
    """People expected to finish class."""


@dataclass(frozen=True, slots=True)
class Month:
    """One month, before service too. People are expected numbers at its end."""

    first_day: date
    needed: float
    """Fully productive people; 0 before service."""
    headcount: float
    """People past their class, those who are there from the start included."""
    productive: float
    """The same, in fully productive people."""
    hired: int
    """People whose class ends as the month begins, counted on its first day of class."""
    left: float
    """People past their class who leave in the month."""

    @property
    def missing(self) -> float:
        """Fully productive people missing."""
        return max(0.0, self.needed - self.productive)

    @property
    def spare(self) -> float:
        """Fully productive people more than needed."""
        return max(0.0, self.productive - self.needed)


@dataclass(frozen=True, slots=True)
class HiringPlan:
    """Classes and months. Where the need cannot be met, the plan that comes nearest."""

    classes: tuple[Class, ...]
    months: tuple[Month, ...]
    can_be_met: bool
    first_start: date | None
    """The first business day on which service could start with the need met; None where no start would do."""

    @property
    def hired(self) -> int:
        """People hired in all."""
        return sum(one.hired for one in self.classes)

    @property
    def recruiting_from(self) -> date | None:
        """When hiring must begin; None where nobody is hired."""
        return min((one.recruiting_from for one in self.classes), default=None)

    def why_not(self) -> Phrase | None:
        """What to say where the need cannot be met; None where it can."""
        short = next((one for one in self.months if one.missing > 1e-6), None)
        if self.can_be_met or short is None:
            return None
        said = _SHORT.fill(
            day=_day(short.first_day), needed=f"{short.needed:.1f}", there=f"{short.productive:.1f}"
        )
        then = _NEVER if self.first_start is None else _FIRST.fill(day=_day(self.first_start))
        return Phrase(said.ja + then.ja, f"{said.en} {then.en}")


def _day(day: date) -> Phrase:
    return Phrase(show_date(day, Lang.JA), show_date(day, Lang.EN))


_SHORT = Phrase(
    "この開始日には間に合いません。{day}からの1か月は、必要{needed}人に対し、習熟度で換算して{there}人分です。",
    "This start date cannot be met: in the month from {day}, {needed} people are needed and there are "
    "{there}, counted in fully productive people.",
)
_FIRST = Phrase("最短の開始日は{day}です。", "The first start date that can be met is {day}.")
_NEVER = Phrase(
    "研修の定員と離職率がこのままでは、開始日を延ばしても間に合いません。",
    "With classes of this size and this attrition, no later start would do either.",
)
