"""Numbers as cells and settings hold them: decimal, with no more digits than they can keep."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction


def percent(share: float | Fraction) -> Decimal:
    """A share as a number of per cent, as finely as a project keeps it."""
    return tidy(number(share) * 100, 4)


def tidy(value: Decimal, digits: int) -> Decimal:
    """A number rounded half up to so many digits behind the point, without zeros at its end."""
    # Adding nothing turns 8E+1 into 80.
    return value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP).normalize() + 0


def number(value: float | Fraction) -> Decimal:
    """A number with more digits than a cell can hold."""
    if isinstance(value, Fraction):
        with localcontext() as context:
            context.prec = 40
            return Decimal(value.numerator) / Decimal(value.denominator)
    return Decimal(repr(float(value)))
