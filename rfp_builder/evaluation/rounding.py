"""Rounding as agreed, on exact numbers."""

from __future__ import annotations

from fractions import Fraction
from math import floor

from rfp_builder.model.criteria import Rounding, RoundingMode


def rounded(value: Fraction, rounding: Rounding) -> Fraction:
    """`value` to the agreed number of digits; half up means away from zero, down means towards it."""
    scale = 10**rounding.digits
    scaled = abs(value) * scale
    whole = floor(scaled)
    rest = scaled - whole
    half = Fraction(1, 2)
    match rounding.mode:
        case RoundingMode.DOWN:
            up = False
        case RoundingMode.HALF_UP:
            up = rest >= half
        case RoundingMode.HALF_EVEN:
            up = rest > half or (rest == half and whole % 2 == 1)
    result = Fraction(whole + up, scale)
    return result if value >= 0 else -result
