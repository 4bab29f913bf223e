"""Cells of reports as values."""

from __future__ import annotations

from datetime import date

import pytest

from rfp_builder.workload.history.columns import heading_role
from rfp_builder.workload.history.labels import Mark, count_of, day_of, interval_of, moment_of, month_of
from rfp_builder.workload.history.words import Role

APRIL = date(2027, 4, 1)


@pytest.mark.parametrize(
    "text",
    [
        "2027/4/1",
        "2027-04-01",
        "20270401",
        "2027年4月1日（木）",
        "令和9年4月1日",
        "R9.4.1",
        "２０２７／４／１",
    ],
)
def test_days(text: str) -> None:
    assert day_of(text) == APRIL


@pytest.mark.parametrize("text", ["4/1", "27/4/1", "2027-02-30", "1999-12-31", "2100-01-01", "合計", ""])
def test_no_days(text: str) -> None:
    assert day_of(text) is None


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("9:00", (540, None)),
        ("09:00:00", (540, None)),
        ("９：３０", (570, None)),
        ("9時", (540, None)),
        ("9時台", (540, 600)),
        ("9:00-9:30", (540, 570)),
        ("9:00～9:29", (540, 570)),
        ("9時〜10時", (540, 600)),
        ("9-10時", (540, 600)),
        ("23:30-24:00", (1410, 1440)),
        ("23:30-0:00", (1410, 1440)),
        ("午後5時", (1020, None)),
        ("12:00:00 AM", (0, None)),
        ("12:30 pm", (750, None)),
        ("11:30 AM - 12:00 PM", (690, 720)),
    ],
)
def test_intervals(text: str, span: tuple[int, int | None]) -> None:
    assert interval_of(text) == span


@pytest.mark.parametrize("text", ["24:00", "25:30", "9:75", "9", "10:00-9:00", "朝", ""])
def test_no_intervals(text: str) -> None:
    assert interval_of(text) is None


def test_bare_hours_are_read_where_the_heading_says_so() -> None:
    assert interval_of("9", bare=True) == (540, None)
    assert interval_of("0930", bare=True) == (570, None)


@pytest.mark.parametrize(
    "text",
    [
        "2027/04/01 9:00",
        "2027-04-01T09:00:00+09:00",
        "2027/04/01 09:00-09:30",
        "2027年4月1日（木） 9:00",
        "２０２７／４／１　９：００",
    ],
)
def test_moments(text: str) -> None:
    assert moment_of(text) == (APRIL, 540)


@pytest.mark.parametrize(
    "text", ["2027年4月", "2027/4", "2027-04", "202704", "令和9年4月", "Apr 2027", "2027年4月度", "04/2027"]
)
def test_months(text: str) -> None:
    assert month_of(text) == "2027-04"


@pytest.mark.parametrize("text", ["4月", "2027-13", "2027", "0404-04"])
def test_no_months(text: str) -> None:
    assert month_of(text) is None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        *(("12", 12), ("1,200", 1200), ("１２", 12), ("12.0", 12), ("12件", 12), ("007", 7), ("0", 0)),
        *(
            ("", Mark.BLANK),
            ("-", Mark.BLANK),
            ("nan", Mark.BLANK),
            ("休", Mark.CLOSED),
            ("Closed", Mark.CLOSED),
        ),
        *(("12.5", Mark.FRACTION), ("-3", Mark.NEGATIVE), ("▲3", Mark.NEGATIVE), ("99999999", Mark.HUGE)),
        *(
            ("1_000", Mark.UNREADABLE),
            ("①", Mark.UNREADABLE),
            ("約10", Mark.UNREADABLE),
            ("٣", Mark.UNREADABLE),
        ),
    ],
)
def test_counts(text: str, count: int) -> None:
    assert count_of(text) == count


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        *(("着信件数", Role.CALLS), ("総呼数(件)", Role.CALLS), ("問い合わせ件数", Role.CALLS)),
        *(("Calls Offered", Role.CALLS), ("着信時刻", Role.TIME), ("Interval Start", Role.TIME)),
        *(("問い合わせ理由", Role.REASON), ("呼種", Role.REASON), ("顧客区分", Role.SEGMENT)),
        *(("応答件数", Role.HANDLED), ("放棄呼数", Role.UNUSED), ("平均処理時間(秒)", Role.HANDLING)),
        *(("曜日", Role.UNUSED), ("Calls Answered", Role.HANDLED), ("AHT", Role.HANDLING), ("weekend", None)),
        *(("通話時間合計（秒）", Role.HANDLING_PART_TOTAL), ("平均後処理時間(ACW)", Role.HANDLING_PART)),
        *(("総処理時間", Role.HANDLING_TOTAL), ("Total Handle Time", Role.HANDLING_TOTAL)),
        *(("平均保留時間（分:秒）", Role.HANDLING_PART), ("aht_sec", Role.HANDLING)),
        *(("AHT (min)", Role.HANDLING), ("平均応答時間", Role.UNUSED), ("最長通話時間", Role.UNUSED)),
        ("保留回数", Role.UNUSED),
        *(("20秒以内応答件数", Role.UNUSED), ("平均待ち時間", Role.UNUSED), ("応答率", Role.UNUSED)),
        *(("UnixTime", Role.MOMENT), ("通話時間の目標", Role.UNUSED), ("受付時間帯", Role.TIME)),
    ],
)
def test_headings(heading: str, role: Role | None) -> None:
    assert heading_role(heading) is role
