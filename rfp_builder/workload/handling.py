"""Handling time from a trial run: what was measured, how sure it is, and how many are still needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite, pi, sqrt, tan
from statistics import NormalDist, fmean, stdev
from typing import TypeVar

from rfp_builder.i18n import Phrase
from rfp_builder.workload.erlang.inputs import Unworkable

Key = TypeVar("Key")

FEWEST = 30
"""Below this, the mean of times as skewed as handling times are is not yet spread like a normal one."""

_NOT_A_TIME = Phrase(
    "処理時間は0秒以上の数値にしてください。", "A handling time must be a number of 0 seconds or more."
)
_MOST_ROUNDS = 100


@dataclass(frozen=True, slots=True)
class Precision:
    """How exactly a handling time should be known."""

    within: float = 0.10
    """Half of the confidence interval as a share of the mean: 0.10 is ±10 %."""
    confidence: float = 0.95
    """How often such an interval holds the true mean."""


@dataclass(frozen=True, slots=True)
class HandlingTime:
    """Average handling time of one channel and call reason, in seconds."""

    count: int
    """Contacts measured."""
    mean_s: float | None
    """None where nothing was measured."""
    spread_s: float | None
    """Standard deviation; None below two measurements."""
    half_width_s: float | None
    """The true mean lies within mean ± this, with the confidence asked for; None below two measurements."""
    needed: int
    """Contacts to be measured in all for the precision asked for."""

    @property
    def missing(self) -> int:
        """How many are still to be measured; 0 when enough have been."""
        return max(0, self.needed - self.count)

    @property
    def is_enough(self) -> bool:
        """Whether enough were measured."""
        return self.missing == 0


def handling_time(times_s: Sequence[float], precision: Precision | None = None) -> HandlingTime:
    """What a trial run says about the handling time of one kind of contact, from the seconds of each.

    The interval is Student's; the number needed is the smallest n with t(n − 1) × spread ÷ √n within the
    precision, at least `FEWEST`. Until two are measured nobody can say more than that.
    Raises `Unworkable` for a time that is none.
    """
    asked = precision or Precision()
    if not all(isfinite(time) and time >= 0 for time in times_s):
        raise Unworkable(_NOT_A_TIME)
    count = len(times_s)
    if count < 2:
        return HandlingTime(count, times_s[0] if count else None, None, None, FEWEST)
    mean, spread = fmean(times_s), stdev(times_s)
    half = student_quantile(count - 1, (1 + asked.confidence) / 2) * spread / sqrt(count)
    return HandlingTime(count, mean, spread, half, _needed(mean, spread, asked))


def by_kind(
    times_s: Mapping[Key, Sequence[float]], precision: Precision | None = None
) -> dict[Key, HandlingTime]:
    """The same for each channel and call reason, or whatever the keys stand for. Raises `Unworkable`."""
    return {key: handling_time(times, precision) for key, times in times_s.items()}


def student_quantile(freedom: int, probability: float) -> float:
    """Quantile of Student's t: closed forms for 1 and 2 degrees of freedom, beyond them an expansion.

    Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.5; its error at 0.975 is below
    0.2 % from 3 degrees of freedom on and below 0.001 % from 10 on.
    """
    if freedom == 1:
        return tan(pi * (probability - 0.5))
    if freedom == 2:
        return (2 * probability - 1) * sqrt(2 / (4 * probability * (1 - probability)))
    z = NormalDist().inv_cdf(probability)
    n = freedom
    return z + sum(
        (
            (z**3 + z) / 4 / n,
            (5 * z**5 + 16 * z**3 + 3 * z) / 96 / n**2,
            (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384 / n**3,
            (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160 / n**4,
        )
    )


def _needed(mean: float, spread: float, asked: Precision) -> int:
    """Goes round until the quantile belongs to the number that comes out."""
    if spread == 0 or mean == 0:
        return FEWEST
    number = FEWEST
    for _ in range(_MOST_ROUNDS):
        quantile = student_quantile(number - 1, (1 + asked.confidence) / 2)
        found = max(FEWEST, -int(-((quantile * spread / (asked.within * mean)) ** 2) // 1))
        if found == number:
            break
        number = found
    return number
