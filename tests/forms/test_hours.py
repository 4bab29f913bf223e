"""Days and hours, changed as a whole."""

from __future__ import annotations

import pytest

from rfp_builder.forms.hours import LAST, STEP, Hours

_OFFICE = Hours(frozenset(), 9 * 60, 18 * 60)


@pytest.mark.parametrize(
    ("minute", "opens", "closes"),
    [
        (0, 0, 18 * 60),
        (10 * 60, 10 * 60, 18 * 60),
        (13 * 60 + STEP, 13 * 60 + STEP, 18 * 60),
        (14 * 60, 9 * 60, 14 * 60 + STEP),
        (LAST, 9 * 60, LAST),
    ],
)
def test_the_nearer_end_goes_where_one_points(minute: int, opens: int, closes: int) -> None:
    moved = _OFFICE.near(minute)
    assert (moved.opens, moved.closes) == (opens, closes)


def test_ends_move_onto_the_half_hours_first() -> None:
    odd = Hours(frozenset(), 9 * 60 + 10, 18 * 60 + 10)
    assert (odd.opening(STEP).opens, odd.opening(-STEP).opens) == (9 * 60 + STEP, 9 * 60)
    assert (odd.closing(STEP).closes, odd.closing(-STEP).closes) == (18 * 60 + STEP, 18 * 60)


def test_what_is_too_late_or_too_short_is_put_right() -> None:
    late = _OFFICE.between(LAST, LAST)
    assert (late.opens, late.closes) == (LAST - STEP, LAST)
    assert Hours(frozenset(), None, None).near(10 * 60).closes == 11 * 60
