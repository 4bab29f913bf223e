"""Erlang A (M/M/n+M): callers hang up after an exponentially distributed patience.

Sources: C. Palm, "Research on telephone traffic carried by full availability groups", 1957; A. Mandelbaum and
S. Zeltyn, "The Palm/Erlang-A Queue, with Applications to Call Centers", 2005 (the integral J and its shares).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from rfp_builder.workload.erlang.blocking import log_inverse_blocking
from rfp_builder.workload.erlang.inputs import Flags, Floats
from rfp_builder.workload.erlang.levels import ServiceLevel
from rfp_builder.workload.erlang.quadrature import DEPTH, PANELS, integral, step_down

_STRAIGHT = 37.0
"""Patiences after which exp(-v) is nothing beside 1."""
_WIDEST = 2.0
_TINY = 1e-300


@dataclass(frozen=True, slots=True, eq=False)
class Shares:
    """How all callers divide; one-dimensional arrays. T is the time to answer within.

    The virtual wait V of a caller is the time until an agent would be free for them.
    """

    at_once: Floats
    """Answered without waiting."""
    early: Floats
    """0 < V ≤ T."""
    late: Floats
    """V > T."""
    served_early: Floats
    """0 < V ≤ T and the caller stayed until answered."""
    served_late: Floats
    """V > T and the caller stayed until answered."""
    abandoned: Floats
    """Hung up, sooner or later."""
    late_staying: Floats
    """V > T and the caller had not hung up by T."""
    abandoned_within: Floats
    """Hung up by T."""

    def level(self, kind: ServiceLevel) -> Floats:
        """The service level as `kind` defines it."""
        answered_within = self.at_once + self.served_early
        match kind:
            case ServiceLevel.OFFERED:
                return answered_within
            case ServiceLevel.ANSWERED:
                return _ratio(answered_within, answered_within + self.served_late)
            case ServiceLevel.VIRTUAL:
                return self.at_once + self.early
            case ServiceLevel.SHORT_ABANDONS_EXCLUDED:
                # Of 1 − P(abandoned by T), each part on its own, so that nothing cancels.
                return _ratio(answered_within, answered_within + self.late_staying)

    @property
    def served(self) -> Floats:
        """Answered, sooner or later."""
        return self.at_once + self.served_early + self.served_late


def shares(agents: Floats, load: Floats, aht: Floats, within: Floats, patience: Floats) -> Shares:
    """How callers divide, each share exact to about 1e-12 of itself. One-dimensional arrays.

    With no load everybody would be answered at once; with no agents everybody hangs up.
    """
    parts = np.zeros((8, len(load)))
    parts[0] = load == 0
    nobody: Flags = (load > 0) & (agents == 0)
    # V is without end: all are late, all hang up, some of them by T.
    never, always = np.zeros(nobody.sum()), np.ones(nobody.sum())
    limit = within[nobody] / patience[nobody]
    parts[:, nobody] = np.stack(
        (never, never, always, never, never, always, np.exp(-limit), -np.expm1(-limit))
    )
    some: Flags = (load > 0) & (agents > 0)
    if some.any():
        parts[:, some] = _shares(agents[some], load[some], *(x[some] for x in (aht, within, patience)))
    return Shares(*parts)


def _shares(agents: Floats, load: Floats, aht: Floats, within: Floats, patience: Floats) -> Floats:
    """The eight shares as rows. Time is measured in patiences: v = t / patience.

    The density of V at v is proportional to y exp(y (1 - e^-v) - x v), with y the calls and x the calls that
    all agents could serve in one patience; P(answered at once) is 1/B(n - 1, a) in the same proportion.
    """
    y, x = load * patience / aht, agents * patience / aht
    limit = within / patience
    peak = np.maximum(np.log(y / x), 0.0)
    rate = y * np.exp(-peak)
    height = y * -np.expm1(-peak) - x * peak
    log_at_once = log_inverse_blocking(agents - 1, load) - height
    scale = np.maximum(log_at_once, 0.0)
    at_once = np.exp(log_at_once - scale)
    wave = _Wave(x, y, peak, rate, scale)
    zero, end = np.zeros_like(limit), np.full_like(limit, np.inf)
    early, served_early, abandoned_early = wave.over(zero, limit)
    late, served_late, abandoned_late = wave.over(limit, end)
    stays, left = np.exp(-limit), -np.expm1(-limit)
    rows = (
        *(at_once, early, late, served_early, served_late),
        *(abandoned_early + abandoned_late, stays * late, abandoned_early + left * late),
    )
    return np.asarray(np.stack(rows) / (at_once + early + late))


@dataclass(frozen=True, slots=True, eq=False)
class _Wave:
    """The density of the virtual wait, relative to its greatest value and to exp(scale)."""

    x: Floats
    y: Floats
    peak: Floats
    rate: Floats
    """y exp(-peak): equal to x where the peak is not at 0."""
    scale: Floats

    def over(self, low: Floats, high: Floats) -> Floats:
        """Its integrals from `low` to `high`, as rows: of all callers, those who stay, those who hang up."""
        start, top, stop = self._window(low, high)
        columns = self.y, np.maximum(self.x - self.rate, 0.0), self.rate, self.peak, self.scale
        # The density bends with exp(-v), so near its top the panels are no wider than a patience or two.
        bend = np.minimum(stop, top + _STRAIGHT)
        panels = max(PANELS, int(np.ceil(np.max(bend - start) / _WIDEST)))
        found = integral(_density, start, bend, *columns, panels=panels)
        if np.any(bend < stop):
            found += integral(_density, bend, stop, *columns)
        return found

    def _window(self, low: Floats, high: Floats) -> tuple[Floats, Floats, Floats]:
        """Where the density counts between `low` and `high`: from, its greatest value there, to."""
        top = np.clip(self.peak, low, high)
        rate = self.y * np.exp(-top)
        right = step_down(rate, np.maximum(self.x - rate, 0.0), 1.0)
        rise = np.maximum(rate - self.x, 0.0)
        left = 2 * DEPTH / (rise + np.sqrt(rise * rise + 2 * DEPTH * rate) + _TINY)
        # To the left it falls by rate × (e^v - 1 - v), which is more than rate × e^v / 2 beyond v = 2.
        left = np.minimum(left, np.maximum(2.0, np.log(2 * DEPTH / (rate + _TINY))))
        return np.maximum(low, top - left), top, np.minimum(high, top + right)


def _density(v: Floats, y: Floats, slope: Floats, rate: Floats, peak: Floats, scale: Floats) -> Floats:
    u = v - peak
    values = y * np.exp(-slope * u - rate * (u + np.expm1(-u)) - scale)
    return np.stack((values, values * np.exp(-v), values * -np.expm1(-v)))


def _ratio(part: Floats, whole: Floats) -> Floats:
    return np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)
