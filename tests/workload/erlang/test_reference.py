"""Erlang C and A against values of 60 digits, and against published examples."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from rfp_builder.workload.erlang import agents_c, measures_a, measures_c
from rfp_builder.workload.erlang.agents import whole_up
from tests.workload.references import cases

CLOSE = 1e-9
ENDS = cases("erlang_a_ends")
C, A, PUBLISHED = cases("erlang_c"), cases("erlang_a"), cases("erlang_published")


@pytest.mark.parametrize("case", C, ids=lambda case: f"{case['load']}-{case['aht_s']}-{case['T_s']}")
def test_erlang_c(case: dict[str, Any]) -> None:
    load, aht, within = case["load"], case["aht_s"], case["T_s"]
    assert agents_c(load, aht, case["target"], within) == case["agents"]
    found = measures_c(case["agents"], load, aht, within)
    assert found.p_wait == pytest.approx(case["pw"], rel=CLOSE, abs=0)
    assert found.service_level == pytest.approx(case["sl"], rel=CLOSE, abs=0)
    assert found.asa_s == pytest.approx(case["asa_s"], rel=CLOSE, abs=0)
    assert found.occupancy == pytest.approx(case["occupancy"], rel=CLOSE, abs=0)
    assert found.immediate == pytest.approx(case["immediate"], rel=CLOSE, abs=0)
    one_less = measures_c(case["agents"] - 1, load, aht, within)
    assert one_less.service_level == pytest.approx(case["sl_n_minus_1"], rel=CLOSE, abs=0)


@pytest.mark.parametrize("case", A, ids=lambda case: f"{case['load']:.4}-{case['agents']}")
def test_erlang_a(case: dict[str, Any]) -> None:
    found = measures_a(case["agents"], case["load"], case["aht_s"], case["T_s"], case["patience_s"])
    expected = {
        "p_wait": found.p_wait,
        "p_abandon": found.abandonment,
        "mean_queue": found.mean_queue,
        "mean_wait_all_s": found.asa_s,
        "occupancy": found.occupancy,
        "sl_offered": found.offered,
        "sl_answered": found.answered,
        "sl_virtual": found.virtual,
        "sl_excluding_short_abandons": found.short_abandons_excluded,
        "p_abandon_within_T": found.abandonment_within,
    }
    for name, value in expected.items():
        assert value == pytest.approx(case[name], rel=CLOSE, abs=0), name


@pytest.mark.parametrize(
    "case", ENDS, ids=lambda case: f"{case['load']:.4}-{case['agents']}-{case['T_s']:.0f}"
)
def test_erlang_a_at_the_ends_of_the_scale(case: dict[str, Any]) -> None:
    """Up to 10,000 agents, up to a day of patience, probabilities down to 1e-80."""
    found = measures_a(case["agents"], case["load"], case["aht_s"], case["T_s"], case["patience_s"])
    expected = {
        "immediate": found.immediate,
        "p_wait": found.p_wait,
        "p_abandon": found.abandonment,
        "sl_offered": found.offered,
        "sl_answered": found.answered,
        "sl_virtual": found.virtual,
        "sl_excluding_short_abandons": found.short_abandons_excluded,
        "p_abandon_within_T": found.abandonment_within,
    }
    for name, value in expected.items():
        assert value == pytest.approx(case[name], rel=CLOSE, abs=0), name


def test_all_cases_in_one_array() -> None:
    load, aht, target, within, agents = (
        np.array([case[name] for case in C]) for name in ("load", "aht_s", "target", "T_s", "agents")
    )
    assert agents_c(load, aht, target, within).tolist() == agents.tolist()
    found = measures_c(agents, load, aht, within)
    np.testing.assert_allclose(found.service_level, [case["sl"] for case in C], rtol=CLOSE, atol=0)


def test_the_example_of_the_calculators() -> None:
    case = PUBLISHED[0]
    given, told, exact = case["inputs"], case["published"], case["exact"]
    load = given["calls"] * given["aht_s"] / (given["period_min"] * 60)
    agents = agents_c(load, given["aht_s"], given["target"], given["T_s"])
    assert (load, agents) == (told["erlangs"], told["agents"])
    found = measures_c(agents, load, given["aht_s"], given["T_s"])
    assert found.p_wait == pytest.approx(exact["pw"], rel=CLOSE)
    assert found.service_level == pytest.approx(exact["sl"], rel=CLOSE)
    assert found.asa_s == pytest.approx(exact["asa_s"], rel=CLOSE)
    assert found.immediate == pytest.approx(told["immediate"], abs=1e-7)
    assert found.occupancy == pytest.approx(told["occupancy"], abs=1e-7)
    assert whole_up(np.array(agents / (1 - given["shrinkage"]))) == told["with_shrinkage"]


def test_the_other_published_examples() -> None:
    first_step, portage, swpp = PUBLISHED[1:]
    found = measures_c(11, 10.0, 180, 20)
    assert found.p_wait == pytest.approx(first_step["exact"]["pw"], rel=CLOSE)
    assert found.service_level == pytest.approx(first_step["exact"]["sl"], rel=CLOSE)
    load = 430 * 170 / 1800
    assert agents_c(load, 170, 0.8, 20) == portage["exact"]["agents"]
    assert measures_c(46, load, 170, 20).service_level == pytest.approx(portage["exact"]["sl"], rel=CLOSE)
    for aht, within, rows in ((180, 30, swpp["exact_aht180"]), (300, 30, swpp["exact_aht300"])):
        for row in rows:
            found = measures_c(row["n"], 20.0, aht, within)
            assert found.asa_s == pytest.approx(row["asa_s"], rel=CLOSE)
            assert found.service_level == pytest.approx(row["sl"], rel=CLOSE)
