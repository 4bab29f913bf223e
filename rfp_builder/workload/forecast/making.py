"""Forecasts: from a history, from months alone, or made elsewhere and taken over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from rfp_builder.errors import WrongUse
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.show import show_date, show_percent
from rfp_builder.workload.calendar import LAST_YEAR, days
from rfp_builder.workload.forecast import said
from rfp_builder.workload.forecast.apportion import apportioned
from rfp_builder.workload.forecast.backtest import Backtest, backtest
from rfp_builder.workload.forecast.daymodel import pattern
from rfp_builder.workload.forecast.model import Model, expected, fit
from rfp_builder.workload.forecast.profile import Hours, day_shares, profile_model
from rfp_builder.workload.forecast.values import Forecast, Level, Origin, Special, Spread
from rfp_builder.workload.history.values import MINUTES_A_DAY, Axis, History, Key, MonthlyTotals

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_DAYS = 1_100
"""Three years: beyond, the past says little."""
_ASSUMED_SPREAD = {
    Level.INTERVAL: 0.15,
    Level.DAY: 0.12,
    Level.WEEK: 0.10,
    Level.MONTH: 0.10,
    Level.YEAR: 0.10,
}
MOST_CELLS = 40_000_000
"""Series × days × intervals of one forecast: what fits into memory."""
_LEAST_SPREAD = 0.02
"""Nobody knows a month ahead better than this, however well the back-test went."""


def forecast(
    history: History | MonthlyTotals,
    until: date,
    *,
    growth: Fraction | None = None,
    specials: Sequence[Special] = (),
    hours: Hours | None = None,
    tested: Backtest | None = None,
) -> Forecast:
    """Contacts from the day after the history to `until`, both included.

    Args:
        history: what is known; of months alone, days and intervals follow an assumed profile.
        growth: change a year as a share (1/20 is 5 % more); in place of what the history shows.
        specials: days with a volume of their own, in the past (not learned from) and to come.
        hours: opening hours, for a history that does not show them.
        tested: the back-test of this history, if it was made already.

    Raises:
        WrongUse: `until` does not lie within three years after the history, or the whole is too large.
    """
    if isinstance(history, MonthlyTotals):
        return _from_months(history, until, growth, specials, hours or Hours())
    first, count = _span(history.last, until)
    _bounded(len(history.keys) * count * history.slots)
    found = backtest(history, specials) if tested is None else tested
    model = fit(history, specials)
    mean = expected(model, first, count, _factor(growth), specials)
    notes = list(said.of_model(model, history.first, history.day_count, growth))
    notes += said.of_specials(specials, first, count)
    minutes = history.interval_minutes
    if hours is not None and minutes == MINUTES_A_DAY:
        mean = mean * day_shares(hours, days(first, count))[None]
        minutes = hours.interval_minutes
        notes.append(said.ASSUMED_INTERVALS)
    spread = _spread(found)
    if spread.assumed:
        notes.append(said.ASSUMED_SPREAD)
    return _made(Origin.MODEL, first, minutes, history.axes, history.keys, mean, spread, notes)


def imported(history: History | MonthlyTotals, hours: Hours | None = None) -> Forecast:
    """A forecast made elsewhere, which was read like a history: its counts are taken as they are.

    Read it with `Manner(as_forecast=True)`, so that fractions are kept. Months are spread over days by the
    assumed profile; days over intervals where `hours` are given.

    Raises:
        WrongUse: it covers more than three years.
    """
    if isinstance(history, MonthlyTotals):
        return _imported_months(history, hours or Hours())
    _within_three_years(history.day_count)
    mean = history.calls.astype(np.float64) if history.exact is None else np.array(history.exact)
    notes = [said.IMPORTED]
    minutes = history.interval_minutes
    if hours is not None and minutes == MINUTES_A_DAY:
        mean = mean * day_shares(hours, days(history.first, history.day_count))[None]
        minutes = hours.interval_minutes
        notes.append(said.ASSUMED_INTERVALS)
    notes.append(said.ASSUMED_SPREAD)
    spread = Spread(_ASSUMED_SPREAD, True)
    return _made(Origin.IMPORTED, history.first, minutes, history.axes, history.keys, mean, spread, notes)


def _imported_months(totals: MonthlyTotals, hours: Hours) -> Forecast:
    first, last = month_span(totals)
    _within_three_years((last - first).days + 1)
    model = profile_model(totals, hours)
    calendar = days(first, (last - first).days + 1)
    # A month that is not stated has nothing: the file is taken as it is.
    level = np.array([model.months.get(month, 0.0) for month in calendar.month.tolist()])
    daily = level * pattern(model, calendar)
    mean = (daily[:, None] * day_shares(hours, calendar))[None]
    notes = [said.IMPORTED, said.ASSUMED_PROFILE, said.ASSUMED_SPREAD]
    spread = Spread(_ASSUMED_SPREAD, True)
    return _made(Origin.IMPORTED, first, hours.interval_minutes, (), ((),), mean, spread, notes)


def _from_months(
    totals: MonthlyTotals, until: date, growth: Fraction | None, specials: Sequence[Special], hours: Hours
) -> Forecast:
    first, count = _span(month_span(totals)[1], until)
    model = profile_model(totals, hours)
    whole = Model(model, (1.0,), np.ones((1, 10, 1)), np.zeros(0, dtype=bool))
    mean = expected(whole, first, count, _factor(growth), specials)
    mean = mean * day_shares(hours, days(first, count))[None]
    notes = [
        said.ASSUMED_PROFILE,
        *said.of_months(len(totals.months), model.trend, growth),
        *said.of_specials(specials, first, count),
        said.ASSUMED_SPREAD,
    ]
    spread = Spread(_ASSUMED_SPREAD, True)
    return _made(Origin.PROFILE, first, hours.interval_minutes, (), ((),), mean, spread, notes)


def month_span(totals: MonthlyTotals) -> tuple[date, date]:
    """The first day of the first month, and the last of the last."""
    year, month = (int(part) for part in max(totals.months).split("-"))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return date.fromisoformat(f"{min(totals.months)}-01"), last


def _within_three_years(count: int) -> None:
    if count > MOST_DAYS:
        raise WrongUse(
            Phrase("この予測は取り込めません。", "This forecast cannot be taken over."),
            Phrase(
                "{n}日分あります。取り込めるのは3年分までです。",
                "It covers {n} days; three years at most can be taken over.",
            ).fill(n=f"{count:,}"),
            Phrase("必要な期間だけのファイルにしてください。", "Please keep the period that is needed."),
        )


def _made(
    origin: Origin,
    first: date,
    minutes: int,
    axes: tuple[Axis, ...],
    keys: tuple[Key, ...],
    mean: NDArray[np.float64],
    spread: Spread,
    notes: Sequence[Phrase],
) -> Forecast:
    calls = apportioned(mean, days(first, mean.shape[1]).month)
    for array in (mean, calls):
        array.setflags(write=False)
    return Forecast(origin, first, minutes, axes, keys, mean, calls, spread, tuple(notes))


def _span(last: date, until: date) -> tuple[date, int]:
    count = (until - last).days
    if not 0 < count <= MOST_DAYS or until.year > LAST_YEAR:
        raise WrongUse(
            Phrase("予測の期間が正しくありません。", "This is no period to forecast."),
            Phrase(
                "履歴は{ja}までです。予測はその翌日から3年以内に限ります。",
                "The history ends on {en}; a forecast starts the day after and covers three years at most.",
            ).fill(ja=show_date(last, Lang.JA), en=show_date(last, Lang.EN)),
            Phrase("予測の最終日を指定し直してください。", "Please name another last day."),
        )
    return last + timedelta(days=1), count


def _bounded(cells: int) -> None:
    if cells > MOST_CELLS:
        raise WrongUse(
            Phrase("予測の量が多すぎます。", "This forecast is too large."),
            Phrase(
                "期間・時間帯・区分を掛け合わせた量が上限を超えます。",
                "Days, intervals and categories together are too many.",
            ),
            Phrase(
                "予測の期間を短くするか、履歴の区分を減らしてください。",
                "Please shorten the period, or split the history less finely.",
            ),
        )


def _factor(growth: Fraction | None) -> float | None:
    if growth is None:
        return None
    if growth <= -1:
        raise WrongUse(
            Phrase("年間の増減率が正しくありません。", "This is no growth a year."),
            Phrase("{percent}では件数がなくなります。", "{percent} leaves nothing.").fill(
                percent=show_percent(growth * 100)
            ),
            Phrase("-100%より大きい値を指定してください。", "Please name more than -100%."),
        )
    return float(1 + growth)


def _spread(found: Backtest) -> Spread:
    if not found.scores:
        return Spread(_ASSUMED_SPREAD, True)
    by_level = {score.level: max(_LEAST_SPREAD, score.spread) for score in found.scores}
    by_level.setdefault(Level.INTERVAL, by_level[Level.DAY])
    by_level[Level.YEAR] = by_level[Level.MONTH]
    return Spread(by_level, False)
