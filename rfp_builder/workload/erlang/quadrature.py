"""Integrals of exp(h) for concave h, many at once, on a window outside of which nothing counts.

Erlang's sums of up to thousands of terms are integrals of such functions. Their cost does not grow with the
number of agents, every term is positive, so nothing cancels, and whole arrays go through numpy in one pass.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np

from rfp_builder.workload.erlang.inputs import Floats

DEPTH = 46.0
"""A window reaches to where the integrand has fallen to exp(-46) = 1e-20 of its greatest value."""

PANELS = 6
"""Enough where the integrand changes its shape over the whole window and not in a small part of it."""

_PER_PANEL = 16
_BLOCK = 1024
"""Integrals taken in one pass: keeps the arrays within the processor's cache."""


def integral(
    function: Callable[..., Floats], low: Floats, high: Floats, *columns: Floats, panels: int = PANELS
) -> Floats:
    """∫ function(x, *columns) dx from `low` to `high`, for each row.

    `function` gets x of shape (rows, nodes) and each column of shape (rows, 1), and gives the integrand in
    the shape of x, or several integrands stacked before it. Relative error about 1e-14 where the logarithm
    of the integrand is smooth and falls by no more than `DEPTH` to either side.
    """
    places, weights = _rule(panels)
    found = []
    for start in range(0, max(len(low), 1), _BLOCK):
        rows = slice(start, start + _BLOCK)
        first, width = low[rows, None], (high - low)[rows, None]
        values = function(first + width * places, *(column[rows, None] for column in columns))
        found.append((values @ weights) * width[:, 0])
    return np.concatenate(found, axis=-1)


def step_down(curvature: Floats, slope: Floats, bend: float) -> Floats:
    """The u > 0 at which slope·u + curvature·u²/(2 + bend·u) reaches `DEPTH`: how far a window goes.

    It bounds the fall of a concave exponent from below, with one of `curvature` and `slope` above 0.
    """
    a = curvature + bend * slope
    b = 2 * slope - bend * DEPTH
    root = np.sqrt(b * b + 8 * DEPTH * a)
    # Of the two forms of the root, the one in which nothing cancels.
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(b > 0, 4 * DEPTH / (b + root), (root - b) / (2 * a))


@cache
def _rule(panels: int) -> tuple[Floats, Floats]:
    """Gauss–Legendre nodes and weights on equal panels of [0, 1]."""
    nodes, weights = np.polynomial.legendre.leggauss(_PER_PANEL)
    starts = np.arange(panels)[:, None]
    places = (starts + (nodes + 1) / 2) / panels
    return places.ravel(), np.tile(weights / (2 * panels), panels)
