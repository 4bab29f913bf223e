"""A new level that lasts, such as after a contract won or a service closed: where it begins, how far it lies.

A quarter of a year above the others may be a season, and a campaign ends. What stands on one side of the
middle from one week on, and stood on the other all the time before, is a new level. Without it the average of
all weeks would be forecast, and the change would be taken for a season that comes back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ASIDE = 8
"""Weeks on either side of a step that are compared."""
_FEWEST_BEFORE, _FEWEST_AFTER = 8, 13
"""Weeks that must lie before and after a step: what lasts less than a quarter of a year may be a season."""
_LEAST = 0.1
"""Smallest step, as a logarithm: about a tenth."""
_TIMES = 1.5
"""How many times the usual change from weeks to weeks a step must be."""
_MEDIAN_TO_SIGMA = 0.6745
"""Of a normal distribution, the median absolute deviation over the standard deviation."""
_MOSTLY = 0.85
"""Share of the weeks that must lie on their side of the middle."""
_NEARBY = 3
"""Weeks in which the sharpest change is looked for."""
_YEAR, _FEWEST_PAIRS = 52, 8
"""Weeks of a year, and of those a year apart that tell a change from the season."""
_MOST_STEPS = 2


def new_levels(levels: NDArray[np.float64]) -> dict[int, float]:
    """The first week of each new level, and its factor over the level before; `levels` by week, above 0.

    A step is where the medians of the eight weeks before and behind differ by more than they do elsewhere,
    and nearly all weeks before it lie on one side of the middle and nearly all behind it on the other. Its
    size is what the weeks behind have over the same weeks a year before, where these lie before the step and
    are enough, less the growth before it; else the difference of the medians of all weeks before and behind.
    """
    found: dict[int, float] = {}
    if not (levels > 0).all():
        return found
    logs = np.log(levels)
    while len(found) < _MOST_STEPS and (week := _step(logs)) is not None:
        size = _size(logs, week)
        logs[:week] += size
        found[week] = float(np.exp(size))
    return found


def _step(logs: NDArray[np.float64]) -> int | None:
    """The first week after the largest step; None where there is none."""
    if len(logs) < _FEWEST_BEFORE + _FEWEST_AFTER:
        return None
    jumps = {week: _jump(logs, week) for week in range(_NEARBY, len(logs) - 1)}
    usual = float(np.median(np.abs(list(jumps.values())))) / _MEDIAN_TO_SIGMA
    bound = max(_LEAST, _TIMES * usual)
    possible = range(_FEWEST_BEFORE, len(logs) - _FEWEST_AFTER + 1)
    for week in sorted(possible, key=lambda one: -abs(jumps[one])):
        if abs(jumps[week]) < bound:
            return None
        if _lasts(logs, week, np.sign(jumps[week])):
            near = (one for one in possible if abs(one - week) <= _NEARBY)
            return max(near, key=lambda one: abs(logs[one : one + 2].mean() - logs[one - 2 : one].mean()))
    return None


def _jump(logs: NDArray[np.float64], week: int) -> float:
    return float(np.median(logs[week : week + _ASIDE]) - np.median(logs[max(0, week - _ASIDE) : week]))


def _size(logs: NDArray[np.float64], week: int) -> float:
    growth = logs[_YEAR:] - logs[:-_YEAR]
    before, across = growth[: max(0, week - _YEAR)], growth[max(0, week - _YEAR) : week]
    if len(across) < _FEWEST_PAIRS:
        return float(np.median(logs[week:]) - np.median(logs[:week]))
    usual = np.median(before) if len(before) >= _FEWEST_PAIRS else 0.0
    return float(np.median(across) - usual)


def _lasts(logs: NDArray[np.float64], week: int, sign: float) -> bool:
    """Whether the weeks before and behind keep to their side of the middle, `sign` being that of the step."""
    middle = (np.median(logs[:week]) + np.median(logs[week:])) / 2
    before, behind = sign * (logs[:week] - middle) < 0, sign * (logs[week:] - middle) > 0
    return bool(before.mean() >= _MOSTLY and behind.mean() >= _MOSTLY)
