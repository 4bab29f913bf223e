"""One assumption: a range, where it comes from, and of when it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from rfp_builder.errors import WrongUse
from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.workload.should_cost.items import Item

LEAST_PREMIUMS = {
    Item.NIGHT: Fraction(25, 100),
    Item.OVERTIME: Fraction(25, 100),
    Item.LONG_OVERTIME: Fraction(50, 100),
    Item.HOLIDAY: Fraction(35, 100),
}
"""The least premiums that Japanese law allows.

Labour Standards Act (労働基準法) article 37: paragraph 1 with the cabinet order on least rates
(平成6年政令第5号) for overtime, 25 %, and statutory holidays, 35 %; the proviso of paragraph 1 for overtime
beyond 60 hours a month, 50 %, for employers of any size since 1 April 2023; paragraph 4 for 22:00 to 5:00,
25 %. They add up at night: Ordinance for Enforcement (労働基準法施行規則) article 20.
"""

_SHARES = frozenset({Item.ALLOWANCES, Item.SOCIAL_COST, Item.OVERHEAD, Item.MARGIN})
_ABOVE_ZERO = frozenset(item for item in Item if item.is_cheaper_when_high)


class Standing(StrEnum):
    """How firm an assumption is."""

    STATUTE = "statute"
    """Law says so."""
    PUBLISHED = "published"
    """Somebody published it."""
    OWN = "own"
    """The client's own figure, a quotation or an experience."""
    PLACEHOLDER = "placeholder"
    """Stands in until somebody gives a figure."""


class UnworkableAssumption(WrongUse):
    """A value that no cost can be worked out with. The text never repeats the value."""

    def __init__(self, item: Item, why: Phrase) -> None:
        super().__init__(_WHAT.fill(item=item), why, _REMEDY)


_WHAT = Phrase("「{item}」の前提を使えません。", "The assumption “{item}” cannot be used.")
_REMEDY = Phrase("前提の値を確かめてください。", "Check the values of the assumption.")
_ORDER = Phrase(
    "低め・標準・高めの順に大きくなるようにしてください。",
    "The values must not fall from low over base to high.",
)
_NEGATIVE = Phrase("0以上にしてください。", "The values must be 0 or more.")
_ZERO = Phrase("0より大きくしてください。", "The values must be above 0.")
_TOO_HIGH = Phrase("割合は100%未満にしてください。", "A share must be below 100%.")
_BELOW_LAW = Phrase(
    "労働基準法第37条の最低の割増率を下回っています。",
    "It is below the least premium of article 37 of the Labour Standards Act.",
)


@dataclass(frozen=True, slots=True)
class Range:
    """Low, base and high: exact numbers, money in yen."""

    low: Fraction
    base: Fraction
    high: Fraction

    @classmethod
    def of(cls, low: int | str, base: int | str | None = None, high: int | str | None = None) -> Range:
        """From numbers or texts such as "0.155"; one value alone is certain."""
        first = Fraction(low)
        return cls(
            first, first if base is None else Fraction(base), first if high is None else Fraction(high)
        )


@dataclass(frozen=True, slots=True)
class Assumption:
    """A value that the cost rests on. Confidential."""

    item: Item
    value: Range
    source: Speakable
    as_of: date
    """The day the source speaks of."""
    standing: Standing = Standing.OWN

    def __post_init__(self) -> None:
        """Raises `UnworkableAssumption`."""
        value = self.value
        if not value.low <= value.base <= value.high:
            raise UnworkableAssumption(self.item, _ORDER)
        if value.low < 0:
            raise UnworkableAssumption(self.item, _NEGATIVE)
        if self.item in _ABOVE_ZERO and value.low == 0:
            raise UnworkableAssumption(self.item, _ZERO)
        if self.item in _SHARES and value.high >= 1:
            raise UnworkableAssumption(self.item, _TOO_HIGH)
        if value.low < LEAST_PREMIUMS.get(self.item, 0):
            raise UnworkableAssumption(self.item, _BELOW_LAW)
