"""Dates whose year stands last are read where the file shows what comes first; if not, somebody is asked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rfp_builder.errors import Refused
from rfp_builder.text.date_order import DateOrder
from rfp_builder.workload.history import refusals
from rfp_builder.workload.history.oddities import OddKind
from rfp_builder.workload.history.reading import Imported, Manner, read_csv
from tests.workload.history.made import history_of, odd, read

DAYS = [date(2027, 1, 1) + timedelta(days=at) for at in range(40)]
US, EUROPE = "%m/%d/%Y", "%d.%m.%Y"


def by_interval(form: str, days: list[date] = DAYS) -> str:
    rows = [f"{day.strftime(form)},{hour}:00,{day.day + hour}" for day in days for hour in range(9, 18)]
    return "\n".join(["date,interval,calls", *rows])


def told(text: str, order: DateOrder) -> Imported:
    return read_csv(text.encode(), "history.csv", manner=Manner(date_order=order))


def refusal_of(text: str, order: DateOrder | None = None) -> Refused:
    with pytest.raises(Refused) as refusal:
        read_csv(text.encode(), "history.csv", manner=Manner(date_order=order))
    return refusal.value


@pytest.mark.parametrize(("form", "order"), [(US, DateOrder.MONTH_FIRST), (EUROPE, DateOrder.DAY_FIRST)])
def test_a_number_above_12_anywhere_shows_the_order_of_all(form: str, order: DateOrder) -> None:
    found, plain = read(by_interval(form)), read(by_interval("%Y-%m-%d"))
    assert found.date_order is order
    assert plain.date_order is None
    assert (history_of(found).calls == history_of(plain).calls).all()
    assert history_of(found).first == DAYS[0]
    assert not odd(found)


def test_moments_with_am_and_pm() -> None:
    hours = {10: "10:00:00 AM", 11: "11:00:00 AM", 12: "12:00:00 PM", 13: "1:00:00 PM"}
    rows = [f"{day.month}/{day.day}/{day.year} {text},{hour}" for day in DAYS for hour, text in hours.items()]
    found = history_of(read("\n".join(["timestamp,calls", *rows])))
    assert found.interval_minutes == 60
    assert found.calls.sum(axis=(0, 1)).nonzero()[0].tolist() == list(hours)


def test_a_day_of_the_week_must_agree() -> None:
    found = read(by_interval("%a %m/%d/%Y") + "\nMon 01/01/2027,20:00,5")
    assert history_of(found).last == DAYS[-1]
    assert odd(found) == {OddKind.BAD_DAY: 1}


def test_days_as_headings() -> None:
    heading = ",".join(day.strftime(US) for day in DAYS)
    found = history_of(read(f"interval,{heading}\n9:00{',3' * 40}\n10:00{',4' * 40}"))
    assert (found.first, found.last, found.total) == (DAYS[0], DAYS[-1], 280)


def test_nothing_is_guessed() -> None:
    refusal = refusal_of(by_interval(US, DAYS[:12]))
    why, remedy = refusals.DATES_EITHER_WAY
    assert (refusal.why, refusal.remedy) == (why.fill(example="01/12/2027"), remedy)


def test_what_the_file_does_not_show_can_be_told() -> None:
    text = by_interval(US, DAYS[:12])
    assert history_of(told(text, DateOrder.MONTH_FIRST)).last == date(2027, 1, 12)
    assert history_of(told(text, DateOrder.DAY_FIRST)).last == date(2027, 12, 1)


def test_dates_that_contradict_each_other_or_what_was_told() -> None:
    text = by_interval(US)
    both = refusal_of(f"{text}\n13/01/2027,9:00,5")
    assert both.why == refusals.DATES_BOTH_WAYS[0].fill(day="13/01/2027", month="01/31/2027")
    assert refusal_of(text, DateOrder.DAY_FIRST).why == refusals.NOT_DAY_FIRST[0].fill(example="01/31/2027")
    other = refusal_of(by_interval(EUROPE), DateOrder.MONTH_FIRST)
    assert other.why == refusals.NOT_MONTH_FIRST[0].fill(example="31.01.2027")


def test_what_is_no_date_either_way_is_told_as_such() -> None:
    found = read(by_interval(US) + "\n99/99/2027,9:00,5\n02/30/2027,9:00,5")
    assert history_of(found).last == DAYS[-1]
    assert odd(found) == {OddKind.BAD_DAY: 2}


def test_the_day_on_which_a_report_was_printed_says_nothing() -> None:
    found = read(f"Calls,,\nPrinted,04/05/2027,\n{by_interval('%Y-%m-%d')}")
    assert found.date_order is None
    assert history_of(found).first == DAYS[0]
