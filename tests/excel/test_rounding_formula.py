"""The agreed rounding as a formula: the same in a sheet as in exact arithmetic, right on every half."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest

from rfp_builder.evaluation.rounding import rounded
from rfp_builder.excel.evaluation.matter import decimal, live
from rfp_builder.excel.evaluation.rounding import rounded_formula
from rfp_builder.excel.writing.book import Book
from rfp_builder.i18n import Lang
from rfp_builder.model.criteria import Rounding, RoundingMode
from tests.excel.recalculated import differing_formulas, without_results
from tests.office import resaved_all

_MOST = Decimal(1000)


def _values() -> list[Fraction]:
    """Halves of every digit, thirds, and whatever points and rates may give."""
    chosen = Random(7)
    halves = [Fraction(2 * n + 1, 2 * 10**digits) for digits in range(4) for n in (0, 1, 2, 67, 133, 999)]
    thirds = [Fraction(n, 3) for n in (1, 2, 100, 2999)]
    points = [
        Fraction(chosen.randrange(1, 10_000), 10) * Fraction(chosen.randrange(1, 1000), 1000) / people
        for people in (1, 2, 3, 4, 7)
        for _ in range(40)
    ]
    return [0 * Fraction(1), Fraction(_MOST), Fraction("2.675"), Fraction("1.005"), *halves, *thirds, *points]


def _book(mode: RoundingMode) -> bytes:
    book = Book(Lang.EN, "rounding", {})
    sheet = book.sheet("values")
    for row, value in enumerate(_values(), start=1):
        sheet.put(row, 1, decimal(value))
        for digits in range(4):
            rounding = Rounding(digits=digits, mode=mode)
            formula = rounded_formula(f"$A{row}", rounding, _MOST)
            sheet.put(row, 2 + digits, live(formula, rounded(value, rounding)))
    return book.finish()


@pytest.mark.office
def test_a_sheet_rounds_as_exact_arithmetic_does(tmp_path: Path) -> None:
    ours = {mode.value: _book(mode) for mode in RoundingMode}
    theirs = resaved_all({name: without_results(data) for name, data in ours.items()}, tmp_path)
    differing = {name: differing_formulas(data, theirs[name]) for name, data in ours.items()}
    assert differing == {mode.value: [] for mode in RoundingMode}


def test_large_points_keep_the_digits_a_cell_has() -> None:
    formula = rounded_formula("A1", Rounding(digits=2, mode=RoundingMode.HALF_UP), Decimal(1_000_000))
    assert formula == "ROUND(ROUND(A1,7),2)"
