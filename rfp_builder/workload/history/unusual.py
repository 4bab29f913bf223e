"""Days far from the usual level of their weekday: campaigns, breakdowns, broken counters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from rfp_builder.workload.calendar import DayKind, Days, Near
from rfp_builder.workload.history.values import DayStatus

if TYPE_CHECKING:
    from numpy.typing import NDArray

_WEEKS = 4
"""Weeks before and after that make the usual level."""
_FEWEST = 3
_LEAST = 0.3
"""Smallest deviation in the logarithm that is called unusual: about a third."""
_SIGMAS = 4.5
_TO_SIGMA = 1.4826
"""Of a normal distribution, the standard deviation over the median absolute deviation."""


def unusual_days(
    volume: NDArray[np.int64] | NDArray[np.float64], status: NDArray[np.int8], calendar: Days
) -> NDArray[np.bool_]:
    """Plain weekdays whose volume differs strongly from the median of the same weekday within four weeks.

    Days next to holidays, holidays, year end and Obon are never unusual: they have a level of their own.
    """
    plain = (calendar.kind <= DayKind.SUNDAY) & (calendar.near == Near.NEITHER)
    usable = plain & (status == DayStatus.OPEN) & (volume > 0)
    deviation = np.full(len(volume), np.nan)
    noise = np.zeros(len(volume))
    for weekday in range(7):
        places = np.flatnonzero(usable & (calendar.weekday == weekday))
        logs = np.log(volume[places].astype(np.float64))
        for at, place in enumerate(places.tolist()):
            near = np.abs(places - place) <= _WEEKS * 7
            near[at] = False
            if near.sum() >= _FEWEST:
                usual = float(np.median(logs[near]))
                deviation[place] = logs[at] - usual
                # Poisson noise of the day itself.
                noise[place] = np.exp(-usual / 2)
    found: NDArray[np.bool_] = np.isfinite(deviation)
    if not found.any():
        return found
    spread = _TO_SIGMA * float(np.median(np.abs(deviation[found])))
    bound = np.maximum(_LEAST, _SIGMAS * np.maximum(spread, noise))
    unusual: NDArray[np.bool_] = found & (np.abs(np.nan_to_num(deviation)) > bound)
    return unusual
