"""What is learned of a synthetic year, and how well held-out weeks are forecast."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cache

import numpy as np
import pytest

from rfp_builder.workload.calendar import DayKind, days
from rfp_builder.workload.forecast.backtest import HORIZON, Backtest, backtest, part
from rfp_builder.workload.forecast.daymodel import daily, pattern
from rfp_builder.workload.forecast.making import forecast
from rfp_builder.workload.forecast.model import Model, expected, fit
from rfp_builder.workload.forecast.special_days import specials_csv
from rfp_builder.workload.forecast.values import Level, Special
from rfp_builder.workload.history.trial import trial_csv
from rfp_builder.workload.history.values import DayStatus, Dimension, History
from tests.workload.history.made import history_of, read, synthetic, year

CAMPAIGN = Special(date(2025, 11, 14), date(2025, 11, 27), Fraction(145, 100))
NEXT_YEAR = date(2026, 4, 1)


@cache
def scored(*specials: Special) -> Backtest:
    return backtest(year(), specials)


@cache
def learned() -> Model:
    return fit(year(), (CAMPAIGN,))


@cache
def two_years() -> History:
    plan = replace(synthetic().Plan(), days=730, seed=3, reasons={"注文": 1.0})
    return history_of(read(synthetic().long_csv(plan)))


@pytest.mark.parametrize("seed", [20250401, 3, 4])
def test_held_out_weeks_beat_both_simple_ways(seed: int) -> None:
    """Without being told of the campaign and the broken week, from less than a year."""
    plan = replace(synthetic().Plan(), seed=seed)
    found = backtest(history_of(read(synthetic().long_csv(plan))))
    assert found.origins == 6
    for level in (Level.INTERVAL, Level.DAY):
        score = found.score(level)
        assert score is not None
        assert score.wape < 0.98 * score.interval_average
        assert score.wape < 0.7 * score.seasonal_naive
        assert score.poisson_floor < score.wape


ONE = {"注文": 1.0}
FEWER = {"campaign": None, "broken": None}
LEVELS = (Level.INTERVAL, Level.DAY, Level.WEEK)


@pytest.mark.parametrize("seed", [11, 12, 13])
@pytest.mark.parametrize(
    "changes",
    [
        {},
        FEWER,
        {"days": 240},
        {"days": 300, "interval_minutes": 15, "opens": 480, "closes": 1320},
        {"days": 430, "growth_a_year": 0.15},
        {"days": 560, "first": date(2024, 9, 15)},
        {"days": 690, "first": date(2024, 5, 12)},
        {"calls_a_day": 150.0},
        {"calls_a_day": 5000.0, "growth_a_year": 0.20},
        {"growth_a_year": -0.10, **FEWER},
        {"first": date(2025, 10, 1), **FEWER},
    ],
    ids=lambda changes: ",".join(changes),
)
def test_with_under_two_years_held_out_weeks_beat_both_simple_ways(
    seed: int, changes: dict[str, object]
) -> None:
    found = backtest(_drawn(seed=seed, **changes))
    assert found.origins >= 5
    for level in LEVELS:
        score = found.score(level)
        assert score is not None
        assert score.wape < 0.99 * score.interval_average, level
        assert score.wape < 0.99 * score.seasonal_naive, level


def test_on_the_whole_every_level_is_better_than_the_plain_average() -> None:
    """Over ten years drawn anew; four weeks together, of months never seen, are no worse."""
    scores = [backtest(_drawn(seed=seed)).scores for seed in range(20, 30)]
    for level, ratio in ((Level.WEEK, 0.92), (Level.DAY, 0.85), (Level.INTERVAL, 0.9), (Level.MONTH, 1.01)):
        ours, theirs = (
            sum(getattr(one, name) for found in scores for one in found if one.level is level)
            for name in ("wape", "interval_average")
        )
        assert ours < ratio * theirs, level


def test_a_new_level_is_followed_where_the_months_are_known() -> None:
    """A fifth more from one day on, which lasts: a year before says the season, the last weeks the level."""
    start = date(2024, 4, 1)
    lasting = (start + timedelta(days=600), start + timedelta(days=729), 1.2)
    history = _drawn(seed=5, first=start, days=730, campaign=lasting, broken=None)
    tested = backtest(history)
    found = tested.score(Level.WEEK)
    assert found is not None
    assert found.wape < 0.5 * found.interval_average
    made = forecast(history, date(2026, 6, 30), tested=tested)
    assert any("件数の水準が20%上がり" in note.ja for note in made.assumptions)
    # Of eight weeks nobody can say yet that they last.
    soon = forecast(part(history, 656), date(2026, 6, 30))
    assert any("上回っている" in note.ja for note in soon.assumptions)
    for made in (forecast(two_years(), date(2027, 4, 30)), forecast(year(), date(2026, 6, 30))):
        assert not any("直近8週間" in note.ja or "水準が" in note.ja for note in made.assumptions)


@pytest.mark.parametrize(("begins", "factor"), [(150, 0.7), (150, 1.25), (180, 1.25), (180, 1.4)])
def test_a_new_level_that_lasts_is_kept_where_the_months_are_not_known(begins: int, factor: float) -> None:
    """Fifteen months: what came before a contract was won is no season that returns."""
    start = date(2024, 4, 1)
    lasting = (start + timedelta(days=begins), start + timedelta(days=455), factor)
    history = _drawn(seed=8, first=start, days=456, campaign=lasting, broken=None)
    (found,) = fit(history).new_levels.items()
    assert abs(found[0] - begins) <= 7 and found[1] == pytest.approx(factor, rel=0.12)
    score = backtest(history).score(Level.WEEK)
    assert score is not None
    assert score.wape < 0.85 * score.seasonal_naive and score.wape < 0.6 * score.interval_average


def test_beyond_the_last_weeks_the_usual_level_returns() -> None:
    """Half a year that ends with weeks a quarter above the others."""
    start = date(2025, 4, 1)
    high = (start + timedelta(days=150), start + timedelta(days=179), 1.25)
    history = _drawn(seed=6, first=start, days=180, campaign=high, broken=None)
    model = replace(fit(history).total, trend=None)
    soon, late = (
        float((daily(model, span) / np.maximum(pattern(model, span), 1e-9)).mean())
        for span in (days(date(2025, 9, 28), 7), days(date(2026, 2, 1), 28))
    )
    assert model.usual * 1.02 < soon < model.usual * 1.2
    assert late == pytest.approx(model.usual, rel=1e-3)


def test_being_told_of_the_campaign_helps() -> None:
    told, untold = scored(CAMPAIGN).score(Level.INTERVAL), scored().score(Level.INTERVAL)
    assert told is not None and untold is not None
    assert told.wape < untold.wape - 0.01
    assert told.wape < 0.93 * told.interval_average


def test_with_two_years_the_error_comes_near_to_chance() -> None:
    found = backtest(two_years())
    interval = found.score(Level.INTERVAL)
    assert interval is not None
    assert interval.wape < 1.15 * interval.poisson_floor
    for score in found.scores:
        assert score.wape < 0.75 * score.interval_average
        assert score.wape < 0.75 * score.seasonal_naive
        assert abs(score.bias) < 0.03


def test_the_back_test_knows_nothing_of_the_weeks_it_forecasts() -> None:
    history = two_years()
    origin = history.day_count - HORIZON
    calls = history.calls.copy()
    calls[:, origin:] = 0
    spoiled = replace(history, calls=calls)
    first = history.first.fromordinal(history.first.toordinal() + origin)
    ours = [expected(fit(part(one, origin)), first, HORIZON) for one in (history, spoiled)]
    assert np.array_equal(ours[0], ours[1])


def test_what_made_the_year_is_found_again() -> None:
    model = learned().total
    made = np.array([1.24, 1.06, 1.0, 0.98, 1.02, 0.72, 0.55])
    assert model.weekday == pytest.approx(made / made.mean(), rel=0.05)
    assert model.special[DayKind.HOLIDAY] == pytest.approx(0.60 / made.mean(), rel=0.08)
    assert model.in_month[25:28] == pytest.approx(np.full(3, 1.08), abs=0.04)
    assert 0.97 < np.median(model.in_month[1:25]) < 1.01
    assert model.closed.tolist() == [kind == DayKind.YEAR_END for kind in DayKind]
    assert model.trend is None


def test_growth_shows_after_two_years() -> None:
    trend = fit(two_years()).total.trend
    assert trend == pytest.approx(1.05, abs=0.03)


def test_the_broken_week_is_not_learned_from() -> None:
    model = learned()
    broken = [day for day in np.flatnonzero(model.unusual).tolist() if 97 <= day <= 103]
    assert len(broken) == 7
    whole = fit(replace(year(), calls=_mended()), (CAMPAIGN,)).total
    july = 2025 * 12 + 6
    assert model.total.months[july] == pytest.approx(whole.months[july], rel=0.02)


def test_next_year_is_like_the_truth() -> None:
    plan = replace(synthetic().Plan(), first=NEXT_YEAR, campaign=None, growth_a_year=0.0)
    truth = synthetic().expected(plan)
    found = expected(learned(), NEXT_YEAR, 365, 1.0)
    assert found.sum() == pytest.approx(truth.sum(), rel=0.04)
    assert np.abs(found - truth).sum() / truth.sum() < 0.07
    assert not found[truth == 0].any()


def test_series_keep_their_part() -> None:
    found = expected(learned(), NEXT_YEAR, 90)
    shares = found.sum(axis=(1, 2)) / found.sum()
    assert shares == pytest.approx([0.52, 0.24, 0.14, 0.10], abs=0.01)


def test_a_series_that_rests_on_sundays_gets_nothing_on_them() -> None:
    first = date(2025, 4, 1)
    lines = ["日付,業務,件数"]
    for place in range(400):
        day = first + timedelta(days=place)
        lines.append(f"{day},注文,{500 + place % 7}")
        if day.weekday() < 6:
            lines.append(f"{day},問い合わせ,{300 + place % 5}")
    history = history_of(read("\n".join(lines)))
    start = history.last + timedelta(days=1)
    found = dict(zip(history.keys, expected(fit(history), start, 28).sum(axis=2), strict=True))
    sundays = days(start, 28).weekday == 6
    enquiries, orders = found[("問い合わせ",)], found[("注文",)]
    assert not enquiries[sundays].any()
    assert enquiries[~sundays].mean() == pytest.approx(302, rel=0.05)
    assert orders.mean() == pytest.approx(503, rel=0.03) and orders[sundays].mean() > 450


def test_small_series_share_the_factors_of_the_whole() -> None:
    plan = replace(synthetic().Plan(), reasons={"注文": 0.995, "その他": 0.005})
    model = fit(history_of(read(synthetic().long_csv(plan))))
    assert isinstance(model.series[1], float)
    assert model.series[1] == pytest.approx(0.005, abs=0.001)


def test_special_days_are_multiplied() -> None:
    plain = expected(learned(), NEXT_YEAR, 30)
    special = Special(date(2026, 4, 10), date(2026, 4, 11), Fraction(3, 2))
    shut = Special(date(2026, 4, 12), date(2026, 4, 12), Fraction(0))
    found = expected(learned(), NEXT_YEAR, 30, specials=(special, shut))
    assert found[:, 9:11] == pytest.approx(plain[:, 9:11] * 1.5)
    assert not found[:, 11].any()
    assert np.array_equal(found[:, :9], plain[:, :9])


def test_missing_intervals_do_not_lower_the_level() -> None:
    history = year()
    calls, known = history.calls.copy(), history.known.copy()
    for day in range(0, 365, 5):
        calls[:, day, 20:24] = 0
        known[day, 20:24] = False
    with_holes = fit(replace(history, calls=calls, known=known), (CAMPAIGN,))
    found, whole = (expected(one, NEXT_YEAR, 60).sum() for one in (with_holes, learned()))
    assert found == pytest.approx(whole, rel=0.01)


@pytest.mark.parametrize("count", [1, 3, 7, 10, 20, 60])
def test_short_histories_give_a_forecast_all_the_same(count: int) -> None:
    model = fit(part(year(), count))
    found = expected(model, date(2025, 7, 1), 28).sum(axis=(0, 2))
    usual = year().calls[:, :count].sum() / count
    assert np.isfinite(found).all()
    assert 0.6 * usual < found.mean() < 1.6 * usual


def test_a_history_without_a_contact_gives_none() -> None:
    history = replace(
        part(year(), 30),
        calls=np.zeros((4, 30, 48), dtype=np.int64),
        status=np.full(30, DayStatus.CLOSED, dtype=np.int8),
    )
    assert not expected(fit(history), NEXT_YEAR, 10).any()


def test_too_short_a_history_is_not_tested() -> None:
    assert backtest(part(year(), 60)) == Backtest((), 0, 0)


def _drawn(**changes: object) -> History:
    """The history that the reader would make of a synthetic year, without the way through a file."""
    plan = replace(synthetic().Plan(), reasons=ONE, **changes)
    calls = synthetic().counts(plan)
    status = np.where(calls.sum(axis=(0, 2)) > 0, DayStatus.OPEN, DayStatus.CLOSED).astype(np.int8)
    known = np.ones(calls.shape[1:], dtype=np.bool_)
    return History(plan.first, plan.interval_minutes, (), ((),), calls, known, status)


def _mended() -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    plan = replace(synthetic().Plan(), broken=None)
    return np.asarray(synthetic().counts(plan))


def test_the_handling_times_of_the_generator_are_read_again() -> None:
    plan = synthetic().Plan()
    history = history_of(read(synthetic().long_csv(plan, handling=True)))
    assert np.array_equal(history.calls, year().calls)
    answered, seconds = synthetic().handled(plan)
    assert history.handling is not None
    assert np.array_equal(history.handling.contacts, answered)
    assert history.handling.seconds == pytest.approx(seconds, abs=0.05 * answered.max())
    means = {name: one.mean_s for name, one in history.handling_by(Dimension.REASON).items()}
    assert means == pytest.approx(dict(plan.handling_s), rel=0.02)


def test_the_trial_run_of_the_generator_has_kinds_that_need_more() -> None:
    plan = synthetic().Plan()
    found = trial_csv(synthetic().trial_csv(plan).encode(), "trial.csv")
    assert not found.odd and found.whole().count == 400
    orders = [time for key, times in found.times_s.items() if key[1] == "注文" for time in times]
    assert np.mean(orders) == pytest.approx(260, rel=0.15)
    assert {one.is_enough for one in found.by_kind().values()} == {True, False}


def test_the_campaign_of_the_generator_is_a_special() -> None:
    (found,) = specials_csv(synthetic().specials_csv(synthetic().Plan()).encode(), "specials.csv").specials
    assert replace(found, name="") == CAMPAIGN


def test_the_generator_gives_the_same_every_time() -> None:
    plan = synthetic().Plan()
    assert np.array_equal(synthetic().counts(plan), synthetic().counts(plan))
    assert days(plan.first, plan.days).day(plan.days - 1) == year().last


def test_a_single_contact_in_months_is_learned_from() -> None:
    rows = [f"2025/{month}/{day},{hour},0" for month in (1, 2, 3) for day in range(1, 29) for hour in (9, 10)]
    rows[60] = rows[60][:-1] + "1"
    quiet = history_of(read("日付,時間帯,着信件数\n" + "\n".join(rows) + "\n"))
    assert np.isfinite(expected(fit(quiet), quiet.first, 90)).all()
