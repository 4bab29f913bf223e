"""Days and hours of a row: moved by half hours within the day, and written only where they changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rfp_builder.forms.hours import STEP, Hours, as_changes
from rfp_builder.i18n import Lang
from rfp_builder.model.choices import Day
from rfp_builder.text.width import cell_width
from rfp_builder.tui.app import Wizard
from rfp_builder.tui.road import go
from rfp_builder.tui.table.hours import scale, strip
from rfp_builder.tui.widgets.said import Said
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on

DAY = 24 * 60
_CLOCKS = st.integers(0, DAY)
_HOURS = st.builds(
    lambda days, ends: Hours(days, min(ends), max(ends)),
    st.frozensets(st.sampled_from(Day)),
    st.tuples(st.integers(0, DAY - STEP), st.integers(STEP, DAY)).filter(lambda ends: ends[0] != ends[1]),
)


@given(_HOURS, st.sampled_from([-STEP, STEP]), st.booleans())
def test_moving_an_end_keeps_opening_before_closing_and_both_within_the_day(
    hours: Hours, by: int, opening: bool
) -> None:
    moved = hours.opening(by) if opening else hours.closing(by)
    assert moved.opens is not None and moved.closes is not None
    assert 0 <= moved.opens < moved.closes <= DAY
    assert moved.days == hours.days


@given(_HOURS, _CLOCKS)
def test_a_click_moves_the_nearer_end(hours: Hours, minute: int) -> None:
    moved = hours.near(minute)
    assert moved.opens is not None and moved.closes is not None
    assert 0 <= moved.opens < moved.closes <= DAY
    assert (moved.opens == hours.opens) or (moved.closes == hours.closes)


def test_a_bar_shows_each_half_hour_that_is_open_in_part() -> None:
    bar = Hours(frozenset({Day.MON}), 9 * 60 + 15, 10 * 60).bar()
    assert (len(bar), bar.index("#"), bar.count("#")) == (48, 18, 2)


def test_only_what_changed_is_written() -> None:
    before = Hours(frozenset({Day.MON}), None, None)
    assert as_changes(before, before) == {}
    assert as_changes(before, before.toggled(Day.FRI)) == {"days": (Day.MON, Day.FRI)}
    assert as_changes(before, before.toggled(Day.MON)) == {"days": None}
    assert as_changes(before, before.closing(STEP)) == {"opens": 540, "closes": 1080}


def test_the_strip_fits_its_room() -> None:
    hours = Hours(frozenset({Day.SUN}), 0, DAY)
    for lang in Lang:
        for room in (50, 66, 73, 74, 100):
            lines = strip(hours, lang, room).plain.split("\n")
            assert all(cell_width(line, ambiguous=1) <= room for line in lines)
    assert scale().endswith("24") and scale(60).endswith("24")


@pytest.mark.asyncio
async def test_the_strip_is_drawn_for_the_room_there_is(tmp_path: Path) -> None:
    app = wizard_on(tmp_path)
    async with app.run_test(size=(60, 24)) as pilot:
        go(app, "definition.work.programs.programs[p1].opens")
        for columns, head in ((60, scale(2 * STEP)), (80, scale()), (60, scale(2 * STEP))):
            await pilot.resize_terminal(columns, 24)
            await until(pilot, lambda head=head: head in _hours(app))  # type: ignore[misc]


def _hours(app: Wizard) -> str:
    return "".join(str(one.render()) for one in app.screen.query(".table-hours").results(Said))
