"""Whole contacts whose parts add up: the method of the largest remainder (Hamilton)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def apportion(totals: NDArray[np.int64], parts: NDArray[np.float64]) -> NDArray[np.int64]:
    """Whole numbers in proportion to each row of `parts` (n × m) that add up to `totals` (n).

    Each is its exact share rounded down, and one more for those with the largest remainders; of equal ones
    the first. A row of nothing but 0 must have the total 0.
    """
    sums = parts.sum(axis=1, keepdims=True)
    exact = np.divide(parts * totals[:, None], sums, out=np.zeros_like(parts), where=sums > 0)
    whole = np.floor(exact).astype(np.int64)
    left = totals - whole.sum(axis=1)
    order = np.argsort(-(exact - whole), axis=1, kind="stable")
    rank = np.empty_like(order)
    np.put_along_axis(rank, order, np.broadcast_to(np.arange(parts.shape[1]), order.shape), axis=1)
    return np.asarray(whole + (rank < left[:, None]))


def divided(total: int, weights: Sequence[int]) -> list[int]:
    """The same for one total and whole weights, one of which is above 0."""
    return [int(one) for one in apportion(np.array([total]), np.array([weights], dtype=np.float64))[0]]


def apportioned(expected: NDArray[np.float64], month: NDArray[np.int64]) -> NDArray[np.int64]:
    """Whole contacts for `expected` (series × days × intervals), level by level from the top.

    `month` is the month of each day as months since year 0. The whole period is rounded once; years, months,
    days, series and intervals share it out.
    """
    series, count, slots = expected.shape
    daily = expected.sum(axis=(0, 2))
    _, month_at = np.unique(month, return_inverse=True)
    by_month = np.bincount(month_at, weights=daily).astype(np.float64)
    _, year_at = np.unique(np.unique(month) // 12, return_inverse=True)
    by_year = np.bincount(year_at, weights=by_month).astype(np.float64)
    total = np.array([int(np.floor(daily.sum() + 0.5))])
    year_calls = apportion(total, by_year[None])[0]
    month_calls = _within(year_calls, year_at, by_month)
    day_calls = _within(month_calls, month_at, daily)
    series_calls = apportion(day_calls, expected.sum(axis=2).T)
    by_slot = apportion(series_calls.ravel(), expected.transpose(1, 0, 2).reshape(count * series, slots))
    return np.ascontiguousarray(by_slot.reshape(count, series, slots).transpose(1, 0, 2))


def _within(
    totals: NDArray[np.int64], place: NDArray[np.intp], parts: NDArray[np.float64]
) -> NDArray[np.int64]:
    """Each total shared out among the parts at its place."""
    shared = np.zeros(len(parts), dtype=np.int64)
    for at, total in enumerate(totals):
        here = place == at
        shared[here] = apportion(np.array([total]), parts[here][None])[0]
    return shared
