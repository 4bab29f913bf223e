"""Moments in UTC and the like are told in Japan time, or in the zone that was asked for."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from rfp_builder.workload.history.labels import moment_of
from rfp_builder.workload.history.reading import Imported, Manner, read_csv
from rfp_builder.workload.history.stamps import JAPAN, NoZone, Zone, stamp_of
from tests.workload.history.made import history_of, read

START = datetime(2027, 3, 31, 15, tzinfo=UTC)
"""Midnight of 1 April in Japan."""
STAMPS = [START + timedelta(minutes=30 * at) for at in range(48 * 14)]
COUNTS = [10 + at % 48 for at in range(len(STAMPS))]


def told(form: str, manner: Manner | None = None) -> Imported:
    rows = [f"{one.strftime(form)},{count}" for one, count in zip(STAMPS, COUNTS, strict=True)]
    return read_csv("\n".join(["timestamp,calls", *rows]).encode(), "history.csv", manner=manner)


@pytest.mark.parametrize(
    "text",
    [
        "2027-04-01T00:00:00Z",
        "2027-04-01 00:00:00.000Z",
        "2027/04/01 00:00 UTC",
        "2027-04-01T09:00:00+09:00",
        "2027-04-01 09:00+0900",
        "2027-04-01T09:00+09",
        "2027-03-31T19:00:00-05:00",
        "2027-03-31T19:00-05:00",
        "20270401T000000Z",
    ],
)
def test_the_same_moment(text: str) -> None:
    assert moment_of(text) == (date(2027, 4, 1), 540)


@pytest.mark.parametrize("text", ["1806537600", "1806537600000", "1806537600.0"])
def test_seconds_since_1970_where_they_are_expected(text: str) -> None:
    assert moment_of(text, epoch=True) == (date(2027, 4, 1), 540)
    assert moment_of(text) is None


@pytest.mark.parametrize(
    "text", ["2027-04-01 09:00-09:30", "2027/04/01 9:00", "2027-04-31T00:00:00Z", "2027-04-01T00:00:00+99:00"]
)
def test_what_names_no_distance(text: str) -> None:
    assert stamp_of(text) is None


@pytest.mark.parametrize("form", ["%Y-%m-%dT%H:%M:%SZ", "%s"])
def test_utc_becomes_japan_time(form: str) -> None:
    if form == "%s":
        rows = [f"{int(one.timestamp())},{count}" for one, count in zip(STAMPS, COUNTS, strict=True)]
        found = read("\n".join(["timestamp,calls", *rows]))
    else:
        found = told(form)
    history = history_of(found)
    assert (history.first, history.last) == (date(2027, 4, 1), date(2027, 4, 14))
    assert history.calls[0, 0].tolist() == list(range(10, 58))
    assert found.zone is JAPAN
    assert found.converted == len(STAMPS)


def test_what_is_in_the_zone_already_is_not_converted() -> None:
    stamps = [(one + timedelta(hours=9)).strftime("%Y-%m-%dT%H:%M:%S+09:00") for one in STAMPS]
    rows = [f"{stamp},{count}" for stamp, count in zip(stamps, COUNTS, strict=True)]
    found = read("\n".join(["timestamp,calls", *rows]))
    assert found.converted == 0
    assert history_of(found).calls[0, 0].tolist() == list(range(10, 58))


def test_another_zone() -> None:
    found = told("%Y-%m-%dT%H:%M:%SZ", Manner(zone=Zone("UTC")))
    assert history_of(found).first == date(2027, 3, 31)
    assert found.converted == 0
    assert int(history_of(found).calls[0, 0, 30]) == 10


def test_days_in_utc_stay_days() -> None:
    rows = [f"2027-04-{day:02}T00:00:00Z,{100 + day}" for day in range(1, 29)]
    found = read("\n".join(["timestamp,calls", *rows]))
    history = history_of(found)
    assert (history.first, history.interval_minutes, found.converted) == (date(2027, 4, 1), 1440, 0)


def test_ten_digits_under_another_heading_are_no_moments() -> None:
    rows = [f"2027-04-{day:02},{1_806_537_600 + day},{100 + day}" for day in range(1, 29)]
    found = read("\n".join(["日付,受付番号,件数", *rows]))
    assert history_of(found).first == date(2027, 4, 1)
    assert found.converted == 0


@pytest.mark.parametrize("name", ["Nowhere/City", "", "../../etc/passwd", "+25:00", "\x00", "a" * 500])
def test_names_of_no_zone(name: str) -> None:
    with pytest.raises(NoZone):
        _ = Zone(name).info
