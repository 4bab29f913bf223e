"""Shrinkage (非稼働率): the share of paid time in which people do not take contacts, part by part."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, prod

from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.workload.erlang.inputs import Integers, Unworkable


class Basis(StrEnum):
    """What a share is a share of."""

    PAID = "paid"
    """Of paid time: somebody on leave is not there at all."""
    PRESENT = "present"
    """Of the time people are there: somebody on leave takes no break."""


@dataclass(frozen=True, slots=True)
class Component:
    """One reason why paid people do not take contacts."""

    name: Speakable
    share: Fraction
    """0 up to 1, of the time that `basis` names."""
    basis: Basis = Basis.PAID


@dataclass(frozen=True, slots=True)
class Shrinkage:
    """All reasons together. Exact, so that 21 ÷ (1 − 0.3) is 30 people and not 31."""

    components: tuple[Component, ...] = ()

    def __post_init__(self) -> None:
        """Raises `Unworkable` where a share is negative or nothing is left."""
        negative = any(one.share < 0 for one in self.components)
        if negative or any(self._left(basis) <= 0 for basis in Basis):
            raise Unworkable(_OUT_OF_RANGE)

    @classmethod
    def of(cls, share: Fraction) -> Shrinkage:
        """One share of paid time, not broken down. Raises `Unworkable`."""
        return cls((Component(_ALL, share),) if share else ())

    @property
    def total(self) -> Fraction:
        """Share of paid time: 1 − (1 − parts of paid time) × (1 − parts of time present)."""
        return 1 - prod((self._left(basis) for basis in Basis), start=Fraction(1))

    def staff(self, agents: int) -> int:
        """People to schedule so that `agents` of them take contacts: agents ÷ (1 − shrinkage), rounded up."""
        return ceil(agents / (1 - self.total))

    def staff_each(self, agents: Integers) -> Integers:
        """The same for every interval."""
        present = 1 - self.total
        # Whole numbers all the way: agents × denominator ÷ numerator, rounded up.
        return -(-agents * present.denominator // present.numerator)

    def _left(self, basis: Basis) -> Fraction:
        return 1 - sum((one.share for one in self.components if one.basis is basis), Fraction(0))


_ALL = Phrase("非稼働率", "Shrinkage")
_OUT_OF_RANGE = Phrase(
    "非稼働率は内訳の合計が0%以上100%未満になるようにしてください。",
    "Shrinkage must be 0% or more and below 100% with all its parts together.",
)

USUAL_COMPONENTS = (
    (Phrase("年次有給休暇", "annual leave"), Basis.PAID),
    (Phrase("欠勤・遅刻・早退", "absence and lateness"), Basis.PAID),
    (Phrase("研修", "training"), Basis.PAID),
    (Phrase("ミーティング・面談", "meetings and coaching"), Basis.PRESENT),
    (Phrase("小休憩・離席", "short breaks and time away from the desk"), Basis.PRESENT),
    (Phrase("システム障害・その他", "system trouble and other reasons"), Basis.PRESENT),
)
"""The parts to ask for; their size is the client's to say."""
