"""All assumptions of one estimate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from rfp_builder.errors import WrongUse
from rfp_builder.i18n import Phrase
from rfp_builder.workload.should_cost.assumption import Assumption, Standing
from rfp_builder.workload.should_cost.items import Item

_WHAT = Phrase("想定費用を計算できません。", "The should-cost cannot be worked out.")
_WHY = Phrase("前提「{item}」がないか、2つ以上あります。", "“{item}” is assumed nowhere, or more than once.")
_REMEDY = Phrase("項目ごとに前提を1つ入力してください。", "Give one assumption for each item.")


@dataclass(frozen=True, slots=True)
class Assumptions:
    """One for each item, in the order of the items."""

    all: tuple[Assumption, ...]

    def __post_init__(self) -> None:
        """Raises `WrongUse` where an item is missing or there twice."""
        given = [one.item for one in self.all]
        wrong = next((item for item in Item if given.count(item) != 1), None)
        if wrong is not None:
            raise WrongUse(_WHAT, _WHY.fill(item=wrong), _REMEDY)

    def __iter__(self) -> Iterator[Assumption]:
        return iter(self.all)

    def of(self, item: Item) -> Assumption:
        """The assumption about `item`."""
        return next(one for one in self.all if one.item is item)

    def changed(self, *changes: Assumption) -> Assumptions:
        """With other assumptions about the items of `changes`."""
        new = {one.item: one for one in changes}
        return Assumptions(tuple(new.get(one.item, one) for one in self.all))

    @property
    def placeholders(self) -> tuple[Item, ...]:
        """What still waits for a figure of somebody."""
        return tuple(one.item for one in self.all if one.standing is Standing.PLACEHOLDER)

    def base(self) -> Mapping[Item, Fraction]:
        """Every item at its base value."""
        return {one.item: one.value.base for one in self.all}

    def cheapest(self) -> Mapping[Item, Fraction]:
        """Every item at the end of its range that makes the work cheaper."""
        return {
            one.item: one.value.high if one.item.is_cheaper_when_high else one.value.low for one in self.all
        }

    def dearest(self) -> Mapping[Item, Fraction]:
        """Every item at the end of its range that makes the work dearer."""
        return {
            one.item: one.value.low if one.item.is_cheaper_when_high else one.value.high for one in self.all
        }
