"""How many agents: the ends of the scale, the traps of floats, arrays, and laws that must hold."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rfp_builder.workload.erlang import (
    ServiceLevel,
    Unworkable,
    agents_a,
    agents_c,
    agents_within_occupancy,
    measures_a,
    measures_c,
)
from rfp_builder.workload.erlang.agents import whole_up
from rfp_builder.workload.erlang.inputs import Floats
from rfp_builder.workload.erlang.patience import shares
from rfp_builder.workload.erlang.smallest import by_table

DAY = 86_400


def test_no_calls_need_nobody_and_one_call_needs_one() -> None:
    assert agents_c(0, 180, 0.8, 20) == 0
    assert agents_a(0, 180, 0.8, 20, 120) == 0
    one_call = 1 * 180 / 1800
    assert one_call == 0.1
    assert agents_c(one_call, 180, 0.8, 20) == 1
    assert agents_a(one_call, 180, 0.8, 20, 120) == 1


def test_long_targets_are_not_overstaffed() -> None:
    assert agents_c(2.7, 180, 0.9, DAY) == 3
    assert agents_c(10.0, 180, 0.9, DAY) == 11
    assert agents_c(4999.5, 180, 0.9, DAY) == 5000


def test_5000_erlangs_and_10000_agents() -> None:
    agents = agents_c(5000, 180, 0.8, 20)
    assert measures_c(agents, 5000, 180, 20).service_level >= 0.8
    assert measures_c(agents - 1, 5000, 180, 20).service_level < 0.8
    agents = agents_c(9950, 300, 0.8, 20)
    assert 9950 < agents < 10_000
    assert measures_c(agents, 9950, 300, 20).service_level >= 0.8
    assert measures_c(agents - 1, 9950, 300, 20).service_level < 0.8


def _inverse_blocking(lines: int, load: Fraction) -> Fraction:
    """1/B by Erlang's recursion, exactly."""
    value = Fraction(1)
    for line in range(1, lines + 1):
        value = 1 + value * line / load
    return value


@pytest.mark.parametrize(
    ("agents", "load"), [(1, "0.3"), (5, "4.999"), (60, "3"), (300, "299.5"), (300, "1")]
)
def test_probabilities_keep_their_digits_however_small(agents: int, load: str) -> None:
    exact = Fraction(load)
    odds = (agents - exact) / exact * _inverse_blocking(agents - 1, exact)
    found = measures_c(agents, float(load), 180, 20)
    assert found.p_wait == pytest.approx(float(1 / (1 + odds)), rel=1e-11, abs=0)
    assert found.immediate == pytest.approx(float(odds / (1 + odds)), rel=1e-11, abs=0)


@pytest.mark.parametrize(
    ("load", "target", "agents"),
    [(0.1, 0.9, 1), (0.2, 0.8, 1), (0.3, 0.7, 1), (0.7, 0.3, 1), (0.9, 0.1, 1), (0.5, 0.9, 2), (0.4, 0.6, 1)],
)
def test_a_target_met_to_the_letter_is_met(load: float, target: float, agents: int) -> None:
    """Without waiting time P(answered at once) is a fraction: 1 - 0.9 in floats is below 0.1."""
    assert agents_c(load, 180, target, 0) == agents
    assert agents_c(np.full(200, load), 180, target, 0).tolist() == [agents] * 200


def test_whole_numbers_survive_floats() -> None:
    assert 35.7 / 0.85 > 42 and math.ceil(35.7 / 0.85) == 43
    assert agents_within_occupancy(35.7, 0.85) == 42
    assert 21 / (1 - 0.3) > 30
    assert whole_up(np.array([21 / (1 - 0.3), 30.0001, 0.0, 1e-3])).tolist() == [30, 31, 0, 1]


@given(st.integers(1, 9_999), st.integers(50, 100))
def test_occupancy_cap_agrees_with_exact_division(tenths: int, percent: int) -> None:
    exact = math.ceil(Fraction(tenths, 10) / Fraction(percent, 100))
    assert agents_within_occupancy(tenths / 10, percent / 100) == exact


def test_occupancy_cap_counts_those_who_hang_up() -> None:
    load, cap, aht, patience = 40.0, 0.8, 240.0, 60.0
    agents = agents_within_occupancy(load, cap, aht, patience)
    assert measures_a(agents, load, aht, 0, patience).occupancy <= cap
    assert measures_a(agents - 1, load, aht, 0, patience).occupancy > cap
    assert agents <= agents_within_occupancy(load, cap) == 50


LOADS = st.floats(0.01, 300)
TARGETS = st.floats(0.05, 0.995)
TIMES = st.floats(20, 1800)


@settings(max_examples=150, deadline=None)
@given(LOADS, TIMES, TARGETS, st.floats(0, 600))
def test_erlang_c_gives_the_smallest_number(load: float, aht: float, target: float, within: float) -> None:
    agents = agents_c(load, aht, target, within)
    assert agents > load
    assert measures_c(agents, load, aht, within).service_level >= target - 1e-12
    assert measures_c(agents - 1, load, aht, within).service_level < target


@settings(max_examples=150, deadline=None)
@given(LOADS, TIMES, TARGETS, st.floats(0, 600), st.floats(5, 3600), st.sampled_from(ServiceLevel))
def test_erlang_a_gives_the_smallest_number(
    load: float, aht: float, target: float, within: float, patience: float, level: ServiceLevel
) -> None:
    agents = agents_a(load, aht, target, within, patience, level)
    assert measures_a(agents, load, aht, within, patience).level(level) >= target - 1e-12
    assert measures_a(agents - 1, load, aht, within, patience).level(level) < target


@settings(max_examples=100, deadline=None)
@given(LOADS, TIMES, st.floats(0, 600), st.floats(5, 3600), st.sampled_from(ServiceLevel))
def test_levels_rise_with_agents_and_fall_with_load(
    load: float, aht: float, within: float, patience: float, level: ServiceLevel
) -> None:
    agents = np.arange(1, int(load * 1.5) + 10)
    rising = measures_a(agents, load, aht, within, patience).level(level)
    assert np.all(np.diff(rising) >= -1e-12)
    falling = measures_a(agents[-1], load * np.linspace(0.2, 3, 40), aht, within, patience).level(level)
    assert np.all(np.diff(falling) <= 1e-12)


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 400), LOADS, TIMES, st.floats(0, 600), st.floats(5, 3600))
def test_the_shares_of_erlang_a_fit_together(
    agents: int, load: float, aht: float, within: float, patience: float
) -> None:
    found = measures_a(agents, load, aht, within, patience)
    assert found.p_wait + found.immediate == pytest.approx(1, rel=1e-12)
    assert found.immediate <= found.offered + 1e-15 <= found.virtual + 2e-15
    assert found.offered <= found.short_abandons_excluded + 1e-12
    assert found.abandonment_within <= found.abandonment * (1 + 1e-12)
    assert found.offered + found.abandonment <= 1 + 1e-12
    assert found.mean_queue == pytest.approx(load / aht * found.asa_s, rel=1e-12)
    assert found.occupancy == pytest.approx(load * (1 - found.abandonment) / agents, rel=1e-8)


def test_endless_patience_is_erlang_c() -> None:
    found, limit = measures_a(14, 10.0, 180, 20, 1e9), measures_c(14, 10.0, 180, 20)
    for level in ServiceLevel:
        assert found.level(level) == pytest.approx(limit.service_level, rel=1e-6)
    assert found.asa_s == pytest.approx(limit.asa_s, rel=1e-6)


@pytest.mark.parametrize("most", [8.0, 60.0, 900.0])
def test_a_year_at_once_is_every_interval_alone(most: float) -> None:
    load = np.random.default_rng(35_040).gamma(2.0, most / 6, 35_040)
    load[::7] = 0
    some = np.arange(0, len(load), 587)
    year = agents_c(load, 180, 0.8, 20)
    assert year.dtype == np.int64 and year.shape == load.shape
    assert np.all(year[load == 0] == 0)
    assert year[some].tolist() == [agents_c(one, 180, 0.8, 20) for one in load[some]]
    for level in ServiceLevel:
        year = agents_a(load, 240, 0.9, 15, 90, level)
        assert year[some].tolist() == [agents_a(one, 240, 0.9, 15, 90, level) for one in load[some]]


@pytest.mark.parametrize(
    ("target", "aht", "within", "patience", "level"),
    [
        (0.99999, 60, 1, 36_000, ServiceLevel.OFFERED),
        (0.9999999, 300, 1, 60, ServiceLevel.SHORT_ABANDONS_EXCLUDED),
        (0.99, 300, 300, 600, ServiceLevel.ANSWERED),
        (0.99, 10, DAY, 5, ServiceLevel.VIRTUAL),
        (0.01, 1800, 20, 36_000, ServiceLevel.OFFERED),
    ],
)
def test_the_table_holds_where_levels_hardly_change(
    target: float, aht: float, within: float, patience: float, level: ServiceLevel
) -> None:
    random = np.random.default_rng(7)
    for most in (0.1, 1.0, 5.0, 40.0):
        load = random.gamma(2.0, most / 2, 3_000)
        some = slice(0, 3_000, 211)
        c, a = agents_c(load, aht, target, within), agents_a(load, aht, target, within, patience, level)
        assert c[some].tolist() == [agents_c(one, aht, target, within) for one in load[some]]
        assert a[some].tolist() == [agents_a(one, aht, target, within, patience, level) for one in load[some]]


def test_loads_on_a_step_of_the_table() -> None:
    """At 0 s and one agent the step for 0.9 lies at exactly 0.1 erlang."""
    load = np.tile([0.1, np.nextafter(0.1, 0), 0.1 + 1e-9, 3.0, 12.0], 2_000)
    expected = [agents_c(one, 180, 0.9, 0) for one in load[:5]]
    assert expected[:3] == [1, 1, 2]
    assert agents_c(load, 180, 0.9, 0).tolist() == expected * 2_000


@settings(max_examples=40, deadline=None)
@given(
    st.floats(0.05, 4_000),
    TIMES,
    TARGETS,
    st.floats(0, 3_600),
    st.floats(1, 36_000),
    st.sampled_from(ServiceLevel),
    st.integers(0, 2**31),
)
def test_a_table_is_every_interval_alone_whatever_the_times(
    most: float, aht: float, target: float, within: float, patience: float, level: ServiceLevel, seed: int
) -> None:
    load = np.random.default_rng(seed).uniform(most / 1_000, most, 2_000)
    some = slice(0, 2_000, 199)
    c, a = agents_c(load, aht, target, within), agents_a(load, aht, target, within, patience, level)
    assert c[some].tolist() == [agents_c(one, aht, target, within) for one in load[some]]
    assert a[some].tolist() == [agents_a(one, aht, target, within, patience, level) for one in load[some]]


@pytest.mark.parametrize(("most", "steps"), [(80.0, 12), (900.0, 3), (9_500.0, 2.2)])
def test_a_table_takes_few_levels_a_step(most: float, steps: float) -> None:
    """However many intervals there are, a step costs two levels, and the guess some hundred in all."""
    seen = 0

    def level(agents: Floats, load: Floats, *times: Floats) -> Floats:
        nonlocal seen
        seen += len(load)
        return shares(agents, load, *times).level(ServiceLevel.OFFERED)

    load = np.random.default_rng(1).uniform(most / 50, most, 35_040)
    found = by_table(level, lambda some: np.ones(some.shape, np.int64), load, 0.8, 180.0, 20.0, 120.0)
    assert seen < steps * (found.max() - found.min()) + 1_000
    assert np.all(np.diff(found[np.argsort(load)]) >= 0)


def test_every_argument_may_be_an_array() -> None:
    load = np.array([[0.0, 5.0, 20.0], [1.0, 50.0, 0.5]])
    aht = np.array([180.0, 240.0, 300.0])
    found = agents_c(load, aht, np.array([[0.8], [0.9]]), 20)
    assert found.shape == (2, 3)
    assert found[1, 1] == agents_c(50, 240, 0.9, 20) and found[0, 2] == agents_c(20, 300, 0.8, 20)
    assert agents_a(load, aht, 0.8, 20, 120).shape == (2, 3)
    assert agents_c([], 180, 0.8, 20).shape == (0,)
    many = agents_c(np.full(6_000, 20.0), np.tile([180.0, 300.0], 3_000), 0.8, 20)
    assert many[:2].tolist() == [24, 25] and set(many.tolist()) == {24, 25}


def test_too_few_agents_let_the_queue_grow() -> None:
    for agents in (0, 3, 10):
        found = measures_c(agents, 10.0, 180, 20)
        assert (found.service_level, found.p_wait, found.immediate) == (0, 1, 0)
        assert found.asa_s == math.inf and found.occupancy == 1
    none = measures_a(0, 10.0, 180, 20, 60)
    assert (none.offered, none.abandonment, none.asa_s) == (0, 1, 60)
    assert none.abandonment_within == pytest.approx(1 - math.exp(-20 / 60))


def test_nothing_to_do() -> None:
    for agents in (0, 2):
        assert measures_c(agents, 0, 180, 20).service_level == 1
        assert measures_c(agents, 0, 180, 20).asa_s == 0
        assert measures_c(agents, 0, 180, 20).occupancy == 0
        assert measures_a(agents, 0, 180, 20, 60).offered == 1
        assert measures_a(agents, 0, 180, 20, 60).abandonment == 0


@pytest.mark.parametrize(
    "given",
    [
        (-1, 180, 0.8, 20),
        (math.nan, 180, 0.8, 20),
        (math.inf, 180, 0.8, 20),
        (10, 0, 0.8, 20),
        (10, 180, 1, 20),
        (10, 180, 80, 20),
        (10, 180, 0, 20),
        (10, 180, 0.8, -1),
        ([1, 2, math.nan], 180, 0.8, 20),
    ],
)
def test_what_cannot_be_worked_out_is_refused(given: tuple[float, float, float, float]) -> None:
    with pytest.raises(Unworkable):
        agents_c(*given)
    with pytest.raises(Unworkable):
        agents_a(*given, 60)
    with pytest.raises(Unworkable):
        agents_a(10, 180, 0.8, 20, 0)
