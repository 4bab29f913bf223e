"""Each kind of bad input: one clear sentence, and the rest is read."""

from __future__ import annotations

import re
from datetime import date, timedelta

import numpy as np
import pytest

from rfp_builder.i18n import Lang
from rfp_builder.workload.history.oddities import OddKind
from rfp_builder.workload.history.reading import Imported, read_csv
from rfp_builder.workload.history.values import DayStatus
from tests.workload.history.made import history_of, odd, read, synthetic, week, year

FULL = 21 * 4 * 10
"""Contacts of `week`."""


def places(found: Imported, kind: OddKind) -> list[str]:
    return [place.to(Lang.EN) for one in found.odd if one.kind is kind for place in one.places]


def test_every_kind_has_a_sentence_in_both_languages() -> None:
    for kind in OddKind:
        said = kind.phrase().fill(n="3", minutes=30)
        assert said.ja.endswith(("。", "ます。"))
        assert said.en.endswith(".")
        assert "{" not in said.ja + said.en


def test_a_clean_file_has_nothing_odd() -> None:
    assert not read(week()).odd


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("2027/6/99,9:00,5", OddKind.BAD_DAY),
        ("6/22,9:00,5", OddKind.BAD_DAY),
        ("2027/6/21,朝,5", OddKind.BAD_TIME),
        ("2027/6/21,25:00,5", OddKind.BAD_TIME),
        ("2030/6/21,9:00,5", OddKind.LONE_DAY),
        ("2027/6/21,11:00,五", OddKind.BAD_COUNT),
        ("2027/6/21,11:00,-5", OddKind.NEGATIVE),
        ("2027/6/21,11:00,5.5", OddKind.FRACTION),
        ("2027/6/21,11:00,123456789", OddKind.HUGE),
        ("2027/6/21,9:07,5", OddKind.OFF_GRID),
        ("2027/6/21,9:00,10", OddKind.REPEATED),
        ("2027/6/21,9:00,11", OddKind.CONFLICT),
        ("合計,,840", OddKind.TOTAL_ROW),
        ("2027/6/21,小計,40", OddKind.TOTAL_ROW),
        ("2027年6月,,840", OddKind.TOTAL_ROW),
        ("日付,時間帯,着信件数", OddKind.HEADINGS_AGAIN),
        ("2027/6/21,10:30,10,7", OddKind.RAGGED),
        ('2027/6/21,10:30,"10', OddKind.QUOTES),
    ],
)
def test_a_bad_row_is_told_and_the_rest_is_read(row: str, kind: OddKind) -> None:
    found = read(week(row))
    assert odd(found)[kind] == 1
    assert history_of(found).total == FULL
    assert places(found, kind) == ["line 86"]


@pytest.mark.parametrize(("step", "coarse"), [(15, 0), (30, 10), (45, 10)])
def test_days_by_a_wider_interval_than_the_others_are_told(step: int, coarse: int) -> None:
    """Between their counts nothing is known, which is not the same as no contacts."""
    lines = ["日付,時間帯,件数"]
    for day in range(1, 21):
        width = step if day > 10 else 15
        lines += [f"2027/6/{day},{at // 60}:{at % 60:02},3" for at in range(540, 1080, width)]
    found = read("\n".join(lines))
    assert odd(found).get(OddKind.COARSE_DAY, 0) == coarse
    assert history_of(found).interval_minutes == 15


def test_a_slip_at_the_end_of_a_file_does_not_swallow_the_lines_behind_it() -> None:
    lines = week().splitlines()
    lines[10] = lines[10].replace("10", '"10', 1)
    found = read("\n".join(lines))
    assert odd(found)[OddKind.QUOTES] == 1
    assert history_of(found).total == FULL


def test_blank_days_take_that_of_the_row_above() -> None:
    found = read(week(",11:00,5"))
    assert odd(found)[OddKind.FILLED_DOWN] == 1
    assert int(history_of(found).calls[0, -1, 22]) == 5


def test_blank_names_are_counted_apart() -> None:
    text = week().replace(",10\n", ",電話,10\n").replace("着信件数", "チャネル,着信件数", 1)
    found = read(text + "2027/6/21,9:00,,3\n")
    assert odd(found)[OddKind.NAMELESS] == 1
    assert history_of(found).keys == (("電話",), ("（空欄）",))


def test_totals_among_the_names_are_left_out() -> None:
    text = week().replace(",10\n", ",電話,10\n").replace("着信件数", "チャネル,着信件数", 1)
    found = read(text + "2027/6/21,9:00,合計,10\n")
    assert odd(found) == {OddKind.TOTAL_ROW: 1}
    assert history_of(found).keys == (("電話",),)


def test_a_name_that_means_all_stays_where_there_is_no_other() -> None:
    text = week().replace(",10\n", ",全体,10\n").replace("着信件数", "チャネル,着信件数", 1)
    assert history_of(read(text)).total == FULL


def test_total_columns_are_compared() -> None:
    rows = [f"2027/6/{day},5,6,{11 if day != 9 else 12}" for day in range(1, 15)]
    found = read("\n".join(["日付,9:00,9:30,合計", *rows]))
    assert odd(found) == {OddKind.TOTAL_COLUMN: 1, OddKind.TOTAL_DIFFERS: 1}
    assert places(found, OddKind.TOTAL_DIFFERS) == ["line 10"]
    assert history_of(found).total == 14 * 11


def test_broken_letters_are_told() -> None:
    data = week().replace("時間帯", "時間帯").encode("cp932")
    broken = data.replace(b"2027/6/1,", b"2027/6/1\x81,", 1) + b"\xff\n"
    found = read_csv(broken, "history.csv")
    assert odd(found)[OddKind.LETTERS] >= 1
    assert history_of(found).total >= FULL - 10


def test_closed_missing_and_broken_days_are_told_apart() -> None:
    days = [date(2027, 6, 1) + timedelta(days=ahead) for ahead in range(56)]
    rows = []
    for day in days:
        if day.weekday() == 6:
            rows.append(f"{day},休,休")
        elif day != date(2027, 6, 16) and day.weekday() != 5:
            rows.append(f"{day},{90 + day.day},{80 + day.day}")
    found = read("\n".join(["日付,9:00,9:30", *rows]))
    history = history_of(found)
    status = dict(zip(days, history.status.tolist(), strict=True))
    assert status[date(2027, 6, 5)] == status[date(2027, 6, 6)] == DayStatus.CLOSED
    assert status[date(2027, 6, 16)] == DayStatus.MISSING
    assert status[date(2027, 6, 15)] == DayStatus.OPEN
    assert odd(found)[OddKind.MISSING_DAY] == 1
    assert places(found, OddKind.MISSING_DAY) == ["Wed 16 June 2027"]


def test_a_closed_mark_beside_contacts_is_told() -> None:
    rows = [f"2027/6/{day},50,60" for day in range(1, 15)]
    rows[3] = "2027/6/4,休,60"
    found = read("\n".join(["日付,9:00,9:30", *rows]))
    assert odd(found)[OddKind.CLOSED_WITH_CALLS] == 1
    assert history_of(found).status[3] == DayStatus.OPEN


def test_a_missing_interval_is_not_taken_for_none() -> None:
    lines = week().splitlines()
    gone = lines.pop(6)
    found = read("\n".join(lines))
    assert gone.startswith("2027/6/2,9:30")
    assert odd(found) == {OddKind.MISSING_INTERVAL: 1}
    assert not history_of(found).known[1, 19]


def test_quiet_intervals_without_a_row_are_none() -> None:
    rows = [f"2027/6/{day},{hour}:00,1" for day in range(1, 29) for hour in (1, 2) if (day + hour) % 3]
    history = history_of(read("\n".join(["日付,時間帯,件数", *rows])))
    assert history.known.all()


def test_the_broken_week_of_the_synthetic_year_is_found() -> None:
    plan = synthetic().Plan()
    found = read(synthetic().long_csv(plan))
    assert set(places(found, OddKind.UNUSUAL_DAY)) == {
        f"{name} {day} July 2025"
        for name, day in zip(("Mon", "Tue", "Wed", "Thu", "Fri"), range(7, 12), strict=True)
    }
    assert np.array_equal(year().calls, synthetic().counts(plan))


def test_nothing_is_lost_or_invented() -> None:
    """What is read and what is told to be left out make up the file."""
    found = read(week("2027/6/21,9:00,10\n2027/6/21,9:00,99\nfoo,9:00,3\n2027/6/21,bar,3\n"))
    told = odd(found)
    left_out = sum(
        told[kind] for kind in (OddKind.REPEATED, OddKind.CONFLICT, OddKind.BAD_DAY, OddKind.BAD_TIME)
    )
    assert left_out == 4
    assert history_of(found).total == FULL


@pytest.mark.parametrize("kind", OddKind)
def test_one_of_a_kind_is_not_spoken_of_as_many(kind: OddKind) -> None:
    english = kind.phrase().en
    assert "{n}" in english and not re.search(r"\{n\} [a-z]", english)
