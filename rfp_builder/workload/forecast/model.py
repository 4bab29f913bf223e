"""The whole model of a history: days of all series together, the parts of each, and their intervals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from rfp_builder.workload.calendar import Days, days
from rfp_builder.workload.forecast.daymodel import DayModel, daily
from rfp_builder.workload.forecast.learning import learn
from rfp_builder.workload.forecast.shares import interval_shares
from rfp_builder.workload.forecast.values import Special
from rfp_builder.workload.history.unusual import unusual_days
from rfp_builder.workload.history.values import DayStatus, History

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ENOUGH = 20
"""Contacts a day that a series needs for factors of its own; a smaller one is a part of the whole."""
_MIX_DAYS = 182
"""Days whose mix of series counts for small series."""


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """What was learned of a history."""

    total: DayModel
    series: tuple[DayModel | float, ...]
    """Of each series a model of its own, or its part of the whole."""
    shares: NDArray[np.float64]
    """Series × kinds of day × intervals."""
    unusual: NDArray[np.bool_]
    """Days that were left out: too far from the usual."""
    new_levels: Mapping[int, float] = field(default_factory=dict)
    """Of the whole: day of the history, from 0, from which a new level lasts, and its factor."""


def fit(history: History, specials: Sequence[Special] = ()) -> Model:
    """Learn from `history`. Days in `specials` are told apart from ordinary ones, and not learned from."""
    calendar = days(history.first, history.day_count)
    by_slot = history.calls.sum(axis=0)
    volume = _whole_days(by_slot, history.known, history.status == DayStatus.OPEN)
    own = special_factors(calendar, specials) != 1.0
    strange = unusual_days(volume, history.status, calendar) & ~own
    use = (history.status == DayStatus.OPEN) & ~own & ~strange
    learned = learn(volume, history.status, use, calendar)
    profile = interval_shares(by_slot, history.known, use, calendar.kind)
    scale = np.divide(volume, by_slot.sum(axis=1), out=np.ones(len(volume)), where=by_slot.sum(axis=1) > 0)
    series: list[DayModel | float] = []
    shares = []
    recent = use & (np.arange(len(volume)) >= len(volume) - _MIX_DAYS)
    mix = recent if recent.any() else use
    for calls in history.calls:
        of_day = calls.sum(axis=1) * scale
        shares.append(interval_shares(calls, history.known, use, calendar.kind, profile))
        if len(history.calls) > 1 and use.any() and of_day[use].mean() >= _ENOUGH:
            status = _own_status(of_day, history.status, calendar.kind)
            series.append(learn(of_day, status, use & (status == DayStatus.OPEN), calendar).model)
        else:
            series.append(float(of_day[mix].sum() / max(1e-9, volume[mix].sum())))
    return Model(
        learned.model, tuple(series), np.stack(shares), strange | learned.unusual, learned.new_levels
    )


def expected(
    model: Model, first: date, count: int, growth: float | None = None, specials: Sequence[Special] = ()
) -> NDArray[np.float64]:
    """Mean contacts of `count` days from `first` on: series × days × intervals.

    The series are brought to the whole, which is forecast by itself, in proportion.
    """
    calendar = days(first, count)
    whole = daily(model.total, calendar, growth)
    parts = np.stack(
        [one * whole if isinstance(one, float) else daily(one, calendar, growth) for one in model.series]
    )
    sums = parts.sum(axis=0)
    parts *= np.divide(whole, sums, out=np.zeros(count), where=sums > 0)
    parts *= special_factors(calendar, specials)
    return np.asarray(parts[:, :, None] * model.shares[:, calendar.kind, :])


def special_factors(calendar: Days, specials: Sequence[Special]) -> NDArray[np.float64]:
    """The factor of each day; where several meet, their product."""
    factors = np.ones(len(calendar))
    for special in specials:
        start = max(0, (special.first - calendar.first).days)
        end = (special.last - calendar.first).days + 1
        if end > start:
            factors[start:end] *= float(special.factor)
    return factors


def _own_status(
    volume: NDArray[np.float64], status: NDArray[np.int8], kind: NDArray[np.int64]
) -> NDArray[np.int8]:
    """`status` for one series: closed on kinds of days on which mostly nothing of it comes in.

    An order desk may be open on Sundays when the enquiry desk is not.
    """
    own = status.copy()
    for one in np.unique(kind).tolist():
        here = (kind == one) & (status == DayStatus.OPEN)
        none = here & (volume <= 0)
        if none.sum() * 2 > here.sum():
            own[none] = DayStatus.CLOSED
    return own


def _whole_days(
    by_slot: NDArray[np.int64], known: NDArray[np.bool_], is_open: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """Contacts by day; what is missing on an open day is made up from the usual profile."""
    complete = is_open & known.all(axis=1)
    volume: NDArray[np.float64] = by_slot.sum(axis=1).astype(np.float64)
    if complete.any() and not complete.all():
        usual = by_slot[complete].sum(axis=0) / max(1, by_slot[complete].sum())
        seen = np.where(known, usual, 0.0).sum(axis=1)
        volume = np.where(is_open & (seen > 0), volume / np.maximum(seen, 1e-9), volume)
    return volume
