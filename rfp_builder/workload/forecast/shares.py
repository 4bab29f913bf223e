"""How a day's contacts spread over its intervals, by kind of day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from rfp_builder.workload.calendar import DayKind

if TYPE_CHECKING:
    from numpy.typing import NDArray

_PRIOR_A_SLOT = 30.0
"""Contacts an interval that the profile of all days alike weighs against that of one kind of day."""
_WORKING = tuple(range(5))
_GROUPS = (_WORKING, (5, 6, 7, 8), tuple(range(len(DayKind))))


def interval_shares(
    calls: NDArray[np.int64],
    known: NDArray[np.bool_],
    use: NDArray[np.bool_],
    kind: NDArray[np.int64],
    prior: NDArray[np.float64] | None = None,
) -> NDArray[np.float64]:
    """Share of each interval in its day, kinds of day × intervals; each row adds up to 1.

    `calls` and `known` are days × intervals, `use` the days to learn from. A kind that was seen little leans
    on working days or days off, these on all days, all days on `prior` (kinds × intervals).
    """
    slots = calls.shape[1]
    everything = _profile(calls, known, use, None if prior is None else prior.mean(axis=0))
    if everything is None:
        return np.full((len(DayKind), slots), 1.0 / slots) if prior is None else prior
    shares = np.empty((len(DayKind), slots))
    for one in DayKind:
        group = _GROUPS[0] if one in _WORKING or one == DayKind.OBON else _GROUPS[1]
        parent = everything
        wide = _profile(calls, known, use & np.isin(kind, group), parent)
        parent = parent if wide is None else wide
        own = _profile(calls, known, use & (kind == one), parent)
        shares[one] = parent if own is None else own
    return shares


def _profile(
    calls: NDArray[np.int64],
    known: NDArray[np.bool_],
    use: NDArray[np.bool_],
    parent: NDArray[np.float64] | None,
) -> NDArray[np.float64] | None:
    """The shares on the days of `use`, mixed with `parent`; None where nothing was seen."""
    counted = np.where(known[use], calls[use], 0)
    total = float(counted.sum())
    if total <= 0:
        return None
    # An interval that is missing on some days is averaged over the others.
    mean = counted.sum(axis=0) / np.maximum(known[use].sum(axis=0), 1)
    share = mean / mean.sum()
    if parent is not None:
        weight = _PRIOR_A_SLOT * max(1, int((share > 0).sum()))
        share = (total * share + weight * parent) / (total + weight)
        # What never was open on such days stays closed.
        share = np.where(counted.sum(axis=0) > 0, share, 0.0) if total > weight else share
    return np.asarray(share / share.sum())
