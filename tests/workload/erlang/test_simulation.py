"""A simulated queue, call by call, agrees with the formulas within its own error."""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable
from random import Random

import pytest

from rfp_builder.workload.erlang import measures_a, measures_c

RUNS, CALLS, WARM_UP = 30, 6_000, 1_000


def _run(
    random: Random, agents: int, load: float, aht: float, within: float, patience: float
) -> dict[str, float]:
    """One run: calls come at random; each takes the agent who is free first, unless patience ends before."""
    free, now = [0.0] * agents, 0.0
    waited = answered = answered_within = abandoned_within = 0
    waiting_time = 0.0
    for call in range(WARM_UP + CALLS):
        now += random.expovariate(load / aht)
        wait = max(free[0] - now, 0.0)
        patient = random.expovariate(1 / patience) if patience < math.inf else math.inf
        if patient >= wait:
            heapq.heapreplace(free, now + wait + random.expovariate(1 / aht))
        if call >= WARM_UP:
            waited += wait > 0
            answered += patient >= wait
            answered_within += patient >= wait and wait <= within
            abandoned_within += patient < wait and patient <= within
            waiting_time += min(wait, patient)
    return {
        "p_wait": waited / CALLS,
        "offered": answered_within / CALLS,
        "answered": answered_within / max(answered, 1),
        "short_abandons_excluded": answered_within / (CALLS - abandoned_within),
        "abandonment": 1 - answered / CALLS,
        "asa_s": waiting_time / CALLS,
    }


def _agrees(name: str, expected: float, simulate: Callable[[], list[dict[str, float]]]) -> None:
    values = [run[name] for run in simulate()]
    mean = sum(values) / len(values)
    deviation = math.sqrt(sum((value - mean) ** 2 for value in values) / (len(values) - 1))
    error = deviation / math.sqrt(len(values))
    assert 0 < error < max(0.1 * expected, 0.01), "the simulation says too little"
    assert abs(mean - expected) < 4 * error, (name, mean, expected, error)


@pytest.mark.parametrize(("agents", "load", "aht", "within"), [(14, 10.0, 180, 20), (3, 2.0, 300, 60)])
def test_erlang_c(agents: int, load: float, aht: float, within: float) -> None:
    random = Random(f"c-{agents}-{load}")
    runs = [_run(random, agents, load, aht, within, math.inf) for _ in range(RUNS)]
    found = measures_c(agents, load, aht, within)
    for name, value in (
        ("p_wait", found.p_wait),
        ("offered", found.service_level),
        ("asa_s", found.asa_s),
    ):
        _agrees(name, value, lambda: runs)


@pytest.mark.parametrize(
    ("agents", "load", "aht", "within", "patience"), [(12, 10.0, 180, 20, 60), (20, 24.0, 240, 20, 120)]
)
def test_erlang_a(agents: int, load: float, aht: float, within: float, patience: float) -> None:
    random = Random(f"a-{agents}-{load}")
    runs = [_run(random, agents, load, aht, within, patience) for _ in range(RUNS)]
    found = measures_a(agents, load, aht, within, patience)
    for name in ("p_wait", "offered", "answered", "short_abandons_excluded", "abandonment", "asa_s"):
        _agrees(name, getattr(found, name), lambda: runs)
