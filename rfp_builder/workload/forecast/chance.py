"""Chance in counts: what error remains when the mean is known exactly, and quantiles when it is not."""

from __future__ import annotations

from math import lgamma
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LARGE = 500.0


def poisson_error(mean: NDArray[np.float64]) -> NDArray[np.float64]:
    """Mean absolute deviation of a Poisson count from its mean: no forecast can be better on average.

    2 e^-m m^(k+1) / k! with k = floor(m) (Crow 1958, Biometrika 45, 556); above 500, sqrt(2 m / pi), which is
    then right to a relative 2e-4.
    """
    deviation = np.sqrt(2 * mean / np.pi)
    small = (mean > 0) & (mean < _LARGE)
    m = mean[small]
    k = np.floor(m)
    log_factorials = np.array([lgamma(number + 1) for number in range(int(_LARGE) + 1)])
    deviation[small] = 2 * np.exp(-m + (k + 1) * np.log(m) - log_factorials[k.astype(np.int64)])
    return deviation


def quantile(mean: NDArray[np.float64], spread: float, share: float) -> NDArray[np.float64]:
    """The count below which `share` of all cases lie, such as 0.8; never below 0.

    The count is Poisson around a mean that is itself gamma distributed with the standard deviation
    `spread` × `mean`: variance m + (spread m)², skewness by its moments, quantile by the first terms of
    Cornish and Fisher (1938, Revue de l'Institut International de Statistique 5, 307).
    """
    z = NormalDist().inv_cdf(share)
    variance = mean + (spread * mean) ** 2
    deviation = np.sqrt(variance)
    third = mean + 3 * mean**2 * spread**2 + 2 * mean**3 * spread**4
    skewness = np.divide(third, deviation**3, out=np.zeros_like(mean), where=deviation > 0)
    return np.asarray(np.maximum(0.0, mean + deviation * (z + skewness * (z * z - 1) / 6)))
