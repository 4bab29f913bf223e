"""The agreed rounding as a formula that every edition of Excel and LibreOffice works out alike."""

from __future__ import annotations

from decimal import Decimal

from rfp_builder.model.criteria import Rounding, RoundingMode

_DIGITS_OF_A_CELL = 14


def rounded_formula(expression: str, rounding: Rounding, most: Decimal) -> str:
    """`expression`, between nothing and `most`, rounded as agreed.

    A sheet calculates in binary, where 2.675 is a little less than it should be. The inner ROUND brings back
    the decimal number before the outer one looks at its last digit.
    """
    digits = rounding.digits
    kept = max(digits + 2, _DIGITS_OF_A_CELL - len(str(int(most))))
    if rounding.mode is RoundingMode.HALF_UP:
        return f"ROUND(ROUND({expression},{kept}),{digits})"
    scale = 10**digits
    shifted = f"ROUND({expression}*{scale},{kept - digits})" if digits else f"ROUND({expression},{kept})"
    whole = (
        f"ROUNDDOWN({shifted},0)"
        if rounding.mode is RoundingMode.DOWN
        else f"IF(MOD({shifted},1)=0.5,2*ROUND({shifted}/2,0),ROUND({shifted},0))"
    )
    return f"{whole}/{scale}" if digits else whole
