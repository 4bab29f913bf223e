"""Forecasts from histories, from months alone, and from elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from itertools import pairwise

import numpy as np
import pytest

from rfp_builder.errors import WrongUse
from rfp_builder.i18n import Lang
from rfp_builder.workload.forecast.backtest import backtest
from rfp_builder.workload.forecast.making import forecast, imported
from rfp_builder.workload.forecast.periods import interval_quantile, periods, together
from rfp_builder.workload.forecast.profile import Hours
from rfp_builder.workload.forecast.values import Forecast, Level, Origin, Special
from rfp_builder.workload.history.oddities import OddKind
from rfp_builder.workload.history.reading import Manner, read_csv
from rfp_builder.workload.history.values import History, MonthlyTotals
from tests.workload.history.made import history_of, read, synthetic, week, year

UNTIL = date(2027, 3, 31)
ELSEWHERE = Manner(as_forecast=True)


@cache
def coming() -> Forecast:
    return forecast(year(), UNTIL, tested=backtest(year()))


@cache
def months() -> MonthlyTotals:
    found = read(synthetic().monthly_csv(synthetic().Plan())).history
    assert isinstance(found, MonthlyTotals)
    return found


def test_it_starts_after_the_history_and_ends_as_told() -> None:
    assert (coming().first, coming().last, coming().day_count) == (date(2026, 4, 1), UNTIL, 365)
    assert (coming().interval_minutes, coming().keys) == (30, year().keys)
    assert coming().origin is Origin.MODEL


@pytest.mark.parametrize("level", [Level.DAY, Level.WEEK, Level.MONTH, Level.YEAR])
def test_every_level_adds_up_to_the_same(level: Level) -> None:
    found = periods(coming(), level)
    assert sum(one.calls for one in found) == coming().total
    assert found[0].first == coming().first and found[-1].last == coming().last
    for before, after in pairwise(found):
        assert after.first == before.last + timedelta(days=1)
    for one in found:
        assert one.low <= one.p50 <= one.p80 <= one.high


def test_levels_nest_exactly() -> None:
    by_day = {one.first: one.calls for one in periods(coming(), Level.DAY)}
    for level in (Level.WEEK, Level.MONTH, Level.YEAR):
        for one in periods(coming(), level):
            inside = (calls for day, calls in by_day.items() if one.first <= day <= one.last)
            assert one.calls == sum(inside)


def test_weeks_start_on_mondays() -> None:
    assert all(one.first.weekday() == 0 for one in periods(coming(), Level.WEEK)[1:])


def test_intervals_are_no_list_of_periods() -> None:
    with pytest.raises(ValueError):
        periods(coming(), Level.INTERVAL)


def test_p80_lies_above_the_mean_and_p50_near_it() -> None:
    mean = coming().expected
    busy = mean > 5
    p80, p50 = interval_quantile(coming(), 0.8), interval_quantile(coming(), 0.5)
    assert (p80[busy] > mean[busy]).all()
    assert (np.abs(p50[busy] - mean[busy]) < 1 + 0.1 * mean[busy]).all()
    assert together(coming(), 0.8).sum() < p80.sum()


def test_growth_is_what_was_given() -> None:
    flat, grown = (forecast(year(), UNTIL, growth=Fraction(share, 10)).total for share in (0, 1))
    assert grown == pytest.approx(1.1 * flat, rel=1e-3)


def test_all_days_can_be_shut() -> None:
    shut = Special(date(2026, 4, 1), date(2026, 4, 30), Fraction(0))
    assert forecast(year(), date(2026, 4, 30), specials=(shut,)).total == 0


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: forecast(year(), year().last),
        lambda: forecast(year(), date(2030, 1, 1)),
        lambda: forecast(year(), UNTIL, growth=Fraction(-1)),
        lambda: forecast(months(), date(2026, 3, 31)),
    ],
)
def test_wrong_use(wrong: Callable[[], Forecast]) -> None:
    with pytest.raises(WrongUse) as problem:
        wrong()
    assert all(problem.value.lines(lang) for lang in Lang)


def test_months_alone_keep_their_volume_and_say_what_is_assumed() -> None:
    found = forecast(months(), UNTIL)
    assert found.origin is Origin.PROFILE and found.spread.assumed
    assert any(note.ja.startswith("【仮定】履歴が月別") for note in found.assumptions)
    by_month = {f"{one.first:%Y-%m}": one.calls for one in periods(found, Level.MONTH)}
    # The same month a year later has as many days of each kind, give or take one.
    for name, calls in months().months.items():
        later = f"{int(name[:4]) + 1}{name[4:]}"
        assert by_month[later] == pytest.approx(calls, rel=0.05)


def test_what_does_not_fit_into_memory_is_refused() -> None:
    many = replace(year(), keys=tuple((str(at),) for at in range(3000)))
    with pytest.raises(WrongUse):
        forecast(many, UNTIL)


def test_opening_hours_are_kept() -> None:
    hours = Hours(10 * 60, 16 * 60, 60, frozenset({6}), closed_on_holidays=True)
    found = forecast(months(), date(2026, 5, 31), hours=hours)
    by_slot = found.calls.sum(axis=(0, 1))
    assert by_slot[10:16].all() and by_slot.sum() == by_slot[10:16].sum()
    daily = {one.first: one.calls for one in periods(found, Level.DAY)}
    assert not daily[date(2026, 4, 29)] and not daily[date(2026, 5, 3)] and not daily[date(2026, 5, 10)]
    assert daily[date(2026, 5, 11)]


def test_days_alone_get_assumed_intervals_where_hours_are_given() -> None:
    rows = [f"{date(2027, 4, 1) + timedelta(days=at)},{100 + at % 7}" for at in range(100)]
    history = history_of(read("\n".join(["日付,件数", *rows])))
    by_day, by_interval = (forecast(history, date(2027, 7, 31), hours=hours) for hours in (None, Hours()))
    assert by_day.interval_minutes == 1440 and by_interval.interval_minutes == 30
    assert by_day.total == by_interval.total
    assert any("【仮定】履歴が日別" in note.ja for note in by_interval.assumptions)


def test_a_forecast_made_elsewhere_is_taken_as_it_is() -> None:
    found = imported(history_of(read(week())))
    assert found.origin is Origin.IMPORTED
    assert found.total == 840
    assert np.array_equal(found.calls, found.expected)
    assert found.spread.assumed


def test_fractions_of_a_forecast_made_elsewhere_are_kept() -> None:
    rows = [f"2027/6/{day},{hour}:00,{8.25 + hour / 10}" for day in range(1, 29) for hour in range(9, 18)]
    found = read_csv("\n".join(["日付,時間帯,予測", *rows]).encode(), "forecast.csv", manner=ELSEWHERE)
    assert not found.odd
    made = imported(found.history)
    assert made.expected.sum() == pytest.approx(28 * sum(8.25 + hour / 10 for hour in range(9, 18)))
    assert made.expected[0, 0, 9] == 9.15
    assert made.total == round(made.expected.sum())
    for level in (Level.DAY, Level.WEEK, Level.MONTH, Level.YEAR):
        assert sum(one.calls for one in periods(made, level)) == made.total


def test_a_forecast_made_elsewhere_is_not_judged() -> None:
    """A month without Mondays and one without contacts are what somebody planned."""
    rows = [f"2027/6/{day},9:00,{0 if day % 7 == 0 else 50}" for day in range(1, 29) if day not in (2, 3)]
    found = read_csv("\n".join(["日付,時間帯,予測", *rows]).encode(), "forecast.csv", manner=ELSEWHERE)
    assert [(one.kind, one.count) for one in found.odd] == [(OddKind.EMPTY_DAY, 6)]
    assert imported(found.history).total == 22 * 50


def test_months_made_elsewhere_keep_their_sums() -> None:
    text = "年月,件数\n2027年4月,1000.4\n2027年5月,900\n2027年7月,800\n"
    made = imported(read_csv(text.encode(), "forecast.csv", manner=ELSEWHERE).history)
    by_month = {f"{one.first:%Y-%m}": one.calls for one in periods(made, Level.MONTH)}
    assert by_month == {"2027-04": 1000, "2027-05": 900, "2027-06": 0, "2027-07": 800}
    assert made.origin is Origin.IMPORTED and made.interval_minutes == 30
    assert any("【仮定】" in note.ja for note in made.assumptions)


def test_days_made_elsewhere_get_assumed_intervals_where_hours_are_given() -> None:
    rows = [f"2027/6/{day},{100 + day}" for day in range(1, 29)]
    found = read_csv("\n".join(["日付,予測", *rows]).encode(), "forecast.csv", manner=ELSEWHERE)
    made = imported(found.history, Hours())
    assert made.interval_minutes == 30
    assert [one.calls for one in periods(made, Level.DAY)] == list(range(101, 129))


def test_a_forecast_made_elsewhere_is_bounded() -> None:
    with pytest.raises(WrongUse):
        imported(MonthlyTotals({"2027-04": 10, "2031-04": 10}))


def test_the_arrays_cannot_be_changed() -> None:
    with pytest.raises(ValueError):
        coming().calls[0, 0, 0] = 1


@pytest.mark.parametrize("known", [year, months])
def test_special_days_that_meet_are_told(known: Callable[[], History | MonthlyTotals]) -> None:
    start = date(2026, 4, 10)
    one, other = (Special(start, start + timedelta(days=9), Fraction(2)), Special(start, start, Fraction(3)))
    told = forecast(known(), date(2026, 4, 30), specials=(one, other))
    alone = forecast(known(), date(2026, 4, 30), specials=(one,))
    assert [note.en.partition(";")[0] for note in told.assumptions if "meet" in note.en] == [
        "Special days meet on 1 of the days (first Fri 10 April 2026)"
    ]
    assert not any("meet" in note.en for note in alone.assumptions)
