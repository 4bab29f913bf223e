"""Erlang's loss formula by its integral: the piece that Erlang C and Erlang A have in common."""

from __future__ import annotations

import numpy as np

from rfp_builder.workload.erlang.inputs import Floats
from rfp_builder.workload.erlang.quadrature import DEPTH, integral, step_down


def log_inverse_blocking(lines: Floats, load: Floats) -> Floats:
    """log(1 / B(lines, load)) for Erlang's loss probability B; one-dimensional arrays, load above 0.

    1/B(m, a) = a ∫₀^∞ exp(-a t) (1 + t)^m dt (Jagerman, "Some properties of the Erlang loss function",
    Bell System Technical Journal 53, 1974). The exponent is taken relative to its peak, in units w of the
    peak's distance from -1, so that the numbers stay small and exact for 10,000 lines.
    """
    peak = np.maximum(lines / load - 1, 0.0)
    fall = np.maximum(load - lines, 0.0)
    right = step_down(lines, fall, 4 / 3)
    with np.errstate(divide="ignore"):
        left = np.minimum(peak / (1 + peak), np.sqrt(2 * DEPTH / lines))

    def density(w: Floats, m: Floats, slope: Floats) -> Floats:
        return np.exp(m * (np.log1p(w) - w) - slope * w)

    body = integral(density, -left, right, lines, fall)
    height = lines * np.log1p(peak) - load * peak
    return np.asarray(np.log(load) + height + np.log((1 + peak) * body))
