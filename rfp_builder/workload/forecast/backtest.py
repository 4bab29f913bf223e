"""An honest error: forecasts of weeks that were held out, made from nothing but the weeks before them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np

from rfp_builder.workload.calendar import days
from rfp_builder.workload.forecast.chance import poisson_error
from rfp_builder.workload.forecast.model import Model, expected, fit, special_factors
from rfp_builder.workload.forecast.values import Level, Special
from rfp_builder.workload.history.unusual import unusual_days
from rfp_builder.workload.history.values import DayStatus, History

if TYPE_CHECKING:
    from numpy.typing import NDArray

LEAST_TRAINING = 56
"""Days that a history must have before the first held-out week."""
HORIZON = 28
"""Days that are forecast at a time; a "month" in the result is these four weeks."""
MOST_ORIGINS = 6
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Score:
    """Errors at one level, as shares of the volume (WAPE: sum of absolute errors over sum of contacts)."""

    level: Level
    count: int
    """How many values were compared."""
    wape: float
    bias: float
    """Sum of forecasts over sum of contacts, less 1."""
    poisson_floor: float
    """The error that chance alone makes: nobody can forecast better than this."""
    seasonal_naive: float
    """Error of repeating the last week."""
    interval_average: float
    """Error of the plain average by day of the week and interval."""
    spread: float
    """Standard deviation beyond chance, as a share of the forecast."""


@dataclass(frozen=True, slots=True)
class Backtest:
    """What the back-test found; `scores` is empty where the history is too short."""

    scores: tuple[Score, ...]
    origins: int
    """How often a forecast was made."""
    left_out: int
    """Held-out days that were not compared, since they were missing, unusual or special."""

    def score(self, level: Level) -> Score | None:
        """The errors at `level`."""
        return next((one for one in self.scores if one.level is level), None)


def backtest(
    history: History,
    specials: Sequence[Special] = (),
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Backtest:
    """Forecast four weeks from up to six times in the past, each from nothing but what came before.

    Compared are the sums of all series, on days that are open or closed as usual. `progress` is told
    forecasts made and to make, before each and at the end.
    """
    actual = history.calls.sum(axis=0).astype(np.float64)
    counted = _counted(history, specials)
    compared = _origins(history.day_count)
    runs: list[list[NDArray[np.float64]]] = []
    for origin in compared:
        progress(len(runs), len(compared))
        before = part(history, origin)
        ahead = min(HORIZON, history.day_count - origin)
        model = fit(before, specials)
        ours = expected(model, history.first + timedelta(days=origin), ahead, specials=specials).sum(axis=0)
        naive, average = _baselines(actual, history, model, origin, ahead)
        window = slice(origin, origin + ahead)
        use = counted[window]
        runs.append([np.where(use[:, None], one, 0.0) for one in (actual[window], ours, naive, average)])
    if not runs:
        return Backtest((), 0, 0)
    progress(len(runs), len(compared))
    left_out = sum(int((~counted[origin : origin + HORIZON]).sum()) for origin in compared)
    scores = tuple(_score(level, runs) for level in _levels(history))
    return Backtest(scores, len(runs), left_out)


def part(history: History, count: int) -> History:
    """The first `count` days of a history, without handling times."""
    return replace(
        history,
        calls=history.calls[:, :count],
        known=history.known[:count],
        status=history.status[:count],
        handling=None,
    )


def _origins(count: int) -> list[int]:
    """Days after which a forecast is made: every four weeks, counted back from the end."""
    origins = [count - HORIZON * back for back in range(1, MOST_ORIGINS + 1)]
    return sorted(origin for origin in origins if origin >= LEAST_TRAINING)


def _levels(history: History) -> Iterator[Level]:
    if history.slots > 1:
        yield Level.INTERVAL
    yield from (Level.DAY, Level.WEEK, Level.MONTH)


def _counted(history: History, specials: Sequence[Special]) -> NDArray[np.bool_]:
    calendar = days(history.first, history.day_count)
    volume = history.calls.sum(axis=(0, 2))
    strange = unusual_days(volume, history.status, calendar)
    complete = history.known.all(axis=1) & (history.status != DayStatus.MISSING)
    counted: NDArray[np.bool_] = complete & ~strange & (special_factors(calendar, specials) == 1.0)
    return counted


def _baselines(
    actual: NDArray[np.float64], history: History, model: Model, origin: int, ahead: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The last week again and again; and the average by day of the week and interval of all usual days."""
    weeks = np.arange(ahead) % _WEEK
    naive = actual[origin - _WEEK : origin][weeks]
    usual = (history.status[:origin] != DayStatus.MISSING) & ~model.unusual
    place = np.arange(origin) % _WEEK
    average = np.zeros((_WEEK, actual.shape[1]))
    for one in range(_WEEK):
        chosen = usual & (place == one)
        if chosen.any():
            average[one] = actual[:origin][chosen].mean(axis=0)
    return naive, average[(origin + np.arange(ahead)) % _WEEK]


def _score(level: Level, runs: Sequence[Sequence[NDArray[np.float64]]]) -> Score:
    actual, ours, naive, average = (
        np.concatenate([_at(level, run[place]) for run in runs]) for place in range(4)
    )
    total = max(1.0, float(actual.sum()))
    forecast = max(1e-9, float(ours.sum()))

    def wape(other: NDArray[np.float64]) -> float:
        return float(np.abs(actual - other).sum()) / total

    beyond = float(((actual - ours) ** 2).sum()) - forecast
    spread = (max(0.0, beyond) / max(1e-9, float((ours**2).sum()))) ** 0.5
    floor = float(poisson_error(ours).sum()) / forecast
    bias = forecast / total - 1
    return Score(level, int((ours > 0).sum()), wape(ours), bias, floor, wape(naive), wape(average), spread)


def _at(level: Level, values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Days × intervals, summed to `level`."""
    if level is Level.INTERVAL:
        return values.ravel()
    by_day: NDArray[np.float64] = values.sum(axis=1)
    if level is Level.DAY:
        return by_day
    size = _WEEK if level is Level.WEEK else HORIZON
    whole = by_day[: len(by_day) // size * size].reshape(-1, size)
    return np.asarray(whole.sum(axis=1))
