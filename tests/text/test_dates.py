"""Dates and times of day as people type them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rfp_builder.i18n import Lang
from rfp_builder.text.dates import Unreadable, read_date, read_time
from rfp_builder.text.show import show_date, show_time

_DAY = date(2027, 4, 1)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2027-04-01",
            "2027/4/1",
            "2027.4.1",
            "20270401",
            "2027年4月1日",
            "2027年 4月 1日",
            "２０２７年４月１日",
        ),
        *("２０２７／０４／０１", "２０２７－０４－０１", " 2027-04-01　", "2027−4−1"),
        *(
            "2027年4月1日（木）",
            "2027年4月1日(木曜日)",
            "2027年4月1日木曜",
            "2027/4/1 (木)",
            "2027-04-01 (Thu)",
        ),
        *("令和9年4月1日", "令和９年４月１日（木）", "令和 9年 4月 1日", "R9.4.1", "r9/4/1", "Ｒ９．４．１"),
        *("Thu 1 April 2027", "Thursday, 1 April 2027", "1 Apr. 2027", "1st April 2027", "April 1, 2027"),
        *("Apr 1 2027", "April 1st, 2027 (Thursday)", "1 April 2027, Thu"),
    ],
)
def test_one_day_in_many_forms(text: str) -> None:
    assert read_date(text) == _DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("令和元年5月1日", date(2019, 5, 1)),
        ("令和1年5月1日", date(2019, 5, 1)),
        ("平成31年4月30日", date(2019, 4, 30)),
        ("H元.1.8", date(1989, 1, 8)),
        ("S64.1.7", date(1989, 1, 7)),
        ("2028-02-29", date(2028, 2, 29)),
        ("Sun 5 September 2027", date(2027, 9, 5)),
    ],
)
def test_read_date(text: str, day: date) -> None:
    assert read_date(text) == day


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("04/05/2027", "順序"),
        ("27/4/1", "順序"),
        ("9.4.1", "順序"),
        ("4/1", "年が"),
        ("4月1日", "年が"),
        ("4月1日（木）", "年が"),
        ("2027年4月", "日が"),
        ("2027/4", "日が"),
        ("令和9年4月", "日が"),
        ("2027-02-29", "暦にない"),
        ("2027-13-01", "暦にない"),
        ("0000-01-01", "暦にない"),
        ("令和0年1月1日", "令和にはない"),
        ("平成31年5月1日", "平成にはない"),
        ("H32.4.1", "平成にはない"),
        ("令和元年4月30日", "令和にはない"),
        ("2027年4月1日（水）", "曜日"),
        ("Wed 1 April 2027", "曜日"),
        *((text, "日付として") for text in ("", "未定", "2027-4/1", "2027 4 1", "①年4月1日", "٢٠٢٧-04-01")),
        *(
            (text, "日付として")
            for text in ("来月1日", "令和9年度", "2027-04-01 10:00", "20270401x", "46113")
        ),
    ],
)
def test_dates_asked_back(text: str, words: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_date(text)
    assert words in caught.value.reason.to(Lang.JA)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        *(("9:00", 540), ("09:00", 540), ("９：００", 540), ("9時", 540), ("9時00分", 540), ("9:00:00", 540)),
        *(("9時半", 570), ("17時15分", 1035), ("午後5時15分", 1035), ("午前9:00", 540), ("午後0時30分", 750)),
        *(("5:15 pm", 1035), ("5 p.m.", 1020), ("9AM", 540), ("0:00", 0), ("24:00", 1440), ("24時", 1440)),
        ("午前0時", 0),
    ],
)
def test_read_time(text: str, minutes: int) -> None:
    assert read_time(text) == minutes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        *((text, "24:00 まで") for text in ("24:01", "25:00", "30時")),
        *((text, "24時間表記") for text in ("午後12時", "12:30 am", "12pm")),
        *(
            (text, "時刻として")
            for text in ("", "9", "900", "9:5", "9:60", "9-17", "午後13時", "9:00〜17:00", "九時")
        ),
    ],
)
def test_times_asked_back(text: str, words: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_time(text)
    assert words in caught.value.reason.to(Lang.JA)


@given(st.dates(), st.sampled_from(Lang))
def test_a_date_shown_is_read_back(day: date, lang: Lang) -> None:
    if day.year >= 1000 or lang is Lang.EN:
        assert read_date(show_date(day, lang)) == day
    assert read_date(day.isoformat()) == day


@given(st.dates(date(1926, 12, 25)))
def test_a_date_of_an_era_is_read_back(day: date) -> None:
    era, first = next(
        (era, first)
        for era, first in (
            ("令和", date(2019, 5, 1)),
            ("平成", date(1989, 1, 8)),
            ("昭和", date(1926, 12, 25)),
        )
        if day >= first
    )
    year = day.year - first.year + 1
    if year < 100:
        assert read_date(f"{era}{year}年{day.month}月{day.day}日") == day


@given(st.integers(0, 1440))
def test_a_time_shown_is_read_back(minutes: int) -> None:
    assert read_time(show_time(minutes)) == minutes


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (read_date, read_time):
        try:
            read(text)
        except Unreadable as refused:
            assert refused.reason.ja
            assert refused.reason.en
