"""The hidden sheet that says what a workbook belongs to."""

from __future__ import annotations

from decimal import Decimal

from rfp_builder.excel.meta import meta
from rfp_builder.excel.reader import Cell, Row, Sheet, Workbook


def _workbook(*pairs: tuple[object, object], name: str = "_meta", hidden: bool = True) -> Workbook:
    rows = tuple(
        Row(number, (Cell(number, 1, key), Cell(number, 2, value)))  # type: ignore[arg-type]
        for number, (key, value) in enumerate(pairs, 1)
    )
    return Workbook((Sheet("回答", hidden=False, rows=()), Sheet(name, hidden, rows)), {})


def test_keys_and_values_are_read_though_the_sheet_was_shown() -> None:
    pairs = (("schema", "rfp-response/1"), ("edition", Decimal(2)), ("", "x"))
    expected = {"schema": "rfp-response/1", "edition": "2"}
    assert meta(_workbook(*pairs)) == expected
    assert meta(_workbook(*pairs, name="_META ", hidden=False)) == expected


def test_a_missing_sheet_is_none() -> None:
    assert meta(_workbook(name="memo")) is None


def test_a_key_with_two_values_is_left_out() -> None:
    assert meta(_workbook(("rfp", "A"), ("rfp", "B"), ("rfp", "A"), ("x", "1"), ("x", "1"))) == {"x": "1"}
