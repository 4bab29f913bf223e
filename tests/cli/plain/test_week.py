"""Days and hours of a row, as they are typed and as they are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from rfp_builder.cli.plain.week_words import read_week
from rfp_builder.forms.hours import WEEKDAYS, Hours
from rfp_builder.i18n import Lang
from rfp_builder.model.choices import Day
from rfp_builder.text.unreadable import Unreadable
from tests.cli.plain.typed import Typist, on_disk

BEFORE = Hours(WEEKDAYS, 540, 1080)
ALL = frozenset(Day)
SAT, SUN, HOLIDAY = Day.SAT, Day.SUN, Day.HOLIDAY


@pytest.mark.parametrize(
    ("typed", "days", "opens", "closes"),
    [
        ("平日 9:00-18:00", WEEKDAYS, 540, 1080),
        ("毎日 24時間", ALL, 0, 1440),
        ("土日 なし", WEEKDAYS, 540, 1080),
        ("祝日 あり", WEEKDAYS | {HOLIDAY}, 540, 1080),
        ("１０：００〜２０：３０", WEEKDAYS, 600, 1230),
        ("月水金 9時から17時半まで", {Day.MON, Day.WED, Day.FRI}, 540, 1050),
        ("平日と土曜 午前10時から午後3時", WEEKDAYS | {SAT}, 600, 900),
        ("土", {SAT}, 540, 1080),
        ("weekdays and Sat 10-20", WEEKDAYS | {SAT}, 600, 1200),
        ("every day 24 hours", ALL, 0, 1440),
        ("Public holidays on", WEEKDAYS | {HOLIDAY}, 540, 1080),
        ("Mon-Wed off", {Day.THU, Day.FRI}, 540, 1080),
        ("weekend 9am-6pm", {SAT, SUN}, 540, 1080),
    ],
)
def test_days_and_hours_are_read(typed: str, days: set[Day], opens: int, closes: int) -> None:
    assert read_week(typed, BEFORE) == Hours(frozenset(days), opens, closes)


@pytest.mark.parametrize("typed", ["22:00-6:00", "9:00-9:15", "25:00-26:00", "いつでも", "なし", "off"])
def test_what_is_no_week_says_why(typed: str) -> None:
    with pytest.raises(Unreadable):
        read_week(typed, BEFORE)


def test_the_week_of_a_row_is_told_and_changed(typist: Typist, sample: Path) -> None:
    out = typist.type(
        sample, ["2", "2.1", "h 1", "平日 9:00-18:00", "日 あり", "u", "?", "l", "", "h 9", "h", "q"]
    )
    programs = on_disk(sample).definition.work.programs.programs
    assert isinstance(programs, tuple)
    assert programs[0].days == tuple(day for day in Day if day in WEEKDAYS)
    assert programs[0].opens == 540 and programs[0].closes == 1080
    assert "  日曜日: なし" in out and out.count("  日曜日: 9:00 から 18:00 まで") == 1
    assert out.count("その行はありません。") == 2


def test_a_table_without_hours_says_so(typist: Typist, sample: Path) -> None:
    out = typist.type(sample, ["1", "1.2", "h 1", "q"], Lang.EN)
    assert "This table has no days and hours." in out
