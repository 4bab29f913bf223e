"""Erlang C (M/M/n): callers wait as long as it takes.

Source: A. K. Erlang, "Solution of some problems in the theory of probabilities of significance in automatic
telephone exchanges", 1917; in the form of Jagerman (1974), in which all terms are positive.
"""

from __future__ import annotations

import numpy as np

from rfp_builder.workload.erlang.blocking import log_inverse_blocking
from rfp_builder.workload.erlang.inputs import Flags, Floats


def wait_or_not(agents: Floats, load: Floats) -> tuple[Floats, Floats]:
    """P(a caller waits) and P(answered at once), each exact to about 1e-13 of itself, however small.

    One-dimensional arrays. With no more agents than load the queue grows without end: everybody waits.
    Without load nobody waits.
    """
    waits, at_once = np.where(load > 0, 1.0, 0.0), np.where(load > 0, 0.0, 1.0)
    stable: Flags = (load > 0) & (agents > load)
    n, a = agents[stable], load[stable]
    # P(at once) / P(waits) = (n - a)/a × 1/B(n - 1, a)
    log_odds = np.log((n - a) / a) + log_inverse_blocking(n - 1, a)
    waits[stable] = np.exp(-np.logaddexp(0.0, log_odds))
    at_once[stable] = np.exp(-np.logaddexp(0.0, -log_odds))
    return waits, at_once


def service_level(agents: Floats, load: Floats, aht: Floats, within: Floats) -> Floats:
    """P(wait ≤ within); 0 where the queue grows without end. One-dimensional arrays."""
    waits, at_once = wait_or_not(agents, load)
    spare = np.maximum(agents - load, 0.0)
    return np.asarray(at_once - waits * np.expm1(-spare * within / aht))
