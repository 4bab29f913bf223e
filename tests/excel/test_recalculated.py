"""The comparison of formulas notices what it is there to notice."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rfp_builder.excel.writing.book import Book
from rfp_builder.excel.writing.sheet import Formula
from rfp_builder.i18n import Lang
from tests.excel.recalculated import differing_formulas, without_results


def _book(result: str | Decimal) -> bytes:
    book = Book(Lang.EN, "one formula", {})
    book.sheet("values").put(1, 1, Formula("1+1", result))
    return book.finish()


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        (Decimal(2), Decimal(2), True),
        (Decimal(2), Decimal("2.0000000001"), True),
        (Decimal(2), Decimal("2.00001"), False),
        (Decimal(2), "two", False),
        ("", Decimal(0), False),
        ("", "", True),
    ],
)
def test_results_that_differ_are_found(ours: str | Decimal, theirs: str | Decimal, same: bool) -> None:
    assert (differing_formulas(_book(ours), _book(theirs)) == []) is same


def test_a_formula_without_its_result_differs_from_one_that_has_it() -> None:
    assert len(differing_formulas(_book(Decimal(2)), without_results(_book(Decimal(2))))) == 1


def test_a_workbook_without_formulas_is_no_proof() -> None:
    book = Book(Lang.EN, "none", {})
    book.sheet("values").put(1, 1, 2)
    data = book.finish()
    with pytest.raises(AssertionError, match="no formulas"):
        differing_formulas(data, data)
