"""Which days were open, closed or lost, and which intervals are missing: told apart by what is usual."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from rfp_builder.workload.calendar import DayKind, days
from rfp_builder.workload.history.block import Block, told_days
from rfp_builder.workload.history.oddities import Oddities, OddKind
from rfp_builder.workload.history.unusual import unusual_days
from rfp_builder.workload.history.values import Axis, DayStatus, Handling, History, Key

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MOST = 0.5
_NEVER_ZERO = 5
"""Contacts in an interval on average: with so many, none at all comes once in 150 times by chance."""


def history(laid: Block, axes: tuple[Axis, ...], keys: tuple[Key, ...], odd: Oddities) -> History:
    """The history of `laid`, with every day and interval that lacks data judged and told."""
    by_slot = laid.calls.sum(axis=0)
    stated: NDArray[np.bool_] = np.any(laid.stated, axis=0)
    volume = by_slot.sum(axis=1)
    calendar = days(laid.first, len(volume))
    status = _statuses(volume, laid.marked_closed, calendar.kind)
    told_days(laid.first, laid.marked_closed & (volume > 0), odd, OddKind.CLOSED_WITH_CALLS)
    told_days(laid.first, status == DayStatus.CLOSED, odd, OddKind.CLOSED_DAY)
    told_days(laid.first, status == DayStatus.MISSING, odd, OddKind.MISSING_DAY)
    known = _known(by_slot, stated, status)
    missing = ~known & (status == DayStatus.OPEN)[:, None]
    odd.add(OddKind.MISSING_INTERVAL, int(missing.sum()))
    absent = stated[None] & ~laid.stated
    odd.add(OddKind.ABSENT, int(absent.sum()))
    told_days(laid.first, unusual_days(volume, status, calendar), odd, OddKind.UNUSUAL_DAY)
    _locked(laid.calls, known, status, laid.handling)
    return History(laid.first, laid.interval_minutes, axes, keys, laid.calls, known, status, laid.handling)


def taken_as_is(
    laid: Block, axes: tuple[Axis, ...], keys: tuple[Key, ...], odd: Oddities, scale: int
) -> History:
    """What a forecast made elsewhere says, its counts in parts of 1/`scale`: nothing is judged or missing."""
    exact = laid.calls / scale
    calls = np.floor(exact + 0.5).astype(np.int64)
    empty = laid.calls.sum(axis=(0, 2)) == 0
    told_days(laid.first, empty, odd, OddKind.EMPTY_DAY)
    status = np.where(empty, DayStatus.CLOSED, DayStatus.OPEN).astype(np.int8)
    known = np.ones(calls.shape[1:], dtype=np.bool_)
    exact.setflags(write=False)
    _locked(calls, known, status, laid.handling)
    return History(laid.first, laid.interval_minutes, axes, keys, calls, known, status, laid.handling, exact)


def _locked(
    calls: NDArray[np.int64],
    known: NDArray[np.bool_],
    status: NDArray[np.int8],
    handling: Handling | None,
) -> None:
    for array in (calls, known, status):
        array.setflags(write=False)
    if handling is not None:
        for times in (handling.contacts, handling.seconds):
            times.setflags(write=False)


def _statuses(
    volume: NDArray[np.int64], marked: NDArray[np.bool_], kind: NDArray[np.int64]
) -> NDArray[np.int8]:
    status = np.full(len(volume), DayStatus.OPEN, dtype=np.int8)
    empty = volume == 0
    for one in DayKind:
        here = kind == one
        if not here.any():
            continue
        usual = empty[here].mean() > _MOST
        status[here & empty] = DayStatus.CLOSED if usual else DayStatus.MISSING
    status[empty & marked] = DayStatus.CLOSED
    return status


def _known(
    by_slot: NDArray[np.int64], stated: NDArray[np.bool_], status: NDArray[np.int8]
) -> NDArray[np.bool_]:
    """Without a row, an interval is missing where it is open as a rule and hardly ever without contacts."""
    is_open = status == DayStatus.OPEN
    if not is_open.any():
        return np.ones_like(stated)
    share = stated[is_open].mean(axis=0)
    mean = by_slot[is_open].sum(axis=0) / np.maximum(stated[is_open].sum(axis=0), 1)
    expected = (share > _MOST) & (mean >= _NEVER_ZERO)
    known: NDArray[np.bool_] = stated | ~expected[None, :]
    known[status == DayStatus.MISSING] = False
    return known
