"""The evaluation criteria 評価基準 as they are agreed: tree, points, anchors, formula, rounding, ties."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from rfp_builder.model.base import Id, Value
from rfp_builder.model.localized import Localized
from rfp_builder.model.units import CalendarDate, Percent, Points

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Scoring(StrEnum):
    """How the points of a sub-criterion come about."""

    QUALITY = "quality"
    """Evaluators pick a grade by its anchor."""
    PRICE = "price"
    """By the price formula, nobody judges."""
    BASE = "base"
    """基礎点: all of the points if every required item is met, otherwise none."""


class RoundingMode(StrEnum):
    """What happens to the digits that are cut."""

    HALF_UP = "half_up"
    HALF_EVEN = "half_even"
    DOWN = "down"


class RoundedAt(StrEnum):
    """Where points are rounded; everywhere else they stay exact."""

    SUB_CRITERION = "sub_criterion"
    CRITERION = "criterion"
    TOTAL = "total"


class PriceFormula(StrEnum):
    """Price to points. P: offered price, B: ceiling price, Pmin: lowest valid price, W: points for price."""

    ADDITIVE = "additive"
    """加算方式: W × (1 − P/B); an offer above B is out."""
    LOWEST_OVER_PRICE = "lowest_over_price"
    """W × Pmin/P."""


class TieBreak(StrEnum):
    """How equal totals are put in order; tried one after the other."""

    LOWER_PRICE = "lower_price"
    HIGHER_QUALITY = "higher_quality"
    COUNCIL = "council"
    """合議: people decide; the tool shows the tie and does not."""


class Grade(Value):
    """A step of the scale: `score` 0 is the lowest; `rate` is the share of the points it earns, per cent."""

    score: Annotated[int, Field(strict=True, ge=0, le=10)]
    label: Localized
    rate: Percent


class Anchor(Value):
    """What earns one step of the scale."""

    score: Annotated[int, Field(strict=True, ge=0, le=10)]
    text: Localized


class SubCriterion(Value):
    """What is scored. `evaluators` are ids of evaluators; none named means all of them."""

    id: Id
    name: Localized
    looks_at: Localized | None = None
    points: Points
    scoring: Scoring = Scoring.QUALITY
    anchors: tuple[Anchor, ...] = ()
    evaluators: tuple[Id, ...] = ()
    floor: Percent | None = None
    """Below this share of its points a vendor is out."""


class Criterion(Value):
    """A criterion; its points are the sum of its sub-criteria's."""

    id: Id
    name: Localized
    intent: Localized | None = None
    subs: tuple[SubCriterion, ...] = ()
    floor: Percent | None = None

    @property
    def points(self) -> Decimal:
        """Points of all sub-criteria together."""
        return sum((sub.points for sub in self.subs), Decimal(0))


class Rounding(Value):
    """Rounding as agreed."""

    digits: Annotated[int, Field(strict=True, ge=0, le=6)] = 2
    mode: RoundingMode = RoundingMode.HALF_UP
    at: RoundedAt = RoundedAt.SUB_CRITERION


class Lock(Value):
    """The criteria are agreed and may not change; `digest` is over them, gates and evaluators."""

    locked_on: CalendarDate
    locked_by: Localized
    digest: Sha256


class Criteria(Value):
    """Everything that turns proposals into a ranking."""

    criteria: tuple[Criterion, ...] = ()
    scale: tuple[Grade, ...] = ()
    total_points: Points = Decimal(1000)
    """What the points are meant to add up to."""
    price_formula: PriceFormula = PriceFormula.ADDITIVE
    rounding: Rounding = Rounding.empty()
    total_floor: Percent | None = None
    """Below this share of all points a vendor is out (足切り)."""
    ties: tuple[TieBreak, ...] = (TieBreak.LOWER_PRICE, TieBreak.COUNCIL)
    withheld_cap: Percent = Decimal(15)
    """Most of all points that may hang on withheld requirements."""
    lock: Lock | None = None

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        ids = [sub.id for sub in self.all_subs()] + [criterion.id for criterion in self.criteria]
        if len(ids) != len(set(ids)):
            raise ValueError("criteria and sub-criteria need ids of their own")
        return self

    def all_subs(self) -> tuple[SubCriterion, ...]:
        """Every sub-criterion in order."""
        return tuple(sub for criterion in self.criteria for sub in criterion.subs)

    @property
    def scores_price(self) -> bool:
        """Whether any points come from the price formula."""
        return any(sub.scoring is Scoring.PRICE for sub in self.all_subs())

    @property
    def price_points(self) -> Decimal:
        """Points that come from the price formula, all together."""
        return sum((sub.points for sub in self.all_subs() if sub.scoring is Scoring.PRICE), Decimal(0))

    def sub(self, sub_id: str) -> SubCriterion | None:
        """The sub-criterion with that id."""
        return next((sub for sub in self.all_subs() if sub.id == sub_id), None)
