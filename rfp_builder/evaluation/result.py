"""What an evaluation says, number by number, so that every total can be followed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from rfp_builder.i18n import Phrase
from rfp_builder.model.criteria import SubCriterion
from rfp_builder.model.parties import Vendor


@dataclass(frozen=True, slots=True)
class Grades:
    """What the evaluators gave one vendor under one sub-criterion; None where one left it blank."""

    by_evaluator: Mapping[str, int | None]

    @property
    def blank(self) -> tuple[str, ...]:
        """Evaluators who have not scored."""
        return tuple(who for who, score in self.by_evaluator.items() if score is None)

    @property
    def spread(self) -> int | None:
        """Highest minus lowest grade, of those given."""
        given = [score for score in self.by_evaluator.values() if score is not None]
        return max(given) - min(given) if given else None


@dataclass(frozen=True, slots=True)
class SubResult:
    """Points under one sub-criterion. None: they cannot be known, because something is blank."""

    sub: SubCriterion
    grades: Grades | None
    share: Fraction | None
    """Share of the sub-criterion's points, exact."""
    points: Fraction | None
    """After rounding, if rounding is agreed for this level."""
    because: Phrase | None = None
    """Why there are no points, where that needs saying."""


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """Points under one criterion."""

    criterion: str
    possible: Fraction
    points: Fraction | None


@dataclass(frozen=True, slots=True)
class VendorResult:
    """One vendor's line of the ranking."""

    vendor: Vendor
    subs: Mapping[str, SubResult]
    criteria: tuple[CriterionResult, ...]
    quality: Fraction | None
    """All points but those for price."""
    price: int | None
    price_points: Fraction | None
    total: Fraction | None
    out: tuple[Phrase, ...]
    """Why the vendor is out: gates, ceiling, floors. Empty: still in."""
    missing: tuple[Phrase, ...]
    """What is blank, so that no total can be given."""
    rank: int | None = None
    """1 is the best; equal ranks are a tie that the rules leave to a council. None: out, or incomplete."""
    tie_note: Phrase | None = None
    """How an equal total was put in order, or that it was not."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The whole result, vendors in the order of their ranks; those out or incomplete come last."""

    vendors: tuple[VendorResult, ...]

    @property
    def complete(self) -> bool:
        """Whether every vendor that is still in has a rank."""
        return all(one.rank is not None for one in self.vendors if not one.out)

    @property
    def winner(self) -> VendorResult | None:
        """The one vendor of rank 1, if the evaluation is complete and there is no tie."""
        first = [one for one in self.vendors if one.rank == 1]
        return first[0] if self.complete and len(first) == 1 else None
