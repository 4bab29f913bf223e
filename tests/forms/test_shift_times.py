"""Times of kinds of contract: what is shown is read back, and what cannot be meant is refused in words."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rfp_builder.forms.shift_times import (
    MOST_STARTS,
    read_rests,
    read_shift_minutes,
    read_starts,
    show_rests,
    show_starts,
    within,
)
from rfp_builder.i18n import Lang
from rfp_builder.model.staffing import ShiftRest
from rfp_builder.text.show import show_minutes
from rfp_builder.text.unreadable import Unreadable

_GRID = st.integers(0, 287).map(lambda place: place * 5)
_SPANS = st.integers(1, 288).map(lambda place: place * 5)
_RESTS = st.lists(st.builds(ShiftRest, after=_GRID, length=_SPANS, paid=st.booleans()), max_size=4)


@given(st.lists(_GRID, min_size=1, max_size=MOST_STARTS, unique=True), _RESTS, _SPANS, st.sampled_from(Lang))
def test_what_is_shown_is_read_back(
    starts: list[int], rests: list[ShiftRest], length: int, lang: Lang
) -> None:
    assert read_starts(show_starts(starts, lang)) == tuple(starts)
    assert read_rests(show_rests(rests, lang)) == tuple(rests)
    assert read_shift_minutes(show_minutes(length, lang)) == length


@given(st.integers(0, 24), st.integers(1, 12), st.integers(3, 12), st.sampled_from(Lang))
def test_times_at_the_same_distance_are_shown_as_a_span(
    first: int, step: int, count: int, lang: Lang
) -> None:
    starts = [one for one in accumulate([step * 5] * count, initial=first * 5) if one < 1440]
    assert len(starts) < 3 or show_starts(starts, lang).count(":") == 2
    assert read_starts(show_starts(starts, lang)) == tuple(starts)


def test_times_behind_a_span_stand_by_themselves_or_make_the_next_one() -> None:
    starts = (480, 510, 540, 780, 795, 810, 825, 1200)
    shown = show_starts(starts, Lang.JA)
    assert shown == "8:00〜9:00/30分、13:00〜13:45/15分、20:00"
    assert read_starts(shown) == starts


def test_people_may_write_as_they_are_used_to() -> None:
    assert read_starts("８：００〜９時／30分、13時半, 24:00") == (480, 510, 540, 810, 0)
    assert read_shift_minutes("4.5時間") == read_shift_minutes("4 h 30 min") == 270
    assert read_rests("４時間／60分\n2h/15m/有給") == (
        ShiftRest(after=240, length=60),
        ShiftRest(after=120, length=15, paid=True),
    )
    assert read_rests("") == ()


@pytest.mark.parametrize(
    "text", ["", "朝", "8:00-10:00", "10:00-8:00/30分", "8:03", "8:00/30分", "0:00-23:55/5分"]
)
def test_starts_without_a_certain_reading_are_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        read_starts(text)


@pytest.mark.parametrize(
    "text", ["4時間", "4/60", "4時間/0分", "4時間/60分/無給", "4時間/61分", "25時間/1時間"]
)
def test_breaks_without_a_certain_reading_are_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        read_rests(text)


def test_breaks_lie_within_the_shift_one_after_the_other() -> None:
    early, late = ShiftRest(after=60, length=15), ShiftRest(after=480, length=60)
    assert within([late, early], 540) == (early, late)
    for rests, length in (([late], 535), ([early, ShiftRest(after=70, length=15)], 540)):
        with pytest.raises(Unreadable):
            within(rests, length)
